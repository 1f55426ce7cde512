"""Loads of many documents: read by several processes, stored in batches, broken off and gone on with."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.generator import layouts
from kg.columns.shelf import state
from kg.errors import KGError
from kg.folder import UNDER_WAY, Folder
from kg.loading.hand import Outcome
from kg.loading.hands import Hand, outcomes
from kg.loading.parts import Part, Request
from kg.loading.plan import Held, LoadReport, held
from kg.loading.sources import sources
from kg.loading.team import CAN_COPY, Copy, team
from kg.paths import sample
from kg.pipeline import load
from kg.store import MissingStoreError, Quad, Store

ROOT = Path(__file__).parents[1]
SMALL = 1  # bytes of a batch: each document is one
LOADER = f"""
import os, signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has background jobs ignore it
sys.path.insert(0, {str(ROOT)!r})
import kg.loading.batches, kg.engine, kg.store
from kg.pipeline import load
from kg.loading.sources import sources
folder, where, processes, last, sent = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
steps = 0
def step():
    global steps
    steps += 1
    if steps == last:
        threading.Thread(target=os.kill, args=(os.getpid(), sent)).start()
def stepping(function):
    def wrapper(*given):
        step()
        done = function(*given)
        step()
        return done
    return wrapper
kg.loading.batches._BATCH = kg.loading.batches._CHANGED = {SMALL}
kg.engine.fill = kg.store.fill = stepping(kg.engine.fill)
with kg.store.Store.open(where, create=True) as store:
    load(folder, store, processes=processes)
"""


KILLED = f"""
import io, os, signal, sys, time
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
import pyoxigraph as ox
from kg.chunks import Chunks
from kg.folder import UNDER_WAY
from kg.loading.parts import as_trig

def killed():
    for graph in range(1_100):
        yield as_trig(f"i:{{graph}}", b"".join(b"<i:%d> <i:p> %d .\\n" % (graph, each) for each in range(1_000)))
    while not list(Path(sys.argv[1]).glob(UNDER_WAY + "*")):  # a million statements are being written
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)

given = io.BufferedReader(Chunks(killed()), 1 << 16)
ox.Store(sys.argv[1]).bulk_load(given, ox.RdfFormat.TRIG, lenient=True)
"""

ENDED_EARLY = f"""
import atexit, sys
sys.path.insert(0, {str(ROOT)!r})
from kg.loading.hands import outcomes
from kg.loading.parts import Request
from kg.paths import sample

started = []
atexit.register(lambda: print(len(started)))  # after the last thread
[text] = [path.read_bytes() for path in sample().iterdir()]
found = outcomes((Request(f"{{number}}.txt", text) for number in range(1_000)), 3)
next(found)
sys.addaudithook(lambda event, given: started.append(given) if event == "subprocess.Popen" else None)
found.close()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("collection")
    for number in range(6):
        text = layouts.digest(random.Random(number), number, 1)
        (place / f"invented-{number}.txt").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def requests(folder: Path) -> list[Request]:
    return [Request(source.name, source.path.read_bytes()) for source in sources(folder)]


@pytest.fixture(scope="module")
def alone(requests: list[Request]) -> list[Outcome]:
    return list(outcomes(requests, 1))


@pytest.fixture(scope="module")
def undisturbed(alone: list[Outcome], tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    """What an undisturbed load of the folder into an empty store holds."""
    return _stored(tmp_path_factory.mktemp("undisturbed") / ".kg", alone)


def _stored(where: Path, parts: Iterable[Outcome]) -> list[Quad]:
    with Store.open(where, create=True) as store:
        run = store.run()
        store.write(run.taken(part) for part in parts if isinstance(part, Part))
        return _quads(store)


def _quads(store: Store) -> list[Quad]:
    return sorted(store.quads(vocabulary=True))


def _load(folder: Path, where: Path, processes: int = 1) -> tuple[LoadReport, list[Quad]]:
    with Store.open(where, create=True) as store:
        return load(folder, store, processes=processes), _quads(store)


def _broken_off(folder: Path, where: Path, step: int, sent: signal.Signals, processes: int = 1) -> None:
    """A load that is sent a signal at one of its steps."""
    given = map(str, (folder, where, processes, step, int(sent)))
    process = subprocess.run([sys.executable, "-c", LOADER, *given], stderr=subprocess.DEVNULL, check=False)
    assert process.returncode != 0


def _documents(where: Path) -> int:
    try:
        with Store.open(where) as store:
            return len(store.held())
    except MissingStoreError:
        return 0


# A step is made before a batch and after it: an odd number breaks into a batch.
@pytest.mark.parametrize(
    ("step", "sent", "processes"),
    [(1, signal.SIGKILL, 1), (4, signal.SIGKILL, 1), (5, signal.SIGINT, 2)],
)
def test_a_first_load_broken_off_leaves_whole_documents_and_the_next_goes_on(
    folder: Path, undisturbed: list[Quad], tmp_path: Path, step: int, sent: signal.Signals, processes: int
) -> None:
    _broken_off(folder, tmp_path / ".kg", step, sent, processes)
    kept = _documents(tmp_path / ".kg")
    assert kept < len(list(sources(folder)))
    assert (kept == 0) == (step == 1)
    report, now = _load(folder, tmp_path / ".kg")
    assert (len(report.unchanged), report.replaced) == (kept, ())
    assert now == undisturbed


def test_tables_that_a_killed_load_was_writing_are_no_part_of_the_store_and_go_with_the_next(tmp_path: Path) -> None:
    where = tmp_path / "store"
    with Store.open(where, create=True) as store:
        load(sample(), store)
        held = store.held()
    engine = Folder(where).engine
    before = state(engine)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(engine)], check=False, stderr=subprocess.DEVNULL)
    assert killed.returncode == -signal.SIGKILL
    left = list(engine.glob(f"{UNDER_WAY}*"))
    assert left
    assert state(engine) == before
    with Store.open(where) as store:
        assert store.held() == held
    assert list(engine.glob(f"{UNDER_WAY}*")) == left  # who only reads cannot tell whether somebody writes them
    with Store.open(where, read_only=False) as store:
        assert store.held() == held
    assert not list(engine.glob(f"{UNDER_WAY}*"))


@pytest.mark.parametrize(("step", "sent"), [(3, signal.SIGKILL), (4, signal.SIGINT)])
def test_a_later_load_broken_off_leaves_whole_documents_and_the_next_goes_on(
    folder: Path, alone: list[Outcome], undisturbed: list[Quad], tmp_path: Path, step: int, sent: signal.Signals
) -> None:
    before = [part._replace(sha256="0" * 64) for part in alone[:2] if isinstance(part, Part)]
    stale = [part._replace(body=part.body.replace(sha(folder, part), part.sha256.encode())) for part in before]
    _stored(tmp_path / ".kg", stale)
    assert _documents(tmp_path / ".kg") == 2
    _broken_off(folder, tmp_path / ".kg", step, sent)
    assert 2 <= _documents(tmp_path / ".kg") <= len(alone)
    report, now = _load(folder, tmp_path / ".kg")
    assert report.added or report.replaced
    assert now == undisturbed


def sha(folder: Path, part: Part) -> bytes:
    [path] = folder.rglob(part.name)
    return sha256(path.read_bytes()).hexdigest().encode()


def test_two_processes_give_the_same_bytes_in_the_same_order_as_one(
    requests: list[Request], alone: list[Outcome]
) -> None:
    assert list(outcomes(requests, 2)) == alone


def test_a_load_by_several_processes_stores_and_reports_what_a_load_by_one_does(
    folder: Path, undisturbed: list[Quad], tmp_path: Path
) -> None:
    (tmp_path / "more").mkdir()
    copied = shutil.copytree(folder, tmp_path / "more" / "copied")
    copy = shutil.copy(next(iter(sources(copied))).path, copied / "zz-copy.txt")
    (copied / "nothing.txt").write_text("")
    refused: list[KGError] = []
    with Store.open(tmp_path / ".kg", create=True) as store:
        report = load(copied, store, refused=refused.append, processes=2)
        assert _quads(store) == undisturbed
    assert [name for name, _ in report.copies] == [Path(copy).name]
    assert [error.document for error in refused] == ["nothing.txt"]
    assert report.reviews == 6


@pytest.mark.parametrize(("processes", "ahead"), [(1, 1), (2, 24)])
def test_documents_are_taken_as_they_are_needed(requests: list[Request], processes: int, ahead: int) -> None:
    taken: list[str] = []

    def without_end() -> Iterator[Request]:
        for number in range(1_000_000):
            taken.append(f"{number}.txt")
            yield requests[0]._replace(name=taken[-1], data=b"")

    found = outcomes(without_end(), processes)
    next(found)
    assert len(taken) == ahead
    next(found)
    assert len(taken) == ahead + 1


def test_a_load_stores_its_parts_as_they_come(alone: list[Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loading.batches._BATCH", 1)
    with Store.open("memory") as store:

        def counted() -> Iterator[Part]:
            for number, part in enumerate(alone):
                assert len(store.held()) == number  # those before are stored, and none waits in memory
                assert isinstance(part, Part)
                yield part

        store.write(counted())
        assert len(store.held()) == len(alone)


def test_a_process_that_was_ended_is_replaced(requests: list[Request], alone: list[Outcome]) -> None:
    hand = Hand()
    try:
        assert hand.outcome(requests[0]) == alone[0]
        assert hand._process is not None
        hand._process.kill()
        assert hand.outcome(requests[1]) == alone[1]
    finally:
        hand.close()


@pytest.mark.parametrize("can_copy", [True, False])
def test_hands_are_copies_where_processes_can_be_copied(
    requests: list[Request], alone: list[Outcome], monkeypatch: pytest.MonkeyPatch, *, can_copy: bool
) -> None:
    monkeypatch.setattr("kg.loading.team.CAN_COPY", can_copy and CAN_COPY)
    with team(2) as copies:
        assert len(copies) == (2 if can_copy and CAN_COPY else 0)
    assert list(outcomes(requests, 2)) == alone


def test_a_copy_that_has_ended_is_replaced_by_a_process_of_its_own(
    requests: list[Request], alone: list[Outcome]
) -> None:
    (asked, ask), (answered, answers) = os.pipe(), os.pipe()
    for end in (asked, answers):
        os.close(end)
    hand = Hand(Copy(os.fdopen(ask, "wb"), os.fdopen(answered, "rb")))
    try:
        assert hand.outcome(requests[0]) == alone[0]
    finally:
        hand.close()


def test_no_process_is_started_once_a_load_is_broken_off() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDED_EARLY], stdout=subprocess.PIPE, check=True)
    assert ended.stdout == b"0\n"


def test_a_document_that_ends_every_process_is_refused_by_name(
    requests: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("kg.loading.hands", "kg.loading.team"):
        monkeypatch.setattr(f"{module}.started", lambda *_, **__: subprocess.Popen(["true"], stdin=-1, stdout=-1))
    [refused] = outcomes(requests[:1], 2)
    assert isinstance(refused, KGError)
    assert refused.document == requests[0].name
    assert str(refused).startswith(f"{requests[0].name} ends the process that reads it")


FAULTY = """
from importlib import import_module

extraction = import_module("kg.extract")

def extract(document, reads=extraction.extract):
    if document.name == "faulty.txt":
        raise RuntimeError("a rule\\nis broken")
    return reads(document)

extraction.extract = extract
"""


@pytest.mark.parametrize("options", [["--processes", "1"], ["--processes", "2"], ["--dry-run"]])
def test_a_document_over_which_the_program_fails_is_named_as_such_and_the_others_are_loaded(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")  # which each process imports as it starts
    documents = shutil.copytree(folder, tmp_path / "documents")
    (documents / "faulty.txt").write_text("invented", encoding="utf-8")
    command = [sys.executable, "-m", "kg", "load", str(documents), "--store", str(tmp_path / "kg"), *options]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(ROOT))))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    said = "not of the document: please report RuntimeError, 'a rule is broken', at "
    [line] = [line for line in done.stderr.splitlines() if "faulty.txt" in line]
    assert line.startswith(f"Refused: faulty.txt is left out for a fault of this program, {said}")
    assert re.search(r", at [\w/]+\.py:\d+\.$", line)
    assert "Traceback" not in done.stderr
    if "--dry-run" not in options:
        assert "1 of 7 documents refused; the others are stored." in done.stderr
        assert _documents(tmp_path / "kg") == 6


def test_what_else_is_read_is_shown_beside_a_document_over_which_the_program_fails(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")
    documents = shutil.copytree(folder, tmp_path / "documents")
    (documents / "faulty.txt").write_text("invented", encoding="utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(documents), "--format", "json"]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(ROOT))))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: faulty.txt is left out for a fault of this program, not of the document: ")
    assert re.search(r"RuntimeError, 'a rule is broken', at [\w/]+\.py:\d+\.\n\Z", done.stderr)
    assert done.stdout.count('{"document": ') == done.stdout.count("\n") == 6


def test_of_two_runs_that_read_a_document_the_later_version_counts() -> None:
    rows = [("https://a.org/d", version, "1.4.0", "d.txt", "ab") for version in ("0.2.0", "0.1.0")]
    assert held(rows) == {"https://a.org/d": Held("d.txt", "ab", "0.2.0", "1.4.0")}
