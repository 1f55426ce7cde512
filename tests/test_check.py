"""A sound graph has no problem; broken in any one way, it names what is wrong, where, and the way out."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
from pyoxigraph import NamedNode
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from kg import paths
from kg.check import Problem, checks, problems, shape_files
from kg.curation import records
from kg.duplicates import decisions
from kg.extract import extract
from kg.namespaces import PREFIXES, XSD
from kg.rdf.iris import decisions_iri, same_reviews_iri
from kg.read import read
from kg.store import Store
from tests import invented_digest

SH = Namespace("http://www.w3.org/ns/shacl#")
PROLOGUE = "".join(f"PREFIX {prefix}: <{base}>\n" for prefix, base in PREFIXES.items())
THINGS = {
    "document": "?it a sg:SourceDocument",
    "extraction": "?it a sg:Extraction",
    "review": '?it a sg:Review ; sg:label "Child Q"',
    "child": '?it a sg:Child ; sg:label "Child Q"',
    "incident": "?it a sg:Incident ; sg:outcome code:death",
    "learning": "?it a sg:LearningPoint ; sg:position 1",
    "recommendation": "?it a sg:Recommendation ; sg:position 1",
    "assignment": "?item a sg:LearningPoint ; sg:position 1 . ?it a sg:ThemeAssignment ; oa:hasTarget ?item",
    "evidence": "?it a sg:Evidence ; sg:supports sg:harm",
    "decision": "?it a sg:Decision",
    "withdrawal": "?it a sg:Withdrawal",
    "same-review": "?it sg:sameReviewAs ?other",
    "same-review-decision": "?it a sg:SameReviewDecision",
}
HOLDERS = {  # which thing of the sound graph has the properties of a shape
    "source-document": "document",
    "extraction": "extraction",
    "review": "review",
    "child": "child",
    "incident": "incident",
    "item": "learning",
    "learning-point": "learning",
    "recommendation": "recommendation",
    "theme-assignment": "assignment",
    "evidence": "evidence",
    "decision": "decision",
    "withdrawal": "withdrawal",
    "same-review": "same-review",
    "same-review-decision": "same-review-decision",
}
DECISIONS = decisions_iri()
SAME_REVIEWS = same_reviews_iri()
GRAPHS = {
    "decision": DECISIONS,
    "withdrawal": DECISIONS,
    "same-review": SAME_REVIEWS,
    "same-review-decision": SAME_REVIEWS,
}


class Break(NamedTuple):
    """One way to break the graph: what to look for, at which thing, and the update that breaks it there."""

    finder: str
    thing: str
    update: str
    place: str = "$it"  # where the problem is said to be; $it is the thing


def without(path: str) -> str:
    return f"DELETE {{ $it {path} ?old }} WHERE {{ $it {path} ?old }}"


def instead(path: str, new: str) -> str:
    return f"DELETE {{ $it {path} ?old }} INSERT {{ $it {path} {new} }} WHERE {{ $it {path} ?old }}"


def also(path: str, new: str) -> str:
    return f"INSERT {{ $it {path} {new} }} WHERE {{}}"


HOUSING = "theme:housing-and-homelessness"


def adding(triples: str) -> str:
    return f"INSERT {{ {triples} }} WHERE {{}}"


BROKEN_CHECKS = [
    Break("age-band-contradicts-months", "child", instead("sg:ageBand", "code:1-5")),
    Break("age-band-contradicts-months", "child", instead("sg:ageBand", "code:unborn")),
    Break("age-band-contradicts-months", "child", instead("sg:ageInMonthsMax", "30.0")),
    Break("age-bounds-swapped", "child", instead("sg:ageInMonthsMin", "6.5")),
    Break("assignment-from-another-document", "extraction", instead("prov:used", "id:document-other"), "*"),
    Break("blank-nodes", "review", also("sg:examines", "[]"), "$document"),
    Break("broader-cycle", "review", adding(f"{HOUSING} skos:broader {HOUSING}"), HOUSING),
    Break("broader-missing", "review", adding(f"{HOUSING} skos:broader theme:nothing"), HOUSING),
    Break("concept-without-definition", "review", adding("theme:new a skos:Concept"), "theme:new"),
    Break("date-outside-bounds", "incident", instead("sg:date", '"2020-04"')),
    Break("date-outside-bounds", "incident", instead("sg:date", '"2018/2019"')),
    Break("date-outside-bounds", "incident", without("sg:latest")),
    Break("dates-swapped", "incident", instead("sg:latest", '"2020-02-28"^^xsd:date')),
    Break("evidence-without-fact", "incident", without("sg:harm"), "*"),
    Break("evidence-without-fact", "review", without("sg:place"), "*"),
    Break("fact-without-evidence", "incident", also("sg:harm", "code:suicide")),
    Break("fact-without-evidence", "evidence", without("oa:hasTarget"), "$incident"),
    Break("graph-name-differs", "document", adding("GRAPH <urn:other> { $it a sg:SourceDocument }")),
    Break("harm-stated-and-hedged", "incident", also("sg:hedgedHarm", "code:accident")),
    Break("incident-after-publication", "incident", instead("sg:earliest", '"2022-03-01"^^xsd:date')),
    Break(
        "label-claimed-twice",
        "review",
        adding('theme:zzz skos:inScheme theme: ; skos:prefLabel "Housing and homelessness"@en'),
        "theme:zzz",
    ),
    Break("position-gaps", "learning", instead("sg:position", "3"), "$review"),
    Break("position-gaps", "recommendation", instead("sg:position", "2"), "$review"),
    Break("position-gaps", "review", instead("sg:position", "3"), "$document"),
    Break("quote-not-in-text", "learning", instead("sg:text", '"housing matters to safety"@en')),
    Break("quote-not-in-text", "evidence", instead("sg:start", "3")),
    Break("quote-not-in-text", "assignment", instead("sg:quote", '"Housing"@en')),
    Break("quote-outside-item", "assignment", instead("sg:start", "3")),
    Break("review-outside-its-document", "review", adding("GRAPH <urn:other> { $it a sg:Review }")),
    Break(
        "review-told-twice",
        "review",
        "INSERT { id:zzz a sg:Review ; dcterms:isPartOf $document ; dcterms:title ?title ; sg:summary ?summary }"
        " WHERE { $it dcterms:title ?title ; sg:summary ?summary }",
        "id:zzz",
    ),
    Break("reviews-other-than-announced", "document", instead("sg:announcedReviews", "7")),
    Break("term-not-in-ontology", "review", also("sg:Theme", "theme:housing-and-homelessness"), "sg:Theme"),
    Break("term-not-in-ontology", "review", also("a", "sg:CaseReview"), "sg:CaseReview"),
    Break("theme-not-assigned", "assignment", instead("sg:status", "code:rejected"), "$learning"),
    Break("theme-not-assigned", "assignment", instead("sg:status", "code:suggested"), "$learning"),
    Break("theme-not-assigned", "learning", without("sg:theme")),
    Break("theme-not-in-scheme", "learning", also("sg:theme", "theme:made-up")),
    Break("theme-not-in-scheme", "assignment", instead("oa:hasBody", "theme:made-up")),
    Break("themes-of-review-differ", "review", without("sg:theme")),
    Break("themes-of-review-differ", "review", also("sg:theme", "theme:neglect")),
    Break("words-outside-document", "evidence", instead("sg:end", "1000000")),
    Break("words-outside-document", "learning", instead("sg:end", "2")),
    Break("year-outside-bounds", "incident", instead("sg:year", "2019")),
]


@cache
def shapes() -> Graph:
    found = Graph()
    for path in shape_files():
        found.parse(path)
    return found


def ways_to_break_shapes() -> Iterator[Break]:
    """For every constraint of every shape, a change that breaks this one and as little else as can be."""
    for node in sorted(shapes().subjects(RDF.type, SH.NodeShape), key=str):
        thing = HOLDERS[local(node)]
        for kind in shapes().objects(node, SH["class"]):
            yield Break(local(node), thing, f"DELETE {{ $it a <{kind}> }} WHERE {{}}")
        for shape in sorted(shapes().objects(node, SH.property), key=str):
            yield from (Break(local(shape), thing, update) for update in updates(shape))


def updates(shape: Node) -> Iterator[str]:
    """The updates that break a property shape at `$it`, one for each of its constraints."""
    path = shapes().value(shape, SH.path)
    inverse = shapes().value(path, SH.inversePath)
    if inverse is not None:
        yield f"DELETE {{ ?whole <{inverse}> $it }} WHERE {{ ?whole <{inverse}> $it }}"
        yield f"INSERT {{ id:other <{inverse}> $it }} WHERE {{}}"
        return
    for constraint, value in shapes().predicate_objects(shape):
        if isinstance(constraint, URIRef) and constraint in UPDATES:
            yield UPDATES[constraint](f"<{path}>", value, shapes().value(shape, SH.datatype))


def typed(words: str, datatype: Node | None) -> str:
    if datatype == RDF.langString:
        return f'"{words}"@en'
    return f'"{words}"^^<{datatype or XSD.integer}>'


def second(path: str, datatype: Node | None) -> str:
    """One more value of the same kind as the first."""
    if datatype is None:
        return f"INSERT {{ $it {path} ?more }} WHERE {{ $it {path} ?old BIND({SAME_KIND} AS ?more) }}"
    return f"INSERT {{ $it {path} ?more }} WHERE {{ $it {path} ?old BIND({ANOTHER[str(datatype)]} AS ?more) }}"


def other_datatype(path: str) -> str:
    """The same characters as a literal of another datatype."""
    new = "IF(DATATYPE(?old) = xsd:string, STRLANG(STR(?old), 'en'), STR(?old))"
    return f"DELETE {{ $it {path} ?old }} INSERT {{ $it {path} ?new }} WHERE {{ $it {path} ?old BIND({new} AS ?new) }}"


SAME_KIND = "IF(ISLITERAL(?old), '1999', IF(STRSTARTS(STR(?old), STR(code:)), code:other, IRI(CONCAT(STR(?old), 'x'))))"
ANOTHER = {
    str(RDF.langString): "STRLANG(CONCAT(STR(?old), ' again'), 'en')",
    XSD.decimal: "?old + 0.5",
    XSD.integer: "?old + 1",
    XSD.date: "'1999-01-01'^^xsd:date",
    XSD.duration: "'P99D'^^xsd:duration",
    PREFIXES["xsd"] + "string": "CONCAT(STR(?old), '1')",
}
UPDATES: dict[URIRef, Callable[[str, Node, Node | None], str]] = {
    SH.minCount: lambda path, _, __: without(path),
    SH.maxCount: lambda path, _, datatype: second(path, datatype),
    SH.datatype: lambda path, _, __: other_datatype(path),
    SH["in"]: lambda path, _, __: instead(path, "code:of-no-list"),
    SH["class"]: lambda path, _, __: instead(path, "id:of-no-class"),
    SH.nodeKind: lambda path, kind, __: instead(path, '"words"' if kind == SH.IRI else "id:not-words"),
    SH.pattern: lambda path, _, datatype: instead(path, typed("/", datatype) if datatype else "id:of-no-scheme"),
    SH.minLength: lambda path, _, datatype: instead(path, typed("", datatype)),
    SH.minInclusive: lambda path, least, datatype: instead(path, typed(str(int(str(least)) - 1), datatype)),
    SH.maxInclusive: lambda path, most, datatype: instead(path, typed(str(int(str(most)) + 1), datatype)),
}


@pytest.fixture(scope="module")
def sound() -> Iterator[Store]:
    with Store.open("memory", create=True, read_only=False) as opened:
        opened.load([invented_digest.digest()])
        opened.put([(DECISIONS, records.triples([invented_digest.withdrawn()]))])
        opened.put([(SAME_REVIEWS, decisions.triples([invented_digest.same_review()]))])
        yield opened


@pytest.fixture
def store(sound: Store) -> Iterator[Store]:
    """The sound graph; what a test breaks is mended after it."""
    graphs = NamedNode(found(sound, "document")), NamedNode(DECISIONS), NamedNode(SAME_REVIEWS)
    before = [quad for graph in graphs for quad in sound.engine.quads_for_pattern(None, None, None, graph)]
    yield sound
    for graph in (*graphs, NamedNode("urn:other")):
        sound.engine.remove_graph(graph)
    sound.engine.extend(before)


def local(iri: Node) -> str:
    return re.split(r"[/#]", str(iri))[-1]


def found(store: Store, thing: str) -> str:
    rows = store.query(f"{PROLOGUE}SELECT ?it WHERE {{ {THINGS[thing]} }} ORDER BY ?it").rows
    return str(rows[0][0])


def expanded(store: Store, text: str, thing: str) -> str:
    names = {"it": found(store, thing), **{name: found(store, name) for name in ("document", "review")}}
    names |= {name: found(store, name) for name in THINGS if f"${name}" in text}
    return re.sub(r"\$([a-z]+)", lambda match: f"<{names[match[1]]}>", text)


def after(store: Store, change: Break) -> list[Problem]:
    update = expanded(store, change.update, change.thing)
    graph = GRAPHS.get(change.thing) or found(store, "document")
    store.dataset().update(f"{PROLOGUE}WITH <{graph}> {update}")
    return [problem for problem in problems(store) if problem.check == change.finder]


def place(store: Store, change: Break) -> str:
    text = expanded(store, change.place, change.thing)
    prefix, _, name = text.partition(":")
    return text.strip("<>") if text.startswith("<") else PREFIXES[prefix] + name


def test_the_graph_of_the_digest_has_no_problem() -> None:
    digest = extract(read(paths.sample() / "nspcc-2023-07.txt"))
    with Store.open("memory", create=True, read_only=False) as opened:
        opened.load([digest])
        assert problems(opened) == ()


def test_a_graph_that_states_every_kind_of_fact_has_no_problem(store: Store) -> None:
    assert problems(store) == ()


@pytest.mark.parametrize("change", [*BROKEN_CHECKS, *ways_to_break_shapes()], ids=lambda change: change.finder)
def test_a_graph_broken_in_one_way_names_the_place_and_the_way_out(store: Store, change: Break) -> None:
    where = place(store, change) if change.place != "*" else None
    named = after(store, change)
    assert named, f"{change.finder} found nothing"
    assert where is None or where in {problem.place for problem in named}
    for problem in named:
        assert re.fullmatch(r"[A-Z].+\.", problem.message), problem
        assert re.fullmatch(r"[A-Z].+\.", problem.way_out), problem
        assert "\n" not in problem.message, problem


@pytest.mark.parametrize(("oldest", "contradicts"), [("12.0", False), ("12.5", True)])
def test_a_child_below_an_age_is_in_the_band_that_ends_there(store: Store, oldest: str, contradicts: bool) -> None:
    after(store, Break("", "child", without("sg:ageInMonthsMin")))
    band = Break("age-band-contradicts-months", "child", instead("sg:ageBand", "code:under-1"))
    after(store, band)
    assert bool(after(store, band._replace(update=instead("sg:ageInMonthsMax", oldest)))) is contradicts


def test_every_check_is_seen_to_find_something() -> None:
    assert {change.finder for change in BROKEN_CHECKS} == {check.name for check in checks()}


def test_problems_come_sorted_errors_first_and_once_each(store: Store) -> None:
    after(store, Break("", "incident", instead("sg:earliest", '"2022-03-01"^^xsd:date')))
    after(store, Break("", "child", without("sg:count")))
    listed = problems(store)
    assert list(listed) == sorted(set(listed))
    assert [problem.severity for problem in listed] == sorted(problem.severity for problem in listed)
    assert {"error", "warning"} == {problem.severity for problem in listed}
