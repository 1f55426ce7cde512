"""Collections for the explorer, with all that its facets need: every name and sentence here is invented."""

import random

from kg.graphs.collection import LEARNING, RECOMMENDATION, Collection, Fact, Item, Quote, Review, Theme, Trait
from tests.invented import invented_themes

_BASE = "https://example.org/invented/"
_AGES = (("Under 1", "under-1"), ("1 to 5", "1-5"), ("11 to 15", "11-15"))
_CASES = 6  # hidden types of case, whose reviews name the same themes more often


def told_collection(reviews: int, seed: int = 1, copies: int = 3) -> Collection:
    """So many reviews of a few hidden types of case, with facts, items, addressees, suggested themes and links."""
    chance = random.Random(seed)
    themes = list(invented_themes(copies).values())
    cases = [chance.sample(themes, max(4, len(themes) // _CASES)) for _ in range(_CASES)]
    told = tuple(_review(number, random.Random(f"{seed} {number}"), themes, cases) for number in range(1, reviews + 1))
    named = {theme for review in told for theme in review.themes}
    suggested = {quote.theme for review in told for quote in review.suggested} - named
    return Collection(
        ("Invented digest",) if reviews else (),
        told,
        {theme.iri: theme for theme in themes if theme.iri in named},
        {theme.iri: theme for theme in themes if theme.iri in suggested},
    )


def hidden_cases(seed: int = 1, copies: int = 3) -> list[set[str]]:
    """The themes of each hidden type of case."""
    chance = random.Random(seed)
    themes = list(invented_themes(copies).values())
    return [{theme.iri for theme in chance.sample(themes, max(4, len(themes) // _CASES))} for _ in range(_CASES)]


def _review(number: int, chance: random.Random, themes: list[Theme], cases: list[list[Theme]]) -> Review:
    case = chance.choice(cases)
    pick = [
        chance.choice(case) if chance.random() < 0.8 else chance.choice(themes) for _ in range(chance.randint(4, 11))
    ]
    chosen = sorted({theme.iri: theme for theme in pick}.values(), key=lambda theme: theme.iri)
    quotes = tuple(_quote(theme, n, number, chance) for n, theme in enumerate(chosen, 1))
    items = tuple(Item(q.kind, q.position, q.text, _addressees(q, chance)) for q in quotes)
    guess = chance.choice(themes)
    suggested = Quote(guess.iri, LEARNING, 99, "perhaps", f"perhaps about {guess.label.lower()}", 0.3, "suggested")
    label = f"Child {number}"
    return Review(
        f"{_BASE}review-{number}",
        label,
        f"Invented review: {label}",
        "Invented digest",
        (
            Fact("Outcome", "Death", words=("died",)),
            Fact("Harm", "Neglect", hedged=number % 2 == 0, words=("neglect", "went without food")),
        ),
        quotes,
        (suggested,),
        items,
        _traits(number, chance),
        (f"https://example.org/documents/{number}.pdf",) if number % 3 == 0 else (),
        f"Death of a child who is called {label} here and lived by a lighthouse.",
    )


def _quote(theme: Theme, position: int, number: int, chance: random.Random) -> Quote:
    kind = chance.choice((LEARNING, RECOMMENDATION))
    words = theme.label.lower()
    text = f"practitioners need to know more about {words} in invented cases like number {number}"
    return Quote(
        theme.iri, kind, position, words, text, chance.choice((0.95, 0.81, 0.6)), chance.choice(("stated", "accepted"))
    )


def _addressees(quote: Quote, chance: random.Random) -> tuple[str, ...]:
    if quote.kind == LEARNING or chance.random() < 0.4:
        return ()
    return tuple(sorted(chance.sample(("Police", "Schools", "Primary care"), chance.randint(1, 2))))


def _traits(number: int, chance: random.Random) -> tuple[Trait, ...]:
    year = () if number % 5 == 0 else (Trait("year", str(2008 + chance.randrange(12))),)
    harm = ("Neglect (only possible)", "neglect") if number % 2 == 0 else ("Physical abuse", "physical-abuse")
    return (
        *year,
        Trait("outcome", chance.choice(("Death", "Serious harm")), "death"),
        Trait("harm", *harm),
        Trait("age", *chance.choice(_AGES)),
        Trait("sex", chance.choice(("Female", "Male")), "female"),
        Trait("type", chance.choice(("Serious case review", "Learning review")), "learning-review"),
        Trait("place", chance.choice(("Northby", "Aldenwick", "Eastmere"))),
    )
