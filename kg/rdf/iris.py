"""IRIs minted from content: the same input gives the same IRI on every run and machine.

Two reviews that are both called "Child A" differ in the hash, which is taken over the document's name, the printed
title and how often that title stood in the document before.
"""

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.namespaces import CODE, ID, THEME

if TYPE_CHECKING:
    from kg.model import SourceDocument

_SLUG_LENGTH = 48


def document_iri(name: str, base: str = ID) -> str:
    """The IRI of a source document, which is also the name of its graph."""
    return f"{base}document-{_slug(name)}-{_digest(name)}"


def review_iri(document_name: str, title: str, occurrence: int = 0, base: str = ID) -> str:
    """The IRI of a review; `occurrence` counts the reviews of the same title before it in the document."""
    return f"{base}review-{_slug(title)}-{_digest(document_name, title, str(occurrence))}"


def part_iri(whole: str, kind: str, key: int | str | None = None) -> str:
    """The IRI of a part: a review's `incident`, its `learning`-3, an item's `theme`-housing."""
    return f"{whole}.{kind}" if key is None else f"{whole}.{kind}-{key}"


def extraction_iri(document: "SourceDocument", software: str, vocabulary: str, base: str = ID) -> str:
    """The IRI of the run that read a document: one for each text, software version and vocabulary version."""
    return f"{base}extraction-{_digest(document.name, document.sha256, software, vocabulary)}"


def decisions_iri(base: str = ID) -> str:
    """The IRI of the graph that holds people's decisions."""
    return f"{base}decisions"


def decision_iri(decision: str, base: str = ID) -> str:
    """The IRI of a decision, by its id."""
    return f"{base}decision-{decision}"


def withdrawal_iri(decision: str, by: str, on: str, base: str = ID) -> str:
    """The IRI of a withdrawal: the id of the decision that was taken back, by whom and on which day."""
    return f"{base}withdrawal-{decision}-{_digest(by, on)}"


def same_reviews_iri(base: str = ID) -> str:
    """The IRI of the graph that holds which reviews are one, as people decided."""
    return f"{base}same-reviews"


def same_review_iri(one: str, other: str, base: str = ID) -> str:
    """The IRI of the decision about two reviews, whichever is named first."""
    return f"{base}same-review-{_digest(*sorted((one, other)))}"


def theme_iri(theme: str) -> str:
    """The IRI of a theme id."""
    return THEME + theme


def code_iri(code: str) -> str:
    """The IRI of a code of any list."""
    return CODE + code


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:_SLUG_LENGTH].strip("-") or "untitled"


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:12]
