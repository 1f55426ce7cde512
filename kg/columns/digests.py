"""What a digest says, as the rows that its graph comes to: the same that `kg.columns.reading` reads out of the graph.

Made where the digest is, beside its statements, since text would have to be taken apart again.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from kg.columns.rows import Packed, Rows, names
from kg.columns.schema import ABSENT
from kg.model import (
    Child,
    Digest,
    Incident,
    Item,
    LearningPoint,
    PartialDate,
    Review,
    SourceDocument,
    Stated,
    ThemeAssignment,
)
from kg.namespaces import ID
from kg.rdf import iris
from kg.rdf.objects import confidence_text
from kg.to_rdf import review_nodes


def packed(digest: Digest, base: str = ID) -> Packed | None:
    """The rows of a document; `None` where its graph does not tell its parts apart."""
    if not all(_are_apart(review.learning) and _are_apart(review.recommendations) for review in digest.reviews):
        return None
    rows = Rows()
    document = _document(rows, digest, base)
    numbers = [_review(rows, document, node, review) for node, review in review_nodes(digest, base)]
    incidents = []
    items = []
    for number, review in zip(numbers, digest.reviews, strict=True):
        for who in review.children:
            _child(rows, number, who)
        if review.incident != Incident():
            incidents.append((number, review.incident))
            _incident(rows, number, review.incident)
        items.append([(_item(rows, number, item), item.themes) for item in review.items])
    for number, review, found in zip(numbers, digest.reviews, items, strict=True):
        _assignments(rows, digest.document, (number, ABSENT), review.context_themes)
        for item, themes in found:
            _assignments(rows, digest.document, (number, item), themes)
    for number, incident in incidents:
        _evidence(rows, number, incident)
    return rows.packed()


def _document(rows: Rows, digest: Digest, base: str) -> int:
    source, title, issued, announced = digest.document, digest.title, digest.issued, digest.announced
    return rows.add(
        "document", iris.document_iri(source.name, base), source.name, title.text if title is not None else "",
        issued.value.edtf if issued is not None else "", source.sha256,
        ABSENT if announced is None else announced.value, title is not None, issued is not None,
    )  # fmt: skip


def _are_apart(items: Iterable[Item]) -> bool:
    positions = [item.position for item in items]
    return len(set(positions)) == len(positions)


def _review(rows: Rows, document: int, node: str, review: Review) -> int:
    told = review.summary
    summary, place = ("", (ABSENT, ABSENT)) if told is None else (told.text, (told.start, told.end))
    stated = review.incident.date is not None, review.place is not None
    number = rows.add("review", node, review.title.text, summary, document, review.number, *stated, *place)
    for name in names(review.title.text, (label.value for label in review.labels)):
        rows.add("name", name, number)
    for label in dict.fromkeys(label.value for label in review.labels):
        rows.add("label", label, number)
    if review.place is not None:
        rows.add("place", review.place.value, number)
    if review.review_type is not None:
        rows.add("review-type", number, _code(rows, review.review_type))
    for theme in review.themes:
        rows.add("review-theme", number, _theme(rows, theme))
    return number


def _child(rows: Rows, review: int, who: Child) -> None:
    band = who.age.value.band if who.age is not None else None
    coded = ABSENT if band is None else _concept(rows, band), _code(rows, who.sex)
    rows.add("child", review, who.count, who.age is not None, *coded)


def _incident(rows: Rows, review: int, what: Incident) -> None:
    years = _years(what.date.value) if what.date is not None else (ABSENT, ABSENT)
    number = rows.add("incident", review, *years, _code(rows, what.outcome))
    _codes(rows, "incident-harm", number, what.harms)
    _codes(rows, "incident-hedged", number, what.hedged_harms)
    _codes(rows, "incident-perpetrator", number, what.alleged_perpetrators)


def _years(when: PartialDate) -> tuple[int, int]:
    return when.earliest.year, when.latest.year


def _item(rows: Rows, review: int, what: Item) -> int:
    text, place = what.passage.text, (what.position, what.passage.start, what.passage.end)
    if isinstance(what, LearningPoint):
        number = rows.add("item", text, text.lower(), "", review, 0, *place, ABSENT, 0)
    else:
        said, strength = what.addressee_text, _code(rows, what.strength)
        number = rows.add("item", text, text.lower(), said or "", review, 1, *place, strength, said is not None)
    for theme in sorted({each.theme for each in what.themes if each.counts}):
        rows.add("item-theme", number, _theme(rows, theme))
    if not isinstance(what, LearningPoint):
        _codes(rows, "item-action", number, what.actions)
        _codes(rows, "item-addressee", number, what.addressees)
    return number


def _assignments(
    rows: Rows, document: SourceDocument, target: tuple[int, int], found: Iterable[ThemeAssignment]
) -> None:
    """Add themes that were found in a review, or in one of its items."""
    for each in found:
        words = each.passage
        confidence = rows.number("confidence", confidence_text(each.confidence))
        theme, status = _theme(rows, each.theme), _concept(rows, each.status)
        page = document.page(words.start)
        rows.add(
            "assignment", words.text, *target, theme, words.start, words.end, status, confidence,
            ABSENT if page is None else page,
        )  # fmt: skip


def _evidence(rows: Rows, review: int, what: Incident) -> None:
    for kind, stated in enumerate((what.harms, what.hedged_harms, what.alleged_perpetrators)):
        for each in stated:
            words = each.passage
            rows.add("evidence", words.text, review, kind, _code(rows, each), words.start, words.end)


def _codes(rows: Rows, table: str, number: int, stated: Iterable[Stated[StrEnum]]) -> None:
    for code in dict.fromkeys(each.value for each in stated):
        rows.add(table, number, _concept(rows, code))


def _code(rows: Rows, stated: Stated[StrEnum] | None) -> int:
    return ABSENT if stated is None else _concept(rows, stated.value)


def _concept(rows: Rows, code: StrEnum) -> int:
    return rows.number("concept", _code_iri(code))


def _theme(rows: Rows, theme: str) -> int:
    return rows.number("concept", _theme_iri(theme))


_code_iri = lru_cache(maxsize=1_000)(iris.code_iri)
_theme_iri = lru_cache(maxsize=1_000)(iris.theme_iri)
