"""What is kept of the documents held answers for a load, as long as it is so, and never afterwards."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg import paths
from kg.cli import cli
from kg.extract import extract
from kg.folder import Folder
from kg.loading import ledger
from kg.loading.fresh import nothing_new
from kg.loading.parts import Part
from kg.loading.plan import Run
from kg.model import Digest, SourceDocument
from kg.pipeline import load
from kg.rdf.iris import document_iri
from kg.read import read_bytes
from kg.store import Quad, Store
from tests.interrupted import Interrupted, write_beside

TEXTS = Path(__file__).parent / "gold" / "dev"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, and a copy of one of them."""
    folder = tmp_path / "digests"
    folder.mkdir()
    for name, text in (("a.txt", TEXTS / "digest-2020-06.txt"), ("b.txt", TEXTS / "catalogue.txt")):
        (folder / name).write_bytes(text.read_bytes())
    (folder / "c.txt").write_bytes((folder / "a.txt").read_bytes())
    return folder


@pytest.fixture
def where(folder: Path, tmp_path: Path) -> Path:
    """A store that holds them."""
    _load(folder, tmp_path / "store")
    return tmp_path / "store"


def _load(folder: Path, where: Path) -> None:
    with Store.open(where, create=True) as store:
        load(folder, store)


def _held(where: Path) -> object:
    with Store.open(where) as store:
        return store.held()


def _edited(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b"\n")


def test_a_load_that_finds_nothing_new_is_reported_as_one_that_asked_the_engine(folder: Path, where: Path) -> None:
    told = nothing_new([folder], str(where))
    with Store.open(where, read_only=False) as store:
        assert told == load(folder, store)
    assert told is not None
    assert (told.unchanged, told.copies) == (("a.txt", "b.txt"), (("c.txt", "a.txt"),))


def test_it_neither_opens_the_engine_nor_imports_what_does(folder: Path, where: Path) -> None:
    command = ["load", str(folder), "--store", str(where)]
    code = f"import sys; from kg.cli import cli; cli({command}, standalone_mode=False); print('\\n'.join(sys.modules))"
    imported = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "kg.loading.fresh" in imported
    opening = {"kg.store", "kg.engine", "kg.pipeline", "pyoxigraph", "numpy", "tempfile"}
    reading = {"kg.extract", "kg.model", "kg.unread", "pickle", "subprocess"}
    assert (opening | reading).isdisjoint(imported)


@pytest.mark.parametrize("name", ["a.txt", "b.txt", "d.txt"])
def test_what_is_kept_is_what_the_engine_holds_after_documents_are_added_or_replaced(
    folder: Path, where: Path, name: str
) -> None:
    (folder / "d.txt").write_bytes((TEXTS / "digest-2022-03.txt").read_bytes())
    _edited(folder, name)
    assert nothing_new([folder], str(where)) is None
    _load(folder, where)
    assert ledger.read(Folder(where)) == _held(where)
    assert nothing_new([folder], str(where)) is not None


def _by_the_engine(where: Path) -> None:
    engine = ox.Store(str(where / "oxigraph"))
    engine.remove_graph(ox.NamedNode(document_iri("a.txt")))
    engine.flush()


def _by_our_store(where: Path) -> None:
    with Store.open(where, read_only=False) as store:
        store.put([(document_iri("a.txt"), ())])


def _by_whoever_has_the_engine(where: Path) -> None:
    with Store.open(where, read_only=False) as store:
        store.run()
        store.engine.remove_graph(ox.NamedNode(document_iri("a.txt")))


def _after_a_load_began(where: Path) -> None:
    with Store.open(where, read_only=False) as store:
        store.run()
        store.put([(document_iri("a.txt"), ())])


@pytest.mark.parametrize(
    "removed",
    [_by_the_engine, _by_our_store, _by_whoever_has_the_engine, _after_a_load_began],
    ids=lambda each: each.__name__,
)
def test_what_is_kept_is_not_trusted_once_the_engine_was_changed(
    folder: Path, where: Path, removed: Callable[[Path], None]
) -> None:
    removed(where)
    assert nothing_new([folder], str(where)) is None
    _load(folder, where)
    assert nothing_new([folder], str(where)) is not None
    assert document_iri("a.txt") in str(_held(where))


@pytest.mark.parametrize("changed", ["kg.loading.plan.__version__", "kg.loading.plan.version"])
def test_documents_that_another_version_read_are_loaded_anew(
    folder: Path, where: Path, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changed, "0.0.0" if changed.endswith("__") else lambda: "another")
    assert nothing_new([folder], str(where)) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '["x", [["a"]]]', "null"])
def test_a_damaged_note_of_what_is_held_is_written_anew(folder: Path, where: Path, text: str) -> None:
    (where / "held.json").write_text(text, encoding="utf-8")
    assert nothing_new([folder], str(where)) is None
    _load(folder, where)
    assert ledger.read(Folder(where)) == _held(where)


def test_a_load_that_broke_off_notes_nothing_that_it_did_not_store(where: Path) -> None:
    before = _held(where)
    document = read_bytes("d.txt", (TEXTS / "digest-2022-03.txt").read_bytes())

    def broken_off(run: Run) -> Iterator[Part]:
        yield from run.parts([extract(document)])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Store.open(where, read_only=False) as store:
        store.write(broken_off(store.run()))
    assert _held(where) == before
    assert ledger.read(Folder(where)) in (None, before)


def test_what_is_kept_is_of_the_state_that_was_written_though_another_process_waits_to_write(
    folder: Path, where: Path
) -> None:
    _edited(folder, "a.txt")
    with Interrupted.open(where, read_only=False) as store:
        store.taken = document_iri("b.txt")
        load(folder, store)
    assert "wait until it is done" in store.told
    assert ledger.read(Folder(where)) == _held(where)
    write_beside(where, document_iri("b.txt"))
    assert document_iri("b.txt") not in str(_held(where))  # once it is closed, the other may write
    assert nothing_new([folder], str(where)) is None


def test_a_plan_made_while_another_process_writes_notes_nothing(folder: Path, where: Path) -> None:
    before = _held(where)
    with Store.open(where) as planned:
        _edited(folder, "a.txt")
        _load(folder, where)
        document = read_bytes("d.txt", (TEXTS / "digest-2022-03.txt").read_bytes())
        assert list(planned.plan([extract(document)]))
    assert _held(where) != before
    assert ledger.read(Folder(where)) == _held(where)


def _cli(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["load", *arguments], catch_exceptions=False)


def test_what_is_unchanged_is_read_again_where_it_is_asked_for(
    folder: Path, where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(document: SourceDocument) -> Digest:
        read = extract(document)
        titles = [each.title._replace(text=f"{each.title.text}, read anew") for each in read.reviews]
        reviews = (replace(each, title=title) for each, title in zip(read.reviews, titles, strict=True))
        return replace(read, reviews=tuple(reviews))

    before = _quads(where)
    words = (str(folder), "--store", str(where))
    assert "2 unchanged (--again reads them all the same)." in _cli(*words).stderr
    assert "2 replaced" in _cli(*words, "--again").stderr
    assert _quads(where) == before
    monkeypatch.setattr(import_module("kg.extract"), "extract", renamed)
    monkeypatch.setattr("kg.pipeline.extract", renamed)
    assert _cli(*words, "--dry-run").stdout == ""
    assert ", read anew" in _cli(*words, "--dry-run", "--again").stdout
    assert _quads(where) == before
    assert "Warning" not in _cli(*words, "--again", "--processes", "1").stderr
    assert ", read anew" in str(_quads(where))
    assert nothing_new([folder], str(where)) is not None


def _quads(where: Path) -> list[Quad]:
    with Store.open(where) as store:
        return sorted(store.quads())


def test_only_a_load_tells_of_standard_input_of_missing_files_and_of_other_stores(folder: Path, where: Path) -> None:
    assert nothing_new(["-"], str(where)) is None
    assert nothing_new([folder, folder / "missing.txt"], str(where)) is None
    assert nothing_new([folder], str(where), "https://example.org/id/") is None
    assert nothing_new([folder], "memory") is None
    assert nothing_new([folder], "https://example.org/sparql") is None
    assert nothing_new([folder], str(where.with_name("none"))) is None
    assert nothing_new([paths.sample()], str(where)) is None
