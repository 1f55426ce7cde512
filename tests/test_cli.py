"""The command line's conventions: help, formats, pipes, exit statuses, completion, and what it imports."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg.cli import COMMANDS, cli
from kg.paths import sample

DIGEST = sample() / "nspcc-2023-07.txt"
SERVERS = ("starlette", "uvicorn", "httpx", "distributed", "jinja2", "http.client")
HEAVY = ("rdflib", "pyoxigraph", "networkx", "pyvis", "pyshacl", "simplemma", "numpy", "tabulate", "kg.store", *SERVERS)
NOT_FOR_A_QUESTION = ("rdflib", "networkx", "pyvis", "pyshacl", "simplemma", "numpy", *SERVERS)
NOT_FOR_AN_ANSWER = (
    *NOT_FOR_A_QUESTION, "kg.model", "kg.extract", "kg.to_rdf", "kg.loading.parts", "kg.loading.plan", "kg.pipeline",
    "kg.loading.vocabulary_graphs", "kg.columns.part", "kg.columns.written", "hashlib", "tempfile", "difflib",
    "tabulate",
)  # fmt: skip


def kg(*arguments: str, **options: object) -> Result:
    return CliRunner().invoke(cli, list(arguments), **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("cli") / "store")
    assert kg("load", str(DIGEST), "--store", where).exit_code == 0
    return where


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_shows_examples_that_begin_with_it(name: str) -> None:
    shown = kg(name, "--help").output
    assert "Examples:" in shown
    assert f"kg {name}" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_exists_and_takes_the_common_store_option(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    parts = command.commands.values() if isinstance(command, click.Group) else [command]
    options = {option for part in parts for parameter in part.params for option in parameter.opts}
    assert name in ("extract", "evaluate", "completion") or "--store" in options


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from kg.cli import cli; cli(['--help'], standalone_mode=False); print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split("\n")
    assert [name for name in HEAVY if name in loaded] == []


def test_listing_saved_questions_does_not_load_an_engine() -> None:
    code = "import sys; from kg.cli import cli; cli(['query'], standalone_mode=False); print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in ("rdflib", "networkx", "pyvis", "pyshacl") if name in done.stdout.split("\n")] == []


@pytest.mark.parametrize(
    "question",
    [
        ["themes-by-reviews"],
        ["reviews-naming-theme", "--param", "theme=professional-curiosity"],
        ["asked-of-agency", "--param", "agency=police"],
    ],
)
def test_a_question_to_a_small_store_imports_only_the_engine(store: str, question: list[str]) -> None:
    arguments = ["query", *question, "--format", "csv", "--store", store]
    code = (
        f"import sys; from kg.cli import cli; cli({arguments}, standalone_mode=False); print('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in NOT_FOR_AN_ANSWER if name in done.stdout.split("\n")] == []


def test_wrong_usage_exits_with_2_and_suggests() -> None:
    wrong = kg("lod", "x")
    assert wrong.exit_code == 2
    assert "'load'" in wrong.stderr
    assert kg("query", "--no-such-option").exit_code == 2
    assert kg("graph").exit_code == 2


@pytest.mark.parametrize("output_format", ["csv", "tsv"])
def test_separated_formats_have_a_header_and_one_line_for_each_row(store: str, output_format: str) -> None:
    printed = kg("query", "documents", "--store", store, "--format", output_format).stdout
    rows = list(csv.reader(io.StringIO(printed), delimiter="," if output_format == "csv" else "\t"))
    assert rows[0][:2] == ["document", "title"]
    assert rows[1][:2] == ["nspcc-2023-07.txt", "NSPCC Repository – July 2023"]


def test_json_formats_hold_the_same_rows(store: str) -> None:
    whole = json.loads(kg("query", "themes-by-reviews", "--store", store, "--format", "json").stdout)
    lines = kg("query", "themes-by-reviews", "--store", store, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == whole
    assert isinstance(whole[0]["reviews"], int)


def test_markdown_is_a_table(store: str) -> None:
    lines = kg("query", "documents", "--store", store, "--format", "markdown").stdout.splitlines()
    assert lines[0].startswith("| document")
    assert set(lines[1]) <= set("|:- ")


def test_spreadsheet_opens_and_holds_the_rows(store: str, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "answer.xlsx"
    path.write_bytes(kg("query", "documents", "--store", store, "--format", "xlsx").stdout_bytes)
    sheet = openpyxl.load_workbook(path).active
    assert sheet["A1"].value == "document"
    assert sheet["A2"].value == "nspcc-2023-07.txt"


def test_pipe_gets_csv_and_nothing_else_on_standard_output(store: str) -> None:
    kg_script = str(Path(sys.executable).with_name("kg"))
    command = [kg_script, "query", "documents", "--store", store]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "document,title,issued,announced,reviews,sha256"
    assert done.stderr == ""


def test_closed_pipe_ends_quietly(store: str) -> None:
    kg_script = str(Path(sys.executable).with_name("kg"))
    done = subprocess.run(
        ["bash", "-c", f"{kg_script} export --store {store} -o - --format nq | head -n 1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_loading_again_says_that_nothing_changed(store: str) -> None:
    again = kg("load", str(DIGEST), "--store", store)
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "unchanged" in again.stderr


def test_standard_input_is_a_document_too(tmp_path: Path) -> None:
    where = str(tmp_path / "store")
    assert kg("load", "-", "--store", where, input=DIGEST.read_bytes()).exit_code == 0
    assert "6" in kg("query", "documents", "--store", where, "--format", "csv").stdout


def test_good_documents_of_a_mixed_folder_are_stored_and_the_rest_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "digest.txt").write_bytes(DIGEST.read_bytes())
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    where = str(tmp_path / "store")
    mixed = kg("load", str(folder), "--store", where)
    assert mixed.exit_code == 1
    assert "picture.png" in mixed.stderr
    assert "digest.txt" in kg("query", "documents", "--store", where, "--format", "csv").stdout


def test_environment_variable_names_the_store(store: str) -> None:
    assert kg("stats", "--format", "csv", env={"KG_STORE": store}).exit_code == 0


def test_extract_gives_one_json_object_a_line_for_several_files() -> None:
    lines = kg("extract", str(DIGEST), str(DIGEST.parent), "--format", "json").stdout.splitlines()
    assert {json.loads(line)["document"]["name"] for line in lines} == {"nspcc-2023-07.txt"}


def completions(*words: str, store: str) -> list[str]:
    """What a shell would offer after these words, of which the last is being typed."""
    kg_script = str(Path(sys.executable).with_name("kg"))
    environment = {
        "COMP_WORDS": " ".join(["kg", *words]),
        "COMP_CWORD": str(len(words)),
        "_KG_COMPLETE": "bash_complete",
        "KG_STORE": store,
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run([kg_script], env=environment, capture_output=True, text=True, check=False)
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_shell_completes_commands_questions_parameters_themes_and_codes(store: str) -> None:
    assert completions("va", store=store) == ["validate"]
    assert "reviews-naming-theme" in completions("query", "reviews-", store=store)
    assert completions("query", "asked-of-agency", "-p", "ag", store=store) == ["agency="]
    assert "theme=housing-and-homelessness" in completions(
        "query", "reviews-naming-theme", "-p", "theme=hous", store=store
    )
    assert "agency=police" in completions("query", "asked-of-agency", "-p", "agency=pol", store=store)
    assert completions("query", "asked-of-agency", "-p", "agency=fe", store=store) == [""]  # "female" is no agency
    assert "professional-curiosity" in completions("themes", "prof", store=store)


def test_completion_script_is_printed_for_each_shell() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_KG_COMPLETE" in kg("completion", shell).stdout


def test_an_own_question_may_leave_out_the_known_prefixes(store: str, tmp_path: Path) -> None:
    question = "SELECT (COUNT(*) AS ?reviews) { ?r a sg:Review }"
    (tmp_path / "own.rq").write_text(question, encoding="utf-8")
    for asked in (
        kg("query", "-", "--store", store, input=question),
        kg("query", str(tmp_path / "own.rq"), "--store", store),
    ):
        assert asked.stdout.splitlines() == ["reviews", "6"]


def test_an_empty_answer_has_no_line_of_json(store: str) -> None:
    asked = ("query", "facts-of-review", "--store", store, "-p", "review=Kubos", "--format")
    assert kg(*asked, "jsonl").stdout == ""
    assert json.loads(kg(*asked, "json").stdout) == []


def test_an_empty_answer_says_when_no_review_has_the_name(store: str) -> None:
    asked = ("query", "--store", store, "facts-of-review", "-p")
    unknown = kg(*asked, "review=Kubos")
    assert unknown.exit_code == 0
    assert unknown.stdout.count("\n") == 1, "the head of the table alone"
    assert "No review has the label or title 'Kubos'. Nearest: Kubus" in unknown.stderr
    assert kg(*asked, "review=Kubus").stderr == ""


def test_an_answer_about_several_reviews_of_one_name_says_so(tmp_path: Path) -> None:
    two = "\n\n".join(
        f"{number}. Serious case review: Child A ({place})\n\nDeath of a 3-year-old boy in 2019.\n\n"
        "Learning includes: professional curiosity."
        for number, place in enumerate(("Alderton", "Birchley"), 1)
    )
    (tmp_path / "d.txt").write_text(f"Invented digest – July 2023\n\n{two}\n", encoding="utf-8")
    where = ("--store", str(tmp_path / "kg"))
    kg("load", str(tmp_path / "d.txt"), *where)
    asked = ("query", *where, "evidence-for-theme-in-review", "-p", "theme=professional-curiosity", "-p")
    said = "2 reviews are called 'Child A': the answer is about all of them."
    assert said in kg(*asked, "review=Child A").stderr
    assert said not in kg(*asked, "review=Serious case review: Child A (Alderton)").stderr


def test_a_name_that_no_review_has_is_named_for_every_question(store: str) -> None:
    assert "No review has" not in kg("query", "--store", store, "reviews-like", "-p", "review=Kubus").stderr
    assert "No review has" in kg("query", "--store", store, "reviews-like", "-p", "review=Kubos").stderr
