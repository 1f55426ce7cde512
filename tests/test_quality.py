"""What extraction reaches on the held-out sets stays; the page of figures and the table of confidences can be made."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kg.evaluation import Evaluation, evaluate
from kg.evaluation.calibration import Case, calibrated, cases, cross_validated, mean_gap, wilson
from kg.evaluation.figures import counts
from scripts import calibration, label_hits, quality_page

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
PAGE = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")

# Two to six points below what was measured when each was set: a guard against getting worse, no aim. Nobody looks into
# the held-out sets to mend a failure here: see docs/decisions/092-floors-on-the-held-out-half.md.
FLOORS = {
    "heldout": {
        "harms": 0.84,
        "perpetrators": 0.85,
        "themes per review": 0.72,
        "themes per item": 0.57,
        "actions": 0.78,
        "addressees": 0.86,
    },
    "heldout2": {
        "harms": 0.83,
        "perpetrators": 0.84,
        "themes per review": 0.69,
        "actions": 0.78,
        "addressees": 0.91,
    },
    "heldout3": {
        "harms": 0.92,
        "perpetrators": 0.86,
        "themes per review": 0.78,
        "actions": 0.86,
        "addressees": 0.85,
    },
    "heldout4": {
        "harms": 0.94,
        "perpetrators": 0.88,
        "themes per review": 0.78,
        "actions": 0.86,
        "addressees": 0.90,
    },
    "heldout5": {
        "harms": 0.92,
        "perpetrators": 0.88,
        "actions": 0.87,
        "addressees": 0.90,
    },
    "heldout6": {
        "harms": 0.94,
        "perpetrators": 0.93,
        "themes per review": 0.79,
        "actions": 0.86,
        "addressees": 0.91,
    },
}
LEAST_FACTS = {
    "heldout": 0.97,
    "heldout2": 0.94,
    "heldout3": 0.96,
    "heldout4": 0.96,
    "heldout5": 0.96,
    "heldout6": 0.96,
}
LEAST_LISTS = {
    "heldout": 0.93,
    "heldout2": 0.91,
    "heldout3": 0.93,
    "heldout4": 0.91,
    "heldout5": 0.93,
    "heldout6": 0.95,
}


@cache
def measured(part: str) -> Evaluation:
    return evaluate([GOLD / part])


@pytest.mark.parametrize(("part", "measure"), [(part, measure) for part in FLOORS for measure in FLOORS[part]])
def test_labels_on_what_is_held_out_do_not_get_worse(part: str, measure: str) -> None:
    assert counts(measured(part).measured, measure).f1 >= FLOORS[part][measure]


@pytest.mark.parametrize("part", FLOORS)
def test_reviews_facts_and_lists_on_what_is_held_out_do_not_get_worse(part: str) -> None:
    reviews = measured(part).measured
    facts = [is_right for review in reviews for _, is_right in review.facts]
    assert all(review.is_found for review in reviews)
    assert measured(part).extra == 0
    assert sum(facts) / len(facts) >= LEAST_FACTS[part]
    assert sum(review.lists_right for review in reviews) / len(reviews) >= LEAST_LISTS[part]


def some_cases(right: int, wrong: int, confidence: float = 0.9) -> Sequence[Case]:
    answers = [True] * right + [False] * wrong
    return [Case(f"{n % 5}.txt", "item", confidence, answer) for n, answer in enumerate(answers)]


def test_a_share_right_is_counted_for_each_tenth_of_confidence() -> None:
    sure, less_sure = calibrated([*some_cases(8, 2), *some_cases(1, 4, 0.7)])
    assert (sure.cases, sure.right, sure.share.value, round(sure.confidence, 2)) == (10, 8, 0.8, 0.9)
    assert less_sure.share.value == 0.2
    assert less_sure.left_out == (0.0, 0.25)


def test_confidences_that_differ_little_are_counted_together() -> None:
    [band] = calibrated([*some_cases(8, 2, 0.81), *some_cases(8, 2, 0.87)])
    assert (band.cases, round(band.confidence, 2)) == (20, 0.84)
    assert mean_gap([*some_cases(3, 0, 0.95), *some_cases(1, 0, 1.0)]) == pytest.approx(0.0375)


def test_intervals_of_shares_are_wilsons() -> None:
    assert [round(value, 3) for value in wilson(8, 10)] == [0.8, 0.49, 0.943]
    assert wilson(0, 0) == (0.0, 0.0, 1.0)


def test_a_confidence_is_off_by_its_distance_to_the_share_observed() -> None:
    assert round(mean_gap(some_cases(8, 2)), 3) == 0.1
    shipped, _, flat = cross_validated(some_cases(8, 2))
    assert (round(shipped, 3), round(flat, 3)) == (0.17, 0.16)


def test_the_table_of_confidences_says_which_are_off() -> None:
    assert "0.90 is too high, 0.50 were right" in calibration.block(some_cases(20, 20))
    assert "No confidence with 30 cases or more" in calibration.block(some_cases(9, 1))


def test_labels_of_one_reader_are_no_cases() -> None:
    [pair] = [pair for pair in evaluate([GOLD / "dev"]).pairs if pair.gold.id == "d01-1"]
    themes = sorted(pair.gold.themes or ())[:1] + sorted(pair.gold.themes_either)[:1] + ["drift-and-delay"]
    entries = [{"theme": theme, "label": "x", "quote": "x", "confidence": 0.9} for theme in themes]
    only_review = replace(pair, read={"themes": entries})
    assert [case.is_right for case in cases(Evaluation((only_review,), 0))] == [True, False]


@pytest.mark.parametrize("name", quality_page.blocks())
def test_the_page_has_a_place_with_content_for_each_block(name: str) -> None:
    emptied = quality_page.replaced(PAGE, name, "")
    assert len(emptied) < len(PAGE)
    assert quality_page.replaced(emptied, name, "new\n").count("new\n<!-- end of") == 1


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="no markers"):
        quality_page.replaced("words", "dev", "new")


def test_blocks_of_figures_hold_lines_intervals_and_themes() -> None:
    small = evaluate([GOLD / "partnership-blog.gold.json", ROOT / "data" / "examples" / "partnership-blog.txt"])
    assert "reviews found 3 of 3" in quality_page.figures(small)
    assert "| facts | share |" in quality_page.figures(small)
    assert "more themes are in fewer than" in quality_page.per_theme(small)


def test_the_tally_of_labels_names_those_first_that_were_wrong_most_often() -> None:
    found = {
        ("fathers", "dad", "stated"): label_hits.Tally(right=4, wrong=1, files={"dev/one.txt", "dev/two.txt"}),
        ("fathers", "men", "suggested"): label_hits.Tally(right=1, wrong=3, either=2, files={"dev/one.txt"}),
    }
    assert list(label_hits.lines(found)) == [
        "fathers\tmen\tsuggested\t1\t3\t2\t1",
        "fathers\tdad\tstated\t4\t1\t0\t2",
    ]


def test_labels_are_tallied_once_a_review() -> None:
    found = label_hits.tallies(["dev4"])
    reviews = len(evaluate([GOLD / "dev4"]).pairs)
    assert found
    assert all(tally.right + tally.wrong + tally.either <= reviews for tally in found.values())
