"""One invented review: who, what happened, what was learned and what is asked for. Nobody in it ever lived."""

import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from benchmarks.generator import words
from kg.vocabulary import themes

_MOST_TOPICS = 9
_A_BEFORE_VOWEL = re.compile(r"\ba (?=[aeio]|8|11|hon)")
_KINDRED = 0.35  # how often a topic comes with its neighbours in the list, so that some themes go together


@dataclass(frozen=True)
class Invented:
    """A review before it is printed in a layout."""

    label: str
    place: str
    summary: str
    topics: tuple[str, ...]  # phrases that name its themes
    learning: tuple[str, ...]
    recommendations: tuple[str, ...]


def invented(chance: random.Random, number: int) -> Invented:
    """A review with a skewed choice of themes, several of them in many of its sentences."""
    chosen = _themes(chance)
    label = f"{chance.choice(words.LABELS)} {chance.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')}{number % 1_000}"
    return Invented(
        label,
        chance.choice(words.PLACES),
        _summary(chance, label),
        tuple(dict.fromkeys(chance.choice(_phrases()[theme]) for theme in chosen[:5])),
        tuple(_sentence(chance, words.LEARNING, chosen) for _ in range(chance.randint(4, 9))),
        tuple(_sentence(chance, words.RECOMMENDATIONS, chosen) for _ in range(chance.randint(3, 8))),
    )


def _themes(chance: random.Random) -> list[str]:
    """The review's themes: popular ones often (Zipf), and some with their neighbours."""
    every, weights = _popularity()
    found: dict[str, None] = {}
    while len(found) < 1 or (len(found) < _MOST_TOPICS and chance.random() < 0.85):
        place = chance.choices(range(len(every)), cum_weights=weights)[0]
        found[every[place]] = None
        if chance.random() < _KINDRED:
            found[every[place - 1]] = None
    return list(found)


@cache
def _popularity() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Theme ids, the commonest first, and the sums of their weights."""
    every = sorted(_phrases())
    random.Random("which themes are common").shuffle(every)
    return tuple(every), tuple(accumulate(1 / (rank + 3) for rank in range(len(every))))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The phrases of each theme that sentences are made with: its labels in lower case, acronyms as they are."""
    return {
        theme.id: tuple(label if label.isupper() else _lower(label) for label in (theme.label, *theme.alt_labels))
        for theme in themes().values()
    }


def _lower(label: str) -> str:
    return label if label[1:2].isupper() else label[0].lower() + label[1:]


def _sentence(chance: random.Random, frames: tuple[str, ...], chosen: list[str]) -> str:
    """A frame, with phrases of the review's themes and words of all sorts in its gaps."""
    return _A_BEFORE_VOWEL.sub("an ", _filled(chance, chance.choice(frames), chosen))


def _filled(chance: random.Random, frame: str, chosen: list[str]) -> str:
    pieces = frame.split("{")
    out = [pieces[0]]
    for piece in pieces[1:]:
        gap, _, rest = piece.partition("}")
        if gap == "topic":
            out.append(chance.choice(_phrases()[chance.choice(chosen)]))
        else:
            out.append(_filled(chance, chance.choice(words.GAPS[gap]), chosen))
        out.append(rest)
    return "".join(out)


def _summary(chance: random.Random, label: str) -> str:
    """What happened, to whom and when, and a few sentences of background."""
    first = _sentence(chance, words.INCIDENTS, [])
    more = [_sentence(chance, words.BACKGROUND, []) for _ in range(chance.randint(0, 3))]
    return " ".join((first, *more)).replace("LABEL", label)
