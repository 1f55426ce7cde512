"""Librarians' keywords beside the themes of a store: how many are mapped, which are not, and where the two disagree."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.answers import Answer, Value
from kg.extract.text.lemmas import ARTICLE, lemma, words
from kg.mappings import KeywordMapping, Kind, keyword_mappings, look_up, normal
from kg.namespaces import THEME, prologue
from kg.vocabulary import ancestors, themes

if TYPE_CHECKING:
    from kg.stores import Store

PROPOSALS = 3  # of themes for a keyword that is not mapped
LEAST = Decimal("0.6")  # of a proposal's score
UNMAPPED = "not in the file"

_PREFIXES = prologue("dcterms", "oa", "sg")
_KEYWORDS = (
    _PREFIXES
    + """
SELECT ?review ?title ?document ?keyword WHERE {
  ?review a sg:Review ; sg:keyword ?keyword ; dcterms:title ?title ; dcterms:isPartOf/dcterms:identifier ?document .
} ORDER BY ?document ?title ?review ?keyword"""
)
_QUOTES = (
    _PREFIXES
    + """
SELECT ?review ?theme ?quote WHERE {
  ?review a sg:Review ; sg:keyword ?any ; sg:identifies|sg:recommends ?item .
  ?item sg:theme ?theme .
  ?assignment oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?quote ; sg:start ?start .
} ORDER BY ?review ?theme ?start"""
)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A review with its printed keywords, and the words in which its items name each theme."""

    title: str
    document: str
    keywords: tuple[str, ...]
    quotes: Mapping[str, str]  # theme id -> the first quote

    @property
    def lines(self) -> tuple[KeywordMapping, ...]:
        """What the mapping file says of its keywords."""
        return tuple(line for keyword in self.keywords for line in look_up(keyword))


def indexed(store: "Store") -> tuple[Indexed, ...]:
    """The reviews of a store that have printed keywords, by document and title."""
    quotes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for review, theme, quote in store.query(_QUOTES).rows:
        quotes[str(review)].setdefault(str(theme).removeprefix(THEME), str(quote))
    keywords: dict[tuple[str, ...], list[str]] = {}
    for *review_of, keyword in store.query(_KEYWORDS).rows:
        keywords.setdefault(tuple(map(str, review_of)), []).append(str(keyword))
    return tuple(
        Indexed(title, document, tuple(found), MappingProxyType(quotes[review]))
        for (review, title, document), found in keywords.items()
    )


def coverage(reviews: Iterable[Indexed]) -> Answer:
    """How many printed keywords the mapping file knows, by the best kind of mapping, as counts and as a share of all.

    `keywords` counts different keywords, `printed` each keyword of each review.
    """
    counts = _counts(reviews)
    printed: Counter[str] = Counter()
    for keyword, count in counts.items():
        printed[_kind(keyword)] += count
    kinds = Counter(map(_kind, counts))
    total = printed.total()
    rows = [
        (kind, kinds[kind], printed[kind], _share(printed[kind], total))
        for kind in (*(kind.label for kind in Kind), UNMAPPED)
    ]
    return Answer(("mapping", "keywords", "printed", "share"), tuple(rows))


def unmapped(reviews: Iterable[Indexed]) -> Answer:
    """The keywords that the mapping file lacks, most printed first, each with the themes of the nearest labels."""
    counts = _counts(reviews)
    missing = sorted((-count, keyword) for keyword, count in counts.items() if not look_up(keyword))
    rows = ((keyword, -count, *proposal) for count, keyword in missing for proposal in _proposed(keyword))
    return Answer(("keyword", "printed", "theme", "id", "near_label", "score"), tuple(rows))


def disagreements(reviews: Iterable[Indexed]) -> Answer:
    """Where a keyword says a theme that no item names, and where an item names a theme that no keyword says.

    A theme fulfils the keyword of a broader one, and a keyword of a narrower theme says the broader one too. A theme is
    missed among the keywords only where the mapping file has a keyword for it, and in reviews that have any.
    """
    columns = ("said_by", "review", "theme", "keyword", "mapping", "quote", "document")
    return Answer(columns, tuple(row for review in reviews for row in (*_only_keywords(review), *_only_items(review))))


def proposals(keyword: str) -> list[tuple[str, str, str, Decimal]]:
    """The themes whose labels are most like a keyword: label, id, the label that is like it, and a score to 1.

    The score is the mean of the share of words in common (Dice, 1945) and of letters in common (`difflib`), both over
    base forms.
    """
    mine = _bases(keyword)
    scored = [(_score(mine, bases), id_, label) for label, (id_, bases) in _near(mine).items()]
    best: dict[str, tuple[str, str, str, Decimal]] = {}
    for score, id_, label in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= LEAST:
            best.setdefault(id_, (themes()[id_].label, id_, label, score))
    return list(best.values())[:PROPOSALS]


def _proposed(keyword: str) -> Iterator[tuple[Value, ...]]:
    """The proposals for a keyword, or a row of what is unknown."""
    found: Iterable[tuple[Value, ...]] = proposals(keyword) or [(None, None, None, None)]
    yield from found


def _only_keywords(review: Indexed) -> Iterator[tuple[Value, ...]]:
    named = {theme for id_ in review.quotes for theme in (id_, *ancestors(id_))}
    for keyword in review.keywords:
        lines = [line for line in look_up(keyword) if line.theme]
        if lines and not any(line.theme in named for line in lines):
            said = "; ".join(line.label for line in lines)
            yield "keyword", review.title, said, keyword, lines[0].kind.label, keyword, review.document


def _only_items(review: Indexed) -> Iterator[tuple[Value, ...]]:
    said = {line.theme for line in review.lines if line.theme}
    said_above = {theme for id_ in said for theme in ancestors(id_)} | said
    for id_, quote in review.quotes.items():
        line = _keyword_for().get(id_)
        if line and id_ not in said_above and not said.intersection(ancestors(id_)):
            yield "item", review.title, line.label, line.keyword, line.kind.label, quote, review.document


@cache
def _keyword_for() -> Mapping[str, KeywordMapping]:
    """Theme -> the surest exact or close keyword for it."""
    lines = [line for line in keyword_mappings().mappings if line.kind in (Kind.EXACT, Kind.CLOSE)]
    surest = sorted(lines, key=lambda line: (line.kind is Kind.CLOSE, -line.confidence, line.comment, line.keyword))
    found: dict[str, KeywordMapping] = {}
    for line in surest:
        found.setdefault(line.theme or "", line)
    return MappingProxyType(found)


def _counts(reviews: Iterable[Indexed]) -> Counter[str]:
    return Counter(normal(keyword) for review in reviews for keyword in review.keywords)


def _kind(keyword: str) -> str:
    return next((line.kind.label for line in look_up(keyword)), UNMAPPED)


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(part) / max(whole, 1)).quantize(Decimal("0.001"))


def _bases(text: str) -> tuple[str, ...]:
    return tuple(base for base in map(lemma, words(text)) if base != ARTICLE and base[:1].isalnum())


@cache
def _labels() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Label -> its theme and its base forms; hints are no names, and are left out."""
    scheme = reversed(tuple(themes().values()))
    names = ((name, theme.id) for theme in scheme for name in (*theme.alt_labels, theme.label))
    return MappingProxyType({name: (id_, _bases(name)) for name, id_ in names})


def _near(mine: tuple[str, ...]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """The labels that share a word, or look alike: few enough to be compared letter by letter."""
    alike = set(difflib.get_close_matches(" ".join(mine), _labels(), n=PROPOSALS, cutoff=0.7))
    return {name: label for name, label in _labels().items() if name in alike or not set(mine).isdisjoint(label[1])}


def _score(mine: tuple[str, ...], bases: tuple[str, ...]) -> Decimal:
    shared = 2 * len(set(mine) & set(bases)) / max(len(set(mine)) + len(set(bases)), 1)
    letters = difflib.SequenceMatcher(None, " ".join(mine), " ".join(bases), autojunk=False).ratio()
    return Decimal(repr(round((shared + letters) / 2, 2)))
