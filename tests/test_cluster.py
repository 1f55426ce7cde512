"""A load on a cluster stores what a load on one machine stores, whatever is lost on the way."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

pytest.importorskip("distributed")
import fsspec
from distributed import Client, LocalCluster

from kg import pipeline
from kg.cli import cli
from kg.cluster.errors import ClusterError, PlaceError
from kg.cluster.load import _folder, load, load_into, write_parts
from kg.cluster.parts import Folder, Made, clear, finished, keep, kept, quads, triples, whole
from kg.cluster.places import content, places, system_of
from kg.cluster.slices import Task, slices
from kg.errors import KGError, raised
from kg.export import chunks
from kg.extract import extract
from kg.loading.parts import Part, part_of
from kg.loading.plan import LoadReport, Run, as_quads
from kg.loading.replacing import Replacement
from kg.loading.sources import sources
from kg.namespaces import ID
from kg.paths import sample
from kg.read import UnreadableError
from kg.store import Store
from kg.to_rdf import triples as triples_of
from tests.invented_coding import TEXT, document

DOCUMENTS = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of invented documents, among them a copy, one that cannot be read and two of one name."""
    folder = tmp_path_factory.mktemp("library")
    for number in range(DOCUMENTS):
        place = folder / f"shelf-{number % 3}" / f"invented-{number}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(TEXT.replace("Alder", f"Alder{number}"), encoding="utf-8")
    (folder / "shelf-0" / "same.txt").write_text(TEXT.replace("Alder", "Birch"), encoding="utf-8")
    (folder / "shelf-1" / "same.txt").write_text(TEXT.replace("Alder", "Cedar"), encoding="utf-8")
    (folder / "shelf-2" / "a-copy.txt").write_text(TEXT.replace("Alder", "Alder7"), encoding="utf-8")
    (folder / "shelf-2" / "empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(library: Path) -> tuple[LoadReport, bytes]:
    """What a load on one machine reports and stores."""
    with Store.open("memory") as store:
        report = pipeline.load([library], store, refused=lambda _: None, processes=1)
        return report, exported(store)


@pytest.fixture(scope="module")
def here() -> Iterator[str]:
    """The address of a scheduler with one worker, both threads of this process."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, host="127.0.0.1", protocol="tcp"
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cluster.slices._AVERAGE", 6)


def exported(store: Store) -> bytes:
    return b"".join(chunks(store, ".nq", vocabulary=True))


@contextmanager
def process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield started
    finally:
        started.kill()
        started.wait()


@dataclass
class Losing:
    """A store that loses a process when the first documents come."""

    store: Store
    lost: subprocess.Popen[bytes]

    def run(self, base: str = ID) -> Run:
        return self.store.run(base)

    def write(self, parts: Iterable[Part]) -> None:
        self.store.write(self._losing(parts))

    def _losing(self, parts: Iterable[Part]) -> Iterator[Part]:
        for part in parts:
            self.lost.kill()
            yield part


@dataclass
class Broken:
    """A store that fails after some documents."""

    after: int

    def run(self, base: str = ID) -> Run:
        return Run({}, base)

    def write(self, parts: Iterable[Part]) -> None:
        for number, _ in enumerate(parts):
            if number == self.after:
                raise KGError("broken off")


def test_a_cluster_that_loses_a_worker_stores_the_same_bytes_as_one_machine(
    library: Path, alone: tuple[LoadReport, bytes], tmp_path: Path
) -> None:
    report, expected = alone
    told = tmp_path / "scheduler.json"
    refused: list[KGError] = []
    with ExitStack() as running:
        running.enter_context(
            process(
                "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)
            )
        )
        worker = ("dask_worker", "--scheduler-file", str(told), "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [running.enter_context(process(*worker, "--host", "127.0.0.1")) for _ in range(2)]
        address = until_there(told, 2)
        store = running.enter_context(Store.open(tmp_path / "store", create=True))
        parts = tmp_path / "parts"
        done = load([str(library)], Losing(store, workers[0]), address, str(parts), refused=refused.append)
        assert workers[0].poll() is not None
        assert exported(store) == expected
    assert done == report
    assert [error.document for error in refused] == ["empty.txt"]
    assert not parts.exists()


def until_there(told: Path, workers: int) -> str:
    """The address of a scheduler that writes it to a file, once its workers are there."""
    with Client(scheduler_file=str(told), timeout=60, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(workers, timeout=60)
        return str(client.scheduler.address)


def test_a_load_that_is_broken_off_goes_on_from_its_finished_parts(
    library: Path, alone: tuple[LoadReport, bytes], here: str, tmp_path: Path
) -> None:
    parts = tmp_path / "parts"
    with pytest.raises(KGError, match="broken off"):
        load([str(library)], Broken(20), here, str(parts), refused=lambda _: None)
    finished = written(parts)
    assert finished
    kept: dict[str, int] = {}
    with Store.open("memory") as store:
        report = load([str(library)], Keeping(store, parts, kept), here, str(parts), refused=lambda _: None)
        assert exported(store) == alone[1]
        assert report == alone[0]
        again = load([str(library)], store, here, str(parts), refused=lambda _: None)
    assert finished.items() <= kept.items()
    assert (len(again.unchanged), again.added) == (DOCUMENTS + 2, ())


@dataclass
class Keeping:
    """A store that notes which parts there were when it was done."""

    store: Store
    parts: Path
    kept: dict[str, int]

    def run(self, base: str = ID) -> Run:
        return self.store.run(base)

    def write(self, parts: Iterable[Part]) -> None:
        self.store.write(parts)
        self.kept.update(written(self.parts))


def written(folder: Path) -> dict[str, int]:
    """When each finished part was written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("part-*.json")}


def test_parts_are_kept_for_another_engine_and_name_what_to_load(
    library: Path, alone: tuple[LoadReport, bytes], here: str, tmp_path: Path
) -> None:
    parts = tmp_path / "parts"
    report = write_parts([str(library)], here, str(parts), refused=lambda _: None)
    told = json.loads((parts / "manifest.json").read_text(encoding="utf-8"))
    lines = sorted(line for name in told["files"] for line in (parts / name).read_bytes().splitlines(keepends=True))
    assert b"".join(sorted(set(lines))) == b"".join(sorted(alone[1].splitlines(keepends=True)))
    assert (told["documents"], report.added) == (DOCUMENTS + 2, alone[0].added)
    assert [each["name"] for each in told["refused"]] == ["empty.txt"]
    before = written(parts)
    gone = min(parts.glob("part-*.json"))
    gone.unlink()
    write_parts([str(library)], here, str(parts), refused=lambda _: None)
    after = written(parts)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == [gone.name]
    assert not list(parts.glob("*.unfinished"))


def test_documents_and_parts_may_stand_in_an_object_store(here: str) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/bucket/digests/one.txt", TEXT.encode())
    system.pipe_file("/bucket/digests/deep/two.txt", TEXT.replace("Alder", "Birch").encode())
    with Store.open("memory") as store:
        report = load(["memory://bucket/digests"], store, here, "memory://bucket/parts", refused=lambda _: None)
        assert sorted(report.added) == ["one.txt", "two.txt"]
        with Store.open("memory") as other:
            other.load(
                [extract(document(name="one.txt")), extract(document(TEXT.replace("Alder", "Birch"), "two.txt"))]
            )
            assert exported(store) == exported(other)
    assert not system.exists("/bucket/parts")


def test_documents_have_the_names_that_one_machine_gives_them(library: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"{library}\n\n{sample()}\n", encoding="utf-8")
    expected = [source.name for source in sources([library, sample()])]
    for paths in ([str(library), str(sample())], [f"@{listed}"], [library.as_uri(), sample().as_uri()]):
        assert [place.name for place in places(paths)] == expected
    with pytest.raises(PlaceError, match="cannot be read"):
        places([f"@{tmp_path}/none"])
    with pytest.raises(PlaceError, match="cannot be reached"):
        places(["nonsense://there/x"])
    with pytest.raises(PlaceError, match="no files"):
        places([f"file://{tmp_path}/none"])


@pytest.mark.parametrize("where", ["store", "store/", "store//"])
def test_the_parts_of_a_load_stand_beside_its_store_however_its_folder_is_named(
    here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Store, "write", _broken_off)
    for _ in range(2):  # what is broken off is no store, nor in the way of one
        with pytest.raises(KGError, match="broken off"):
            load_into(where, ["one.txt"], here, refused=raised)
        assert list(tmp_path.glob("*.parts")) == [tmp_path / "store.parts"]
        assert not (tmp_path / "store").exists()


def _broken_off(_store: Store, parts: Iterable[Part]) -> None:
    assert list(parts)
    raise KGError("broken off")


def test_loads_into_different_stores_elsewhere_have_different_parts(
    here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Store, "write", _broken_off)
    monkeypatch.setattr("kg.cluster.load.open_store", lambda _where, **_: Store.open("memory"))
    for where in ("memory", ".kg", "https://one.example/query", "https://other.example/query"):
        with pytest.raises(KGError, match="broken off"):
            load_into(where, ["one.txt"], here, refused=raised)
    assert len(list(tmp_path.glob(".kg*.parts"))) == 4


def test_a_load_removes_its_own_parts_alone(here: str, tmp_path: Path) -> None:
    parts, documents = tmp_path / "store.parts", tmp_path / "documents"
    documents.mkdir()
    (documents / "one.txt").write_text(TEXT, encoding="utf-8")
    write_parts([str(documents)], here, str(parts), refused=raised)
    (parts / "notes.txt").write_text("mine", encoding="utf-8")
    before = {path.name for path in parts.iterdir()}
    (documents / "two.txt").write_text(TEXT.replace("Alder", "Birch"), encoding="utf-8")
    for store in ("store", "other"):
        report = load_into(str(tmp_path / store), [str(documents)], here, refused=raised)
        assert len(report.added) == 2
    assert {path.name for path in parts.iterdir()} == before
    assert not (tmp_path / "other.parts").exists()


def test_what_is_unchanged_is_read_again_on_a_cluster_whatever_parts_there_are(here: str, tmp_path: Path) -> None:
    digest, where = tmp_path / "one.txt", str(tmp_path / "store")
    digest.write_text(TEXT, encoding="utf-8")
    command = ["load", str(digest), "--cluster", here]
    for options, said in (([], "1 added"), ([], "1 unchanged"), (["--again"], "1 replaced")):
        done = CliRunner().invoke(cli, [*command, "--store", where, *options], catch_exceptions=False)
        assert said in done.stderr
    parts = tmp_path / "parts"
    made = []
    for options in ([], [], ["--again"]):
        CliRunner().invoke(cli, [*command, "--parts", str(parts), *options], catch_exceptions=False)
        made.append(written(parts))
    assert made[0] == made[1] != made[2]
    assert made[0].keys() == made[2].keys()


def test_a_changed_document_is_replaced_as_on_one_machine(here: str, tmp_path: Path) -> None:
    digest, where = tmp_path / "one.txt", tmp_path / "store"
    for text in (TEXT, TEXT.replace("Alder", "Birch")):
        digest.write_text(text, encoding="utf-8")
        report = load_into(str(where), [str(digest)], here, refused=raised)
    assert report.replaced == ("one.txt",)
    assert report.replacements == (Replacement("one.txt", held=1, shared=0),)
    with Store.open(where) as store, Store.open("memory") as other:
        pipeline.load([digest], other)
        assert exported(store) == exported(other)


class Failing(fsspec.AbstractFileSystem):  # type: ignore[misc]
    """A system whose library has errors of its own, as that of an object store has."""

    protocol = "failing"

    def find(self, *_: object, **__: object) -> NoReturn:
        raise LookupError("Unable to locate\ncredentials")

    open = isdir = ls = cat_file = pipe_file = makedirs = find


def test_what_the_library_of_an_object_store_says_is_told_in_one_line() -> None:
    fsspec.register_implementation("failing", Failing, clobber=True)
    with pytest.raises(PlaceError, match=r"^failing://there cannot be searched: Unable to locate credentials\.$"):
        places(["failing://there"])
    with pytest.raises(UnreadableError, match=r"^failing://there/x cannot be read: Unable to locate credentials\.$"):
        content("failing://there/x")


def test_what_the_library_of_an_object_store_says_of_parts_is_told_in_one_line() -> None:
    fsspec.register_implementation("failing", Failing, clobber=True)
    folder = Folder(*system_of("failing://there"))
    made = Made("ab", (Part("a.txt", "0", "https://example.org/a", b""),), (0,))
    uses: dict[str, Callable[[], object]] = {
        "/part-ab.nq cannot be written": lambda: keep(folder, "ab", (), ()),
        "/part-ab.json cannot be read": lambda: kept(folder, "ab"),
        "/part-ab.nq cannot be read": lambda: list(whole(folder, made)),
        " cannot be searched": lambda: finished(folder),
        " cannot be cleared of the parts that are stored": lambda: clear(folder),
        " cannot be made": lambda: _folder("failing://there"),
    }
    for words, use in uses.items():
        with pytest.raises(PlaceError) as told:
            use()
        said = f"failing://there{words}"
        assert re.sub(r"\.[0-9a-f]{32}\.unfinished", "", str(told.value)) == (
            f"{said}: Unable to locate credentials. Mend that, and run the same command again."
        )


@pytest.mark.parametrize("url", ["ftp://user:secret@host.example/d", "ftp://secret@host.example"])
def test_a_url_with_a_password_is_refused_without_showing_it(url: str) -> None:
    for use in (content, system_of, lambda where: places([where])):
        with pytest.raises(PlaceError, match=r"^The URL of ftp://host\.example holds a user or a password") as told:
            use(url)
        assert "secret" not in str(told.value)
    with pytest.raises(PlaceError, match="holds a user"):
        system_of(f"simplecache::{url}")


def test_the_container_in_a_url_of_azure_is_no_user() -> None:
    with pytest.raises(PlaceError, match="adlfs"):  # which is not installed here
        system_of("abfs://container@account.dfs.core.windows.net/d")


def test_the_lines_of_a_part_are_the_triples_of_its_document() -> None:
    digest = extract(document(TEXT.replace("nobody", 'nobody "at <all> .\\')))
    part = part_of(digest)
    lines = quads(part.graph, part.body)
    assert lines == as_quads(part.graph, triples_of(digest)).encode()
    assert quads(part.graph, b"") == b""
    with Store.open("memory") as one, Store.open("memory") as other:
        one.write([part])
        other.write([Part(part.name, part.sha256, part.graph, triples(part.graph, lines))])
        assert exported(one) == exported(other)


def test_a_new_document_changes_one_slice_only() -> None:
    tasks = [Task(f"{number}.txt", "", "0") for number in range(500)]
    before = {work.key for work in slices(tasks)}
    after = {work.key for work in slices([*tasks[:250], Task("new.txt", "", "0"), *tasks[250:]])}
    assert len(before - after) <= 1
    assert 50 < len(before) < 120
    assert {work.key for work in slices(tasks, "https://x.example/")}.isdisjoint(before)


def test_a_scheduler_that_is_not_there_is_named_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cluster.scheduler._WAIT", 0.2)
    for address in ("tcp://127.0.0.1:1", "nonsense"):
        with pytest.raises(ClusterError, match="There is no scheduler at"):
            write_parts([str(sample())], address, str(tmp_path), refused=lambda _: None)


def test_the_command_loads_on_a_cluster_or_keeps_parts(library: Path, here: str, tmp_path: Path) -> None:
    one, store = str(library / "shelf-0" / "same.txt"), str(tmp_path / "store")
    done = CliRunner().invoke(cli, ["load", one, "--cluster", here, "--store", store], catch_exceptions=False)
    assert (done.exit_code, done.output) == (0, f"Documents in {store}: 1 added, 1 review read, nothing unread.\n")
    assert {path.name for path in tmp_path.iterdir()} == {"store"}
    parts = str(tmp_path / "parts")
    done = CliRunner().invoke(cli, ["load", one, "--cluster", here, "--parts", parts], catch_exceptions=False)
    assert f"Documents in {parts}: 1 added" in done.output
    for wrong in (["--parts", parts], ["--cluster", here, "--dry-run"]):
        assert CliRunner().invoke(cli, ["load", one, *wrong]).exit_code == 2
