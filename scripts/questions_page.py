"""Writes docs/questions.md: every saved question with its values and its answer on the sample digest."""

from pathlib import Path

from kg.queries import Query, saved_queries

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "questions.md"
EXPECTED = ROOT / "tests" / "expected"
ROWS_SHOWN = 6
WORDS_SHOWN = 90

HEAD = """# Saved questions

Each is a file in `queries/`; `kg query NAME` asks it, `kg query --describe NAME` shows its values and its SPARQL. The
answers below are those on the sample digest of six reviews, cut to their first rows; counts are of reviews that *state*
something in their digest, never of what happened in the world. This page is made by `scripts/questions_page.py`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_entry(name, query) for name, query in saved_queries().items())])


def _entry(name: str, query: Query) -> str:
    values = "".join(f" -p {key}={_quoted(value)}" for key, value in query.example.items())
    rows = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    more = len(rows) - 1 - ROWS_SHOWN
    shown = [_row(row) for row in rows[: ROWS_SHOWN + 1]]
    shown.insert(1, "|" + "---|" * (rows[0].count("\t") + 1))
    tail = f"\n… and {more} more row{'s' if more > 1 else ''}.\n" if more > 0 else ""
    command = f"```sh\nkg query {name}{values}\n```"
    return f"## {query.title}\n\n`{name}`: {query.question}\n\n{command}\n\n" + "\n".join(shown) + "\n" + tail


def _row(line: str) -> str:
    return "| " + " | ".join(_cell(cell) for cell in line.split("\t")) + " |"


def _cell(text: str) -> str:
    text = text.replace("|", "\\|")
    return text if len(text) <= WORDS_SHOWN else text[:WORDS_SHOWN].rsplit(" ", 1)[0] + " …"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
