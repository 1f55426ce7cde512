"""Every saved question against its golden answer on the July 2023 digest, so that no answer changes unseen.

After a change that is meant to change answers, `python -m tests.test_questions` writes them anew, with the
page that shows them; read the difference against the digest.
"""

from pathlib import Path

import pytest

from kg.paths import sample as sample_folder
from kg.queries import Query, saved_queries
from kg.render import render
from kg.store import Store
from scripts import questions_page

EXPECTED = Path(__file__).parent / "expected"
QUERIES = saved_queries()


def answer(query: Query, store: Store) -> str:
    rendered = render(query.run(store, **query.example), "tsv")
    assert isinstance(rendered, str)
    return rendered


@pytest.mark.parametrize("name", QUERIES)
def test_saved_question_gives_its_golden_answer(name: str, sample: Store) -> None:
    assert answer(QUERIES[name], sample) == (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", QUERIES)
def test_saved_question_finds_something_in_the_digest(name: str, sample: Store) -> None:
    assert QUERIES[name].run(sample, **QUERIES[name].example).rows


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_saved_question_says_in_plain_language_what_it_asks(query: Query) -> None:
    assert 10 <= len(query.title) <= 90
    assert query.question.endswith("?")
    assert set(query.example) >= {name for name, each in query.parameters.items() if each.default is None}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_saved_question_orders_its_rows(query: Query) -> None:
    assert "\nORDER BY " in query.text


def test_no_golden_answer_is_left_of_a_question_that_is_gone() -> None:
    assert {path.stem for path in EXPECTED.glob("*.tsv")} == set(QUERIES)


def test_page_of_questions_is_what_its_script_makes() -> None:
    assert questions_page.PAGE.read_text(encoding="utf-8") == questions_page.page()


def test_there_are_at_least_sixteen_saved_questions() -> None:
    assert len(QUERIES) >= 16


def write_expected() -> None:
    """Write the golden answers from a store that holds the digest alone."""
    from kg.pipeline import load

    EXPECTED.mkdir(exist_ok=True)
    with Store.open("memory", create=True, read_only=False) as store:
        load([sample_folder()], store)
        for name, query in QUERIES.items():
            (EXPECTED / f"{name}.tsv").write_text(answer(query, store), encoding="utf-8")
    questions_page.PAGE.write_text(questions_page.page(), encoding="utf-8")


if __name__ == "__main__":
    write_expected()
