"""What a store holds, counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.answers import Answer, Row, Value
from kg.namespaces import CODE, prologue
from kg.vocabulary import themes

if TYPE_CHECKING:
    from kg.stores import Store

_PROLOGUE = prologue("code", "dcterms", "oa", "sg")
_CLASSES = (
    ("documents", "SourceDocument"),
    ("reviews", "Review"),
    ("learning points", "LearningPoint"),
    ("recommendations", "Recommendation"),
    ("quotes behind facts", "Evidence"),
)


def stats(store: "Store") -> Answer:
    """Counts of documents, reviews, children, items, themes and harms, and the years of incidents: one row each."""
    counts = [(what, _one(store, f"SELECT (COUNT(?x) AS ?n) {{ ?x a sg:{class_} }}")) for what, class_ in _CLASSES]
    counts.insert(2, ("children", _one(store, "SELECT (SUM(?count) AS ?n) { ?child a sg:Child ; sg:count ?count }")))
    return Answer(("what", "count"), (*counts, *_assignments(store), *_themes(store), *_harms(store), *_years(store)))


def _assignments(store: "Store") -> list[tuple[Value, ...]]:
    rows = _rows(
        store, "SELECT ?s (COUNT(?a) AS ?n) { ?a a sg:ThemeAssignment ; sg:status ?s } GROUP BY ?s ORDER BY ?s"
    )
    return [(f"themes of items, {_name(status)}", count) for status, count in rows]


def _themes(store: "Store") -> list[tuple[Value, ...]]:
    named = _one(store, "SELECT (COUNT(DISTINCT ?theme) AS ?n) { ?review a sg:Review ; sg:theme ?theme }")
    return [(f"themes named, of {len(themes())}", named)]


def _harms(store: "Store") -> list[tuple[Value, ...]]:
    query = "SELECT ?harm (COUNT(DISTINCT ?i) AS ?n) {{ ?i sg:{0} ?harm }} GROUP BY ?harm ORDER BY DESC(?n) ?harm"
    return [
        (f"incidents of {said}{_name(harm)}", count)
        for property_, said in (("harm", ""), ("hedgedHarm", "possible "))
        for harm, count in _rows(store, query.format(property_))
    ]


def _years(store: "Store") -> list[tuple[Value, ...]]:
    query = "SELECT (MIN(STR(?from)) AS ?first) (MAX(STR(?to)) AS ?last) { ?i sg:earliest ?from ; sg:latest ?to }"
    [(first, last)] = _rows(store, query)
    if first is None or last is None:
        return []
    return [("first year of an incident", int(str(first)[:4])), ("last year of an incident", int(str(last)[:4]))]


def _rows(store: "Store", query: str) -> Sequence[Row]:
    return store.query(_PROLOGUE + query).rows


def _one(store: "Store", query: str) -> Value:
    return _rows(store, query)[0][0]


def _name(code: Value) -> str:
    return str(code).removeprefix(CODE).replace("-", " ")
