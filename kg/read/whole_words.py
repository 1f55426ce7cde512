"""Words made whole in a text that was copied from a page whose lines broke them: "safe-" and "guarding" below it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.read.broken_words import is_english, is_suspended, joint

_BREAK = re.compile(  # between the halves; the break goes behind the word, so that a line stays a line
    r"(?P<hyphen>[-\u00ad\u2010])(?<=[^\W_].)(?P<gap>[ \t]*\n(?:[ \t\f]*\n)?[ \t\f]*| +)"
    r"(?P<after>(?!aged?\s+\d)[a-z]+|[A-Z]{2,})(?P<rest>\S*)(?P<next>[ \t]*\n?)"
)
_BEFORE = re.compile(r"[^\W_][\w'’\u2010-]*\Z")
_WORD = re.compile(r"[^\W_]+(?:['’\u2010-][^\W_]+)*")
_LONGEST = 40  # characters of the first half of a word


class _Broken(NamedTuple):
    """A word that may be broken."""

    start: int  # of its first half
    word: str
    found: re.Match[str]

    @property
    def is_over_lines(self) -> bool:
        return "\n" in self.found["gap"]


def with_whole_words(text: str) -> str:
    """The text with the words whole that its lines broke, as far as the document itself or a dictionary knows them.

    A hyphen and a space on one line ("safe- guarding") are a broken word only in a text where some word surely is:
    else they are a dash.
    """
    broken = list(_broken(text))
    if not broken:
        return text
    known = _known(text, broken)
    joints = {one.start: joint(one.word, one.found["hyphen"], one.found["after"], known) for one in broken}
    surely = any(joints[one.start] == "" and not _are_words(one) for one in broken)
    pieces, at = list[str](), 0
    for one in broken:
        between = joints[one.start]
        if between is None and surely and one.is_over_lines and one.word[0].islower() and _are_words(one):
            between = "-"  # in a text with broken words, a hyphen at a line's end is no dash
        if between is not None and (surely or one.is_over_lines):
            pieces += (text[at : one.found.start()], between, _whole_end(one))
            at = one.found.end()
    return "".join((*pieces, text[at:]))


def _broken(text: str) -> Iterator[_Broken]:
    for found in _BREAK.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
        if before is None or before[0].isupper() != found["after"].isupper():
            continue
        if not is_suspended(found["hyphen"], f"{found['after']}{found['rest']}") or not is_english(before[0]):
            yield _Broken(before.start(), before[0], found)


def _known(text: str, broken: list[_Broken]) -> frozenset[str]:
    """The words of the text, in small letters, but for halves of broken ones."""
    known, at = set[str](), 0
    for start, end in [*((one.start, one.found.end("rest")) for one in broken), (len(text), len(text))]:
        known.update(word.lower().replace("\u2010", "-") for word in _WORD.findall(text, at, start))
        at = max(at, end)
    return frozenset(known)


def _are_words(one: _Broken) -> bool:
    return is_english(one.word) and is_english(one.found["after"])


def _whole_end(one: _Broken) -> str:
    """The second half with what stands behind it, and the break of the line behind that."""
    found = one.found
    behind = found["next"] if "\n" in found["next"] or not one.is_over_lines else found["gap"]
    return f"{found['after']}{found['rest']}{behind}"
