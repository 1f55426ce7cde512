"""Standard streams that are closed or of another encoding, and commands that are broken off with Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.paths import sample

KG = f"{sys.executable} -m kg"
DIGEST = sample() / "nspcc-2023-07.txt"
PRINTING = {
    "query": "query documents",
    "xlsx": "query documents --format xlsx",
    "stats": "stats --format table",
    "themes": "themes",
    "export": "export -o - --format nq",
    "extract": f"extract {DIGEST}",
    "help": "--help",
    "version": "--version",
    "help of a command": "stats --help",
    "completion": "completion bash",
    "in time": "query documents --timeout 60",
}


def shell(folder: Path, command: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "PYTHONIO", "LC_"))}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment | variables, capture_output=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("streams")
    assert shell(folder, f"{KG} load {DIGEST}").returncode == 0
    return folder


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING)
def test_what_cannot_be_printed_since_standard_output_is_closed_is_said_in_one_line(loaded: Path, command: str) -> None:
    done = shell(loaded, f"{KG} {command} >&-")
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "Error: Standard output is closed, so that nothing can be printed: open it, or write to a file.\n"
    )


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING)
def test_a_full_disk_is_said_in_one_line_and_who_reads_no_further_is_left_in_peace(loaded: Path, command: str) -> None:
    done = shell(loaded, f"{KG} {command} >/dev/full")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.startswith(b"Error: The system refused: No space left on device.")
    assert shell(loaded, f"{KG} {command} | true").stderr == b""


def test_a_command_that_prints_nothing_needs_no_standard_output(loaded: Path) -> None:
    assert shell(loaded, f"{KG} validate >&-").returncode == 0
    assert shell(loaded, f"{KG} export -o out.ttl >&- 2>&-").returncode == 0
    assert b"a sg:Review" in (loaded / "out.ttl").read_bytes()
    assert shell(loaded, f"{KG} load {DIGEST} >&- 2>&- <&-").returncode == 0


def test_standard_input_that_is_closed_holds_nothing(loaded: Path) -> None:
    done = shell(loaded, f"{KG} load - <&-")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


def test_standard_error_that_is_closed_takes_nothing_from_the_answer(loaded: Path) -> None:
    assert shell(loaded, f"{KG} query documents 2>&-").stdout == shell(loaded, f"{KG} query documents").stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii", "utf-8", "koi8-r"])
def test_json_is_the_same_in_every_encoding(loaded: Path, encoding: str) -> None:
    question = 'SELECT ("July – \\u00e9 \\U0001F600" AS ?words) {}'
    done = shell(loaded, f"echo '{question}' | {KG} query - --format json", PYTHONIOENCODING=encoding)
    assert done.stderr == b""
    assert json.loads(done.stdout.decode("utf-8" if encoding == "ascii" else encoding)) == [{"words": "July – é 😀"}]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("query -", "nothing was changed"),
        ("load -", ".kg holds whole documents only, and the same command goes on from there"),
        (
            "load - --store new",
            "nothing is stored in new, since no batch of documents was finished: the same command begins anew",
        ),
        ("load - --dry-run", "nothing was stored"),
    ],
)
def test_a_command_that_is_broken_off_says_in_one_line_what_it_leaves(
    loaded: Path, tmp_path: Path, command: str, said: str
) -> None:
    os.mkfifo(tmp_path / "input")
    interrupting = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell may ignore it
    line = [sys.executable, "-c", f"{interrupting}; from kg.__main__ import main; main()", *command.split()]
    with subprocess.Popen(["cat", str(tmp_path / "input")], stdout=subprocess.PIPE) as waiting:
        with subprocess.Popen(line, cwd=loaded, stdin=waiting.stdout, stderr=subprocess.PIPE, text=True) as process:
            time.sleep(5)  # until it waits for its input
            process.send_signal(signal.SIGINT)
            _, words = process.communicate(timeout=60)
        waiting.kill()
    assert (process.returncode, words) == (130, f"\nStopped: {said}.\n")
