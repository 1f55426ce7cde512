"""The ontology, the names in Python, the data, the queries, the shapes and the checks agree, both ways."""

import re
import runpy
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg import codes, paths, vocabulary
from kg.check import checks, shape_files
from kg.curation import records
from kg.duplicates import decisions
from kg.namespaces import CODE, ONTOLOGY, PREFIXES, SG, THEME
from kg.to_rdf import triples
from tests import invented_digest

FOLDER = paths.ontology()
FILES = sorted(FOLDER.rglob("*.ttl"))
SH = Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = Namespace(PREFIXES["schema"])
PUBLISHED = tuple(PREFIXES[prefix] for prefix in ("dcterms", "oa", "prov", "rdfs", "schema", "skos"))
STRING = URIRef(PREFIXES["xsd"] + "string")
LISTS: dict[str, type[StrEnum]] = {
    "review-types": codes.ReviewType,
    "document-types": codes.DocumentType,
    "outcomes": codes.Outcome,
    "harms": codes.Harm,
    "relations": codes.Relation,
    "age-bands": codes.AgeBand,
    "sexes": codes.Sex,
    "actions": codes.Action,
    "addressees": codes.Addressee,
    "strengths": codes.Strength,
    "statuses": codes.Status,
    "verdicts": codes.Verdict,
}


@cache
def graph(*names: str) -> Graph:
    found = Graph()
    for name in names:
        found.parse(FOLDER / name)
    return found


def ontology() -> Graph:
    return graph("safeguarding.ttl")


@cache
def shapes() -> Graph:
    return graph(*(str(path.relative_to(FOLDER)) for path in shape_files()))


def terms() -> list[URIRef]:
    return sorted(term for term in set(ontology().subjects()) if isinstance(term, URIRef) and term.startswith(ONTOLOGY))


def properties() -> list[URIRef]:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    return [term for term in terms() if any((term, RDF.type, kind) in ontology() for kind in kinds)]


def name(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_engines_read_the_same_from_every_file(path: Path) -> None:
    assert len(Graph().parse(path)) == len(set(pyoxigraph.parse(path=str(path)))) > 0


def test_the_ontology_and_the_names_in_python_are_the_same() -> None:
    assert {str(term) for term in terms()} == {term.value for term in SG}


def test_the_header_is_complete() -> None:
    header = URIRef(ONTOLOGY.removesuffix("#"))
    wanted = {f"dcterms:{key}" for key in ("title", "description", "creator", "license", "created", "modified")}
    wanted |= {"owl:versionIRI", "owl:versionInfo", "vann:preferredNamespacePrefix", "vann:preferredNamespaceUri"}
    stated = {ontology().namespace_manager.qname(str(predicate)) for predicate in ontology().predicates(header)}
    assert wanted <= stated
    assert str(ontology().value(header, URIRef(PREFIXES["vann"] + "preferredNamespaceUri"))) == ONTOLOGY
    assert str(ontology().value(header, OWL.versionIRI)).endswith(f"/{ontology().value(header, OWL.versionInfo)}")
    assert "not registered" in str(ontology().value(header, SKOS.editorialNote))


@pytest.mark.parametrize("term", terms(), ids=name)
def test_every_term_says_in_english_what_it_is_and_how_it_is_used(term: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition, SKOS.scopeNote):
        assert [getattr(text, "language", None) for text in ontology().objects(term, predicate)] == ["en"], predicate


@pytest.mark.parametrize("term", properties(), ids=name)
def test_every_property_has_a_domain_and_a_range_that_are_classes(term: URIRef) -> None:
    for formal, loose in ((RDFS.domain, SCHEMA.domainIncludes), (RDFS.range, SCHEMA.rangeIncludes)):
        ours, several = set(ontology().objects(term, formal)), set(ontology().objects(term, loose))
        assert (len(ours) == 1) != (len(several) > 1), f"{formal} or {loose}, not both"
        for iri in ours | several:
            assert not str(iri).startswith(ONTOLOGY) or (iri, RDF.type, OWL.Class) in ontology()


def test_every_parent_is_of_our_own_or_of_a_published_vocabulary() -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term, parent in ontology().subject_objects(predicate):
            own = (parent, RDF.type, None) in ontology()
            assert own or str(parent).startswith(PUBLISHED), f"{term} has the parent {parent}"


def test_every_class_has_a_shape_and_every_shape_a_class() -> None:
    classes = {term for term in terms() if (term, RDF.type, OWL.Class) in ontology()}
    assert set(shapes().objects(None, SH.targetClass)) == classes


@pytest.mark.parametrize("term", terms(), ids=name)
def test_every_term_is_used_by_the_data_or_the_theme_scheme(term: URIRef) -> None:
    assert str(term) in used_by_data() | used_by_themes()


def test_queries_and_checks_use_no_term_that_the_ontology_lacks() -> None:
    assert used_by_queries() <= {name(term) for term in terms()}


@pytest.mark.parametrize("term", sorted(SG), ids=name)
def test_every_term_of_the_data_is_bound_by_a_shape_or_the_theme_scheme(term: str) -> None:
    assert term in used_by_shapes() | used_by_themes()


@pytest.mark.parametrize("scheme", LISTS)
def test_a_code_list_and_its_enumeration_hold_the_same_codes(scheme: str) -> None:
    members = graph("codes.ttl").subjects(SKOS.inScheme, URIRef(CODE + scheme))
    assert {str(member) for member in members} == {CODE + code.value for code in LISTS[scheme]}


def test_there_is_no_other_code_list_and_no_code_in_two() -> None:
    schemes = set(graph("codes.ttl").subjects(RDF.type, SKOS.ConceptScheme))
    assert {str(scheme) for scheme in schemes} == {CODE + scheme for scheme in LISTS}
    assert all(
        len(list(graph("codes.ttl").objects(code, SKOS.inScheme))) == 1
        for code in graph("codes.ttl").subjects(RDF.type, SKOS.Concept)
    )


@pytest.mark.parametrize("code", sorted(graph("codes.ttl").subjects(RDF.type, SKOS.Concept), key=str), ids=name)
def test_every_code_has_a_label_a_definition_and_its_notation(code: URIRef) -> None:
    for predicate in (SKOS.prefLabel, SKOS.definition):
        assert [getattr(text, "language", None) for text in graph("codes.ttl").objects(code, predicate)] == ["en"]
    assert [str(text) for text in graph("codes.ttl").objects(code, SKOS.notation)] == [name(code)]


def test_codes_stand_sorted_within_their_list() -> None:
    text = (FOLDER / "codes.ttl").read_text(encoding="utf-8")
    for part in re.split(r"^# -+ .* -+$", text, flags=re.MULTILINE)[1:]:
        _, *members = re.findall(r"^code:(\S+) a ", part, flags=re.MULTILINE)
        assert members == sorted(members)


def test_a_shape_admits_exactly_the_codes_of_the_list_that_the_ontology_names() -> None:
    admitted = {
        shapes().value(shape, SH.path): set(shapes().items(values))
        for shape, values in shapes().subject_objects(SH["in"])
    }
    named = {term: scheme for term, scheme in ontology().subject_objects(RDFS.seeAlso) if str(scheme).startswith(CODE)}
    assert set(admitted) == set(named)
    for term, scheme in named.items():
        assert {str(code) for code in admitted[term]} == {CODE + code.value for code in LISTS[name(str(scheme))]}


def choices() -> set[Node]:
    """The alternatives of `sh:or`: the shape around them speaks for them."""
    return {choice for _, listed in shapes().subject_objects(SH["or"]) for choice in Collection(shapes(), listed)}


def test_a_shape_says_in_one_sentence_what_holds_and_in_another_what_to_do() -> None:
    constrained = set(shapes().subjects(RDF.type, SH.PropertyShape)) | set(shapes().subjects(SH["class"]))
    for shape in constrained - choices():
        messages = list(shapes().objects(shape, SH.message))
        assert len(messages) == 1, shape
        assert re.fullmatch(r"[A-Z][^.]+\. [A-Z][^.]+\.", str(messages[0])), messages[0]


def test_a_check_has_a_title_and_answers_with_place_problem_and_way_out() -> None:
    for check in checks():
        assert check.title, check.name
        assert "?place ?problem ?way_out WHERE" in check.query, check.name
        assert re.search(r"\}\nORDER BY ?\?place ", check.query), check.name


def test_the_theme_scheme_has_a_version_and_a_definition_for_every_theme() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", vocabulary.version())
    assert [theme.id for theme in vocabulary.themes().values() if not theme.definition] == []


def test_every_theme_iri_is_below_the_scheme() -> None:
    concepts = graph("themes.ttl").subjects(RDF.type, SKOS.Concept)
    assert all(re.fullmatch(re.escape(THEME) + r"[a-z0-9-]+", str(concept)) for concept in concepts)


@pytest.mark.parametrize("term", [SG.gapPattern, SG.exclusion], ids=name)
def test_the_theme_scheme_keeps_to_the_ranges_of_our_terms(term: str) -> None:
    kinds = {
        RDF.langString if text.language else text.datatype or STRING
        for text in graph("themes.ttl").objects(None, URIRef(term))
        if isinstance(text, Literal)
    }
    assert kinds == {ontology().value(URIRef(term), RDFS.range)}


def test_the_reference_page_is_what_its_script_makes_of_the_files() -> None:
    script = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "ontology_reference.py"))
    assert script["PAGE"].read_text(encoding="utf-8") == script["page"](), "run `make reference`"


@cache
def used_by_data() -> frozenset[str]:
    decided = [
        *records.triples([invented_digest.withdrawn()]),
        *decisions.triples([invented_digest.same_review()]),
    ]
    stated = [*triples(invented_digest.digest()), *decided]
    return frozenset(
        {predicate for _, predicate, _ in stated} | {thing.strip("<>") for _, _, thing in stated if thing[0] == "<"}
    )


@cache
def used_by_shapes() -> frozenset[str]:
    return frozenset(str(thing) for thing in _parts(shapes()))


@cache
def used_by_themes() -> frozenset[str]:
    return frozenset(str(predicate) for predicate in graph("themes.ttl").predicates())


@cache
def used_by_queries() -> frozenset[str]:
    files = [*paths.queries().glob("*.rq"), *(FOLDER / "checks").glob("*.rq")]
    return frozenset(term for path in files for term in re.findall(r"\bsg:(\w+)", path.read_text(encoding="utf-8")))


def _parts(of: Graph) -> Iterator[object]:
    for predicate in (SH.path, SH.targetClass, SH["class"], SH.inversePath):
        yield from of.objects(None, predicate)


# What each file says under the version and date of its header. After a change, write there a new version and the day,
# and here both with the digest that the failing test names; `make reference` writes the version into the reference.
STATED = {
    "safeguarding.ttl": ("1.1.0", "2026-11-30", "b9262860df5b0a7e"),
    "themes.ttl": ("1.4.1", "2026-11-30", "910b32b9be14983f"),
}
_VERSION_OR_DATE = re.compile(r"\s*(?:owl:version(?:Info|IRI)|dcterms:modified) .*")


def content(text: str) -> str:
    """A digest of what a file states, without comments and without the lines that tell its version and date."""
    lines = [line for line in text.splitlines() if not (line.startswith("#") or _VERSION_OR_DATE.fullmatch(line))]
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", STATED)
def test_no_file_changes_under_the_version_and_date_of_its_header(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    version, day = re.search(r'owl:versionInfo "(.*)"', text), re.search(r'dcterms:modified "(.*)"', text)
    assert version and day
    assert (version[1], day[1], content(text)) == STATED[name]


def test_a_changed_label_changes_the_digest_of_a_file_and_a_comment_does_not() -> None:
    said = 'theme:a a skos:Concept ;\n    skos:prefLabel "A"@en .\n'
    assert content(said) != content(said.replace('"A"', '"B"'))
    assert content(said) == content("# A comment.\n" + said + '    dcterms:modified "2026-12-01"^^xsd:date ;\n')
