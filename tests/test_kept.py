"""What is made of rules and scheme is kept between processes, and changes only how soon a first document is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.extract.text.kept import KeptFile
from kg.extract.text.pattern_cache import Entries
from kg.extract.themes.confidence import Scheme
from kg.extract.themes.shipped import kept_scheme

ROOT = Path(__file__).parents[1]
KEY = "openings", "a pattern", 2
PROGRAM = """
import sys
from kg.extract import extract
from kg.read import read_bytes
print(extract(read_bytes("invented.txt", sys.argv[1].encode())))
"""
TEXT = """2021 - Anonymous - The Quorvells
Murder of two sisters, Ysolte and Brannagh Quorvell, aged 4 and 6, by their father in March 2020. The
quorvellings were known to social workers. The elder died at once.
Learning: practitioners should ask about fathers; hear what a child says.
Recommendations: the partnership should review training.
"""


def read(folder: Path, **variables: str) -> str:
    """What another process reads in the text, with compiled modules and patterns kept in a folder."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(ROOT)} | variables
    command = [sys.executable, "-c", PROGRAM, TEXT]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_a_second_process_reads_the_same_from_what_the_first_has_kept(tmp_path: Path) -> None:
    first = read(tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*.bin")}
    assert sorted(path.name.partition(".")[0] for path in kept) == ["patterns", "scheme"]
    assert read(tmp_path) == first != ""
    for path, data in kept.items():
        assert path.read_bytes() == data, "the second had nothing to add"
        assert b"uorvel" not in data.lower(), "no words of a document are kept"
        path.write_bytes(data[: len(data) // 2])
    assert read(tmp_path) == first
    for path, data in kept.items():
        assert path.stat().st_size > len(data) // 2, "what was cut short is made anew"


def test_nothing_is_kept_where_python_keeps_no_compiled_modules(tmp_path: Path) -> None:
    assert read(tmp_path, PYTHONDONTWRITEBYTECODE="1") != ""
    assert list(tmp_path.iterdir()) == []


def test_what_other_modules_or_another_python_made_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    entries = Entries(KeptFile(path, "these modules"))
    assert entries.get(KEY, lambda: ("ab", "c")) == ("ab", "c")
    entries.save()
    assert Entries(KeptFile(path, "these modules")).get(KEY, lambda: pytest.fail("it is kept")) == ("ab", "c")
    assert Entries(KeptFile(path, "others")).get(KEY, lambda: ("d",)) == ("d",)


@pytest.mark.parametrize("damage", [b"", b"\x00", b"no kept data at all", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    file = KeptFile(tmp_path / "patterns.bin", "these modules")
    (tmp_path / "patterns.bin").write_bytes(damage)
    assert Entries(file).get(KEY, lambda: ("ab",)) == ("ab",)
    file.write(damage)
    assert Entries(file).get(KEY, lambda: ("ab",)) == ("ab",)
    assert isinstance(kept_scheme(file), Scheme)


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    entries = Entries(KeptFile(tmp_path / "no folder" / "patterns.bin", "these modules"))
    assert entries.get(KEY, lambda: ("ab",)) == ("ab",)
    entries.save()
