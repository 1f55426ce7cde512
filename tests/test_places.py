"""Where commands read and write: links, pipes, names that are no text, no name at all, stores among the documents."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.loading.sources import sources
from kg.paths import sample
from kg.read import UnreadableError

KG = (sys.executable, "-m", "kg")
DIGEST = sample() / "nspcc-2023-07.txt"
WRITING = {
    "out.ttl": ["export", "-o"],
    "out.html": ["graph", "-o"],
    "out.csv": ["curate", "export"],
    "out.jsonl": ["load", "empty.txt", "--refused"],
}


def kg(folder: Path, *arguments: str | bytes) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}
    return subprocess.run(
        [*KG, *arguments], cwd=folder, env=environment, capture_output=True, text=True, errors="surrogateescape",
        check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in its store, and a document that is refused."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "empty.txt").touch()
    assert kg(folder, "load", str(DIGEST)).returncode == 0
    return folder


@pytest.mark.parametrize("name", WRITING)
def test_a_link_is_kept_and_what_it_leads_to_is_replaced(loaded: Path, tmp_path: Path, name: str) -> None:
    target, link = tmp_path / "target", tmp_path / name
    target.write_bytes(b"old")
    link.symlink_to(target)
    kg(loaded, *WRITING[name], str(link))
    assert link.is_symlink()
    assert not target.is_symlink()
    assert target.stat().st_size > len(b"old")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "target"])


def test_what_a_link_leads_to_is_made_where_it_is_not_there(loaded: Path, tmp_path: Path) -> None:
    (tmp_path / "link.ttl").symlink_to("target")
    kg(loaded, *WRITING["out.ttl"], str(tmp_path / "link.ttl"))
    assert (tmp_path / "link.ttl").is_symlink()
    assert (tmp_path / "target").stat().st_size > 0


@pytest.mark.parametrize("name", WRITING)
def test_a_pipe_is_written_to(loaded: Path, tmp_path: Path, name: str) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    with (tmp_path / "read").open("wb") as read, subprocess.Popen(["cat", str(pipe)], stdout=read) as reader:
        try:
            done = kg(loaded, *WRITING[name], str(pipe))
            assert pipe.is_fifo(), done.stderr
            reader.wait(30)
        finally:
            reader.kill()
    assert (tmp_path / "read").stat().st_size > 0


def test_a_link_to_itself_cannot_be_written_and_is_left(loaded: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.ttl"
    loop.symlink_to(loop.name)
    done = kg(loaded, "export", "-o", str(loop))
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {loop} cannot be written: ")
    assert done.stderr.count("\n") == 1
    assert loop.is_symlink()


def test_a_name_that_is_no_text_is_refused_and_the_rest_of_the_folder_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in (b"bad\xff.txt", b"good.txt"):
        (folder / os.fsdecode(name)).write_bytes(DIGEST.read_bytes())
    done = kg(tmp_path, "load", "folder", "--store", "store", "--refused", "refused.jsonl")
    assert done.returncode == 1
    refusal = r"folder/bad\xff.txt has a name that is no text in UTF-8: rename it."
    assert done.stderr.splitlines() == [
        "Documents in store: 1 added, 6 reviews read, nothing unread.",
        f"Refused: {refusal}",
        "Error: 1 of 2 documents refused; the others are stored.",
    ]
    assert json.loads((tmp_path / "refused.jsonl").read_text()) == {"name": r"bad\xff.txt", "reason": refusal}
    for command in (["extract"], ["load", "--store", "other"]):
        alone = kg(tmp_path, *command, b"folder/bad\xff.txt")
        assert (alone.returncode, alone.stderr) == (1, f"Error: {refusal}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["load", ""],
        ["load", "empty.txt", "--store", ""],
        ["load", "empty.txt", "--refused", ""],
        ["load", "empty.txt", "--cluster", ""],
        ["extract", ""],
        ["export", "-o", ""],
        ["graph", "-o", ""],
        ["query", ""],
        ["evaluate", ""],
        ["stats", "--store", ""],
        ["curate", "export", ""],
        ["curate", "import", "", "--by", "A"],
        ["curate", "agreement", "", ""],
    ],
)
def test_an_empty_name_is_refused_in_one_line(loaded: Path, arguments: list[str]) -> None:
    done = kg(loaded, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith(" is an empty name: name a file or a folder.\n")
    assert done.stderr.count("\n") == 1


def test_an_empty_path_is_refused_in_python_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "digest.txt").write_bytes(DIGEST.read_bytes())
    with pytest.raises(UnreadableError, match="A path is empty"):
        sources("")


def test_a_store_among_the_documents_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_bytes(DIGEST.read_bytes())
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "kg.json").write_text("{}")  # a folder of something else
    assert kg(tmp_path, "load", "digest.txt", "--store", "library.kg").returncode == 0
    assert [source.name for source in sources(tmp_path)] == ["digest.txt", "kg.json"]
    done = kg(tmp_path, "load", "library.kg", "--store", "other")
    assert done.returncode == 1
    assert done.stderr == (
        "Error: library.kg is a store, not a folder of documents: name the folder that they are in.\n"
    )


def test_an_address_of_another_kind_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_bytes(DIGEST.read_bytes())
    for command in (["load", "digest.txt"], ["stats"], ["serve", "--port", "0"]):
        done = kg(tmp_path, *command, "--store", "ftp://example.org/store")
        assert done.returncode == 1
        assert done.stderr == (
            "Error: ftp://example.org/store is not an address of the web: write https://host/path.\n"
        )
    assert [path.name for path in tmp_path.iterdir()] == ["digest.txt"]


def test_names_in_messages_are_told_from_their_words(tmp_path: Path) -> None:
    assert kg(tmp_path, "stats", "--store", "all").stderr.startswith("Error: There is no store at 'all': ")
    assert kg(tmp_path, "themes", "--store", "all").stderr.startswith("There is no store at 'all' yet")


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1", "ten"])
def test_a_time_that_is_none_is_wrong_usage(loaded: Path, seconds: str) -> None:
    done = kg(loaded, "query", "documents", "--timeout", seconds)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Invalid value for '--timeout'" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16"])
def test_an_encoding_is_named_as_it_is(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "digest.txt").write_bytes(DIGEST.read_text(encoding="utf-8").encode(encoding))
    assert f"is text in {encoding.upper()}, not in UTF-8" in kg(tmp_path, "load", "digest.txt").stderr


def test_a_file_system_that_is_read_only_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "fixed").mkdir()
    (tmp_path / "digest.txt").write_bytes(DIGEST.read_bytes())
    mount = ["unshare", "--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs -o ro none fixed && exec "$@"', "sh"]
    if shutil.which("unshare") is None or subprocess.run([*mount, "true"], cwd=tmp_path, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    done = subprocess.run(
        [*mount, *KG, "load", "digest.txt", "--store", "fixed/store"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == (
        "Error: The store at fixed/store cannot be written (Read-only file system): name another place with --store.\n"
    )
