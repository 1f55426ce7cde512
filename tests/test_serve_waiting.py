"""What takes long: questions are ended when their time is over, and the explorer is drawn in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.queries import saved_queries
from kg.serve.app import application
from kg.serve.drawing import Drawing
from kg.serve.library import version_of
from kg.serve.settings import Limits, Settings
from kg.store import Store
from tests.live import finished, served
from tests.serving import BIRCH, HERE, client, get_when_drawn, place, text

ASKED = "/questions/reviews-naming-theme?theme=professional-curiosity"


@pytest.fixture
def where(sample: Store, tmp_path: Path) -> Path:
    """A store of one's own, with the sample in it."""
    shutil.copytree(place(sample), tmp_path / "kg", ignore=shutil.ignore_patterns("explorer"))
    return tmp_path / "kg"


@pytest.fixture(scope="module")
def hurried(sample: Store) -> Iterator[TestClient]:
    """A site that gives questions less time than any takes."""
    settings = Settings(place(sample), limits=Limits(seconds=0.001))
    with TestClient(application(settings), base_url=HERE) as site:
        yield site


def test_a_saved_question_that_takes_too_long_is_ended_and_the_page_says_what_to_do(hurried: TestClient) -> None:
    answer = hurried.get(ASKED)
    assert answer.status_code == 503
    assert answer.headers["cache-control"] == "no-store"
    assert "No answer this time" in text(answer.text)
    assert "kg query reviews-naming-theme -p theme=professional-curiosity" in text(answer.text)
    assert "etag" not in answer.headers


def test_a_file_of_a_question_that_takes_too_long_is_none(hurried: TestClient) -> None:
    assert hurried.get(ASKED + "&format=csv").status_code == 503


@pytest.mark.parametrize("name", saved_queries())
def test_a_page_has_the_rows_that_the_store_itself_gives(name: str, sample: Store) -> None:
    query = saved_queries()[name]
    with client(place(sample)) as site:
        found = site.get(f"/questions/{name}", params={**query.example, "format": "tsv"}).text
    assert found.count("\n") == len(query.run(sample, **query.example)) + 1


def test_the_explorer_is_drawn_once_for_each_state_and_kept_beside_the_store(where: Path) -> None:
    for _ in range(2):
        with client(where) as site:
            page = get_when_drawn(site, "/explorer/page")
            assert page.status_code == 200
            [kept] = (where / "explorer").iterdir()
            assert kept.read_text(encoding="utf-8") == page.text
            assert kept.name.startswith(version_of(str(where)))
            times = kept.stat().st_mtime_ns
    assert kept.stat().st_mtime_ns == times


def test_a_change_of_the_store_takes_the_drawing_of_the_old_state_away(where: Path, tmp_path: Path) -> None:
    (tmp_path / "birch.txt").write_text(BIRCH, encoding="utf-8")
    with client(where) as site:
        assert "Child Birch" not in get_when_drawn(site, "/explorer/page").text
        command = [sys.executable, "-m", "kg", "load", "--store", str(where), str(tmp_path / "birch.txt")]
        subprocess.run(command, check=True, capture_output=True)
        assert "Child Birch" in get_when_drawn(site, "/explorer/page").text
        assert len(list((where / "explorer").iterdir())) == 1


def test_who_is_early_is_told_and_led_on_without_a_script(where: Path) -> None:
    with served(Settings(str(where))) as site:
        drawing = Drawing(str(where))
        waiting = site.get("/explorer/page")
        if waiting.status_code == 202:
            assert "It places 6 reviews" in text(waiting.text)
            assert '<meta http-equiv="refresh" content="0">' in waiting.text
            assert "<script" not in waiting.text
            assert "frame-ancestors 'self'" in waiting.headers["content-security-policy"]
        assert drawing.begin(version_of(str(where))) is not None


def test_a_drawing_that_is_not_wanted_any_more_is_ended(where: Path) -> None:
    drawing = Drawing(str(where))
    assert drawing.begin(version_of(str(where))) is None
    process = drawing._process
    assert process is not None
    drawing.close()
    assert process.poll() is not None
    assert not drawing.is_going_on


def test_a_drawing_that_fails_is_said_and_not_tried_for_ever(tmp_path: Path) -> None:
    (tmp_path / "oxigraph").mkdir()  # not a store
    drawing = Drawing(str(tmp_path))
    assert finished(drawing.done("1", 60)) is None
    assert not drawing.is_going_on
    assert drawing.begin("1") is None
    assert not drawing.is_going_on
    drawing.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_store_that_cannot_be_written_has_its_explorer_drawn_elsewhere(where: Path) -> None:
    where.chmod(0o555)
    with client(where) as site:
        assert get_when_drawn(site, "/explorer/page").status_code == 200
        assert not (where / "explorer").exists()
    where.chmod(0o755)


def test_a_store_that_is_not_there_yet_has_an_explorer_of_nothing(tmp_path: Path) -> None:
    with client(tmp_path / "kg") as site:
        assert get_when_drawn(site, "/explorer/page").status_code == 200
    assert not (tmp_path / "kg").exists()
