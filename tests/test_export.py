import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from kg.errors import CannotWriteError
from kg.export import UnknownEndingError, chunks, export
from kg.formats import FORMATS
from kg.formats.jsonld import context
from kg.formats.rdfxml import NotInXmlError
from kg.model import Digest
from kg.namespaces import DCTERMS, OA, PREFIXES, PROV, SG
from kg.store import Store
from tests.conftest import document

RDFLIB = {".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nquads", ".jsonld": "json-ld", ".rdf": "xml"}
WITH_GRAPHS = (".trig", ".nq", ".jsonld")
CLASSES = {
    "SourceDocument", "Review", "Child", "Incident", "Item", "LearningPoint", "Recommendation", "ThemeAssignment",
    "Evidence", "Extraction", "Decision", "SameReviewDecision", "Withdrawal",
}  # fmt: skip


def exported(store: Store, ending: str, *, vocabulary: bool = False) -> bytes:
    return b"".join(chunks(store, ending, vocabulary=vocabulary))


@pytest.mark.parametrize("vocabulary", [False, True])
@pytest.mark.parametrize("ending", FORMATS)
def test_an_export_parses_back_in_the_engine(sample: Store, ending: str, vocabulary: bool) -> None:
    quads = list(parse(exported(sample, ending, vocabulary=vocabulary), RdfFormat.from_extension(ending[1:])))
    held = set(sample.quads(vocabulary=vocabulary))
    found = {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name)) for q in quads}
    if ending in WITH_GRAPHS:
        assert found == held
    else:
        assert {quad[:3] for quad in found} == {quad[:3] for quad in held}
    assert len(quads) == len(found)


@pytest.mark.parametrize("ending", FORMATS)
def test_an_export_parses_back_isomorphic_in_rdflib(sample: Store, ending: str) -> None:
    expected = Graph().parse(data=exported(sample, ".nt"), format="nt")
    found = Dataset(default_union=True)
    found.parse(data=exported(sample, ending), format=RDFLIB[ending])
    union = Graph()
    for triple in found.triples((None, None, None)):
        union.add(triple)
    assert isomorphic(union, expected)


@pytest.mark.parametrize("ending", WITH_GRAPHS)
def test_formats_with_named_graphs_keep_them(store: Store, ending: str) -> None:
    found = Dataset()
    found.parse(data=exported(store, ending), format=RDFLIB[ending])
    names = {str(graph.identifier) for graph in found.graphs() if len(graph)}
    assert names == {quad[3].strip("<>") for quad in store.quads()}


WRITER = """
import sys; sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from tests.test_export import exported
from tests.test_store import held
from kg.formats import FORMATS
from kg.store import Store
digests = [held(name, name[0]) for name in ("a.txt", "b.txt", "c.txt")]
with Store.open("memory") as store:
    for digest in digests if sys.argv[2] == "forwards" else reversed(digests):
        store.load([digest])
    for ending in FORMATS:
        print(ending, sha256(exported(store, ending, vocabulary=True)).hexdigest())
"""


def test_exports_are_equal_to_the_byte_whatever_the_process_hash_seed_and_order_of_loading() -> None:
    def written(seed: str, order: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", WRITER, str(Path(__file__).parents[1]), order],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert written("0", "forwards") == written("1", "backwards") == written("2", "forwards") != ""


def test_loading_a_folder_again_changes_not_a_byte_of_an_export(tmp_path: Path) -> None:
    from kg import paths
    from kg.pipeline import load

    for _ in range(2):
        with Store.open(tmp_path / ".kg", create=True) as opened:
            report = load(paths.sample(), opened)
            export(opened, tmp_path / f"{len(report.added)}.nq")
    assert (tmp_path / "0.nq").read_bytes() == (tmp_path / "1.nq").read_bytes()


def test_turtle_is_prefixed_grouped_by_subject_and_sorted(store: Store) -> None:
    text = exported(store, ".ttl").decode()
    blocks = text.split("\n\n")
    prefixes = blocks[0].splitlines()
    subjects = [block.split(" ", 1)[0] for block in blocks[1:]]
    assert prefixes == sorted(prefixes)
    assert all(line.startswith("@prefix ") for line in prefixes)
    assert len(subjects) == len(set(subjects))
    assert subjects == sorted(subjects)
    assert " a sg:Review ;\n" in text
    assert "sg:position 1 ;" in text
    assert "https://w3id.org/safeguarding-kg/ontology#Review" not in text


def test_turtle_declares_only_the_prefixes_it_uses(store: Store) -> None:
    assert "@prefix void:" not in exported(store, ".ttl").decode()


def test_json_ld_is_compact_and_needs_no_network(store: Store) -> None:
    data = json.loads(exported(store, ".jsonld"))
    assert isinstance(data["@context"], dict)
    [graph] = data["@graph"]
    [review] = [thing for thing in graph["@graph"] if thing["@type"] == "sg:Review"]
    assert review["label"] == "Child Alder"
    assert review["themes"] == "theme:housing-and-homelessness"
    assert review["position"] == 1
    assert review["@id"].startswith("id:review-")


def test_the_context_has_a_key_for_every_property_of_the_data() -> None:
    terms = {term["@id"] for term in context().values() if isinstance(term, dict)}
    own = {f"sg:{term.removeprefix(PREFIXES['sg'])}" for term in SG} - {f"sg:{name}" for name in CLASSES}
    shared = {
        f"{prefix}:{term.removeprefix(PREFIXES[prefix])}"
        for prefix, names in (("dcterms", DCTERMS), ("oa", OA), ("prov", PROV))
        for term in names
    }
    assert terms == own | shared - {"oa:Annotation", "prov:Activity"}


def test_the_vocabulary_comes_only_when_asked_for(store: Store) -> None:
    assert b"skos:Concept" not in exported(store, ".ttl")
    assert b"a skos:Concept" in exported(store, ".ttl", vocabulary=True)


def test_a_character_that_xml_cannot_hold_is_named_and_other_formats_hold_it() -> None:
    with Store.open("memory") as opened:
        opened.load([Digest(document(text="page one\fpage two"), ())])
        with pytest.raises(NotInXmlError, match=r"U\+000C"):
            exported(opened, ".rdf")
        for ending in set(FORMATS) - {".rdf"}:
            found = list(parse(exported(opened, ending), RdfFormat.from_extension(ending[1:])))
            assert "page one\fpage two" in [getattr(quad.object, "value", None) for quad in found]


def test_a_failed_export_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "reviews.rdf"
    path.write_text("old")
    with Store.open("memory") as opened:
        opened.load([Digest(document(text="\f"), ())])
        with pytest.raises(NotInXmlError):
            export(opened, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["reviews.docx", "reviews", "ttl"])
def test_an_unknown_ending_says_which_endings_do(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownEndingError, match=r"\.ttl, \.trig, \.nt, \.nq, \.jsonld, \.rdf"):
        export(store, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_ending_in_capitals_is_known(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "REVIEWS.TTL")
    assert (tmp_path / "REVIEWS.TTL").read_bytes() == exported(store, ".ttl")


def test_a_folder_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="nowhere"):
        export(store, tmp_path / "nowhere" / "reviews.ttl")
