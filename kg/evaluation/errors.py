"""Every error with its words: which review, what the gold says, what was read, and where it comes from.

Labels that only one of two readers gave are no errors, in items neither.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Any

from kg.answers import Answer
from kg.evaluation import comparison
from kg.evaluation.comparison import LISTS, ItemPair, Pair, Sets
from kg.evaluation.figures import Evaluation
from kg.to_json import Json

COLUMNS = ("document", "review", "measure", "problem", "gold", "read", "words")
_FACT_NAMES = {  # a measured fact -> what the evidence calls it
    "children": ("sex", "age"),
    "date": ("date",),
    "fatal": ("outcome",),
    "keywords": ("keyword",),
    "labels": ("label",),
    "place": ("place",),
    "published": ("published",),
    "review_type": ("review_type",),
}

Words = Callable[[str], str]  # what a label rests on


@dataclass(frozen=True, slots=True)
class Error:
    """One difference between gold and reading. `words` are what the reading rests on, or where it should have."""

    document: str
    review: str
    measure: str
    problem: str  # wrong, missing
    gold: str
    read: str
    words: str


def errors(evaluation: Evaluation) -> Answer:
    """One row for each error, in the order of the documents."""
    return Answer(COLUMNS, tuple(astuple(error) for pair in evaluation.pairs for error in errors_of(pair)))


def errors_of(pair: Pair) -> Iterator[Error]:
    """What is wrong with one review: facts, harms, perpetrators, lists, themes, actions and addressees."""
    if pair.read is None:
        yield _error(pair, "reviews found", "missing", pair.gold.title, "", "")
        return
    for fact in comparison.facts(pair):
        if not fact.is_right:
            yield _error(pair, fact.name, "wrong", _shown(fact.gold), _shown(fact.read), _evidence(pair, fact.name))
    yield from _labels(pair, "harms", comparison.harms(pair), lambda harm: _quoted(pair, ("harm", "hedged_harm"), harm))
    yield from _labels(
        pair, "perpetrators", comparison.perpetrators(pair), lambda one: _quoted(pair, ("alleged_perpetrator",), one)
    )
    for wrong in comparison.lists_wrong(pair):
        yield _error(pair, "item lists", "wrong", wrong, "", "")
    yield from _labels(pair, "themes per review", comparison.review_themes(pair), lambda theme: _why(pair, theme))
    for item in comparison.items(pair):
        yield from _item(pair, item)


def _item(pair: Pair, item: ItemPair) -> Iterator[Error]:
    """What is wrong with an item; the words are the quote of a theme, else the whole item as read, else its head."""
    text = (item.read or {}).get("text") or item.gold.head
    quotes = _quotes((item.read or {}).get("themes") or ())
    themes = comparison.item_themes(item)
    yield from _labels(pair, f"themes of {item.place}", themes, lambda theme: quotes.get(theme, text))
    yield from _labels(pair, f"actions of {item.place}", comparison.actions(item), lambda _: text)
    yield from _labels(pair, f"addressees of {item.place}", comparison.addressees(item), lambda _: text)


def _labels(pair: Pair, measure: str, sets: Sets | None, words: Words) -> Iterator[Error]:
    if sets is not None:
        yield from (_error(pair, measure, "wrong", "", label, words(label)) for label in sorted(sets.wrong))
        yield from (_error(pair, measure, "missing", label, "", words(label)) for label in sorted(sets.missed))


def _why(pair: Pair, theme: str) -> str:
    """The quotes of a theme that was read, else the items in which it should have been, else the summary."""
    read = pair.read or {}
    of_items = [entry for kind in LISTS for item in read.get(kind) or () for entry in item.get("themes") or ()]
    entries = [*(read.get("themes") or ()), *of_items]
    quotes = [entry.get("quote") or "" for entry in entries if isinstance(entry, dict) and entry["theme"] == theme]
    should = (item for item in comparison.items(pair) if theme in (item.gold.themes or ()))
    texts = [(item.read or {}).get("text") or item.gold.head for item in should]
    return _several(quotes or texts or [read.get("summary") or ""])


def _quotes(entries: Iterable[Json | str]) -> dict[str, str]:
    return {entry["theme"]: entry.get("quote") or "" for entry in entries if isinstance(entry, dict)}


def _quoted(pair: Pair, facts: tuple[str, ...], value: str) -> str:
    """The quote of a value that was read, else the summary, where it should have been."""
    read = pair.read or {}
    quotes = [one["quote"] for one in read.get("evidence") or () if one["fact"] in facts and one["value"] == value]
    return _several(quotes or [read.get("summary") or ""])


def _evidence(pair: Pair, name: str) -> str:
    """The quotes that a fact as read rests on; nothing, if it was not read."""
    evidence = (pair.read or {}).get("evidence") or ()
    facts = _FACT_NAMES[name]
    prefix = "child-" if name == "children" else ""
    return _several(
        one["quote"]
        for one in evidence
        if one["fact"].startswith(prefix)
        and one["fact"].rpartition(".")[2] in facts
        and ("." in one["fact"]) == bool(prefix)
    )


def _shown(value: Any) -> str:  # noqa: ANN401 - a fact is text, a truth value, or several of either
    if isinstance(value, list | tuple):
        return "; ".join(map(_shown, value))
    return "" if value is None else "yes" if value is True else "no" if value is False else str(value)


def _several(quotes: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(quotes))


def _error(pair: Pair, measure: str, problem: str, gold: str, read: str, words: str) -> Error:
    return Error(pair.document, pair.gold.id, measure, problem, gold, read, words)
