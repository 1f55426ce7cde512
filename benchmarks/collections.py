"""Invented collections of any size as digests already read, for measuring what comes after reading.

Nothing in them ever happened: names are numbers, sentences are made of the labels of themes and codes. The popularity
of themes is skewed as Zipf has it; the same seed gives the same reviews whatever comes after them.
"""

import random
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from kg.model import (
    Action,
    Addressee,
    Age,
    Child,
    Digest,
    Harm,
    Incident,
    LearningPoint,
    Outcome,
    PartialDate,
    Passage,
    Recommendation,
    Relation,
    Review,
    ReviewType,
    Sex,
    SourceDocument,
    Stated,
    Status,
    Strength,
    ThemeAssignment,
)
from kg.vocabulary import themes

Code = TypeVar("Code", bound=StrEnum)
REVIEWS_A_DOCUMENT = 15
_AGES = ("P3W", "P15W", "P8M", "P2Y", "P4Y", "P7Y", "P9Y", "P12Y", "P14Y", "P15Y", "P16Y", "P17Y")


def digests(reviews: int, seed: int = 1) -> Iterator[Digest]:
    """Yield documents of 15 reviews each until there are so many reviews."""
    for first in range(0, reviews, REVIEWS_A_DOCUMENT):
        number = first // REVIEWS_A_DOCUMENT + 1
        chance = random.Random(f"{seed}/{number}")
        yield _digest(number, min(REVIEWS_A_DOCUMENT, reviews - first), chance)


class _Text:
    """A text as it grows; every piece comes back as the passage where it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(self, words: str, after: str = "\n") -> Passage:
        start = self._length
        self._pieces.append(words + after)
        self._length += len(words) + len(after)
        return Passage(start, start + len(words), words)

    def whole(self) -> str:
        return "".join(self._pieces)


def _digest(number: int, reviews: int, chance: random.Random) -> Digest:
    text = _Text()
    title = text.add(f"Invented digest {number}")
    read = tuple(_review(text, number, position, chance) for position in range(1, reviews + 1))
    whole = text.whole()
    name = f"invented-{number:06}.txt"
    return Digest(SourceDocument(name, sha256(whole.encode()).hexdigest(), "text/plain", whole), read, title)


def _review(text: _Text, document: int, position: int, chance: random.Random) -> Review:
    label = f"Child {document}-{position}"
    title = text.add(f"Invented review: {label}")
    return Review(
        number=position,
        title=title,
        labels=(Stated(label, _within(title, label)),),
        review_type=_maybe(text, chance, tuple(ReviewType), 0.9),
        place=Stated(place := f"Place {chance.randint(1, 150)}", text.add(place)) if chance.random() < 0.3 else None,
        summary=text.add(f"Invented summary of {label}."),
        children=(_child(text, chance),),
        incident=_incident(text, chance),
        learning=tuple(_learning(text, chance, n) for n in range(1, chance.randint(3, 7))),
        recommendations=tuple(_recommendation(text, chance, n) for n in range(1, chance.randint(2, 5))),
    )


def _within(passage: Passage, words: str) -> Passage:
    start = passage.start + passage.text.index(words)
    return Passage(start, start + len(words), words)


def _child(text: _Text, chance: random.Random) -> Child:
    age = chance.choice(_AGES)
    return Child(
        sex=_maybe(text, chance, tuple(Sex), 0.8),
        age=Stated(Age(age), text.add(f"aged {age}")) if chance.random() < 0.8 else None,
        count=1 if chance.random() < 0.95 else 2,
    )


def _incident(text: _Text, chance: random.Random) -> Incident:
    date = f"{chance.randint(2010, 2024)}-{chance.randint(1, 12):02}"
    harms = chance.sample(tuple(Harm), k=chance.choice((0, 1, 1, 2)))
    return Incident(
        outcome=_maybe(text, chance, tuple(Outcome), 0.9),
        harms=tuple(Stated(harm, text.add(harm.value)) for harm in harms),
        hedged_harms=_some(text, chance, tuple(Harm), 0.15),
        date=Stated(PartialDate(date), text.add(date)) if chance.random() < 0.7 else None,
        alleged_perpetrators=_some(text, chance, tuple(Relation), 0.4),
    )


def _learning(text: _Text, chance: random.Random, position: int) -> LearningPoint:
    item, found = _item(text, chance)
    return LearningPoint(item, position, found)


def _recommendation(text: _Text, chance: random.Random, position: int) -> Recommendation:
    item, found = _item(text, chance)
    addressees = _some(text, chance, tuple(Addressee), 0.7)
    return Recommendation(
        item,
        position,
        found,
        _some(text, chance, tuple(Action), 0.9),
        addressees,
        addressees[0].passage.text if addressees else None,
        _maybe(text, chance, tuple(Strength), 0.3),
    )


def _item(text: _Text, chance: random.Random) -> tuple[Passage, tuple[ThemeAssignment, ...]]:
    """A sentence that names one to three themes in their own words."""
    labels = tuple(themes().items())
    weights = [1 / (rank + 3) for rank in range(len(labels))]
    chosen = dict(chance.choices(labels, weights, k=chance.choice((1, 1, 1, 2, 2, 3))))
    words = "practitioners need to know more of " + " and of ".join(theme.label for theme in chosen.values())
    item = text.add(words)
    return item, tuple(
        ThemeAssignment(id_, _within(item, theme.label), chance.choice((0.7, 0.85, 0.97)), theme.label, _status(chance))
        for id_, theme in chosen.items()
    )


def _status(chance: random.Random) -> Status:
    return chance.choices((Status.STATED, Status.SUGGESTED, Status.ACCEPTED, Status.REJECTED), (80, 14, 4, 2))[0]


def _maybe(text: _Text, chance: random.Random, codes: Sequence[Code], share: float) -> Stated[Code] | None:
    found = _some(text, chance, codes, share)
    return found[0] if found else None


def _some(text: _Text, chance: random.Random, codes: Sequence[Code], share: float) -> tuple[Stated[Code], ...]:
    """None, or one code in its own words."""
    if chance.random() >= share:
        return ()
    code = chance.choice(codes)
    return (Stated(code, text.add(code.value.replace("-", " "))),)
