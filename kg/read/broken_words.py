"""Words broken over two lines, made whole; a hyphen that belongs to the word stays."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

_SOFT = "\u00ad"  # a soft hyphen is printed only where a word is broken
_TYPESET = "\u2010\x02\ufffe"  # what typesetting, and PDFium, put where a word is broken; seldom a part of the word
BROKEN = re.compile(rf"(?P<word>[\w'’][\w'’\u2010-]*)(?P<hyphen>[-{_SOFT}{_TYPESET}])$")
_NEXT = re.compile(r"[\w'’]+")
_WORDS = re.compile(r"[\w'’]+(?:[-\u2010][\w'’]+)*")
_SUSPENDED = frozenset({"and", "or", "to"})  # "short- and long-term"
_OF_TIME = r"(?:year|month|week|day)s?"
_COUNT = (
    r"(?:\d+|(?:(?:twen|thir|for)ty-)?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty)"
)
_KEEPS_HYPHEN = re.compile(  # "two-year-/old", "two-/year-old"
    rf"(?:.*{_OF_TIME}-olds?|{_COUNT}-{_OF_TIME}|(?:short|medium|mid|long)-term)", re.IGNORECASE
)
_FIRST_PARTS = frozenset({"multi", "non", "self"})  # "multi-agency", but not "multi-ple"
_LEAST = 2  # letters of a part of a broken word


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole on a line, in small letters; halves of broken words are none."""
    known: set[str] = set()
    is_broken = False
    for line in lines:
        words = _WORDS.findall(BROKEN.sub("", line))
        known.update(word.lower().replace("\u2010", "-") for word in words[is_broken:])
        is_broken = BROKEN.search(line) is not None
    return frozenset(known)


def joined_words(above: str, below: str, known: AbstractSet[str]) -> tuple[str, str]:
    """The upper of two lines without a hyphen that breaks a word, and what stands between it and the lower.

    Where `joint` cannot tell, a plain hyphen stays, and one set by a machine goes, unless what follows is a word of
    its own in the document.
    """
    broken, after = BROKEN.search(above), _NEXT.match(below)
    if broken is None or after is None:
        return above, "" if re.search(r"\w/$", above) else " "
    start = above[: broken.start("hyphen")]
    if is_suspended(broken["hyphen"], after[0]):
        return f"{start}-", " "
    between = joint(broken["word"], broken["hyphen"], after[0], known)
    if between is None:
        between = "" if broken["hyphen"] in _TYPESET and after[0].lower() not in known else "-"
    return f"{start}{between}", ""


def is_suspended(hyphen: str, after: str) -> bool:
    """Whether a hyphen stands for the rest of a word to come: "short- and long-term"."""
    return after in _SUSPENDED and hyphen != _SOFT


def joint(word: str, hyphen: str, after: str, known: AbstractSet[str]) -> str | None:
    """What belongs between the halves of a broken word: nothing or a hyphen; `None` where nobody can tell.

    `known` are the words that the document has elsewhere; what it does not have may be an English word.
    """
    whole, with_hyphen = f"{word}{after}".lower(), f"{word}-{after}".lower()
    if hyphen == _SOFT or whole in known:
        return ""
    if with_hyphen in known or _KEEPS_HYPHEN.fullmatch(with_hyphen):
        return "-"
    if word.lower() in _FIRST_PARTS and is_english(after):
        return "-"
    return "" if min(len(word), len(after)) >= _LEAST and is_english(whole) else None


@lru_cache(maxsize=10_000)
def is_english(word: str) -> bool:
    """Whether a dictionary has a word."""
    from simplemma import is_known  # its tables take a third of a second to load: only those pay who ask

    return bool(word.isalpha() and is_known(word.lower(), lang="en"))
