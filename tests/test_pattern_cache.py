"""What was made of patterns is kept between processes, and changes nothing but how soon the first document is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.extract.text.pattern_cache import Entries

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
    [path] = tmp_path.rglob("patterns*.bin")
    kept = path.read_bytes()
    assert read(tmp_path) == first != ""
    assert path.read_bytes() == kept, "the second had nothing to add"
    assert b"uorvel" not in kept.lower(), "no words of a document are kept"
    path.write_bytes(kept[: len(kept) // 2])
    assert read(tmp_path) == first


def test_nothing_is_kept_where_python_keeps_no_compiled_modules(tmp_path: Path) -> None:
    assert read(tmp_path, PYTHONDONTWRITEBYTECODE="1") != ""
    assert list(tmp_path.iterdir()) == []


def test_what_other_modules_or_another_python_made_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    entries = Entries(path, "these modules")
    assert entries.get(KEY, lambda: ("ab", "c")) == ("ab", "c")
    entries.save()
    assert Entries(path, "these modules").get(KEY, lambda: pytest.fail("it is kept")) == ("ab", "c")
    assert Entries(path, "others").get(KEY, lambda: ("d",)) == ("d",)


@pytest.mark.parametrize("damage", [b"", b"\x00", b"no marshalled data at all", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "patterns.bin"
    path.write_bytes(damage)
    assert Entries(path, "these modules").get(KEY, lambda: ("ab",)) == ("ab",)


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    entries = Entries(tmp_path / "no folder" / "patterns.bin", "these modules")
    assert entries.get(KEY, lambda: ("ab",)) == ("ab",)
    entries.save()
