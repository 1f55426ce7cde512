"""Learning points and recommendations that hold words: found in columns where a store has them, else by SPARQL.

The question in SPARQL says what is asked: a test proves the columns equal to it, row by row.
"""

from collections.abc import Sequence

from kg.rdf.terms import string
from kg.serve.catalogue import rows
from kg.stores import Store

_ITEMS = """
SELECT ?review ?kind ?position ?text WHERE {
  VALUES (?property ?kind) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?review ?property ?item . ?item sg:position ?position ; sg:text ?text ; sg:start ?start .
  $filters
} ORDER BY ?review ?start ?kind ?position $limit"""

_MOST = 8  # words
Rows = list[tuple[str, ...]]  # the review's IRI, the kind of item, its position and its text


def wanted(words: str) -> list[str]:
    """What is searched for where somebody types this: in small letters as the texts are, which folding would change."""
    return words.lower().split()[:_MOST]


def passages(store: Store, words: Sequence[str], most: int | None = None) -> Rows:
    """The first items that hold each of some words in small letters, by review and place in it; all without `most`."""
    found = in_columns(store, words, most)
    return in_sparql(store, words, most) if found is None else found


def in_sparql(store: Store, words: Sequence[str], most: int | None) -> Rows:
    """What the engine answers."""
    filters = "".join(f"FILTER(CONTAINS(LCASE(STR(?text)), {string(word)})) " for word in words)
    limit = "" if most is None else f"LIMIT {most}"
    return rows(store, _ITEMS.replace("$limit", limit).replace("$filters", filters))


def in_columns(store: Store, words: Sequence[str], most: int | None) -> Rows | None:
    """The same from columns; `None` where the store keeps none, or they cannot speak of what it holds."""
    held = getattr(store, "columns", lambda: None)()
    if held is None:
        return None
    from kg.columns import NotColumnarError
    from kg.columns.lists import items_with_all_words

    try:
        return items_with_all_words(held, words, most).texts()
    except NotColumnarError:
        return None
