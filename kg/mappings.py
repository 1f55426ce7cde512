"""Which theme a librarian's keyword stands for: read from `ontology/mappings/`, in the form of SSSOM.

Source: Simple Standard for Sharing Ontology Mappings, https://mapping-commons.github.io/sssom/.
"""

import csv
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from kg import paths
from kg.extract.text.lemmas import ARTICLE, lemma, words

COLUMNS = (
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
)
NO_TERM = "sssom:NoTermFound"
_THEME = "theme:"
_QUALIFIER = re.compile(r"\s*[\[(].*$")  # "separation [marriages]", and what is left of it when a line is cut
_END = " \t.,;:\u2026"
_SPELLING = 0.92  # of difflib's ratio: one wrong letter in a dozen
_SHORTEST = 8  # letters of a keyword in which a misprint is safely told from another word


class Kind(StrEnum):
    """How a keyword and a theme belong together; the value is the SSSOM predicate."""

    EXACT = "skos:exactMatch"
    CLOSE = "skos:closeMatch"
    BROAD = "skos:broadMatch"  # the theme is broader than the keyword
    NONE = "skos:mappingRelation"  # looked for, and not in the scheme

    @property
    def label(self) -> str:
        """The kind in one word."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class KeywordMapping:
    """One line of the mapping file: a keyword, and a theme it stands for."""

    keyword: str  # in lower case, as the file writes it
    kind: Kind
    theme: str | None  # an id of the theme scheme; `None` where it has no theme for the keyword
    label: str  # the theme's preferred label
    confidence: float  # 0 to 1
    comment: str


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A mapping file: what its head says of it, and its lines in order."""

    metadata: Mapping[str, str]
    mappings: tuple[KeywordMapping, ...]


@cache
def keyword_mappings() -> MappingSet:
    """The mappings of the keywords that the NSPCC repository prints."""
    return parse((paths.ontology() / "mappings" / "nspcc-keywords.sssom.tsv").read_text(encoding="utf-8"))


def parse(text: str) -> MappingSet:
    """The mappings that a text in SSSOM/TSV states.

    Raises: ValueError, if a column is missing or a line has a predicate, theme or confidence that cannot be.
    """
    lines = text.splitlines()
    table = csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t")
    if missing := set(COLUMNS) - set(table.fieldnames or ()):
        raise ValueError(f"the mapping file lacks the columns {', '.join(sorted(missing))}")
    return MappingSet(_metadata(line[1:] for line in lines if line.startswith("#")), tuple(map(_mapping, table)))


def look_up(keyword: str) -> tuple[KeywordMapping, ...]:
    """The lines for a keyword as printed, best first; empty where the file does not have it.

    Capitals, a full stop at the end, singular and plural, and a single misprint make no difference. A qualifier in
    brackets does where the file has the keyword with it.
    """
    return _found(normal(keyword))


def normal(keyword: str) -> str:
    """A printed keyword in the form in which the file writes them: lower case, one space, no mark at the end."""
    return " ".join(keyword.casefold().split()).strip(_END)


@cache
def _found(keyword: str) -> tuple[KeywordMapping, ...]:
    bare = _QUALIFIER.sub("", keyword).strip(_END)
    for form in (keyword, bare):
        if lines := _by_words().get(_key(form)):
            return tuple(line for line in lines if line.keyword == form) or lines
    if len(bare) < _SHORTEST:
        return ()
    known = {line.keyword: line for line in keyword_mappings().mappings}
    near = difflib.get_close_matches(bare, known, n=1, cutoff=_SPELLING)
    return _by_words()[_key(near[0])] if near else ()


@cache
def _by_words() -> Mapping[Sequence[str], tuple[KeywordMapping, ...]]:
    """The lines by the base forms of their words."""
    grouped: defaultdict[Sequence[str], list[KeywordMapping]] = defaultdict(list)
    for line in keyword_mappings().mappings:
        grouped[_key(line.keyword)].append(line)
    return MappingProxyType({key: tuple(sorted(lines, key=_rank)) for key, lines in grouped.items()})


def _rank(line: KeywordMapping) -> tuple[int, float, str]:
    return list(Kind).index(line.kind), -line.confidence, line.theme or ""


def _key(keyword: str) -> tuple[str, ...]:
    return tuple(base for base in map(lemma, words(keyword)) if base != ARTICLE)


def _metadata(lines: Iterable[str]) -> Mapping[str, str]:
    """The head's plain entries and the prefixes of its map; the head is YAML of two levels at most."""
    entries = (line.strip().partition(": ") for line in lines)
    return MappingProxyType({key: value.strip('"') for key, colon, value in entries if colon})


def _mapping(row: Mapping[str, str]) -> KeywordMapping:
    kind, object_id, confidence = Kind(row["predicate_id"]), row["object_id"], float(row["confidence"])
    theme = object_id.removeprefix(_THEME) if object_id.startswith(_THEME) else None
    says_none = [kind is Kind.NONE, theme is None, object_id == NO_TERM]
    if (any(says_none) and not all(says_none)) or not 0 <= confidence <= 1:
        raise ValueError(f"{row['subject_label']!r} cannot be {kind.value} to {object_id} with {confidence}")
    return KeywordMapping(row["subject_label"], kind, theme, row["object_label"], confidence, row["comment"])
