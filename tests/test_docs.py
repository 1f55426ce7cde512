"""What the documentation shows is run: each `console` block, in order, in an empty folder for each page."""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from kg.queries import saved_queries

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```pycon\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)#\s]+)?(#[^)\s]+)?\)")


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and the output printed below it (`...` stands for anything)."""

    command: str
    output: str


def shown(page: Path) -> list[Shown]:
    examples = []
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            examples.append(Shown(command, output.strip("\n")))
    return examples


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def squeezed(text: str) -> str:
    """Text without white space at line ends, which no reader sees."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "tests" / "gold", tmp_path / "tests" / "gold")
    checker = doctest.OutputChecker()
    for example in shown(page):
        done = run(example.command, tmp_path)
        assert (done.returncode != 0) == example.output.startswith("Error"), f"$ {example.command}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        printed = squeezed((done.stdout + done.stderr).strip("\n")) + "\n"
        wanted = squeezed(example.output) + "\n"
        if wanted.strip():
            matches = checker.check_output(wanted, printed, doctest.ELLIPSIS)
            assert matches, f"$ {example.command}\nshown:\n{wanted}\nprinted:\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_give_what_the_page_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    source = "\n".join(PYTHON.findall(page.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    problems: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=problems.append)
    assert not problems, "".join(problems)


def test_guide_and_readme_show_commands_that_run() -> None:
    commands = {command.split()[1] for page in PAGES for command in (e.command for e in shown(page)) if " " in command}
    assert set(COMMANDS) - {"completion"} <= commands


def test_every_saved_question_is_in_the_documentation() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in saved_queries() if f"`{name}`" not in pages] == []


@pytest.mark.parametrize("page", sorted({*PAGES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")}), ids=str)
def test_links_lead_to_files_of_the_repository(page: Path) -> None:
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        assert not target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_decision_is_listed_with_its_title() -> None:
    folder = ROOT / "docs" / "decisions"
    titles = {path: path.read_text(encoding="utf-8").splitlines()[0][2:] for path in folder.glob("[0-9]*.md")}
    listing = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path, title in titles.items() if f"- [{title}]({path.name})" not in listing] == []


def test_the_list_of_decisions_says_which_a_later_one_replaces() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = dict(re.findall(r"- \[(\d{3}) .*?\.md\)(.*)", (folder / "README.md").read_text(encoding="utf-8")))
    unsaid = [
        (path.name, earlier)
        for path in folder.glob("[0-9]*.md")
        for sentence in re.split(r"(?<=[.:])\s", path.read_text(encoding="utf-8"))
        if re.search(r"\b[Rr]eplaces\b", sentence)
        for earlier in set(re.findall(r"(?<![/\d-])\b\d{3}\b(?!-)", sentence))
        if earlier != path.name[:3] and path.name[:3] not in listed[earlier]
    ]
    assert unsaid == []


def test_every_dependency_has_a_decision() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for key, names in declared["optional-dependencies"].items() if key != "dev" for name in names]
    records = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    names = [re.split(r"[<>=]", name)[0] for name in (*declared["dependencies"], *extras)]
    assert [name for name in names if name.lower() not in records.lower()] == []


def test_the_package_claims_the_systems_that_the_readme_says_are_tested() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    claimed = [each for each in declared["classifiers"] if each.startswith("Operating System")]
    assert claimed == ["Operating System :: POSIX :: Linux"]
    assert "Tested on Linux alone" in (ROOT / "README.md").read_text(encoding="utf-8")
