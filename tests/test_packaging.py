"""The wheel and the source distribution, used as a stranger would: installed into an empty place, far from here."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, away from the checkout and without the variables that would lead back to it."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KG_", "VIRTUAL"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and its pinned dependencies, and nothing else."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=True)
    pip: list[str | Path] = [
        folder / "venv/bin/python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements/runtime.txt", cwd=folder)
    run(*pip, "--no-deps", next(built.glob("*.whl")), cwd=folder)
    return folder


def test_installed_wheel_loads_its_sample_and_answers_a_saved_question(installed: Path) -> None:
    python, kg = installed / "venv/bin/python", installed / "venv/bin/kg"
    sample = run(python, "-c", "from kg import paths; print(paths.sample())", cwd=installed).strip()
    assert Path(sample).is_relative_to(installed)
    run(kg, "load", sample, cwd=installed)
    answer = run(kg, "query", "reviews-naming-theme", "-p", "theme=cultural-competence", cwd=installed)
    assert "Child safeguarding practice review: Kubus" in answer
    assert "cultural competence" in answer


def test_installed_wheel_draws_the_page_and_finds_no_problem(installed: Path) -> None:
    kg = installed / "venv/bin/kg"
    sample = run(installed / "venv/bin/python", "-c", "from kg import paths; print(paths.sample())", cwd=installed)
    run(kg, "load", "--store", "other", sample.strip(), cwd=installed)
    run(kg, "graph", "--store", "other", "-o", "page.html", cwd=installed)
    assert "Kubus" in (installed / "page.html").read_text(encoding="utf-8")
    run(kg, "validate", "--store", "other", cwd=installed)


def test_wheel_carries_ontology_queries_and_sample_but_no_tests(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    for name in ("ontology/safeguarding.ttl", "ontology/themes.ttl", "queries/themes-by-reviews.rq"):
        assert f"kg/_assets/{name}" in names
    assert "kg/_assets/data/sample/nspcc-2023-07.txt" in names
    assert "kg/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "cli.py", "data/"))]


def test_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    source = next(tmp_path.iterdir())
    again = tmp_path / "again"
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", again, source, cwd=tmp_path)
    ours, theirs = (zipfile.ZipFile(next(folder.glob("*.whl"))) for folder in (built, again))
    assert sorted(ours.namelist()) == sorted(theirs.namelist())
    assert {name: theirs.read(name) for name in ours.namelist()} == {name: ours.read(name) for name in ours.namelist()}
