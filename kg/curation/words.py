"""Words found again: in a document whose lines moved, and in lists whose items were cut a little differently."""

import re
from collections.abc import Sequence

from kg.model import Item, Passage, passage

_WORD = re.compile(r"\w+")


def find(text: str, quote: str, start: int, end: int) -> Passage | None:
    """The first place between two offsets where the words stand, whatever their line breaks; `None` if nowhere."""
    words = quote.split()
    if not words:
        return None
    match = re.compile(r"\s+".join(map(re.escape, words))).search(text, start, end)
    return passage(text, match.start(), match.end()) if match else None


def bare(text: str) -> str:
    """The words of a text alone: lower case, without punctuation."""
    return " ".join(_WORD.findall(text.casefold()))


def same_items(items: Sequence[Item], words: str, quote: str) -> list[int]:
    """Which items have these words.

    Where none has, the one item that was cut longer or shorter than these words and still holds the quote, if there is
    just one.
    """
    wanted, quoted = bare(words), bare(quote)
    texts = [bare(item.passage.text) for item in items]
    same = [index for index, text in enumerate(texts) if text == wanted]
    if same or not wanted:
        return same
    near = [index for index, text in enumerate(texts) if (text in wanted or wanted in text) and quoted in text]
    return near if len(near) == 1 else []
