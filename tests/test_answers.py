import csv
import io
import json
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kg.answers import Answer, ByColumn, MissingLibraryError, Row, Value
from kg.columns.arrays import Texts, ints
from kg.columns.cells import NumberCells, Numbered, TextCells
from kg.columns.rows import letters
from kg.columns.schema import ABSENT
from kg.render import FORMATS, UnknownFormatError, render, rendered
from kg.store import Store

ANSWER = Answer(
    ("theme", "count", "share", "known", "note"),
    (
        ("https://w3id.org/safeguarding-kg/theme/neglect", 3, Decimal("0.50"), True, 'a "quote", and more'),
        ("=HYPERLINK(1)", -2, Decimal(10), False, None),
    ),
)
ANY_TEXT = st.text(st.characters(codec="utf-8"))


def text(answer: Answer, format_: str) -> str:
    rendered = render(answer, format_)
    assert isinstance(rendered, str)
    return rendered


def test_an_answer_holds_plain_values(store: Store) -> None:
    sparql = 'SELECT * { VALUES (?a ?b ?c ?d ?e ?f) { (1 1.10 true 1e0 <a:a> "x"@en) } OPTIONAL { ?nothing <a:a> 1 } }'
    answer = store.query(sparql)
    expected: dict[str, Value] = {
        "a": 1, "b": Decimal("1.1"), "c": True, "d": 1.0, "e": "a:a", "f": "x", "nothing": None,
    }  # fmt: skip
    assert answer.records() == [expected]
    assert [type(value) for value in answer.rows[0]] == [type(expected[column]) for column in answer.columns]


def test_a_literal_that_is_not_of_its_datatype_is_text(store: Store) -> None:
    integer = "<http://www.w3.org/2001/XMLSchema#integer>"
    assert store.query(f'SELECT ?x {{ VALUES ?x {{ "abc"^^{integer} }} }}').rows == (("abc",),)


def test_a_yes_or_no_question_has_one_row(store: Store) -> None:
    assert store.query("ASK { ?s ?p ?o }") == Answer(("answer",), ((True,),))


def test_a_question_for_triples_gives_them_sorted(store: Store) -> None:
    answer = store.query("CONSTRUCT { ?s a ?type } WHERE { ?s a ?type }")
    assert answer.columns == ("subject", "predicate", "object")
    assert list(answer.rows) == sorted(answer.rows, key=lambda row: tuple(map(repr, row)))


def test_pandas_and_polars_get_columns_and_numbers() -> None:
    assert list(ANSWER.to_pandas().columns) == list(ANSWER.columns)
    assert ANSWER.to_pandas()["share"].sum() == pytest.approx(10.5)
    assert ANSWER.to_polars()["count"].to_list() == [3, -2]
    assert Answer(("x",), ()).to_polars().columns == ["x"]
    assert list(Answer(("x",), ()).to_pandas().columns) == ["x"]


@pytest.mark.parametrize(("library", "method"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, library: str, method: str) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(MissingLibraryError, match="pip install"):
        getattr(ANSWER, method)()


def test_a_table_shows_short_iris_and_aligns_numbers() -> None:
    lines = text(ANSWER, "table").splitlines()
    assert lines[0].startswith("theme ")
    assert lines[2].startswith("theme:neglect ")
    assert lines[3].startswith("=HYPERLINK(1) ")
    assert lines[2].index(" 3") + 1 == lines[3].index("-2") + 1


def test_a_table_fits_the_width_it_is_given() -> None:
    wide = Answer(("quote", "review"), (("words " * 50, "title " * 20),))
    rendered = render(wide, "table", width=60)
    assert isinstance(rendered, str)
    assert max(map(len, rendered.splitlines())) <= 60


def test_a_table_cannot_send_commands_to_a_terminal() -> None:
    assert "\x1b" not in text(Answer(("x",), (("\x1b[2J",),)), "table")


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(text(ANSWER, "csv"))))
    assert rows[0] == list(ANSWER.columns)
    assert rows[1] == [ANSWER.rows[0][0], "3", "0.50", "true", 'a "quote", and more']
    assert rows[2] == ["'=HYPERLINK(1)", "-2", "10", "false", ""]


@pytest.mark.parametrize("words", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1+1"])  # noqa: RUF001
def test_csv_keeps_words_from_running_as_formulas(words: str) -> None:
    assert list(csv.reader(io.StringIO(text(Answer(("x",), ((words,),)), "csv")))) == [["x"], ["'" + words]]


@pytest.mark.parametrize("value", ["-5", "+3.5", -5, Decimal("-0.5")])
def test_csv_leaves_numbers_alone(value: Value) -> None:
    assert text(Answer(("x",), ((value,),)), "csv") == f"x\n{value}\n"


@given(st.lists(ANY_TEXT.filter(lambda words: "\0" not in words), min_size=1, max_size=3))
def test_any_words_read_back_from_csv_and_no_cell_begins_a_formula(words: list[str]) -> None:
    answer = Answer(tuple("abc"[: len(words)]), (tuple(words),))
    [_, row] = csv.reader(io.StringIO(text(answer, "csv"), newline=""))
    assert [cell.removeprefix("'") for cell in row] == [word.removeprefix("'") for word in words]
    assert not any(cell.startswith(("=", "@")) for cell in row)


@given(ANY_TEXT)
def test_tsv_has_one_line_a_row_and_one_tab_between_cells(words: str) -> None:
    rendered = text(Answer(("a", "b"), ((words, 1),)), "tsv")
    assert [line.count("\t") for line in rendered.removesuffix("\n").split("\n")] == [1, 1]


def test_json_keeps_numbers_truth_and_what_is_unknown() -> None:
    records = json.loads(text(ANSWER, "json"))
    assert records[0]["share"] == 0.5
    assert records[1] == {"theme": "=HYPERLINK(1)", "count": -2, "share": 10, "known": False, "note": None}
    assert [json.loads(line) for line in text(ANSWER, "jsonl").splitlines()] == records


@pytest.mark.parametrize("digits", ["1" * 5_000, "1" * 5_000 + ".5", "NaN", "Infinity"])
def test_a_decimal_that_no_program_takes_for_a_number_is_text_in_json(digits: str) -> None:
    assert json.loads(text(Answer(("x",), ((Decimal(digits),),)), "json")) == [{"x": digits}]


def test_what_is_infinite_or_no_number_is_written_as_xml_schema_writes_it(store: Store) -> None:
    answer = store.query("SELECT (1e0 / 0 AS ?a) (-1e0 / 0 AS ?b) (0e0 / 0 AS ?c) (1.5e3 AS ?d) {}")
    values = {"a": "INF", "b": "-INF", "c": "NaN", "d": 1500.0}
    assert json.loads(text(answer, "json"), parse_constant=pytest.fail) == [values]
    assert json.loads(text(answer, "jsonl"), parse_constant=pytest.fail) == values
    assert text(answer, "tsv") == "a\tb\tc\td\nINF\t-INF\tNaN\t1500.0\n"
    assert text(answer, "csv") == "a,b,c,d\nINF,-INF,NaN,1500.0\n"
    sheet = load_workbook(io.BytesIO(render(answer, "xlsx"))).active  # type: ignore[arg-type]
    assert [cell.value for cell in sheet[2]] == list(values.values())


def test_markdown_shows_words_as_words() -> None:
    lines = text(Answer(("x", "n"), (("a|b <script> *c*\nd", 1),)), "markdown").splitlines()
    assert lines == ["| x | n |", "| --- | --- |", r"| a\|b &lt;script> \*c\* d | 1 |"]


def test_a_spreadsheet_holds_words_as_words_and_numbers_as_numbers() -> None:
    rendered = render(ANSWER, "xlsx")
    assert isinstance(rendered, bytes)
    sheet = load_workbook(io.BytesIO(rendered)).active
    assert sheet["A3"].value == "=HYPERLINK(1)"
    assert sheet["A3"].data_type == "s"
    assert (sheet["B3"].value, sheet["C2"].value, sheet["D2"].value) == (-2, 0.5, True)
    assert sheet["E3"].value is None


def test_a_spreadsheet_takes_any_characters_and_lengths() -> None:
    assert render(Answer(("x",), (("\x00\x0b" + "y" * 40_000,),)), "xlsx")


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(UnknownFormatError, match=", ".join(FORMATS)):
        render(ANSWER, "pdf")


@pytest.mark.parametrize("format_", FORMATS)
def test_an_answer_without_rows_can_be_shown(format_: str) -> None:
    assert render(Answer(("x", "y"), ()), format_) or format_ == "jsonl"


ANY_ROWS = st.lists(
    st.tuples(
        st.sampled_from(("", "a", "=1", "a,b", 'say "x"', " é", "x" * 50)),
        st.sampled_from((None, "", "a", "; b")),
        st.sampled_from((True, None, Decimal("0.50"), 1, "1")),
        st.integers(-3, 40) | st.integers(-(2**62), 2**62),
    ),
    max_size=30,
)


def held_by_column(rows: list[Row]) -> ByColumn:
    """The rows as columns of the kinds that answers are made of."""
    texts, optional, values, numbers = zip(*rows, strict=True) if rows else ((),) * 4
    known = sorted({text for text in (*texts, *optional) if text is not None})
    column = Texts(*dict(sorted(letters("", known))).values())
    places = [ints(ABSENT if text is None else known.index(text) for text in some) for some in (texts, optional)]
    told = Numbered(values, np.arange(len(values)))
    return ByColumn((*(TextCells(column, some) for some in places), told, NumberCells(ints(numbers))))


@given(ANY_ROWS, st.integers(0, 30), st.integers(0, 30))
def test_rows_held_as_columns_are_the_same_rows(rows: list[Row], first: int, last: int) -> None:
    held = held_by_column(rows)
    assert Answer(tuple("abcd"), held) == Answer(tuple("abcd"), tuple(rows))
    assert held[first:last] == tuple(rows[first:last])
    assert [held[at] for at in range(len(held))] == rows
    for format_ in FORMATS:
        if format_ != "xlsx":  # which says when it was made
            assert text(Answer(tuple("abcd"), held), format_) == text(Answer(tuple("abcd"), tuple(rows)), format_)


def test_a_long_answer_is_printed_in_parts_that_are_the_whole() -> None:
    answer = Answer(("n", "x"), tuple((number, f"{number % 7}, and more") for number in range(2_500)))
    parts = list(rendered(answer, "csv"))
    assert len(parts) > 2
    assert "".join(map(str, parts)) == text(answer, "csv")


def test_texts_that_are_not_shown_are_not_cut_out() -> None:
    spans, whole = (array.copy() for _, array in letters("", [f"text {number}" for number in range(100)]))
    whole[: spans[3, 0]] = whole[spans[4, 1] :] = 0xFF  # no letter of UTF-8: to cut out any other text is an error
    texts = Texts(whole, spans)
    assert ByColumn((TextCells(texts, np.arange(100)),))[3:5] == (("text 3",), ("text 4",))
    with pytest.raises(UnicodeDecodeError):
        texts.at(np.array([5]))
