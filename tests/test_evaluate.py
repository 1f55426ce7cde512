"""`kg evaluate`: figures equal to the reference, worked by hand in small cases, and errors with their words."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.evaluation import Evaluation, evaluate, lines
from kg.evaluation.alignment import aligned, found, plain
from kg.evaluation.by_theme import by_theme
from kg.evaluation.calibration import cases
from kg.evaluation.errors import errors
from kg.evaluation.figures import counts
from kg.evaluation.gold import GoldError, GoldItem, GoldReview, read_gold, reviews_of
from kg.evaluation.intervals import Interval, interval, intervals
from kg.evaluation.measures import Counts
from kg.evaluation.pairs import compared, labelled

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FROZEN = ROOT / "tests" / "expected" / "evaluation"
EXAMPLE = (GOLD / "partnership-blog.gold.json", ROOT / "data" / "examples" / "partnership-blog.txt")

Json = dict[str, Any]


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)])


def labels(**changes: object) -> Json:
    """Gold labels of an invented review without anything in it, and `changes`."""
    nothing: Json = {"count": 0, "items": []}
    empty: Json = {
        "id": "r1", "title": "Child Quill", "labels": ["Quill"], "review_type": None, "place": None, "published": None,
        "fatal": False, "incident_date": None, "children": [], "keywords": [], "harms": [], "perpetrators": [],
        "learning": nothing, "recommendations": nothing,
    }  # fmt: skip
    return empty | changes


def gold(**changes: object) -> GoldReview:
    return reviews_of([labels(**changes)], "labels")[0]


def read(**changes: object) -> Json:
    return {"title": "Child Quill", "labels": ["Quill"]} | changes


def one(gold_review: GoldReview, reading: Json) -> Evaluation:
    return compared([("invented.txt", [gold_review], [reading])])


def line(evaluation: Evaluation, measure: str) -> str:
    [found_line] = [each for each in lines(evaluation) if each.startswith(measure)]
    return found_line.removeprefix(measure).strip()


def rows(evaluation: Evaluation, measure: str) -> list[tuple[Any, ...]]:
    return [row[3:] for row in errors(evaluation).rows if row[2] == measure]


def frozen(name: str) -> Evaluation:
    readings: dict[str, list[Json]] = json.loads((FROZEN / f"{name}.json").read_text(encoding="utf-8"))
    folder = GOLD if name == "examples" else FROZEN
    return compared((file, read_gold(folder / file), reading) for file, reading in readings.items())


@pytest.mark.parametrize("name", ["examples", "damaged"])
def test_lines_are_those_of_the_reference_on_the_same_labels_and_readings(name: str) -> None:
    assert "\n".join(lines(frozen(name))) + "\n" == (FROZEN / f"{name}.txt").read_text(encoding="utf-8")


def test_labels_of_one_reader_count_neither_way() -> None:
    review = gold(harms=["neglect"], harms_either=["accident", "suicide"])
    reading = read(incident={"harms": ["neglect", "accident"], "hedged_harms": ["homicide"]})
    assert line(one(review, reading), "harms") == "P 0.500 R 1.000 F1 0.667 (n 1)"
    assert rows(one(review, reading), "harms") == [("wrong", "", "homicide", "")]


def test_a_perpetrator_of_one_reader_is_neither_wrong_nor_missed() -> None:
    review = gold(perpetrators=["mother"], perpetrators_either=["father"])
    reading = read(alleged_perpetrators=[{"relation": "mother"}, {"relation": "father"}])
    assert line(one(review, reading), "perpetrators") == "P 1.000 R 1.000 F1 1.000 (n 1)"


@pytest.mark.parametrize(
    ("date", "right"), [("2019", True), ("2018/2019", True), ("2018", False), (None, False)], ids=str
)
def test_a_date_on_which_readers_differ_is_right_either_way(date: str | None, *, right: bool) -> None:
    review = gold(incident_date="2019", incident_date_or=["2018/2019"])
    assert ("date 1/1" in line(one(review, read(incident={"date": date})), "facts")) is right


def test_themes_of_a_review_are_its_own_and_those_of_its_items() -> None:
    review = gold(themes=["neglect", "housing", "record-keeping"], themes_either=["bias"])
    reading = read(
        themes=[{"theme": "neglect", "quote": "neglect"}],
        learning=[{"text": "one", "themes": [{"theme": "housing", "quote": "homes"}]}],
        recommendations=[{"text": "two", "themes": [{"theme": "bias"}, {"theme": "drift"}]}],
    )
    assert line(one(review, reading), "themes per review") == "P 0.667 R 0.667 F1 0.667 (n 3)"


@pytest.mark.parametrize("labels", [{}, {"themes": []}])
def test_a_review_without_theme_labels_is_not_counted(labels: dict[str, list[str]]) -> None:
    assert line(one(gold(**labels), read(themes=["neglect"])), "themes per review") == "P - R - F1 - (n 0)"
    assert by_theme(one(gold(**labels), read(themes=["neglect"]))).rows == ()
    assert list(cases(one(gold(**labels), read(themes=[{"theme": "neglect", "confidence": 0.9}])))) == []


def item_labels(**changes: object) -> Json:
    return {"count": 1, "items": [{"head": "staff should ask fathers how they"} | changes]}


def test_where_nothing_is_there_what_is_read_is_wrong_and_nothing_read_has_no_figures() -> None:
    assert line(one(gold(), read()), "harms") == "P - R - F1 - (n 0)"
    assert line(one(gold(), read(incident={"harms": ["neglect"]})), "harms") == "P 0.000 R 0.000 F1 0.000 (n 0)"


def test_an_items_labels_of_one_reader_are_no_errors_but_lower_the_strict_line() -> None:
    review = gold(learning=item_labels(themes=["fathers"], themes_either=["training"]))
    reading = read(learning=[{"text": "Staff should ask fathers how they are", "themes": ["fathers", "training"]}])
    evaluation = one(review, reading)
    assert line(evaluation, "themes per item") == "P 0.500 R 1.000 F1 0.667 (n 1)"
    assert ("themes per item, one reader's left out", "precision", 1.0, 1.0, 1.0, 1) in intervals(evaluation).rows
    assert errors(evaluation).rows == ()


def test_actions_and_addressees_of_one_reader_count_neither_way() -> None:
    either = {"action_types_either": ["explore"], "addressee_types_either": ["schools"]}
    review = gold(recommendations=item_labels(action_types=["train"], addressee_types=["police"], **either))
    item = {"text": "Staff should ask fathers how they are", "actions": ["train", "explore"], "addressees": ["schools"]}
    evaluation = one(review, read(recommendations=[item]))
    assert line(evaluation, "actions") == "P 1.000 R 1.000 F1 1.000 (n 1)"
    assert line(evaluation, "addressees") == "P 0.000 R 0.000 F1 0.000 (n 1)"
    assert [row[0] for row in errors(evaluation).rows] == ["invented.txt"]


def test_an_addressee_that_is_not_specified_is_no_label() -> None:
    review = gold(recommendations=item_labels(action_types=["train"], addressee_types=["unspecified", "police"]))
    reading = read(recommendations=[{"text": "Staff should ask fathers how they are", "actions": ["train"]}])
    evaluation = one(review, reading)
    assert line(evaluation, "actions") == "P 1.000 R 1.000 F1 1.000 (n 1)"
    assert line(evaluation, "addressees") == "P 0.000 R 0.000 F1 0.000 (n 1)"
    assert rows(evaluation, "addressees of recommendations-1") == [
        ("missing", "police", "", "Staff should ask fathers how they are")
    ]


def test_a_list_is_wrong_by_length_or_by_an_item_that_nothing_begins_with() -> None:
    review = gold(learning=item_labels())
    right = {"text": "and staff should ask fathers how they are"}
    assert line(one(review, read(learning=[right])), "item lists right") == "1.000 (1 of 1 reviews)"
    assert rows(one(review, read(learning=[right, {"text": "more"}])), "item lists") == [
        ("wrong", "learning: 1 items, 2 read", "", "")
    ]
    assert rows(one(review, read(learning=[{"text": "other words"}])), "item lists") == [
        ("wrong", "no item read begins with: staff should ask fathers how they", "", "")
    ]


def test_a_list_of_prose_is_right_at_any_length() -> None:
    prose = {"count": 3, "exact": False, "items": []}
    assert line(one(gold(learning=prose), read(learning=[{"text": "one"}])), "item lists right").startswith("1.000")


def test_a_group_of_children_is_that_many() -> None:
    review = gold(children=[{"sex": "male", "age": None, "count": 2}])
    two = [{"sex": "male", "age": None, "count": 1}, {"sex": "male", "age": None, "count": 1}]
    assert "children 1/1" in line(one(review, read(children=two)), "facts")


def test_reviews_are_paired_by_title_when_their_numbers_differ() -> None:
    first, second = gold(id="a", title="Child Quill: review"), gold(id="b", title="Baby Rook")
    only, other = read(title="Baby Rook: overview"), read(title="Something else")
    assert aligned([first, second], [only]) == [(first, None), (second, only)]
    evaluation = compared([("x.txt", [first], [other, read(title="Child Quill - review")])])
    assert lines(evaluation)[0] == "reviews found 1 of 1, extra 1"


def test_nothing_of_a_review_that_was_not_found_is_right() -> None:
    evaluation = compared([("x.txt", [gold(harms=["neglect"])], [])])
    assert lines(evaluation)[0] == "reviews found 0 of 1, extra 0"
    assert line(evaluation, "facts").startswith("0.000 (0 of 8)")
    assert line(evaluation, "item lists right").startswith("0.000")
    assert counts(evaluation.measured, "harms") == Counts(missed=1)
    assert [row[2:5] for row in errors(evaluation).rows] == [("reviews found", "missing", "Child Quill")]


def test_words_are_compared_without_regard_to_quotes_dashes_stars_and_capitals() -> None:
    assert plain(" “Child  *B*’s” – Review. ") == "child b's\" - review"
    assert found(GoldItem("‘early help’ should"), [{"text": "and 'Early help' should grow"}]) is not None


def test_precision_recall_and_f1_are_what_they_are_said_to_be() -> None:
    some = Counts(right=3, wrong=1, missed=2)
    assert (some.precision, some.recall, round(some.f1, 3), some.gold) == (0.75, 0.6, 0.667, 5)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)


def test_an_interval_is_of_figures_over_reviews_drawn_anew() -> None:
    each = [Counts(right=1), Counts(missed=1)]
    draws = [[0, 0]] * 5 + [[0, 1]] * 90 + [[1, 1]] * 5
    assert interval(each, lambda drawn: drawn.recall, draws) == Interval(0.5, 0.0, 1.0)
    assert interval(each, lambda drawn: drawn.recall, [[0, 1]] * 100) == Interval(0.5, 0.5, 0.5)


def test_intervals_come_out_the_same_each_time_and_hold_the_figure() -> None:
    made = intervals(frozen("damaged"))
    assert made == intervals(frozen("damaged"))
    for _, _, value, low, high, _ in made.rows:
        assert isinstance(value, float) and isinstance(low, float) and isinstance(high, float)
        assert low <= value <= high


def test_figures_of_themes_add_up_to_those_of_all() -> None:
    evaluation = frozen("damaged")
    right, wrong, missed = (sum(int(row[n] or 0) for row in by_theme(evaluation).rows) for n in (4, 5, 6))
    assert Counts(right, wrong, missed) == counts(evaluation.measured, "themes per review")


def test_a_themes_figures_are_absent_where_nothing_could_be_right() -> None:
    review = gold(themes=["neglect"], themes_either=["bias"])
    assert by_theme(one(review, read(themes=["bias", "drift"]))).rows == (
        ("neglect", None, 0.0, 0.0, 0, 0, 1, 0),
        ("bias", None, None, None, 0, 0, 0, 1),
        ("drift", 0.0, None, 0.0, 0, 1, 0, 0),
    )


def test_a_wrong_theme_shows_its_quote_and_a_missed_one_the_item_it_should_have_been_in() -> None:
    review = gold(themes=["fathers"], learning=item_labels(themes=["fathers"]))
    text = "Staff should ask fathers how they are"
    reading = read(learning=[{"text": text, "themes": [{"theme": "training", "quote": "ask"}]}])
    assert rows(one(review, reading), "themes per review") == [
        ("wrong", "", "training", "ask"),
        ("missing", "fathers", "", text),
    ]
    assert rows(one(review, reading), "themes of learning-1") == [
        ("wrong", "", "training", "ask"),
        ("missing", "fathers", "", text),
    ]


def test_a_wrong_fact_shows_the_words_it_was_read_from() -> None:
    reading = read(
        children=[{"sex": None, "age": "P2Y", "count": 1}],
        incident={"date": "2019"},
        evidence=[
            {"fact": "date", "value": "2019", "quote": "in 2019"},
            {"fact": "child-1.age", "value": "P2Y", "quote": "2-year-old"},
            {"fact": "label", "value": "Quill", "quote": "Quill"},
        ],
    )
    evaluation = one(gold(incident_date="2018", children=[{"sex": "male", "age": "P3Y"}]), reading)
    assert rows(evaluation, "date") == [("wrong", "2018", "2019", "in 2019")]
    assert rows(evaluation, "children") == [("wrong", "male; P3Y", "; P2Y", "2-year-old")]


def test_the_command_prints_the_lines_for_pairs_by_turns_and_for_folders(tmp_path: Path) -> None:
    for path in EXAMPLE:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    printed = kg(*EXAMPLE).output
    assert printed.splitlines() == list(lines(evaluate(EXAMPLE)))
    assert printed == kg(tmp_path).output
    assert kg(*EXAMPLE, tmp_path).output.startswith("reviews found 6 of 6")


def test_documents_of_a_folder_may_be_of_any_kind(tmp_path: Path) -> None:
    (tmp_path / "page.gold.json").write_text("[]", encoding="utf-8")
    (tmp_path / "page.html").write_text("<p>", encoding="utf-8")
    assert [pair.document.name for pair in labelled([tmp_path])] == ["page.html"]


def test_details_name_every_part_and_each_part_can_be_had_alone() -> None:
    detailed = kg(*EXAMPLE, "--details", "--format", "table").output
    assert [part for part in ("intervals:", "themes:", "errors:") if part in detailed.splitlines()] == [
        "intervals:", "themes:", "errors:"
    ]  # fmt: skip
    alone = list(csv.DictReader(io.StringIO(kg(*EXAMPLE, "--part", "intervals", "--format", "csv").output)))
    assert alone[0].keys() == {"measure", "figure", "value", "low", "high", "counted"}
    assert set(json.loads(kg(*EXAMPLE, "--details", "--format", "json").output)) == {
        "lines", "intervals", "themes", "errors"
    }  # fmt: skip


def test_several_tables_do_not_go_into_one_spreadsheet() -> None:
    refused = kg(*EXAMPLE, "--details", "--format", "xlsx")
    assert refused.exit_code == 2
    assert "--part" in refused.output


def test_a_document_without_reviews_counts_as_nothing_found(tmp_path: Path) -> None:
    document = tmp_path / "shopping.txt"
    document.write_text("Bread, milk and a bag of apples.\n", encoding="utf-8")
    assert kg(EXAMPLE[0], document).output.startswith("reviews found 0 of 3, extra 0\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read as gold labels"),
        ('{"reviews": []}', "must be a list of reviews"),
        ('[{"id": "a"}]', "review 1 has no 'title'"),
        (json.dumps([labels(labels=None)]), "review 1 has a value of a wrong kind"),
        (json.dumps([labels(complete=False)]), "No review is labelled"),
    ],
    ids=["no JSON", "no list", "a field lacks", "a wrong kind", "none complete"],
)
def test_labels_that_cannot_be_used_are_refused_in_one_line(tmp_path: Path, content: str, said: str) -> None:
    bad = tmp_path / "bad.gold.json"
    bad.write_text(content, encoding="utf-8")
    refused = kg(bad, EXAMPLE[1])
    assert refused.exit_code == 1
    assert said in refused.output
    assert refused.output.count("\n") == 1


def test_labels_and_documents_that_do_not_pair_are_refused(tmp_path: Path) -> None:
    assert "holds no gold labels" in kg(tmp_path).output
    (tmp_path / "alone.gold.json").write_text("[]", encoding="utf-8")
    assert "put alone.txt beside it" in kg(tmp_path).output
    assert "by turns" in kg(EXAMPLE[0]).output
    with pytest.raises(GoldError, match="by turns"):
        labelled([EXAMPLE[0], tmp_path])
