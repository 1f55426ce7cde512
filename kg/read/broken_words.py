"""Words broken over two lines, made whole; a hyphen that belongs to the word stays."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

_SOFT = "\u00ad"  # a soft hyphen is printed only where a word is broken
_TYPESET = "\u2010\x02\ufffe"  # what typesetting, and PDFium, put where a word is broken; seldom a part of the word
BROKEN = re.compile(rf"(?P<word>[\w'’][\w'’\u2010-]*)(?P<hyphen>[-{_SOFT}{_TYPESET}])$")
_NEXT = re.compile(r"[\w'’]+")
_WORDS = re.compile(r"[\w'’]+(?:[-\u2010][\w'’]+)*")
_SUSPENDED = frozenset({"and", "or", "to"})  # "short- and long-term"


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

    A plain hyphen stays unless the document has the word without it on one line. One set by a machine goes, unless the
    document has only the word with it, or what follows as a word of its own.
    """
    broken, after = BROKEN.search(above), _NEXT.match(below)
    if broken is None or after is None:
        return above, "" if re.search(r"\w/$", above) else " "
    start = above[: broken.start("hyphen")]
    if after[0] in _SUSPENDED and broken["hyphen"] != _SOFT:
        return f"{start}-", " "
    return (start, "") if _is_one_word(broken, after[0], known) else (f"{start}-", "")


def _is_one_word(broken: re.Match[str], after: str, known: AbstractSet[str]) -> bool:
    whole, with_hyphen = f"{broken['word']}{after}".lower(), f"{broken['word']}-{after}".lower()
    if broken["hyphen"] == _SOFT or whole in known:
        return True
    return broken["hyphen"] in _TYPESET and with_hyphen not in known and after.lower() not in known
