"""What can be decided: each kind of fact, the part of a review it belongs to, and how its value is written."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from kg.curation.decision import THEME
from kg.model import (
    Action,
    Addressee,
    Age,
    Child,
    DocumentType,
    Harm,
    Incident,
    Outcome,
    PartialDate,
    Recommendation,
    Relation,
    Review,
    ReviewType,
    Sex,
    Stated,
    Strength,
)
from kg.vocabulary import themes

Owner = Review | Incident | Child | Recommendation  # what has facts
AnyOwner = TypeVar("AnyOwner", Review, Incident, Child, Recommendation)
LEARNING, RECOMMENDATION = "learning", "recommendation"
ITEMS = (LEARNING, RECOMMENDATION)
_CHILD = re.compile(r"child-([1-9]\d?)")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: the attribute of the model that holds it, whether there can be several, and its values."""

    attribute: str
    many: bool
    parse: Callable[[str], Any]

    def read(self, owner: Owner) -> tuple[Stated[Any], ...]:
        """The facts of this kind that an owner has."""
        held = getattr(owner, self.attribute)
        return held if self.many else () if held is None else (held,)

    def write(self, owner: AnyOwner, facts: tuple[Stated[Any], ...]) -> AnyOwner:
        """The owner with these facts of this kind and no others."""
        changes: dict[str, Any] = {self.attribute: facts if self.many else next(iter(facts), None)}
        return replace(owner, **changes)


def _one(attribute: str, parse: Callable[[str], Any]) -> Kind:
    return Kind(attribute, many=False, parse=parse)


def _many(attribute: str, parse: Callable[[str], Any]) -> Kind:
    return Kind(attribute, many=True, parse=parse)


KINDS: Mapping[str, Mapping[str, Kind]] = MappingProxyType(
    {
        "review": {
            "label": _many("labels", str),
            "identifier": _one("identifier", str),
            "review-type": _one("review_type", ReviewType),
            "document-type": _one("document_type", DocumentType),
            "place": _one("place", str),
            "published": _one("published", PartialDate),
        },
        "incident": {
            "outcome": _one("outcome", Outcome),
            "harm": _many("harms", Harm),
            "hedged-harm": _many("hedged_harms", Harm),
            "date": _one("date", PartialDate),
            "alleged-perpetrator": _many("alleged_perpetrators", Relation),
        },
        "child": {"label": _one("label", str), "sex": _one("sex", Sex), "age": _one("age", Age)},
        LEARNING: {},
        RECOMMENDATION: {
            "action": _many("actions", Action),
            "addressee": _many("addressees", Addressee),
            "strength": _one("strength", Strength),
        },
    }
)


def child_number(part: str) -> int | None:
    """The number of the child that a part names, from 1; `None` if it names no child."""
    match = _CHILD.fullmatch(part)
    return int(match[1]) if match else None


def kinds_of(part: str) -> Mapping[str, Kind]:
    """The kinds of facts that a part can have; empty for no part at all."""
    return KINDS.get("child" if child_number(part) else part, {})


def names_of(part: str) -> tuple[str, ...]:
    """What can be decided about a part: its kinds of facts, and themes of items and of what a review says beside."""
    return (*((THEME,) if part in (*ITEMS, "review") else ()), *kinds_of(part))


def shown(value: object) -> str:
    """A value as a worksheet writes it: an id, EDTF, ISO 8601 or words."""
    return str(getattr(value, "edtf", None) or getattr(value, "iso", None) or value)


def is_valid(part: str, kind: str, value: str) -> bool:
    """Whether a value can be one of this kind."""
    if kind == THEME:
        return value in themes()
    try:
        return bool(value) and shown(kinds_of(part)[kind].parse(value)) == value
    except ValueError:
        return False


def label(part: str, kind: str, value: str) -> str:
    """What people call a value: a theme by its preferred label, a code in words, all else as it is."""
    if kind == THEME:
        return themes()[value].label if value in themes() else ""
    parse = kinds_of(part)[kind].parse
    is_code = isinstance(parse, type) and issubclass(parse, StrEnum)
    return value.replace("-", " ") if is_code else value


def owners(review: Review) -> Iterator[tuple[str, Owner]]:
    """Each part of a review that has facts of its own, except items, under its name."""
    yield "review", review
    yield "incident", review.incident
    for number, child in enumerate(review.children, 1):
        yield f"child-{number}", child
