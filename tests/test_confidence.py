"""Confidences: the words of an item weigh, beside what matched, and every theme keeps the words that speak for it."""

from math import isclose, sqrt
from pathlib import Path

import numpy as np
import pytest

from kg import paths
from kg.extract.themes.assigned import Themes, assign_themes
from kg.extract.themes.confidence import KINDS, NAMED_FROM, SUGGESTED_FROM, Found, Scheme, kind, odds, weighed
from kg.extract.themes.features import NEAR, features
from kg.extract.themes.heard import UNHEARD, Heard, Lexicon, heard, loudest
from kg.extract.themes.matches import STATED_FROM
from kg.extract.themes.phrase import Phrase
from kg.extract.themes.phrases import Phrases
from kg.extract.themes.shipped import scheme
from kg.extract.themes.word_weights import SQUARES, WEIGHTS, Table, lines, read, table
from kg.extract.themes.written import written
from kg.model import Status, joined, passage
from kg.vocabulary import themes
from scripts import theme_weights
from scripts.theme_weights import Example

ITEMS = sorted(
    line.split("\t")[1]
    for file in sorted((Path(__file__).parent / "gold" / "sentences").glob("[a-c]*.tsv"))
    for line in file.read_text(encoding="utf-8").splitlines()[::9]
)
# An invented table: of two themes of garden work.
ADDS = dict.fromkeys((*KINDS, "summary", "words in a summary", "match in a summary"), 0.0) | {
    "nothing": -3.0,
    "words": 1.0,
}
TABLE = Table.of(
    ("pruning", "watering"),
    ADDS | {"label": 2.0},
    {
        "rose": (7_000, {0: 400}),
        "cut ~ rose": (7_000, {0: 1_600}),
        "dry": (7_000, {0: -300, 1: 900}),
        "hose": (7_000, {1: 20}),
    },
)
GARDEN = Lexicon(TABLE)
PHRASES = Phrases(
    (
        Phrase("sprinkler", "label", "watering", 0.8),
        Phrase("rose", "hidden", "watering", 0.3),  # too short a match to state
        Phrase("dry stone", "exclusion", "watering"),
    )
)
SCHEME = Scheme(PHRASES, GARDEN, odds(TABLE.confidence))


def said(*texts: str) -> Heard:
    return heard(written(texts), GARDEN)


def says(text: str, theme: int) -> float:
    return float(said(text).says(np.array([0]), np.array([theme]))[0])


def told(text: str) -> list[Found]:
    return weighed(written([text]), np.array([False]), SCHEME)


def sure(says: float, match: float) -> float:
    return float(SCHEME.odds.confidence(np.array([0]), np.array([says]), np.array([match]))[0])


def words_found(text: str) -> dict[str, tuple[int, int]]:
    return {feature: (first, last) for feature, first, last in features(theme_weights.lemmas(text))}


def test_features_are_content_words_neighbours_and_near_pairs_in_either_order() -> None:
    found = words_found("cut the rose")
    assert found == {"cut": (0, 0), "rose": (2, 2), "cut ~ rose": (0, 2), "cut rose": (0, 2)}
    assert "cut ~ rose" in words_found("rose must be cut")
    assert "of to" not in words_found("of to roses")


def test_words_further_apart_than_six_are_no_pair() -> None:
    between = " ".join("bcdefghij"[: NEAR - 1])
    assert "cut ~ rose" in words_found(f"cut {between} rose")
    assert "cut ~ rose" not in words_found(f"cut {between} k rose")


def test_a_feature_counts_once_however_often_it_stands_there() -> None:
    assert says("dry", 1) == says("dry and dry", 1) > 0 > says("dry", 0)
    assert isclose(says("dry", 1), -3 * says("dry", 0))


def test_what_words_say_is_shared_by_all_known_words_of_the_item() -> None:
    found = said("dry", "dry hose", "unknown")
    dry, both, other = found.length
    assert isclose(says("dry hose", 1) * both, says("dry", 1) * dry + 20)
    assert both > dry > other
    assert says("unknown", 1) == 0.0


def test_a_match_is_surer_where_other_words_say_the_same() -> None:
    assert sure(says("hose", 1), 0.8) < sure(says("hose dry", 1), 0.8)


def shipped() -> dict[str, tuple[int, list[tuple[int, int]]]]:
    """Of each feature in the file: its square, and what it says of themes."""
    rows = [line.split("\t") for line in (paths.ontology() / "weights" / "themes.tsv").read_text().splitlines()]
    return {
        name: (int(square), list(zip(map(int, values[::2]), map(int, values[1::2]), strict=True)))
        for _, name, square, *values in (row for row in rows if row[0] == "words")
    }


def test_the_lexicon_finds_the_features_of_an_item_and_sums_their_weights() -> None:
    lexicon, known = scheme().lexicon, shipped()
    every = written(ITEMS)
    found = heard(every, lexicon)
    standing = list(zip(*(column.tolist() for column in found.standing[:4]), strict=True))
    for item, text in enumerate(ITEMS):
        places: dict[str, tuple[int, int]] = {}
        for feature, first, last in features(theme_weights.lemmas(text)):
            if feature in known:
                places.setdefault(feature, (int(every.starts[item]) + first, int(every.starts[item]) + last))
        assert {lexicon.features[number]: where for of, number, *where in standing if of == item} == {
            feature: list(where) for feature, where in places.items()
        }
        sums = [0] * len(lexicon.themes)
        for feature in places:
            for theme, weight in known[feature][1]:
                sums[theme] += weight
        assert found.sums[item].tolist() == sums
        squares = sum(known[feature][0] for feature in places)
        assert isclose(found.length[item], sqrt((squares + UNHEARD) / SQUARES) * WEIGHTS)


def test_content_words_without_a_feature_are_strange_to_the_weights() -> None:
    found = said("it was dry, and the sprinkler of 2019")
    assert found.standing.is_strange.nonzero()[0].tolist() == [6]


def test_words_alone_state_a_theme_and_are_its_quote() -> None:
    [(first, last, theme, label, confidence)] = told("when it was dry again")
    assert (first, last, theme, label) == (3, 4, "watering", "dry")
    assert confidence >= STATED_FROM


def test_a_match_on_words_that_the_weights_do_not_know_is_believed() -> None:
    assert told("sprinkler") == [(0, 1, "watering", "sprinkler", 0.8)]


def test_a_match_against_which_the_words_speak_suggests_nothing() -> None:
    assert sure(says("rose", 1), 0.3) < NAMED_FROM
    assert [theme for _, _, theme, _, _ in told("rose")] == ["pruning"]


def test_of_a_theme_that_is_denied_words_do_not_speak() -> None:
    assert [theme for _, _, theme, _, _ in told("dry")] == ["watering"]
    assert told("dry stone") == []


def test_the_words_that_say_most_for_their_number_are_the_quote() -> None:
    every = written(["it was dry", "they were told how to cut a rose and then went home"])
    found = loudest(every, heard(every, GARDEN), np.array([0, 1]), np.array([1, 0]))
    assert list(found) == [(2, 3, "dry"), (8, 11, "cut ~ rose")]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (0.1, "hint"),
        (0.3, "one pattern"),
        (0.52, "long pattern"),
        (0.65, "patterns"),
        (0.81, "label"),
        (0.9, "label and more"),
        (0.93, "preferred label"),
    ],
)
def test_a_match_is_of_a_kind_by_its_confidence(match: float, expected: str) -> None:
    assert kind(match) == expected


def test_the_shipped_table_knows_the_scheme_and_is_written_as_it_is_read() -> None:
    path = paths.ontology() / "weights" / "themes.tsv"
    assert set(table().themes) <= set(themes())
    assert set(table().confidence) == set(theme_weights.COLUMNS)
    assert path.read_text(encoding="utf-8") == "\n".join(lines(read(path))) + "\n"


def assigned(text: str) -> Themes:
    (found,) = assign_themes(text, [passage(text, 0, len(text))])
    return found


def test_every_theme_of_an_item_has_words_of_the_item() -> None:
    assert len(ITEMS) > 200
    for text in ITEMS:
        for found in assigned(text):
            quote = found.passage
            assert joined(text[quote.start : quote.end]) == quote.text != ""
            assert (found.status is Status.STATED) == (found.confidence >= STATED_FROM)
            assert 0 < found.confidence < 1


def test_what_no_word_of_the_scheme_names_is_suggested_or_stated_by_weights() -> None:
    text = "each department discharged him for not coming, and none told the others"
    found = {each.theme: each for each in assigned(text)}
    assert found["information-sharing"].confidence >= SUGGESTED_FROM
    assert found["information-sharing"].label not in themes()["information-sharing"].alt_labels


EXAMPLES = (
    Example("cut the roses hard in spring", frozenset({"pruning"})),
    Example("roses are cut when buds swell", frozenset({"pruning"})),
    Example("a dry week calls for the hose", frozenset({"watering"})),
    Example("no hose in a dry summer", frozenset({"watering"})),
    Example("a dry rose is cut and hosed in spring", frozenset({"pruning", "watering"})),
)


def test_examples_are_rows_of_length_one_of_the_features_that_several_have() -> None:
    found = [{feature for feature, _, _ in features(theme_weights.lemmas(each.text))} for each in EXAMPLES]
    rows = theme_weights.rows_of([*found, {"gravel"}])
    dense = rows.values.toarray()
    often = np.array([sum(feature in each for each in found) for feature in rows.features])
    assert (often >= theme_weights.LEAST).all()
    assert np.allclose(rows.rarity, np.log(7 / (often + 1)) + 1)
    assert np.allclose((dense**2).sum(axis=1), [1, 1, 1, 1, 1, 0])
    assert ((dense > 0) == [[feature in each for feature in rows.features] for each in [*found, set()]]).all()


def test_weights_part_the_examples_of_a_theme_from_the_others() -> None:
    found = [{feature for feature, _, _ in features(theme_weights.lemmas(each.text))} for each in EXAMPLES]
    wanted = np.array([["pruning" in each.themes, "watering" in each.themes] for each in EXAMPLES])
    rows = theme_weights.rows_of(found)
    says = rows.values @ theme_weights.separating(rows, wanted)
    for theme in (0, 1):
        assert says[wanted[:, theme], theme].min() > says[~wanted[:, theme], theme].max()


def test_of_all_weights_the_largest_are_kept() -> None:
    weights = np.array([[0.5, -0.2], [0.1, -0.9]])
    assert theme_weights.largest(weights, 2).tolist() == [[0.5, 0], [0, -0.9]]
    assert theme_weights.largest(weights, 9).tolist() == weights.tolist()


def test_learned_words_speak_for_the_themes_they_were_labelled_with() -> None:
    learned = Lexicon(theme_weights.table(EXAMPLES))
    found = heard(written(["the roses were cut"]), learned)
    themes = np.array([learned.numbers["pruning"], learned.numbers["watering"]])
    pruning, watering = found.says(np.array([0, 0]), themes)
    assert pruning > 0 > watering


def test_logistic_regression_finds_where_the_likelihood_has_no_slope() -> None:
    known = np.array([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
    right = np.array([0.0, 1.0, 0.0, 1.0])
    found = theme_weights.logistic(known, right)
    chance = 1 / (1 + np.exp(-known @ found))
    assert np.allclose(known.T @ (right - chance), [theme_weights.PENALTY * found[0], 0])
