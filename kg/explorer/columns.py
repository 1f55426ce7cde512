"""A collection as columns: integers and tables of text, so that two thousand reviews stay small and quick to read."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import Any

from kg.codes import AgeBand
from kg.graphs.collection import Collection, Review

STATUSES = ("stated", "accepted", "suggested")
FACETS = MappingProxyType(
    {
        "year": "Year of the incident",
        "outcome": "Outcome",
        "harm": "Harm",
        "age": "Age of a child",
        "sex": "Sex of a child",
        "type": "Kind of review",
        "place": "Place",
    }
)
_AGES = tuple(AgeBand)


class Table:
    """Texts, each once, known by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __getitem__(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """The texts in the order of their numbers."""
        return list(self._numbers)


def names(iris: Sequence[str]) -> dict[str, Any]:
    """IRIs as what they begin with, up to a separator, and the rest of each."""
    first, last = min(iris, default=""), max(iris, default="")
    # What the first and the last have in common in the order of characters, all between them have.
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    start = first[: max(first[:same].rfind("/"), first[:same].rfind("#")) + 1]
    return {"base": start, "id": [iri[len(start) :] for iri in iris]}


def constant(values: Sequence[object]) -> object:
    """The values, or the one value that all of them are, where that is no list itself."""
    same = values and not isinstance(values[0], list) and all(value == values[0] for value in values)
    return values[0] if same else list(values)


def facets(collection: Collection) -> list[dict[str, Any]]:
    """What reviews can be chosen by: the values of each facet, and those of each review as one number or several."""
    return [_facet(collection, key, label) for key, label in FACETS.items()]


def _facet(collection: Collection, key: str, label: str) -> dict[str, Any]:
    told = [{trait.value: trait.code for trait in review.traits if trait.facet == key} for review in collection.reviews]
    counts = Counter(value for traits in told for value in traits)
    codes = {value: code for traits in told for value, code in traits.items()}
    values = sorted(counts, key=lambda value: _order(key)(value, codes[value], counts[value]))
    number = {value: n for n, value in enumerate(values)}
    rows = [sorted(number[value] for value in traits) for traits in told]
    return {"key": key, "label": label, "values": values, "rows": [short(row) for row in rows]}


def _order(key: str) -> Callable[[str, str, int], tuple[Any, ...]]:
    """Years and ages by size, places by name (they are never ranked), the rest by how many reviews state them."""
    if key == "age":
        return lambda value, code, _: (_AGES.index(AgeBand(code)) if code in _AGES else len(_AGES), value)
    if key in ("year", "place"):
        return lambda value, _, __: (value.casefold(), value)
    return lambda value, _, count: (-count, value)


def short(row: list[int]) -> int | list[int]:
    """A row of one number as the number, an empty one as -1."""
    return row if len(row) > 1 else row[0] if row else -1


def facts(reviews: Iterable[Review]) -> dict[str, Any]:
    """What is stated of each review, as numbers of texts: name, value, 1 if only possible, its words a line each."""
    table = Table()
    rows = [
        [
            part
            for fact in review.facts
            for part in (table[fact.name], table[fact.value], int(fact.hedged), table[_lines(fact.words)])
        ]
        for review in reviews
    ]
    return {"texts": table.texts, "rows": rows}


def _lines(quotes: Iterable[str]) -> str:
    """A quote a line, whatever lines it was printed in."""
    return "\n".join(" ".join(quote.split()) for quote in quotes)


def groups(collection: Collection) -> list[str]:
    """The groups of themes, those first that most links are in: the first six have a colour."""
    named = Counter(collection.themes[theme].group for review in collection.reviews for theme in review.themes)
    known = {theme.group for theme in (*collection.themes.values(), *collection.suggested_themes.values())}
    return sorted(known, key=lambda group: (-named[group], group))
