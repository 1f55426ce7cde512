"""Files that are whole or not there at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.atomic import write_bytes, write_text

WRITER = """
import os, sys
from pathlib import Path
from kg.atomic import write_text
os.umask(0o027)
write_text(Path(sys.argv[1]), "words")
"""


def test_a_file_may_be_read_by_whoever_may_read_any_new_file(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITER, tmp_path / "file"], cwd=Path(__file__).parents[1], check=True)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_what_other_threads_write_meanwhile_has_the_permissions_it_always_has(tmp_path: Path) -> None:
    """The mask of new files belongs to the process: while it is other, others write files that anybody may change."""
    masks: list[str] = []

    def watched(_frame: object, event: str, called: object) -> None:
        if event == "c_call" and called is os.umask:
            masks.append(event)

    sys.setprofile(watched)
    try:
        write_text(tmp_path / "file", "words")
    finally:
        sys.setprofile(None)
    assert (tmp_path / "file").read_text() == "words"
    assert masks == []


def test_what_fails_to_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise KeyError

    write_text(tmp_path / "file", "old")
    with pytest.raises(KeyError):
        write_bytes(tmp_path / "file", failing())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "old")]
