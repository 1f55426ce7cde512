"""Collections of reviews that nobody ever held: every name and sentence here is invented."""

import random

from kg.graphs.collection import LEARNING, RECOMMENDATION, Collection, Fact, Quote, Review, Theme

_GROUPS = {
    "Harm": (
        "Domestic abuse",
        "Neglect",
        "Harmful sexual behaviour",
        "Bruising in non-mobile babies",
        "Repeated injuries",
    ),
    "Children": (
        "The child's voice and lived experience",
        "Disability",
        "Missing education",
        "Language and interpreters",
    ),
    "Families": ("Fathers and significant men", "House moves", "Parental drug and alcohol misuse", "Parental history"),
    "Agencies": ("Information sharing", "Multi-agency working and information", "Escalation", "Child protection plans"),
    "Practice": (
        "Professional curiosity",
        "Record keeping and chronologies",
        "Supervision",
        "Risk assessment",
        "Training",
    ),
}
_BASE = "https://example.org/invented/"


def invented_themes(copies: int = 1) -> dict[str, Theme]:
    """22 themes, or so many times 22."""
    return {
        theme.iri: theme
        for copy in range(copies)
        for group, labels in _GROUPS.items()
        for label in labels
        for theme in [_theme(label if copy == 0 else f"{label} {copy + 1}", group)]
    }


def _theme(label: str, group: str) -> Theme:
    return Theme(f"{_BASE}theme/{label.lower().replace(' ', '-')}", label, group, f"Invented: {label.lower()}.")


def invented_collection(reviews: int, seed: int = 1, copies: int = 1, most: int = 9) -> Collection:
    """So many reviews with 1 to `most` themes each; the first themes are the commonest."""
    chance = random.Random(seed)
    themes = invented_themes(copies)
    told = tuple(_review(number, chance, list(themes), most) for number in range(1, reviews + 1))
    named = {theme for review in told for theme in review.themes}
    documents = ("Invented digest",) if reviews else ()
    return Collection(documents, told, {iri: theme for iri, theme in themes.items() if iri in named})


def _review(number: int, chance: random.Random, themes: list[str], most: int) -> Review:
    weights = [1 / (rank + 2) for rank in range(len(themes))]
    chosen = sorted(set(chance.choices(themes, weights, k=chance.randint(1, most))))
    quotes = tuple(_quote(theme, n + 1, chance.choice((LEARNING, RECOMMENDATION))) for n, theme in enumerate(chosen))
    label = f"Child {number}" if number % 3 else f"Ada and Ben {number}"
    facts = (Fact("Child", f"{label}, invented"), Fact("Harm", "neglect", hedged=number % 2 == 0, words=("starved",)))
    return Review(f"{_BASE}review-{number}", label, f"Invented review: {label}", "Invented digest", facts, quotes)


def _quote(theme: str, position: int, kind: str) -> Quote:
    words = theme.rsplit("/", 1)[1].replace("-", " ")
    return Quote(theme, kind, position, words, f"practitioners need to know more about {words} in invented cases")
