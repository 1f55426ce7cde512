"""Answers read from the engine's TSV are what its terms say one by one."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answers import Value
from kg.namespaces import PREFIXES
from kg.rdf.literals import plain
from kg.rdf.solutions import answer
from kg.store import Store

XSD = PREFIXES["xsd"]
TYPES = ("string", "integer", "int", "decimal", "double", "boolean", "date", "gYearMonth")
WORDS = (
    st.text() | st.from_regex(r"[+-]?\d{0,3}\.?\d{0,3}([eE]\d)?", fullmatch=True) | st.sampled_from(("true", "1", ""))
)
TERMS = (
    st.none()
    | st.builds(
        lambda words, type_: ox.Literal(words, datatype=ox.NamedNode(XSD + type_)), WORDS, st.sampled_from(TYPES)
    )
    | st.builds(lambda words: ox.Literal(words, language="en-gb"), WORDS)
    | st.just(ox.NamedNode("https://example.org/é?a=1#b"))
)


def value(term: ox.Literal | ox.NamedNode | None) -> Value:
    return plain(term.value, term.datatype.value) if isinstance(term, ox.Literal) else term and term.value


def solutions(terms: list[tuple[ox.Literal | ox.NamedNode | None, ...]]) -> ox.QuerySolutions:
    rows = "".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in terms)
    found = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {rows} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    return found


@given(st.lists(st.tuples(TERMS, TERMS), max_size=4))
def test_every_term_reads_as_the_engine_gives_it(terms: list[tuple[ox.Literal | ox.NamedNode | None, ...]]) -> None:
    expected = tuple(tuple(map(value, solution)) for solution in solutions(terms))  # the engine may shorten numbers
    found = answer(solutions(terms).serialize(format=ox.QueryResultsFormat.TSV) or b"")
    assert found.columns == ("a", "b")
    assert repr(found.rows) == repr(expected)  # so that kinds are compared too, and what is no number


@pytest.mark.parametrize(
    ("sparql", "columns", "rows"),
    [
        ("SELECT * {}", (), ((),)),
        ("SELECT ?s ?p { ?s ?p ?o }", ("s", "p"), ()),
        ("SELECT ?a { VALUES ?a { UNDEF 1 } } ORDER BY ?a", ("a",), ((None,), (1,))),
        ("SELECT ?a { VALUES ?a { 1 true 1.5 } }", ("a",), ((1,), (True,), (Decimal("1.5"),))),
        # Python makes no integer of more than 4,300 digits of text.
        (f"SELECT ?a {{ VALUES ?a {{ {'1' * 5000} }} }}", ("a",), (("1" * 5000,),)),
        (f"SELECT ?a {{ VALUES ?a {{ -{'1' * 5000} }} }}", ("a",), (("-" + "1" * 5000,),)),
        ('SELECT (TRIPLE(<x:a>, <x:b>, "c") AS ?t) {}', ("t",), (('<x:a> <x:b> "c"',),)),
    ],
)
def test_answers_without_rows_columns_or_values_keep_their_shape(
    sparql: str, columns: tuple[str, ...], rows: tuple[tuple[Value, ...], ...]
) -> None:
    with Store.open("memory") as store:
        found = store.query(sparql)
    assert (found.columns, repr(found.rows)) == (columns, repr(rows))


def test_a_blank_node_is_shown_as_one() -> None:
    with Store.open("memory") as store:
        [[node]] = store.query("SELECT (BNODE() AS ?node) {}").rows
    assert str(node).startswith("_:")
