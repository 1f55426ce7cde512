"""Themes of items: which of the vocabulary's words stand in them, and where.

One assignment for each theme of an item, with the words that best support it. How sure a theme is, its words and all
others of the item say together (`kg.extract.themes.confidence`). All items of a document are looked at together, since
it is the steps of Python that take time, and not the words: docs/decisions/262-all-items-at-once.md.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from kg.extract.themes.confidence import Found, by_matches, weighed
from kg.extract.themes.matches import STATED_FROM, Flags
from kg.extract.themes.phrases import Phrases
from kg.extract.themes.shipped import scheme
from kg.extract.themes.written import Written, written
from kg.model import Passage, Status, ThemeAssignment, joined

Themes = tuple[ThemeAssignment, ...]

_TOGETHER = 500  # items: more are no quicker, and take more memory
_STATED, _SUGGESTED = Status.STATED, Status.SUGGESTED  # looking up a member of an enumeration is slow


def assign_themes(text: str, spans: Sequence[Passage], told: Sequence[bool] = ()) -> list[Themes]:
    """The themes of each of the items at `spans` in a document's text, by where their words stand.

    `told` says of each whether it is a summary: it names much of what happened without being about it, so there each
    match needs one more beside it.
    """
    return _assigned(text, spans, told, lambda said, told: weighed(said, told, scheme()))


def keyword_themes(text: str, spans: Sequence[Passage]) -> list[Themes]:
    """The themes that printed keywords name: they are names, so what their words say besides does not count."""
    return assign(scheme().phrases, text, spans)


def assign(phrases: Phrases, text: str, spans: Sequence[Passage], told: Sequence[bool] = ()) -> list[Themes]:
    """The themes that `phrases` alone find in each of the items at `spans` in `text`."""
    return _assigned(text, spans, told, lambda said, told: by_matches(said, told, phrases))


def _assigned(
    text: str, spans: Sequence[Passage], told: Sequence[bool], find: Callable[[Written, Flags], list[Found]]
) -> list[Themes]:
    is_told = np.array(told or [False] * len(spans), dtype=bool)
    parts = (slice(start, start + _TOGETHER) for start in range(0, len(spans), _TOGETHER))
    return [each for part in parts for each in _together(text, spans[part], is_told[part], find)]


def _together(
    text: str, spans: Sequence[Passage], told: Flags, find: Callable[[Written, Flags], list[Found]]
) -> Iterator[Themes]:
    texts = [text[span.start : span.end] for span in spans]
    said, is_joined = written(texts), [words == span.text for words, span in zip(texts, spans, strict=True)]
    before = np.array([span.start for span in spans]).take(said.items)
    items, begin, end = (column.tolist() for column in (said.items, said.begin + before, said.end + before))
    assigned: list[list[ThemeAssignment]] = [[] for _ in spans]
    for first, last, theme, label, confidence in find(said, told):
        start, stop, item = begin[first], end[last - 1], items[first]
        words = text[start:stop] if is_joined[item] else joined(text[start:stop])
        status = _STATED if confidence >= STATED_FROM else _SUGGESTED
        assigned[item].append(ThemeAssignment(theme, Passage(start, stop, words), confidence, label, status))
    return map(tuple, assigned)
