"""Statements as text: read back as they were written, and put in the place of others by what differs alone."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.loading.parts import changing, statements, turtle
from kg.rdf.terms import iri, string
from kg.store import Store

GRAPH, EMPTY = "https://example.org/graph", "https://example.org/empty"
NODES = st.sampled_from([f"https://example.org/{name}" for name in "abc"])
OBJECTS = st.one_of(NODES.map(iri), st.text(st.characters(codec="utf-8")).map(string))
TRIPLES = st.lists(st.tuples(NODES, NODES, OBJECTS), max_size=8)


@given(TRIPLES)
def test_what_was_written_is_read_back(triples: list[tuple[str, str, str]]) -> None:
    assert list(statements(turtle(triples))) == triples


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open("memory") as opened:
        yield opened


@given(TRIPLES, TRIPLES)
def test_a_graph_holds_what_is_put_in_the_place_of_others(
    store: Store, before: list[tuple[str, str, str]], after: list[tuple[str, str, str]]
) -> None:
    store.put([(GRAPH, before), (EMPTY, [])])
    store.put([(GRAPH, after), (EMPTY, after)])
    assert set(store.graph(GRAPH)) == set(store.graph(EMPTY))
    assert len(set(store.graph(GRAPH))) == len(set(after))


def test_only_what_differs_is_taken_out_and_put_in() -> None:
    kept, gone, come = (("https://example.org/a", "https://example.org/p", f'"{each}"') for each in "123")
    sparql = changing(GRAPH, {kept, gone}, [kept, come])
    assert sparql.count('"1"') == 0
    assert sparql.index("DELETE DATA") < sparql.index('"2"') < sparql.index("INSERT DATA") < sparql.index('"3"')
    assert changing(GRAPH, {kept}, [kept]) == ""


def test_a_graph_of_nothing_is_no_graph() -> None:
    with Store.open("memory") as store:
        store.put([(GRAPH, [("https://example.org/a", "https://example.org/p", '"1"')])])
        store.put([(GRAPH, [])])
        assert GRAPH not in {graph for *_, graph in store.quads()}
        assert not store.query(f"ASK {{ GRAPH <{GRAPH}> {{}} }}").rows[0][0]
