"""Patterns over a document's words that keep every offset: one character in, one character out."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from kg.extract.text.parsed import deferred
from kg.extract.text.plain import levelled, with_letters

_FLAT = {
    **dict.fromkeys("\n\r\u2002\u2003\u2009", " "),
    **dict.fromkeys("\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u02bc`", "'"),
}
_ESCAPED_OR_CLASS = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
_SPACE = deferred(rf"({_ESCAPED_OR_CLASS})| (\??)")  # a class of characters keeps its spaces; others may be optional
_APART = r"(?!\B\w)"  # no word is cut in two; a mark may follow one directly
_SHOUTED = deferred(r"[A-Z]{3,}\b")  # a title in capitals: "BABY IOLO", "ANWEN", but no letters such as "LW"
_IN_WORD = deferred(r"\w")
_SENTENCE_END = deferred(
    r"""[.!?](?<![ .][A-Z].)(?<!\b[DM]r.)(?<!\bMs.)(?<!\bMrs.)['")\]]*(?:\s+(?=(?:#{1,6} )?["'(\[]?[A-Z])"""
    r"|(?<=[a-z\d]{3}[.])(?=[A-Z][a-z]))"  # "in 2018.Eleven": the space was lost
)
_PARAGRAPH_END = deferred(r"\n[ \t]*\n\s*(?=[A-Z])")

# Characters of one sentence that are read together. What is said in it is looked for around each word that may mean
# something, so that a sentence costs the square of its length; a table that was flattened into one has no end.
STRETCH = 4_000
REACH = 600  # characters before and behind such a word that are looked at, for the same reason


class Searched(Protocol):
    """A pattern, or a rule of one."""

    def search(self, text: str, start: int, end: int, /) -> re.Match[str] | None:
        """The first match."""


@lru_cache(maxsize=8)  # one document is levelled once, though each of its parts asks for it
def flat(text: str) -> str:
    """`plain(text)` on one line, with every dash a hyphen; still the same length."""
    return with_letters(levelled(text), _FLAT)


@lru_cache(maxsize=2)
def within(text: str, start: int, end: int) -> str:
    """`flat(text)` as far as `end`, with nothing but spaces before `start`: no word from outside can be found."""
    return " " * start + flat(text)[start:end]


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that ignores case, whose spaces match any run of spaces, and whose ends are ends of words."""
    return deferred(_whole(words), re.IGNORECASE)


@lru_cache(maxsize=2048)  # asked for sentence by sentence
def pattern_of_text(words: str) -> re.Pattern[str]:
    """The same where some of the words are a document's, of which nothing may be kept."""
    return re.compile(_whole(words), re.IGNORECASE)


def _whole(words: str) -> str:
    return rf"{_APART}(?:{spaced(words)}){_APART}"


def begins_a_word(words: re.Pattern[str]) -> bool:
    """Whether `pattern` made a pattern, so that a match of it that begins with a letter begins a word."""
    return words.pattern.startswith(_APART)


def spaced(words: str) -> str:
    """`words`, a pattern, with each of its spaces matching any run of spaces; one with "?" matches none as well."""
    return _SPACE.sub(lambda match: match[1] or (" *" if match[2] else " +"), words)


def named(view: str, start: int, end: int, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands as words of its own in a flat text, in order."""
    words = flat(name)
    if words.isupper() and words not in view:
        words = _SHOUTED.sub(lambda word: word[0].capitalize(), words)
    at = view.find(words, start, end)
    while at >= 0:
        stop = at + len(words)
        if (at == 0 or not _IN_WORD.match(view, at - 1)) and not _IN_WORD.match(view, stop):
            yield at, stop
        at = view.find(words, stop, end)


def opens_with(view: str, start: int, end: int, names: Iterable[str]) -> int | None:
    """Where the name ends that a stretch of a flat text begins with."""
    return next(
        (stop for name in names for at, stop in named(view, start, min(end, start + len(name)), name) if at == start),
        None,
    )


def any_of(words: str) -> str:
    """A group that matches each of the lines of `words`, longest first; a line of "..." goes on with the one before."""
    whole = re.sub(r"\n *\.\.\.", "", words.strip())
    lines = sorted((line.strip() for line in whole.splitlines()), key=len, reverse=True)
    return f"(?:{'|'.join(lines)})"


def letter_by_letter(words: Iterable[str]) -> str:
    """A pattern that matches each of some words, in their order, and looks once at letters that several begin with."""
    beginning: dict[tuple[str, bool], list[str]] = {}
    is_ended = False  # a word that ends here is tried before those that stand behind it, whatever they begin with
    for word in dict.fromkeys(words):
        beginning.setdefault((word[:1], is_ended), []).append(word[1:])
        is_ended |= not word
    choices = (first + (letter_by_letter(rest) if len(rest) > 1 else rest[0]) for (first, _), rest in beginning.items())
    return next(choices) if len(beginning) == 1 else f"(?:{'|'.join(choices)})"


@lru_cache(maxsize=16)
def first_end(words: Searched, text: str) -> int:
    """Where the first words of some kind end in a text, which is asked from many places; behind it where none are."""
    found = words.search(text, 0, len(text))
    return found.end() if found else len(text) + 1


@lru_cache(maxsize=8)  # each kind of fact goes through the same sentences
def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The start and end of every sentence between `start` and `end`, in order."""
    return tuple(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    ends = {match.end() for rule in (_SENTENCE_END, _PARAGRAPH_END) for match in rule.finditer(text, start, end)}
    for stop in [*sorted(ends), end]:
        while stop - start > STRETCH:  # no sentence that somebody wrote
            yield start, (start := cut(text, start + STRETCH))
        if text[start:stop].strip():
            yield start, stop
        start = stop


def cut(text: str, at: int) -> int:
    """Where to end a stretch that may not go on past `at`: behind the last space before it, so that no word is cut."""
    return text.rfind(" ", max(0, at - REACH), at) + 1 or at
