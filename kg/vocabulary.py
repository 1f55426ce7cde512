"""The theme scheme as plain values, read from `ontology/themes.ttl`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from kg import paths
from kg.namespaces import PREFIXES, RDF, SG, THEME
from kg.rdf.turtle import by_subject, statements, value

_SKOS = PREFIXES["skos"]
_ID = re.compile(r"[a-z0-9-]+")
_VERSION = PREFIXES["owl"] + "versionInfo"
_VERSION_LINE = re.compile(r'^ +owl:versionInfo "([^"\\\n]+)" ;$', re.MULTILINE)

Properties = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Theme:
    """A concept of the theme scheme: what it is called, what it means, and which words name it."""

    id: str
    label: str
    definition: str = ""
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()  # weak triggers: words that only hint at the theme
    gap_patterns: tuple[str, ...] = ()  # "information ~4 share": in order, at most four words between
    exclusions: tuple[str, ...] = ()  # phrases inside which the theme is not meant
    broader: str | None = None
    scope_note: str = ""
    notes: tuple[str, ...] = ()


@cache
def themes() -> Mapping[str, Theme]:
    """Every theme by its id, sorted by id."""
    return read(_file())


@lru_cache(maxsize=1_000)
def is_theme(id_: str) -> bool:
    """Whether a theme has this id: told by the line that begins it, or else by reading the whole file."""
    line = f"\ntheme:{id_} a skos:Concept ;\n"
    return (_ID.fullmatch(id_) is not None and line in _file().read_text(encoding="utf-8")) or id_ in themes()


@cache
def version() -> str:
    """The version of the theme scheme: told by its line before the first theme, or else by parsing until there."""
    scheme, _, _ = _file().read_text(encoding="utf-8").partition("\ntheme:")
    told = _VERSION_LINE.search(scheme)  # an unchanged load asks for no more, and a parser is long to import
    return told[1] if told else value(_file(), THEME, _VERSION) or ""


def read(path: Path) -> Mapping[str, Theme]:
    """The themes of a SKOS file by id, sorted by id."""
    subjects = by_subject(statements(path))
    concepts = {_id(iri): properties for iri, properties in subjects.items() if _is_concept(properties)}
    return MappingProxyType({id_: _theme(id_, concepts[id_]) for id_ in sorted(concepts)})


def narrower(theme: str) -> tuple[str, ...]:
    """The ids of the themes right below a theme, sorted."""
    return tuple(id_ for id_, other in themes().items() if other.broader == theme)


def ancestors(theme: str) -> tuple[str, ...]:
    """The ids of the themes above a theme, nearest first."""
    return tuple(_above(themes(), theme))


def _above(scheme: Mapping[str, Theme], theme: str) -> Iterator[str]:
    broader = scheme[theme].broader
    while broader is not None:
        yield broader
        broader = scheme[broader].broader


def _file() -> Path:
    return paths.ontology() / "themes.ttl"


def _id(iri: str) -> str:
    return iri.removeprefix(THEME)


def _is_concept(properties: Properties) -> bool:
    return _SKOS + "Concept" in properties.get(RDF.type, ())


def _theme(id_: str, properties: Properties) -> Theme:
    return Theme(
        id=id_,
        label=_first(properties.get(_SKOS + "prefLabel")),
        definition=_first(properties.get(_SKOS + "definition")),
        alt_labels=_all(properties.get(_SKOS + "altLabel")),
        hidden_labels=_all(properties.get(_SKOS + "hiddenLabel")),
        gap_patterns=_all(properties.get(SG.gapPattern)),
        exclusions=_all(properties.get(SG.exclusion)),
        broader=_id(_first(properties.get(_SKOS + "broader"))) or None,
        scope_note=_first(properties.get(_SKOS + "scopeNote")),
        notes=_all(properties.get(_SKOS + "note")),
    )


def _first(values: Iterable[str] | None) -> str:
    return next(iter(values or ()), "")


def _all(values: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(sorted(values or ()))
