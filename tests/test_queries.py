import io
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import KGError
from kg.parameters import KINDS, Parameter, ValueRefusedError, rendered
from kg.queries import (
    ParameterError,
    QueryFileError,
    UnknownQueryError,
    describe,
    find,
    from_text,
    listing,
    parse,
    parse_values,
    saved_queries,
)
from kg.rdf.sparql import RefusedQueryError, tokens
from kg.store import Store

TEXT = """#+ title: An invented question
#+ question: What is it?
#+ param text: text
#+ param number: integer = 2
#+ param share: decimal = 0.5
#+ param day: date = 2021-07-31
#+ param thing: iri = id:thing
#+ example text: x
SELECT ?text WHERE {  # ?_text in a comment
  ?thing <https://example.org/?_text> "?_text" , '''?_text''' , ?_text, $_text .
  FILTER(?n > ?_number && ?share < ?_share && ?day = ?_day && ?thing != ?_thing)
} ORDER BY ?text LIMIT ?_number"""
QUERY = parse("invented", TEXT)
ANY_TEXT = st.text(st.characters(codec="utf-8"))


def kinds(sparql: str) -> list[str]:
    """The shape of a query: its tokens' kinds, and the text of all that is not a value."""
    return [kind if kind in ("string", "iri", "number", "space") else text for kind, text in tokens(sparql)]


def test_a_header_is_read() -> None:
    assert (QUERY.title, QUERY.question) == ("An invented question", "What is it?")
    assert QUERY.parameters["text"] == Parameter("text", "text")
    assert QUERY.parameters["number"] == Parameter("number", "integer", "2")
    assert QUERY.example == {"text": "x"}


def test_values_stand_in_the_place_of_tokens_and_never_in_strings_iris_or_comments() -> None:
    bound = QUERY.bind({"text": "VALUE"})
    assert bound.count('"VALUE"') == 2
    for untouched in ("# ?_text in a comment", "<https://example.org/?_text>", '"?_text"', "'''?_text'''"):
        assert untouched in bound


def test_every_kind_gives_a_typed_term() -> None:
    bound = QUERY.bind({"text": 'a "quote"', "number": 3, "share": Decimal("1.10"), "day": "2020-01-02"})
    assert r'"a \"quote\""' in bound
    assert re.search(r"LIMIT +3 *$", bound)
    assert '"1.1"^^<http://www.w3.org/2001/XMLSchema#decimal>' in bound
    assert '"2020-01-02"^^<http://www.w3.org/2001/XMLSchema#date>' in bound
    assert "<https://w3id.org/safeguarding-kg/id/thing>" in bound


SHAPE = kinds(QUERY.bind({"text": "x"}))


@settings(max_examples=20_000)
@given(st.text(st.characters(codec="utf-8"), max_size=30))
@example('x" || true || "x')
@example(r"\u0022 } #")
@example(r"\\u0022")
@example("x\\")
@example("'''\"\"\"\n}")
def test_no_text_changes_the_structure_of_a_query(text: str) -> None:
    assert kinds(QUERY.bind({"text": text})) == SHAPE


@settings(max_examples=300)
@given(ANY_TEXT)
@example(r"\u0022 } #")
@example("x\\")
def test_any_text_comes_back_from_the_engine_as_it_was(text: str) -> None:
    query = from_text("#+ param text: text\nSELECT (?_text AS ?x) {} ORDER BY ?x")
    with Store.open("memory") as empty:
        assert query.run(empty, text=text).rows == ((text,),)


@settings(max_examples=300)
@given(st.sampled_from(sorted(KINDS)), ANY_TEXT)
def test_a_value_of_any_kind_is_one_term_or_refused_in_one_line(kind: str, text: str) -> None:
    try:
        term = rendered("invented", Parameter("value", kind), text)
    except KGError as error:
        assert "\n" not in str(error)
        return
    whole = [token for token in tokens(term) if token.kind != "space"]
    assert whole[0].kind in ("iri", "string", "number") or whole[0].text == "-"
    assert len([token for token in whole if token.kind in ("string", "number")]) <= 1


@given(ANY_TEXT)
def test_tokens_joined_are_the_query_again(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "two"),
        ("integer", "1.5"),
        ("integer", "1) || (true"),
        ("integer", "9" * 40),
        ("decimal", "1e9"),
        ("decimal", "NaN"),
        ("date", "2021-02-30"),
        ("date", "July 2021"),
        ("iri", "not an iri"),
        ("iri", "https://example.org/> } #"),
        ("theme", "no-such-theme"),
        ("code", "no-such-code"),
        ("text", "\ud800"),
    ],
)
def test_an_ill_typed_value_is_refused(kind: str, value: str) -> None:
    with pytest.raises(ValueRefusedError, match="invented"):
        rendered("invented", Parameter("value", kind), value)


def test_a_theme_and_a_code_may_be_given_as_id_prefixed_name_or_iri() -> None:
    for written in ("neglect", "theme:neglect", "https://w3id.org/safeguarding-kg/theme/neglect"):
        term = rendered("invented", Parameter("theme", "theme"), written)
        assert term == "<https://w3id.org/safeguarding-kg/theme/neglect>"
    assert rendered("invented", Parameter("sex", "code"), "female") == "<https://w3id.org/safeguarding-kg/code/female>"


def test_a_wrong_theme_suggests_the_nearest() -> None:
    with pytest.raises(ValueRefusedError, match="professional-curiosity"):
        rendered("invented", Parameter("theme", "theme"), "profesional-curiosity")


def test_a_missing_code_lists_the_values_that_would_do() -> None:
    query = parse("invented", "#+ param sex: code\nSELECT * { ?c ?p ?_sex } ORDER BY ?c")
    with pytest.raises(ParameterError, match="one of female, male"):
        query.bind({})


def test_a_code_of_another_list_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="female, male"):
        rendered("invented", Parameter("sex", "code"), "neglect")


def test_a_value_that_is_not_asked_for_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ParameterError, match="Did you mean number"):
        QUERY.bind({"text": "x", "numbr": 3})
    with pytest.raises(ParameterError, match="takes no values"):
        from_text("ASK {}").bind({"x": 1})


@pytest.mark.parametrize(
    "text",
    ["SELECT * { ?s ?p ?_x }", "#+ param x: text\nSELECT * {}", "#+ param x: colour\nSELECT ?_x", "#+ example x: 1\n"],
)
def test_a_header_that_does_not_fit_its_query_is_refused(text: str) -> None:
    with pytest.raises(QueryFileError, match=r"own\.rq"):
        parse("own.rq", text)


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownQueryError, match="themes-by-reviews"):
        find("themes-by-review")
    with pytest.raises(UnknownQueryError, match="`kg query` lists them"):
        find("zzzz")


def test_own_queries_come_from_a_file_standard_input_or_text(tmp_path: Path, store: Store) -> None:
    text = "#+ param least: integer\nSELECT ?x { VALUES ?x { 1 2 3 } FILTER(?x >= ?_least) } ORDER BY ?x"
    file = tmp_path / "own.rq"
    file.write_text(text, encoding="utf-8-sig")
    for query in (find(str(file)), find("-", io.StringIO(text)), from_text(text)):
        assert query.run(store, least=2).rows == ((2,), (3,))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe\x00")
    for name in ("bytes.rq", "missing.rq"):
        with pytest.raises(QueryFileError, match=name):
            find(str(tmp_path / name))


def test_a_mistake_names_the_query(store: Store) -> None:
    with pytest.raises(RefusedQueryError, match=r"^own\.rq: The query has a mistake"):
        parse("own.rq", "SELECT").run(store)


def test_values_are_written_as_name_and_value() -> None:
    assert parse_values(["theme=neglect", "text=a=b"]) == {"theme": "neglect", "text": "a=b"}
    for wrong in (["theme"], ["=x"], ["a=1", "a=2"]):
        with pytest.raises(ParameterError):
            parse_values(wrong)


def test_the_listing_names_every_query_with_its_title_and_values() -> None:
    rows = listing().rows
    assert sorted(str(row[0]) for row in rows) == sorted(saved_queries())
    assert ("theme-pairs", "Themes that share reviews", "[least=2]") in rows


@pytest.mark.parametrize("name", saved_queries())
def test_a_description_shows_an_example_that_binds(name: str) -> None:
    query = saved_queries()[name]
    assert f"kg query {name}" in describe(query)
    assert "?_" not in query.bind(query.example)


def test_titles_tell_queries_apart() -> None:
    assert max(Counter(query.title for query in saved_queries().values()).values()) == 1


@pytest.mark.parametrize("name", ["store", "self", "name", "values"])
def test_a_value_may_have_any_name(name: str) -> None:
    query = parse("own.rq", f"#+ param {name}: text\nSELECT (?_{name} AS ?x) WHERE {{}} ORDER BY ?x")
    with Store.open("memory", create=True, read_only=False) as empty:
        assert query.run(empty, **{name: "a"}).rows == (("a",),)


def test_words_are_looked_for_without_the_spaces_around_them_and_none_are_refused(sample: Store) -> None:
    query = find("items-with-words", io.StringIO())
    assert query.run(sample, words="  interpreter ") == query.run(sample, words="interpreter")
    for nothing in ("", " "):
        with pytest.raises(ValueRefusedError, match="words takes a word or a phrase"):
            query.run(sample, words=nothing)
