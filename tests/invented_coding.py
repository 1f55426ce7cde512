"""An invented document for people to decide about, and what a store then holds of it."""

from datetime import date
from hashlib import sha256

from kg.model import SourceDocument
from kg.namespaces import OA, SG
from kg.store import Store

# Invented: no such review, child or place.
TEXT = """Invented digest – July 2023

1. Serious case review: Child Alder: learning summary

Death of a 15-week-old boy in July 2021. His mother's partner was charged with murder. There may have been neglect.

Learning includes: professionals should be curious about the housing of the family; the supervision of staff was
thin; nobody asked why the grandmother stayed away.

Recommendations include: the partnership should review its guidance on housing; train staff in domestic abuse.
"""
DAY = date(2026, 1, 31)


def document(text: str = TEXT, name: str = "invented.txt") -> SourceDocument:
    return SourceDocument(name, sha256(text.encode()).hexdigest(), "text/plain", text)


def themes(store: Store, part: str = "learning") -> set[tuple[str, str]]:
    """The theme and status of every assignment to items of a part."""
    found = store.query(
        f"SELECT ?theme ?status {{ ?a <{OA.hasTarget}> ?item ; <{OA.hasBody}> ?theme ; <{SG.status}> ?status "
        f"FILTER(CONTAINS(STR(?item), '.{part}-')) }}"
    )
    return {(str(theme).rsplit("/", 1)[1], str(status).rsplit("/", 1)[1]) for theme, status in found.rows}
