"""Decisions applied to what was read: they win, in the order they were made.

An accepted or added value is there whether or not this version reads it; a rejected one is not, or is marked as
rejected. A decision whose review, item or words are not in the document any more changes nothing and is handed back.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from kg.codes import Verdict
from kg.curation.decision import THEME, Decision, Target, in_force
from kg.curation.kinds import ITEMS, LEARNING, AnyOwner, Kind, Owner, child_number, kinds_of, shown
from kg.curation.words import find, same_items
from kg.model import (
    Child,
    Digest,
    Item,
    LearningPoint,
    Passage,
    Recommendation,
    Review,
    Stated,
    Status,
    ThemeAssignment,
)

_EXCLUDING = {"harm": "hedged-harm", "hedged-harm": "harm"}  # stated and only possible: never both


class DoesNotFitError(ValueError):
    """A decision's words are not in the document: which column of a worksheet is wrong, and why."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


class Misfit(NamedTuple):
    """A decision that changes nothing, and why."""

    decision: Decision
    why: str

    def __str__(self) -> str:
        """The misfit as words."""
        decision, target = self.decision, self.decision.target
        what = f"{decision.verdict.value} {target.kind} {target.value}, by {decision.by}"
        return f"Decision {decision.number} ({what}) no longer fits {target.document}: {self.why}"


class Curated(NamedTuple):
    """A digest after people's decisions, and those that do not fit it."""

    digest: Digest
    misfits: tuple[Misfit, ...] = ()


def curated(digest: Digest, decisions: Iterable[Decision]) -> Curated:
    """The digest with the decisions in force about its document applied in order, and those that no longer fit."""
    misfits = []
    for decision in sorted(in_force(decisions), key=lambda each: each.number):
        if decision.target.document == digest.document.name:
            try:
                digest = applied(digest, decision)
            except DoesNotFitError as error:
                misfits.append(Misfit(decision, str(error)))
    return Curated(digest, tuple(misfits))


def applied(digest: Digest, decision: Decision) -> Digest:
    """The digest with one decision applied.

    Raises: DoesNotFitError.
    """
    index = review_index(digest, decision.target)
    review = digest.reviews[index]
    if decision.target.part in ITEMS:
        new = _with_items(digest.document.text, review, decision)
    else:
        new = _with_owner(digest, index, decision)
    return replace(digest, reviews=(*digest.reviews[:index], new, *digest.reviews[index + 1 :]))


def review_index(digest: Digest, target: Target) -> int:
    """Which review of the digest a target is about.

    Raises: DoesNotFitError.
    """
    same = [index for index, review in enumerate(digest.reviews) if review.title.text == target.review]
    if not same:
        raise DoesNotFitError("review", f"no review of {digest.document.name} has this title")
    if target.occurrence >= len(same):
        raise DoesNotFitError("occurrence", f"only {len(same)} of its reviews have this title")
    return same[target.occurrence]


def items_of(review: Review, part: str) -> tuple[Item, ...]:
    """The learning points or the recommendations of a review."""
    return review.learning if part == LEARNING else review.recommendations


def facts(review: Review, target: Target) -> tuple[Stated[Any] | ThemeAssignment, ...]:
    """Everything of the target's kind that stands where the target points to; empty where that is not there."""
    if target.part in ITEMS:
        items = items_of(review, target.part)
        at = [items[index] for index in same_items(items, target.item, target.quote)]
        if target.kind == THEME:
            return tuple(theme for item in at for theme in item.themes)
        kind = kinds_of(target.part)[target.kind]
        return tuple(fact for item in at if isinstance(item, Recommendation) for fact in kind.read(item))
    if target.kind == THEME:
        return review.context_themes
    owner = _owner(review, target)
    return kinds_of(target.part)[target.kind].read(owner) if owner is not None else ()


def holds(fact: Stated[Any] | ThemeAssignment, value: str) -> bool:
    """Whether a fact has this value."""
    return (fact.theme if isinstance(fact, ThemeAssignment) else shown(fact.value)) == value


def _with_items(text: str, review: Review, decision: Decision) -> Review:
    target = decision.target
    items = items_of(review, target.part)
    same = same_items(items, target.item, target.quote)
    if not same:
        raise DoesNotFitError("item", f"no item of its {target.part} list has these words")
    new = tuple(_with_item(text, review, item, decision) if index in same else item for index, item in enumerate(items))
    changes: dict[str, Any] = {"learning" if target.part == LEARNING else "recommendations": new}
    return replace(review, **changes)


def _with_item(text: str, review: Review, item: Item, decision: Decision) -> Item:
    if decision.target.kind == THEME:
        return replace(item, themes=_themes(text, item.themes, item.passage, decision))
    if isinstance(item, LearningPoint):
        raise DoesNotFitError("kind", "a learning point has themes and nothing else")
    done = _with_fact(item, decision, text, item.passage, Passage(review.title.start, len(text), ""))
    named = done.addressee_text or next((each.passage.text for each in done.addressees), None)
    return replace(done, addressee_text=named if done.addressees else None)


def _themes(
    text: str, themes: tuple[ThemeAssignment, ...], where: Passage, decision: Decision
) -> tuple[ThemeAssignment, ...]:
    """Themes after a decision: the rejected one stays, marked, so that it cannot be suggested again."""
    target = decision.target
    if decision.verdict in (Verdict.REJECT, Verdict.CHANGE):
        themes = _marked(themes, target.value, Status.REJECTED)
        if decision.verdict is Verdict.REJECT:
            return themes
    if any(theme.theme == decision.value for theme in themes):
        return _marked(themes, decision.value, Status.ACCEPTED)
    words = find(text, target.quote, where.start, where.end)
    if words is None:
        raise DoesNotFitError("quote", f"these words do not stand in the {'item' if target.item else 'review'}")
    added = ThemeAssignment(decision.value, words, 1.0, words.text, Status.ACCEPTED)
    return tuple(sorted((*themes, added), key=lambda each: (each.passage.start, each.passage.end, each.theme)))


def _marked(themes: tuple[ThemeAssignment, ...], theme: str, status: Status) -> tuple[ThemeAssignment, ...]:
    return tuple(each._replace(status=status) if each.theme == theme else each for each in themes)


def _with_owner(digest: Digest, index: int, decision: Decision) -> Review:
    review, text, target = digest.reviews[index], digest.document.text, decision.target
    after = digest.reviews[index + 1 : index + 2]
    own = Passage(review.title.start, after[0].title.start if after else len(text), "")
    if target.kind == THEME:
        return replace(review, context_themes=_themes(text, review.context_themes, own, decision))
    if target.part == "review":
        return _with_fact(review, decision, text, own, Passage(0, len(text), ""))
    if target.part == "incident":
        return replace(review, incident=_with_fact(review.incident, decision, text, own))
    children = list(review.children)
    place = (child_number(target.part) or 1) - 1 if decision.verdict is Verdict.ADD else _child(review, target)
    if place == len(children):
        children.append(Child())
    if place >= len(children):
        raise DoesNotFitError("where", f"the review tells of {len(children)} children")
    children[place] = _with_fact(children[place], decision, text, own)
    return replace(review, children=tuple(children))


def _owner(review: Review, target: Target) -> Owner | None:
    if target.part == "review":
        return review
    if target.part == "incident":
        return review.incident
    return next(iter(review.children[_child(review, target) :][:1]), None)


def _child(review: Review, target: Target) -> int:
    """The place of the child a target is about: the one of its number, unless only another has this value and quote."""
    kind, number = kinds_of(target.part)[target.kind], child_number(target.part) or 1
    stated = [[(shown(fact.value), fact.passage.text) for fact in kind.read(child)] for child in review.children]
    same = [place for place, facts in enumerate(stated) if (target.value, target.quote) in facts]
    return same[0] if len(same) == 1 else number - 1


def _with_fact(owner: AnyOwner, decision: Decision, text: str, *where: Passage) -> AnyOwner:
    """An owner of facts after a decision; added words are looked for in each stretch of the text in turn."""
    target = decision.target
    kind = kinds_of(target.part)[target.kind]
    kept: tuple[Stated[Any], ...] = kind.read(owner)
    if decision.verdict in (Verdict.REJECT, Verdict.CHANGE):
        kept = tuple(fact for fact in kept if not holds(fact, target.value))
    if decision.verdict is not Verdict.REJECT and not any(holds(fact, decision.value) for fact in kept):
        added: Stated[Any] = Stated(kind.parse(decision.value), _found(text, target.quote, where))
        kept = (*kept, added) if kind.many else (added,)
    owner = kind.write(owner, kept)
    return owner if decision.verdict is Verdict.REJECT else _without_contradiction(owner, decision)


def _without_contradiction(owner: AnyOwner, decision: Decision) -> AnyOwner:
    """A harm that a person says is stated is not possible as well, nor the other way round."""
    other: Kind | None = kinds_of(decision.target.part).get(_EXCLUDING.get(decision.target.kind, ""))
    if other is None:
        return owner
    return other.write(owner, tuple(fact for fact in other.read(owner) if not holds(fact, decision.value)))


def _found(text: str, quote: str, where: tuple[Passage, ...]) -> Passage:
    for stretch in where:
        if words := find(text, quote, stretch.start, stretch.end):
            return words
    raise DoesNotFitError("quote", "these words do not stand in the document where the review is told")
