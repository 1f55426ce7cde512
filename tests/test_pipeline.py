import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg import paths
from kg.errors import KGError
from kg.loading.sources import Source, documents, names, sources
from kg.model import Digest
from kg.pipeline import digests, load
from kg.read import UnreadableError
from kg.store import Store

SAMPLE = paths.sample() / "nspcc-2023-07.txt"


def write(folder: Path, *names_: str) -> Path:
    for name in names_:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"invented: {name}")
    return folder


def test_folders_are_searched_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config", "c.txt")
    found = [str(path.relative_to(tmp_path)) for path in documents(tmp_path)]
    assert found == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_a_link_to_a_file_is_read_and_one_to_a_folder_is_not_searched(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "in/inner/b.txt", "out/c.txt")
    (tmp_path / "in" / "inner" / "round").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "away").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "c.txt")
    (tmp_path / "in" / "twice.txt").symlink_to("a.txt")
    (tmp_path / "in" / "broken.txt").symlink_to("nowhere")

    found = [str(path.relative_to(tmp_path / "in")) for path in documents(tmp_path / "in")]

    assert found == ["a.txt", "broken.txt", "inner/b.txt", "link.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert list(documents([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])) == [tmp_path / "a.txt"]


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="without files"):
        list(documents(tmp_path))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["a.txt", "b.txt"], ["a.txt", "b.txt"]),
        (["x/a.txt", "y/a.txt", "y/b.txt"], ["x/a.txt", "y/a.txt", "b.txt"]),
        (["1/x/a.txt", "2/x/a.txt"], ["1/x/a.txt", "2/x/a.txt"]),
        (["1/x/a.txt", "1/y/a.txt", "2/x/a.txt"], ["1/x/a.txt", "1/y/a.txt", "2/x/a.txt"]),
    ],
)
def test_a_document_is_known_by_as_many_folders_as_tell_it_apart(
    tmp_path: Path, files: list[str], expected: list[str]
) -> None:
    assert names([tmp_path / file for file in files]) == expected


def test_names_never_hold_a_whole_path(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt", "y/a.txt")
    assert not any(source.name.startswith("/") for source in sources(tmp_path))


def test_a_folder_goes_into_the_store_and_again_changes_nothing() -> None:
    with Store.open("memory") as store:
        assert load(paths.sample(), store).added == (SAMPLE.name,)
        before = sorted(store.quads(vocabulary=True))
        assert load(paths.sample(), store).unchanged == (SAMPLE.name,)
        assert sorted(store.quads(vocabulary=True)) == before


def test_a_load_that_finds_nothing_new_imports_nothing_that_hands_over_puts_by_or_decides(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", create=True) as store:
        load(SAMPLE, store)
    code = (  # as a load does that cannot tell by what is kept beside the engine
        "import sys; from kg.pipeline import load; from kg.store import Store\n"
        "with Store.open(sys.argv[2], read_only=False) as store: assert load(sys.argv[1], store).unchanged\n"
        "print('\\n'.join(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(SAMPLE), str(tmp_path / "store")]
    imported = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "kg.pipeline" in imported
    assert {"pickle", "tempfile", "numpy", "kg.curation.decision", "kg.extract.whole"}.isdisjoint(imported)


def test_an_unchanged_document_is_not_extracted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open("memory") as store:
        load(SAMPLE, store)
        monkeypatch.setattr("kg.pipeline.extract", None)
        assert load(SAMPLE, store).unchanged == (SAMPLE.name,)


def test_one_file_that_cannot_be_read_ends_the_load_and_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.txt").write_bytes(b"")
    with Store.open(tmp_path / ".kg", create=True) as store, pytest.raises(KGError, match=r"b\.txt"):
        load(tmp_path, store)
    assert not (tmp_path / ".kg").exists()


def test_files_that_cannot_be_read_are_left_out_when_somebody_listens(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.txt").write_bytes(b"")
    refused: list[KGError] = []
    with Store.open("memory") as store:
        report = load(tmp_path, store, refused=refused.append)
    assert report.added == ("a.txt",)
    assert [str(error).split()[0] for error in refused] == ["b.txt"]


def test_digests_come_with_the_errors_of_files_that_give_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.txt").write_text("A letter without any review.")
    first, second = digests(tmp_path)
    assert isinstance(first, Digest)
    assert isinstance(second, KGError)


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(SAMPLE.read_bytes())))
    [digest] = digests("-")
    assert isinstance(digest, Digest)
    assert digest.document.name == "standard-input.txt"


def test_whoever_watches_sees_every_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    seen: list[Source] = []
    with Store.open("memory") as store:
        load(tmp_path, store, watched=lambda all_: (seen.append(each) or each for each in all_))  # type: ignore[func-returns-value]
    assert [source.name for source in seen] == ["a.txt"]
