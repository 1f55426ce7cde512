"""Recommendations: what is asked of whom, and how strongly, as pages list and search them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.serve.catalogue import Catalogue, Entry, rows
from kg.serve.names import local
from kg.stores import Store

_TEXTS = """
SELECT ?item ?review ?position ?text ?start ?end ?named ?strength WHERE {
  ?review sg:recommends ?item .
  ?item sg:position ?position ; sg:text ?text ; sg:start ?start ; sg:end ?end .
  OPTIONAL { ?item sg:addresseeText ?named }
  OPTIONAL { ?item sg:strength ?strength }
}"""
_MANY = {"actions": "sg:action", "addressees": "sg:addressedTo", "themes": "sg:theme"}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that a review asks for."""

    review: Entry
    position: int
    text: str
    start: int
    end: int
    addressee_text: str
    strength: str
    actions: tuple[str, ...] = field(default=())
    addressees: tuple[str, ...] = field(default=())
    themes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What recommendations are searched for; what is empty does not matter."""

    words: str = ""
    addressee: str = ""
    action: str = ""
    strength: str = ""
    theme: str = ""

    def fits(self, one: Recommendation) -> bool:
        """Whether a recommendation is what is searched for."""
        text = one.text.casefold()
        return (
            all(word in text for word in self.words.casefold().split())
            and _in(self.addressee, one.addressees)
            and _in(self.action, one.actions)
            and _in(self.theme, one.themes)
            and _in(self.strength, (one.strength,) if one.strength else ())
        )


def recommendations(store: Store, catalogue: Catalogue) -> tuple[Recommendation, ...]:
    """Every recommendation, review by review in the catalogue's order."""
    order = {entry.iri: number for number, entry in enumerate(catalogue.reviews)}
    many = {name: _by_item(rows(store, f"SELECT ?item ?value {{ ?review sg:recommends ?item . ?item {path} ?value }}"))
            for name, path in _MANY.items()}  # fmt: skip
    found = [row for row in rows(store, _TEXTS) if row[1] in order]
    found.sort(key=lambda row: (order[row[1]], int(row[2])))
    return tuple(
        Recommendation(
            catalogue.by_iri[review], int(position), text, int(start), int(end), named, local(strength),
            **{name: values.get(item, ()) for name, values in many.items()},
        )
        for item, review, position, text, start, end, named, strength in found
    )  # fmt: skip


def _by_item(pairs: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, value in pairs:
        found[item].add(local(value))
    return {item: tuple(sorted(values)) for item, values in found.items()}


def _in(wanted: str, held: tuple[str, ...]) -> bool:
    return not wanted or wanted in held or (wanted == "not-stated" and not held)
