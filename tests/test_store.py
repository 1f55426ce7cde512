import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from threading import Event

import pyoxigraph as ox
import pytest
from rdflib import URIRef

from kg import paths
from kg.folder import (
    DamagedStoreError,
    LockedStoreError,
    MissingStoreError,
    NewerStoreError,
    NotAStoreError,
    NotWritableError,
    ReadOnlyError,
    RemoteStoreError,
    StoreError,
)
from kg.loading.plan import LoadReport, SameNameError
from kg.model import Digest
from kg.namespaces import SG
from kg.rdf.iris import document_iri
from kg.rdf.sparql import RefusedQueryError
from kg.store import Quad, Store
from tests.conftest import document, invented_review

REVIEWS = f"SELECT (COUNT(*) AS ?n) {{ ?review a <{SG.Review}> }}"


def held(name: str = "invented.txt", content: str = "0", reviews: int = 1) -> Digest:
    """A digest of an invented document with these bytes and so many reviews."""
    each = tuple(replace(invented_review(), number=number) for number in range(1, reviews + 1))
    return Digest(document(name, sha256=content * 64), each)


def quads(where: Path | Store) -> set[Quad]:
    if isinstance(where, Store):
        return set(where.quads(vocabulary=True))
    with Store.open(where) as opened:
        return quads(opened)


def count(store: Store) -> object:
    return store.query(REVIEWS).rows[0][0]


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / ".kg"


@pytest.fixture
def stored(where: Path) -> Path:
    with Store.open(where, create=True) as opened:
        opened.load([held()])
    return where


def test_a_new_document_is_added_and_the_same_again_is_left_alone(where: Path) -> None:
    with Store.open(where, create=True) as opened:
        report = opened.load([held()])
        assert report == LoadReport(added=("invented.txt",), reviews=1, share=report.share)
        assert 0 < report.share.unread < report.share.characters
        before = quads(opened)
        assert opened.load([held()]) == LoadReport(unchanged=("invented.txt",))
        assert quads(opened) == before


def test_a_changed_document_replaces_its_graph_and_nothing_else(stored: Path) -> None:
    with Store.open(stored, read_only=False) as opened:
        opened.load([held("other.txt", "9")])
        other = {quad for quad in quads(opened) if "other-txt" in quad[3]}
        assert opened.load([held(content="1", reviews=2)]).replaced == ("invented.txt",)
        assert count(opened) == 3
        assert {quad for quad in quads(opened) if "other-txt" in quad[3]} == other
        opened.load([held(content="2")])
        assert count(opened) == 2


def test_each_document_is_a_graph_of_its_own(store: Store) -> None:
    answer = store.query(f"SELECT DISTINCT ?g ?d {{ GRAPH ?g {{ ?d a <{SG.SourceDocument}> }} }}")
    assert [graph == document_ for graph, document_ in answer.rows] == [True]


def test_the_same_bytes_under_another_name_are_left_out_and_said(stored: Path) -> None:
    with Store.open(stored, read_only=False) as opened:
        report = opened.load([held("renamed.txt")])
        assert report == LoadReport(copies=(("renamed.txt", "invented.txt"),))
        assert count(opened) == 1


def test_a_document_moved_to_a_new_name_is_kept_when_its_old_name_holds_new_words(stored: Path) -> None:
    with Store.open(stored, read_only=False) as opened:
        report = opened.load([held("a-moved.txt", "0"), held("invented.txt", "1", reviews=2)])
        assert (report.added, report.replaced, report.copies) == (("a-moved.txt",), ("invented.txt",), ())
        assert count(opened) == 3


def test_two_documents_of_one_name_in_one_load_are_refused(where: Path) -> None:
    with Store.open(where, create=True) as opened, pytest.raises(SameNameError, match="rename one"):
        opened.load([held(content="1"), held(content="2")])
    assert not where.exists()


def test_a_newer_vocabulary_reads_a_document_again(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loading.plan.version", lambda: "99.0")
    monkeypatch.setattr("kg.to_rdf.version", lambda: "99.0")
    with Store.open(stored, read_only=False) as opened:
        assert opened.load([held()]).replaced == ("invented.txt",)
        assert opened.load([held()]).unchanged == ("invented.txt",)


def test_the_vocabulary_is_refreshed_when_its_bytes_change(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "ontology"
    shutil.copytree(paths.ontology(), changed)
    with (changed / "codes.ttl").open("a", encoding="utf-8") as file:
        file.write('\n<https://w3id.org/safeguarding-kg/code/new> skos:prefLabel "invented"@en .\n')
    asked = 'ASK { ?code ?label "invented"@en }'
    with Store.open(stored, read_only=False) as opened:
        assert opened.query(asked).rows == ((False,),)
        monkeypatch.setattr(paths, "ontology", lambda: changed)
        opened.load([held()])
        assert opened.query(asked).rows == ((True,),)


def failing(*digests: Digest) -> Iterator[Digest]:
    yield from digests
    raise KeyError("the file could not be read")


def test_a_first_load_that_fails_leaves_no_store(where: Path) -> None:
    with Store.open(where, create=True) as opened, pytest.raises(KeyError):
        opened.load(failing(held()))
    assert not where.exists()


def test_a_load_broken_off_by_the_user_leaves_no_store(where: Path) -> None:
    def broken_off() -> Iterator[Digest]:
        yield held()
        raise KeyboardInterrupt

    with Store.open(where, create=True) as opened, pytest.raises(KeyboardInterrupt):
        opened.load(broken_off())
    assert not where.exists()


def test_a_load_into_memory_that_fails_leaves_it_empty() -> None:
    many = (held(f"{number}.txt", format(number, "x")) for number in range(12))
    with Store.open("memory") as opened:
        with pytest.raises(KeyError):
            opened.load(failing(*many))
        assert quads(opened) == set()


def test_a_later_load_that_fails_leaves_the_store_as_it_was(stored: Path) -> None:
    before = quads(stored)
    with Store.open(stored, read_only=False) as opened, pytest.raises(KeyError):
        opened.load(failing(held(content="1"), held("new.txt", "2")))
    assert quads(stored) == before


def test_a_load_of_nothing_makes_no_store(where: Path) -> None:
    with Store.open(where, create=True) as opened:
        assert opened.load([]) == LoadReport()
    assert not where.exists()


LOADER = """
import sys; sys.path.insert(0, sys.argv[2])
from tests.test_store import held
from kg.store import Store
with Store.open(sys.argv[1], create=True) as store:
    print("opened", flush=True)
    store.load(held(f"{n}.txt", format(n % 15 + 1, "x") + sys.argv[3], 3) for n in range(40))
    print("loaded", flush=True)
"""


def load_and_kill(where: Path, salt: str, seconds: float) -> bool:
    """Kill a process in the middle of a load; whether it was through by then."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(where), str(Path(__file__).parents[1]), salt],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "opened\n"
    time.sleep(seconds)
    process.kill()
    return "loaded" in process.communicate()[0]


@pytest.mark.parametrize("moment", range(4))
def test_a_killed_load_leaves_the_store_as_it_was_or_whole(stored: Path, moment: int) -> None:
    before = quads(stored)
    load_and_kill(stored, f"{moment}", random.Random(moment).uniform(0, 0.5))
    after = quads(stored)
    with Store.open(stored, read_only=False) as opened:
        assert after == before or count(opened) == 1 + 15 * 3  # the other 25 are copies


@pytest.mark.parametrize("moment", range(3))
def test_a_killed_first_load_leaves_no_store_or_a_whole_one_and_the_next_goes_through(where: Path, moment: int) -> None:
    done = load_and_kill(where, f"{moment}", random.Random(moment).uniform(0, 0.4))
    try:
        with Store.open(where) as opened:
            assert count(opened) == 15 * 3  # the other 25 are copies
    except MissingStoreError:
        assert not done
    with Store.open(where, create=True) as opened:
        opened.load([held()])
        assert count(opened) in (1, 15 * 3 + 1)


BUILDER = """
import sys; sys.path.insert(0, sys.argv[2])
from kg.folder import Folder
from kg.store import Store
from tests.test_store import held

finish = Folder.finish

def waiting(folder):
    print("built", flush=True)
    sys.stdin.readline()
    finish(folder)

Folder.finish = waiting
with Store.open(sys.argv[1], create=True) as store:
    store.load([held(f"{n}.txt", f"{n}") for n in range(3)])
"""


def test_of_two_first_loads_at_once_one_is_told_to_wait_and_the_other_is_stored_whole(where: Path) -> None:
    command = [sys.executable, "-c", BUILDER, str(where), str(Path(__file__).parents[1])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "built\n"  # and not yet moved into place
        with Store.open(where, create=True) as opened, pytest.raises(LockedStoreError, match="wait until it is done"):
            opened.load([held("mine.txt", "a")])
        other.stdin.write("\n")
    assert other.returncode == 0
    with Store.open(where) as opened:
        assert {each.name for each in opened.held().values()} == {"0.txt", "1.txt", "2.txt"}


def test_a_first_load_is_told_to_wait_before_it_reads_on_where_another_made_the_store_meanwhile(where: Path) -> None:
    taken: list[str] = []

    def digests() -> Iterator[Digest]:
        for content in "0123456789":
            taken.append(content)
            yield held(f"{content}.txt", content)

    with Store.open(where, create=True) as late:
        with Store.open(where, create=True) as opened:
            opened.load([held()])
        with pytest.raises(LockedStoreError, match="wait until it is done"):
            late.load(digests())
    assert taken == ["0"]
    with Store.open(where) as opened:
        assert count(opened) == 1


def test_a_store_that_cannot_be_moved_into_place_is_said_in_one_line(where: Path) -> None:
    def digests() -> Iterator[Digest]:
        yield held()
        (where / "oxigraph").mkdir()
        (where / "oxigraph" / "of-another").touch()

    with Store.open(where, create=True) as opened, pytest.raises(StoreError) as error:
        opened.load(digests())
    assert str(error.value).count("\n") == 0
    assert [path.name for path in (where / "oxigraph").iterdir()] == ["of-another"]


def test_what_was_locked_is_free_once_who_held_it_is_killed(where: Path) -> None:
    command = [sys.executable, "-c", BUILDER, str(where), str(Path(__file__).parents[1])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "built\n"
        other.kill()
    with Store.open(where, create=True) as opened:
        opened.load([held("mine.txt", "a")])
    assert sorted(path.name for path in where.iterdir()) == ["held.json", "kg.json", "oxigraph"]


def test_a_reader_opens_beside_a_writer(stored: Path) -> None:
    with Store.open(stored, read_only=False), Store.open(stored) as reader:
        assert count(reader) == 1


def test_a_store_is_never_called_damaged_since_another_writes_to_it(stored: Path) -> None:
    """Whoever writes takes away files that whoever opens the store just then was about to read."""
    is_read = Event()

    def write() -> None:
        for content in cycle("0123456789abcdef"):
            with Store.open(stored, read_only=False) as opened:
                opened.load([held(content=content)])
            if is_read.is_set():
                return

    with ThreadPoolExecutor(1) as apart:
        writing = apart.submit(write)
        try:
            for _ in range(60):
                with Store.open(stored) as reader:
                    assert count(reader) == 1
        finally:
            is_read.set()
        writing.result()


def test_a_second_writer_is_told_to_wait(stored: Path) -> None:
    with Store.open(stored, read_only=False), pytest.raises(LockedStoreError, match="wait until it is done"):
        Store.open(stored, read_only=False)


def test_a_store_that_is_not_there_says_how_to_make_one(where: Path) -> None:
    with pytest.raises(MissingStoreError) as error:
        Store.open(where)
    assert str(error.value) == (
        f"There is no store at {str(where)!r}: run `kg load FILE...` first or name one with --store."
    )


def test_a_store_of_a_newer_version_says_so(stored: Path) -> None:
    (stored / "kg.json").write_text(json.dumps({"format": 2}))
    with pytest.raises(NewerStoreError, match="newer version"):
        Store.open(stored)


def test_a_folder_with_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("invented")
    for create in (False, True):
        with pytest.raises(NotAStoreError):
            Store.open(tmp_path, create=create)
    with pytest.raises(NotAStoreError):
        Store.open(tmp_path / "letter.txt")


def test_an_empty_folder_can_become_a_store(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as opened:
        opened.load([held()])
    with Store.open(tmp_path) as opened:
        assert count(opened) == 1


@pytest.mark.parametrize("mark", ["not JSON", "[]", "{}", '{"format": "1"}'])
def test_a_damaged_mark_is_named(stored: Path, mark: str) -> None:
    (stored / "kg.json").write_text(mark)
    with pytest.raises(DamagedStoreError, match="damaged"):
        Store.open(stored)


def test_a_store_without_its_mark_is_mended_by_what_the_error_says(stored: Path) -> None:
    mark = stored / "kg.json"
    for damage in (b"", b"{}", b"\xff", None):
        mark.unlink() if damage is None else mark.write_bytes(damage)
        with pytest.raises(DamagedStoreError) as error:
            Store.open(stored)
        said = re.search(
            r"documents and decisions are in other files: write (.*) into (.*), then try again", str(error.value)
        )
        assert said is not None
        assert "load the documents again" not in str(error.value)
        Path(said[2]).write_text(said[1])
        with Store.open(stored) as opened:
            assert count(opened) == 1


def test_a_damaged_engine_says_that_decisions_are_lost_unless_they_were_written_down(stored: Path) -> None:
    (stored / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(DamagedStoreError, match=r"decisions in it are lost then, unless `kg curate list` wrote them"):
        Store.open(stored)


def test_damaged_files_of_the_engine_are_named(stored: Path) -> None:
    (stored / "oxigraph" / "CURRENT").write_text("nonsense")
    for read_only in (False, True):
        with pytest.raises(DamagedStoreError, match="is damaged"):
            Store.open(stored, read_only=read_only)


def test_a_place_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError, match="is not a folder"):
        Store.open(tmp_path / "file" / ".kg", create=True)


def test_an_address_is_refused_in_one_line() -> None:
    with pytest.raises(RemoteStoreError, match="name a folder"):
        Store.open("https://example.org/sparql")


def test_a_question_over_named_graphs_asks_those_alone(store: Store) -> None:
    [(graph,)] = store.query(
        "SELECT DISTINCT ?g { GRAPH ?g { ?r a <https://w3id.org/safeguarding-kg/ontology#Review> } }"
    ).rows
    inside = store.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}").rows
    assert store.query(f"SELECT (COUNT(*) AS ?n) FROM <{graph}> {{ ?s ?p ?o }}").rows == inside
    assert store.query(f"SELECT (COUNT(*) AS ?n) from named <{graph}> {{ GRAPH ?g {{ ?s ?p ?o }} }}").rows == inside
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows != inside
    with pytest.raises(RefusedQueryError, match=r"no graph http://nope/, and none is fetched"):
        store.query("SELECT * FROM <http://nope/> { ?s ?p ?o }")


@pytest.mark.parametrize("sparql", ["DROP ALL", "INSERT DATA { <a:a> <a:a> 1 }", "LOAD <http://localhost/>", "", "{"])
def test_what_is_not_a_question_is_refused(store: Store, sparql: str) -> None:
    before = quads(store)
    with pytest.raises(RefusedQueryError, match="has a mistake"):
        store.query(sparql)
    assert quads(store) == before


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://localhost:9/> { ?s ?p ?o } }",
    ],
)
def test_a_question_cannot_ask_another_server(store: Store, sparql: str) -> None:
    with pytest.raises(RefusedQueryError):
        store.query(sparql)


def test_the_word_service_may_stand_in_text_and_names(store: Store) -> None:
    prefix = "PREFIX service: <https://example.org/SERVICE/>"
    assert store.query(f'{prefix} ASK {{ ?service service:SERVICE "SERVICE" }} # SERVICE').rows == ((False,),)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * " + "{" * 5000 + "}" * 5000,
        "ASK { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }",
        "ASK { FILTER(" + "!" * 50_000 + "true) }",
        "ASK { FILTER(true" + "||true" * 50_000 + ") }",
        "ASK { " + "OPTIONAL { ?s ?p ?o } " * 4000 + "}",
        "ASK { " + "".join(f"BIND(1 AS ?v{n}) " for n in range(4000)) + "}",
        "ASK { " + "FILTER(true) " * 50_000 + "}",
        "ASK { ?s <a:a>" + "/<a:a>" * 4000 + " ?o }",
    ],
)
def test_a_question_that_would_end_the_process_is_refused(store: Store, sparql: str) -> None:
    with pytest.raises(RefusedQueryError, match="smaller steps"):
        store.query(sparql)


def test_a_large_list_of_values_is_answered(store: Store) -> None:
    sparql = "SELECT ?x { VALUES ?x { " + "1 " * 20_000 + "} }"
    assert len(store.query(sparql)) == 20_000


def test_a_store_opened_for_reading_cannot_load(stored: Path) -> None:
    with Store.open(stored) as opened, pytest.raises(ReadOnlyError):
        opened.load([held("new.txt", "1")])


def test_rdflib_sees_all_graphs_as_one(store: Store) -> None:
    dataset = store.dataset()
    assert len(dataset) == len({quad[:3] for quad in quads(store)})
    assert next(iter(dataset.query(REVIEWS)))[0].toPython() == 1  # type: ignore[index,union-attr]
    assert (None, URIRef(SG.summary), None) in dataset


def test_every_error_of_a_store_is_one_line(tmp_path: Path) -> None:
    for where in (tmp_path / "nowhere", Path(__file__), "http://example.org"):
        with pytest.raises(StoreError) as error:
            Store.open(where)
        assert "\n" not in str(error.value)


def test_blank_nodes_of_another_program_are_shown_as_they_are_and_go_with_what_a_load_replaces() -> None:
    graph, said = document_iri("invented.txt"), ox.NamedNode("https://example.org/said")
    node = ox.BlankNode("abc")
    with Store.open("memory") as opened:
        opened.load([held()])
        opened.engine.add(ox.Quad(node, said, ox.Literal("x"), ox.NamedNode(graph)))
        opened.engine.add(ox.Quad(said, said, node, ox.NamedNode(graph)))
        foreign = {(str(node), said.value, '"x"'), (said.value, said.value, str(node))}
        assert foreign < set(opened.graph(graph))
        opened.load([held(content="1")])
        with Store.open("memory") as fresh:
            fresh.load([held(content="1")])
            assert quads(opened) == quads(fresh)
