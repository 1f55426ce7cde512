"""Gold labels: what a careful reader finds in each review of a document. Frozen values, read from a JSON file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KGError

Labels = frozenset[str]
NO_LABELS: Labels = frozenset()


class GoldError(KGError):
    """A file of gold labels that cannot be used."""


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One learning point or recommendation. `None` stands for what the labeller did not label."""

    head: str  # its first words as printed
    themes: Labels | None = None
    themes_either: Labels = NO_LABELS  # what only one of two readers gave
    actions: Labels | None = None
    addressees: Labels | None = None
    actions_either: Labels = NO_LABELS
    addressees_either: Labels = NO_LABELS


@dataclass(frozen=True, slots=True)
class GoldList:
    """The learning points, or the recommendations, of a review."""

    count: int | None  # how many a right list has; `None` where that is a matter of taste
    items: tuple[GoldItem, ...]


@dataclass(frozen=True, slots=True)
class GoldReview:
    """What a careful reader finds in one review; `…_either` holds what only one of two readers gave.

    `None` for themes stands for a review whose themes were not labelled; it may have none.
    """

    id: str
    title: str
    labels: tuple[str, ...]
    review_type: str | None
    place: str | None
    published: str | None
    fatal: bool
    incident_date: str | None
    incident_date_or: tuple[str | None, ...]  # other dates that are right too
    children: tuple[tuple[str, str], ...]  # sex and age of each child, sorted; a group of two is two; "" is unknown
    keywords: tuple[str, ...]
    harms: Labels
    harms_either: Labels
    perpetrators: Labels
    perpetrators_either: Labels
    learning: GoldList
    recommendations: GoldList
    themes: Labels | None
    themes_either: Labels


def read_gold(path: Path) -> tuple[GoldReview, ...]:
    """The labelled reviews of a file, in the order of its document, without those marked as not complete.

    Raises: GoldError.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path} cannot be read as gold labels: {error}.") from error
    return reviews_of(data, str(path))


def reviews_of(data: object, where: str) -> tuple[GoldReview, ...]:
    """The labelled reviews of a parsed file.

    Raises: GoldError, naming `where`.
    """
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        raise GoldError(f"{where} is not a file of gold labels: it must be a list of reviews.")
    return tuple(_checked(entry, number, where) for number, entry in enumerate(data, 1) if entry.get("complete", True))


def children_of(children: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Sex and age of each child, sorted; one described as a group of n counts n times."""
    pairs = ((child.get("sex") or "", child.get("age") or "", child.get("count") or 1) for child in children)
    return tuple(sorted((sex, age) for sex, age, count in pairs for _ in range(count)))


def _checked(entry: Mapping[str, Any], number: int, where: str) -> GoldReview:
    try:
        return _review(entry)
    except KeyError as error:
        raise GoldError(f"{where}: review {number} has no {error}: add it, with null if there is none.") from error
    except (TypeError, AttributeError) as error:
        raise GoldError(f"{where}: review {number} has a value of a wrong kind: {error}.") from error


def _review(entry: Mapping[str, Any]) -> GoldReview:
    return GoldReview(
        id=entry["id"],
        title=entry["title"],
        labels=tuple(entry["labels"]),
        review_type=entry["review_type"],
        place=entry["place"],
        published=entry["published"],
        fatal=bool(entry["fatal"]),
        incident_date=entry["incident_date"],
        incident_date_or=tuple(entry.get("incident_date_or", ())),
        children=children_of(entry["children"]),
        keywords=tuple(entry["keywords"]),
        harms=frozenset(entry["harms"]),
        harms_either=frozenset(entry.get("harms_either", ())),
        perpetrators=frozenset(entry["perpetrators"]),
        perpetrators_either=frozenset(entry.get("perpetrators_either", ())),
        learning=_list(entry["learning"]),
        recommendations=_list(entry["recommendations"]),
        themes=_labelled(entry, "themes") or None,  # an empty list says no more than none: so the reference counts
        themes_either=frozenset(entry.get("themes_either", ())),
    )


def _list(entry: Mapping[str, Any]) -> GoldList:
    count: int | None = entry["count"] if entry.get("exact", True) else None
    return GoldList(count, tuple(_item(item) for item in entry["items"]))


def _item(entry: Mapping[str, Any]) -> GoldItem:
    return GoldItem(
        head=entry["head"],
        themes=_labelled(entry, "themes"),
        themes_either=frozenset(entry.get("themes_either", ())),
        actions=_labelled(entry, "action_types"),
        addressees=_labelled(entry, "addressee_types"),
        actions_either=frozenset(entry.get("action_types_either", ())),
        addressees_either=frozenset(entry.get("addressee_types_either", ())),
    )


def _labelled(entry: Mapping[str, Any], key: str) -> Labels | None:
    """The labels, which may be none; `None` where the entry has not even an empty list of them."""
    return frozenset(entry[key]) if entry.get(key) is not None else None
