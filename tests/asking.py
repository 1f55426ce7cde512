"""Helpers for tests that read one invented recommendation."""

from kg.extract.actions.requests import RecommendationFacts
from kg.extract.recommendations import recommendation_facts
from kg.model import passage


def read(item: str, lead_in: str = "") -> RecommendationFacts:
    """The facts of an invented recommendation after its lead-in."""
    text = f"{lead_in} {item}"
    opening = passage(text, 0, len(lead_in)) if lead_in else None
    return recommendation_facts(text, passage(text, len(lead_in), len(text)), opening)


def actions(item: str) -> list[str]:
    """The actions of an invented recommendation, as codes."""
    return [action.value.value for action in read(item).actions]


def addressees(item: str, lead_in: str = "") -> list[str]:
    """Who an invented recommendation addresses, as codes."""
    return [addressee.value.value for addressee in read(item, lead_in).addressees]
