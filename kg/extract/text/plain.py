"""A document's text with its typography levelled: the same length, so that offsets found in it are the document's."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.extract.text.parsed import deferred
from kg.read.furniture import furniture

Span = tuple[int, int]  # the place of some words, the end not counted

_LEVEL = {
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "‐": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "—": "–",
    "\N{HORIZONTAL BAR}": "–",
    "\N{FIGURE DASH}": "–",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\t": " ",
    "\v": "\n",
    "\f": "\n",
}
_EMPHASIS = deferred(
    r"\*(?:\*+|(?=\S)|(?<=\S\*))|(?<!_)__(?!_)|(?<![\w_])_(?=\w)|(?<=[\w.:!?])_(?![\w_])"
)  # a star with spaces around it is a bullet
_DRAWN = deferred(  # across a page, on either side of a heading ("=== Key learning ==="), or before one as a picture
    r"^[ >]*(?:([-–=_~*#+•·.─━═])(?: ?\1){2,} *$"
    r"|(?:([-–=~*#+])\2+|([*=~])) +(?P<words>\S[^\n]*?) +(?:\2{2,}|\3) *$"
    r"|(?:#+ +)?[\U0001f300-\U0001faff]\ufe0f?(?= ))",
    re.MULTILINE,
)


@lru_cache(maxsize=2)  # one document is levelled once, though each of its parts asks for it
def plain(text: str) -> str:
    """The text without rules, emphasis and running feet; straight quotes, one dash, plain spaces, sign for sign."""
    level = _DRAWN.sub(_words_alone, levelled(text))
    pieces, at = list[str](), 0
    for start, end in furniture(level):
        pieces += (level[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, level[at:])) if pieces else level


@lru_cache(maxsize=2)
def tabbed(text: str) -> str:
    """What `plain` gives, with the tabs that part the cells of a table."""
    level, pieces, at = plain(text), list[str](), 0
    for piece in text.split("\t") if "\t" in text else ():
        pieces.append(level[at : at + len(piece)])
        at += len(piece) + 1
    return "\t".join(pieces) if pieces else level


def levelled(text: str) -> str:
    """What `plain` gives, not kept: for a few words, which would push out the document."""
    level = with_letters(text, _LEVEL)
    return _EMPHASIS.sub(_spaces, level) if "*" in level or "_" in level else level


def with_letters(text: str, others: Mapping[str, str]) -> str:
    """The text with others in the place of some of its characters: quicker than `translate` where few of them stand."""
    for letter, other in others.items():
        text = text.replace(letter, other)
    return text


def trimmed(level: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces and emphasis at its ends; `level` is a text that `plain` made."""
    words = level[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _words_alone(drawn: re.Match[str]) -> str:
    """The words of a heading with spaces in the place of what is drawn; spaces alone where it has none."""
    if drawn["words"] is None:
        return _spaces(drawn)
    start, end = drawn.span("words")
    return f"{' ' * (start - drawn.start())}{drawn['words']}{' ' * (drawn.end() - end)}"


def _spaces(signs: re.Match[str]) -> str:
    return " " * len(signs[0])
