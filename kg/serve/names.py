"""What people call codes, themes and the parts of a review."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg import paths
from kg.namespaces import CODE, PREFIXES, THEME
from kg.rdf.turtle import statements
from kg.vocabulary import ancestors, themes

NOT_STATED = "not-stated"  # stands where a review states nothing: a value of its own in facets and counts
_LABEL = PREFIXES["skos"] + "prefLabel"
_ID = re.compile(r"([a-z]+(?:-[a-z]+)+)")  # of a theme, in a note; one of a single word reads as it is


@cache
def code_labels() -> Mapping[str, str]:
    """The label of every code by its id, as the ontology's file has it."""
    found = statements(paths.ontology() / "codes.ttl")
    labels = {each.subject.removeprefix(CODE): each.object for each in found if each.predicate == _LABEL}
    return MappingProxyType(labels)


def code_label(code: str) -> str:
    """What a code is called."""
    return "not stated" if code == NOT_STATED else code_labels().get(code, code.replace("-", " "))


def theme_label(theme: str) -> str:
    """What a theme is called; one that the scheme has no more keeps its id."""
    return themes()[theme].label if theme in themes() else theme


def spelt(note: str) -> Iterator[tuple[str, str]]:
    """Yield a note of the scheme in pieces: its words, and each theme that it names as its label and id."""
    for piece in _ID.split(note):
        yield (themes()[piece].label, piece) if piece in themes() else (piece, "")


def group_of(theme: str) -> str:
    """The id of the top theme that a theme is below, or its own."""
    return (theme, *ancestors(theme))[-1] if theme in themes() else theme


def local(iri: str) -> str:
    """The id at the end of the IRI of a theme or a code."""
    return iri.removeprefix(CODE).removeprefix(THEME)


def counted(number: int, word: str, many: str | None = None) -> str:
    """A number with its word: `1 review`, `1,204 reviews`."""
    return f"{number:,} {word if number == 1 else many or word + 's'}"


def share(part: int, whole: int, word: str = "review") -> str:
    """A count with its denominator: `4 of 6 reviews`."""
    return f"{part:,} of {counted(whole, word)}"
