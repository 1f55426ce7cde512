"""A document's text with its typography levelled: the same length, so that offsets found in it are the document's."""

import re
from functools import lru_cache

_LEVEL = str.maketrans(
    {
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
)
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")  # a star with spaces around it is a bullet


@lru_cache(maxsize=2)  # one document is levelled once, though each of its parts asks for it
def plain(text: str) -> str:
    """The text without emphasis, with straight quotes, one kind of dash and plain spaces, character for character."""
    return _EMPHASIS.sub(lambda stars: " " * len(stars[0]), text.translate(_LEVEL))


def trimmed(level: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces and emphasis at its ends; `level` is a text that `plain` made."""
    words = level[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
