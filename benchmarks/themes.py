"""What matching themes costs, in CPU milliseconds for 1,000 items of the sample digest."""

import re
from collections.abc import Iterator
from functools import cache

from benchmarks.timing import Row, of_calls
from kg import paths
from kg.extract.themes.assigned import assign_themes
from kg.model import Passage, passage
from kg.vocabulary import themes

_ITEMS = 1_000
_AIM = 40.0  # 25,000 items a second and core
_ITEM = re.compile(r"(?<=[:;])[^;:]{10,}?(?=;|\.\s*\n)")


def rows() -> Iterator[Row]:
    """Assigning themes, over searching the same labels as they are written with one regular expression."""
    text = next(paths.sample().glob("*.txt")).read_text(encoding="utf-8")
    items = _items(text)
    plain = _pattern()
    ours, theirs = of_calls(
        lambda: assign_themes(text, items),
        lambda: [plain.findall(text, item.start, item.end) for item in items],
    )
    yield Row("1,000 items: assign themes", "one regular expression of the labels", ours, theirs)
    yield Row("1,000 items: assign themes", "the aim, 25,000 items a second", ours, _AIM, limit=1.0)


def _items(text: str) -> list[Passage]:
    """The digest's items, over and over; cut roughly, so that this measures matching and nothing else."""
    once = [passage(text, match.start(), match.end()) for match in _ITEM.finditer(text)]
    return (once * (_ITEMS // len(once) + 1))[:_ITEMS]


@cache
def _pattern() -> re.Pattern[str]:
    labels = {label.lower() for theme in themes().values() for label in (theme.label, *theme.alt_labels)}
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
