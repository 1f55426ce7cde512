"""Answers to saved questions from columns: numpy arrays read from a store, where SPARQL would take too long.

A saved query stays the contract. A line `#+ columns: NAME` in its header says that a function here gives the same
answer; where columns cannot speak of a store as SPARQL would, SPARQL answers. docs/decisions/160-columns.md says why.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.columns.errors import NotColumnarError

if TYPE_CHECKING:
    from kg.answers import Answer
    from kg.columns.part import Columns

__all__ = ["QUESTIONS", "NotColumnarError", "question"]

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "ages_and_sexes_by_harm": "counts",
        "alleged_perpetrators_by_age": "lists",
        "asked_of_agency": "lists",
        "documents": "counts",
        "evidence_for_theme_in_review": "named",
        "facts_of_review": "named",
        "harm_or_theme": "alike",
        "hedged_harm": "lists",
        "incidents_by_year_outcome_harm": "counts",
        "items_with_words": "lists",
        "learning_without_recommendation": "lists",
        "recommendations_by_action": "counts",
        "recommendations_by_addressee_and_action": "counts",
        "recommendations_on_theme_to_agency": "lists",
        "recommendations_per_review": "counts",
        "reviews_lacking_a_fact": "counts",
        "reviews_like": "alike",
        "reviews_naming_theme": "lists",
        "reviews_naming_themes_together": "alike",
        "theme_pairs": "themes",
        "themes_by_distinct_reviews": "themes",
        "themes_by_period": "themes",
        "themes_by_reviews": "themes",
        "themes_in_no_review": "themes",
        "themes_in_reviews_of_age": "themes",
        "themes_rolled_up": "themes",
        "themes_shared_with_review": "alike",
        "weak_recommendations": "lists",
    }
)  # the name of each columnar question, and the module that answers it


def question(name: str) -> "Callable[[Columns, Mapping[str, str]], Answer]":
    """The function that answers a columnar question."""
    found: Callable[[Columns, Mapping[str, str]], Answer] = getattr(
        import_module(f"kg.columns.{QUESTIONS[name]}"), name
    )
    return found
