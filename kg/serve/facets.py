"""Choosing reviews by what they state: each facet's counts follow what is chosen in the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from kg import codes
from kg.serve.catalogue import Catalogue, Entry
from kg.serve.names import NOT_STATED, code_label, theme_label
from kg.vocabulary import ancestors, themes

Chosen = Mapping[str, frozenset[str]]  # the values asked for, by facet

_NOTHING = frozenset((NOT_STATED,))

_ORDERS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "outcome": tuple(codes.Outcome),
        "harm": tuple(codes.Harm),
        "possible-harm": tuple(codes.Harm),
        "age": tuple(codes.AgeBand),
        "sex": tuple(codes.Sex),
        "type": tuple(codes.ReviewType),
        "perpetrator": tuple(codes.Relation),
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A facet: what it is called, and what its values are called."""

    name: str
    heading: str
    label: Callable[[str], str] = code_label


def _own(value: str) -> str:
    return "not stated" if value == NOT_STATED else value


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("year", "Year of the incident", _own),
            Kind("outcome", "Outcome"),
            Kind("harm", "Harm, stated"),
            Kind("possible-harm", "Harm, only possible"),
            Kind("age", "Age band"),
            Kind("sex", "Sex"),
            Kind("perpetrator", "Alleged perpetrator"),
            Kind("type", "Type of review"),
            Kind("place", "Place", _own),
            Kind("group", "Group of themes", theme_label),
            Kind("theme", "Theme", theme_label),
            Kind("addressee", "Agency asked to act"),
            Kind("source", "Document", _own),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet, and how many reviews have it among those that the other facets leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values; a value with no review left is shown while it is chosen."""

    kind: Kind
    options: tuple[Option, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether anything in it is."""
        return any(option.is_chosen for option in self.options)


def values_of(entry: Entry, facet: str) -> frozenset[str]:
    """The values of a review in a facet; one that says so where it states nothing."""
    if facet == "source":
        return frozenset((entry.source.name,))
    return entry.values.get(facet) or _NOTHING


def label(catalogue: Catalogue, facet: str, value: str) -> str:
    """What a value of a facet is called."""
    return catalogue.documents.get(value, value) if facet == "source" else KINDS[facet].label(value)


def chosen_in(asked: Iterable[tuple[str, str]]) -> Chosen:
    """What an address asks for: facets that there are, with the values given."""
    pairs = [(name, value) for name, value in asked if name in KINDS and value]
    return {name: frozenset(value for other, value in pairs if other == name) for name, _ in pairs}


def fitting(catalogue: Catalogue, chosen: Chosen, words: str = "") -> tuple[Entry, ...]:
    """The reviews that have a chosen value in each facet, and these words in their title or label."""
    return tuple(entry for entry, missed in _missed(catalogue, chosen, words) if not missed)


def facets(catalogue: Catalogue, chosen: Chosen, words: str = "") -> tuple[Facet, ...]:
    """Every facet that tells some reviews apart."""
    near = [(entry, missed) for entry, missed in _missed(catalogue, chosen, words) if len(missed) < 2]
    made = (_facet(catalogue, kind, chosen, near) for kind in KINDS.values())
    return tuple(facet for facet in made if len(facet.options) > 1 or facet.is_chosen)


def _missed(catalogue: Catalogue, chosen: Chosen, words: str) -> Iterator[tuple[Entry, list[str]]]:
    """Yield the reviews that have these words, each with the facets in which it has no chosen value."""
    wanted = words.casefold().split()
    asked = {name: _with_narrower(values) if name == "theme" else values for name, values in chosen.items()}
    for entry in catalogue.reviews:
        if not wanted or _says(entry, wanted):
            yield entry, [name for name, values in asked.items() if not _has(entry, name, values)]


def _facet(catalogue: Catalogue, kind: Kind, chosen: Chosen, near: Iterable[tuple[Entry, list[str]]]) -> Facet:
    """The counts of a facet, of reviews that miss no facet but it."""
    left = (entry for entry, missed in near if not missed or missed == [kind.name])
    counts = Counter(chain.from_iterable(values_of(entry, kind.name) for entry in left))
    own = chosen.get(kind.name, frozenset())
    counts.update(dict.fromkeys(own - counts.keys(), 0))
    options = (
        Option(value, label(catalogue, kind.name, value), counts[value], value in own)
        for value in ordered(kind.name, counts)
    )
    return Facet(kind, tuple(options))


def ordered(facet: str, counts: Mapping[str, int]) -> list[str]:
    """Codes in the order of their list, themes by count, the rest by name: places are not ranked."""
    if facet in _ORDERS:
        order = {value: number for number, value in enumerate(_ORDERS[facet])}
        return sorted(counts, key=lambda value: (value == NOT_STATED, order.get(value, len(order)), value))
    if facet in ("theme", "group", "addressee"):
        return sorted(counts, key=lambda value: (value == NOT_STATED, -counts[value], value))
    return sorted(counts, key=lambda value: (value == NOT_STATED, value))


def _with_narrower(chosen: frozenset[str]) -> frozenset[str]:
    """The themes that a choice finds: a broad one finds what is named below it as well."""
    return chosen | {theme for theme in themes() if not chosen.isdisjoint(ancestors(theme))}


def _has(entry: Entry, facet: str, values: frozenset[str]) -> bool:
    held = values_of(entry, facet)
    if facet == "source":  # addresses used to hold a document's title
        held |= {entry.source.title}
    return not values.isdisjoint(held)


def _says(entry: Entry, wanted: Sequence[str]) -> bool:
    said = f"{entry.title} {entry.label}".casefold()
    return all(word in said for word in wanted)
