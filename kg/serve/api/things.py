"""Themes and codes as things to be found by their words: each with its labels and what it is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg import paths
from kg.namespaces import PREFIXES, RDF, THEME
from kg.rdf.turtle import by_subject, statements

SPACE = THEME.removesuffix("theme/")  # of which an id is the rest of the IRI, such as `theme/neglect`
_SKOS = PREFIXES["skos"]
_WEIGHTS = MappingProxyType({"prefLabel": 1.0, "altLabel": 0.98, "hiddenLabel": 0.8})
_WORD = re.compile(r"\w+")
_CUTOFF = 40.0
Properties = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand for a thing, and how surely they do."""

    words: str
    pieces: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Thing:
    """A theme or a code."""

    id: str
    name: str
    types: tuple[str, ...]  # the ids of its schemes
    definition: str
    scope: str
    broader: tuple[str, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that words may stand for: how alike from 0 to 100, and whether they are a label of it."""

    thing: Thing
    score: float
    is_exact: bool


@cache
def things() -> Mapping[str, Thing]:
    """Every theme and code by its id; themes first, then codes, each in the order of its file."""
    found = {each.id: each for file in ("themes.ttl", "codes.ttl") for each in _read(file)}
    return MappingProxyType(found)


@cache
def types() -> Mapping[str, str]:
    """The themes and each code list: its id and its title."""
    titles = {}
    for file in ("themes.ttl", "codes.ttl"):
        for iri, properties in by_subject(statements(paths.ontology() / file)).items():
            if _SKOS + "ConceptScheme" in properties.get(RDF.type, ()):
                titles[_id(iri)] = properties[PREFIXES["dcterms"] + "title"][0]
    return MappingProxyType(titles)


def candidates(words: str, wanted: Iterable[str] = (), most: int = 5) -> list[Candidate]:
    """The things most alike to words, best first, of the wanted types if any are named."""
    text, allowed = _plain(words), frozenset(wanted)
    pieces = _pieces(text)
    found = (_compared(thing, text, pieces) for thing in things().values() if not allowed or allowed & {*thing.types})
    likely = (each for each in found if each.score >= _CUTOFF)
    return sorted(likely, key=lambda each: (not each.is_exact, -each.score, each.thing.id))[:most]


def beginning(prefix: str, most: int = 10) -> list[Thing]:
    """The things with a word that begins as the last of these does and that hold the others; names first."""
    text = _plain(prefix)
    ranked = ((rank, thing) for thing in things().values() if (rank := _rank(thing, text)) is not None)
    return [thing for _, thing in sorted(ranked, key=lambda each: (each[0], each[1].name))[:most]]


def _rank(thing: Thing, text: str) -> int | None:
    """0 where the name begins so, 1 where a word of it does, 2 where a word of another label does."""
    if _plain(thing.name).startswith(text):
        return 0
    if f" {text}" in f" {_plain(thing.name)}":
        return 1
    return 2 if any(f" {text}" in f" {label.words}" for label in thing.labels if label.weight > 0.9) else None


def _compared(thing: Thing, text: str, pieces: frozenset[str]) -> Candidate:
    score = max(_alike(label, text, pieces) for label in thing.labels)
    is_exact = any(label.words == text and label.weight > _WEIGHTS["hiddenLabel"] for label in thing.labels)
    return Candidate(thing, round(100 * score, 1), is_exact)


def _alike(label: Label, text: str, pieces: frozenset[str]) -> float:
    """1 for the same words, else up to 0.95 by the groups of three letters that both have (Dice), weighed."""
    if label.words == text:
        return label.weight
    shared = len(pieces & label.pieces)
    return 0.95 * label.weight * 2 * shared / (len(pieces) + len(label.pieces)) if shared else 0.0


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")))


def _pieces(text: str) -> frozenset[str]:
    """The groups of three letters in each word, its ends marked."""
    return frozenset(piece for word in text.split() for piece in _threes(f"^{word}$"))


def _threes(word: str) -> Iterator[str]:
    return (word[start : start + 3] for start in range(len(word) - 2))


def _read(file: str) -> Iterator[Thing]:
    for iri, properties in by_subject(statements(paths.ontology() / file)).items():
        if _SKOS + "Concept" in properties.get(RDF.type, ()):
            yield _thing(iri, properties)


def _thing(iri: str, properties: Properties) -> Thing:
    found = ((words, weight) for name, weight in _WEIGHTS.items() for words in properties.get(_SKOS + name, ()))
    labels = tuple(Label(_plain(words), _pieces(_plain(words)), weight) for words, weight in found)
    return Thing(
        _id(iri),
        properties[_SKOS + "prefLabel"][0],
        tuple(map(_id, properties.get(_SKOS + "inScheme", ()))),
        next(iter(properties.get(_SKOS + "definition", ())), ""),
        next(iter(properties.get(_SKOS + "scopeNote", ())), ""),
        tuple(map(_id, properties.get(_SKOS + "broader", ()))),
        labels,
    )


def _id(iri: str) -> str:
    return "theme" if iri == THEME else iri.removeprefix(SPACE)
