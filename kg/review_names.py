"""Which reviews a name stands for: an answer alone does not say that there is none, or that there are several."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.answers import Answer
    from kg.stores import Store

_NAMES = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX sg: <https://w3id.org/safeguarding-kg/ontology#>
SELECT DISTINCT ?name { ?review a sg:Review ; sg:label|dcterms:title ?name }"""
_NEAREST = 3


def said_of(store: "Store", name: str, answer: "Answer") -> str | None:
    """What to tell whoever was given this answer about the review of a name, beside the answer."""
    if not len(answer):
        return unknown(store, name)
    titles = {row[answer.columns.index("review")] for row in answer.rows} if "review" in answer.columns else ()
    if len(titles) < 2:
        return None
    said = f"{len(titles)} reviews are called {name!r}: the answer is about all of them."
    return f"{said} Give a whole title to ask about one."


def unknown(store: "Store", name: str) -> str | None:
    """What to tell whoever asked about a review of this label or title; `None` where there is one."""
    names = {each.lower(): each for each in sorted(_names(store))}
    wanted = name.lower()
    if wanted in names:
        return None
    holding = sorted(
        (each for each in names if wanted.strip() and wanted.strip() in each), key=lambda each: (len(each), each)
    )
    near = list(dict.fromkeys((*holding, *get_close_matches(wanted, names, _NEAREST))))[:_NEAREST]
    hint = f" Nearest: {'; '.join(names[each] for each in near)}." if near else ""
    return f"No review has the label or title {name!r}.{hint} `kg query recommendations-per-review` lists all titles."


def _names(store: "Store") -> Iterable[str]:
    """The labels and titles of all reviews: out of columns, where the store has them at hand."""
    _, held = getattr(store, "columns_at_hand", lambda: (False, None))()
    if held is None:
        return [str(row[0]) for row in store.query(_NAMES).rows]
    return (*held.texts("label.text").all, *held.texts("review.title").all)
