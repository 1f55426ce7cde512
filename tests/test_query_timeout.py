import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.paths import sample
from kg.pipeline import load
from kg.store import Store

NEVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("limited") / ".kg"
    with Store.open(where, create=True) as opened:
        load([sample()], opened)
    return where


def kg(store: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "query", f"--store={store}", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


def test_a_query_of_ones_own_ends_when_its_time_is_over(store: Path) -> None:
    ended = kg(store, "-", "--timeout", "1", given=NEVER)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (
        "Error: The query was not answered in 1 seconds and was ended: ask in smaller steps, "
        "or give it longer with --timeout.\n"
    )


def test_a_query_that_is_quick_enough_answers_as_without_a_limit(store: Path) -> None:
    asked = ("reviews-naming-theme", "-p", "theme=professional-curiosity", "--format", "json")
    assert kg(store, *asked, "--timeout", "60").stdout == kg(store, *asked).stdout != ""


def test_what_is_wrong_with_a_query_is_said_once(store: Path) -> None:
    wrong = kg(store, "no-such-query", "--timeout", "60")
    assert wrong.returncode == 1
    assert wrong.stderr.count("No saved query is called") == 1


def test_no_code_of_the_working_directory_is_run(store: Path, tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("print('run')\nraise SystemExit(3)\n")
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "kg", "query", f"--store={store}", "hedged-harm", "--timeout", "60"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "run" not in ended.stdout.split()
