"""Confidences: the words of an item weigh, beside what matched, and every theme keeps the words that speak for it."""

from math import isclose, sqrt
from pathlib import Path

import numpy as np
import pytest

from kg import paths
from kg.extract.confidence import KINDS, NAMED_FROM, SUGGESTED_FROM, kind, odds, weighed
from kg.extract.features import NEAR, features
from kg.extract.heard import UNHEARD, Lexicon, heard, loudest
from kg.extract.phrase import Phrase
from kg.extract.themes import STATED_FROM, assign_themes, scheme_lexicon
from kg.extract.word_weights import SQUARES, WEIGHTS, Table, Weighed, lines, read, table
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
TABLE = Table(
    ("pruning", "watering"),
    ADDS | {"label": 2.0},
    {
        "rose": Weighed(7_000, ((0, 40_000),)),
        "cut ~ rose": Weighed(7_000, ((0, 160_000),)),
        "dry": Weighed(7_000, ((0, -30_000), (1, 90_000))),
        "hose": Weighed(7_000, ((1, 2_000),)),
    },
)
GARDEN, ODDS = Lexicon(TABLE), odds(TABLE.confidence, is_summary=False)


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
    once, twice = (heard(text.split(), GARDEN) for text in ("dry", "dry and dry"))
    assert once.says(1) == twice.says(1) > 0 > once.says(0)
    assert isclose(once.says(1), -3 * once.says(0))


def test_what_words_say_is_shared_by_all_known_words_of_the_item() -> None:
    dry, both, other = (heard(words, GARDEN) for words in (["dry"], ["dry", "hose"], ["unknown"]))
    assert isclose(both.says(1) * both.length, dry.says(1) * dry.length + 2_000)
    assert both.length > dry.length > other.length
    assert other.says(1) == 0.0


def test_a_match_is_surer_where_other_words_say_the_same() -> None:
    alone, backed = (heard(text.split(), GARDEN).says(1) for text in ("hose", "hose dry"))
    assert ODDS.confidence(alone, 0.8) < ODDS.confidence(backed, 0.8)


def test_the_lexicon_finds_the_features_of_an_item_and_sums_their_weights() -> None:
    lexicon, known = scheme_lexicon(), table().features
    for text in ITEMS:
        lemmas = theme_weights.lemmas(text)
        places: dict[str, tuple[int, int]] = {}
        for feature, first, last in features(lemmas):
            if feature in known:
                places.setdefault(feature, (first, last))
        said = heard(lemmas, lexicon)
        assert {lexicon.features[number]: where for number, where in said.standing.features.items()} == places
        sums = [0] * len(lexicon.themes)
        for feature in places:
            for theme, weight in known[feature].by_theme:
                sums[theme] += weight
        assert said.sums.tolist() == sums
        squares = sum(known[feature].square for feature in places)
        assert isclose(said.length, sqrt((squares + UNHEARD) / SQUARES) * WEIGHTS)


def test_content_words_without_a_feature_are_strange_to_the_weights() -> None:
    said = heard(theme_weights.lemmas("it was dry, and the sprinkler of 2019"), GARDEN)
    assert said.standing.strange == [6]


def test_words_alone_state_a_theme_and_are_its_quote() -> None:
    [hit] = weighed([], frozenset(), ["when", "it", "was", "dry", "again"], GARDEN, ODDS)
    first, last, phrase, confidence = hit
    assert (first, last, phrase.theme, phrase.text) == (3, 4, "watering", "dry")
    assert confidence >= STATED_FROM


def test_a_match_on_words_that_the_weights_do_not_know_is_believed() -> None:
    hit = (0, 1, Phrase("sprinkler", "label", "watering"), 0.8)
    assert weighed([hit], frozenset(), ["sprinkler"], GARDEN, ODDS) == [hit]


def test_a_match_against_which_the_words_speak_suggests_nothing() -> None:
    hit = (0, 1, Phrase("rose", "label", "watering"), 0.3)  # a word of other work, and too short a match to state
    assert ODDS.confidence(heard(["rose"], GARDEN).says(1), 0.3) < NAMED_FROM
    assert [found[2].theme for found in weighed([hit], frozenset(), ["rose"], GARDEN, ODDS)] == ["pruning"]


def test_of_a_theme_that_is_denied_words_do_not_speak() -> None:
    assert weighed([], frozenset({"watering"}), ["dry"], GARDEN, ODDS) == []


def test_the_words_that_say_most_for_their_number_are_the_quote() -> None:
    lemmas = ["they", "were", "told", "how", "to", "cut", "a", "rose", "and", "then", "went", "home"]
    assert loudest(heard(lemmas, GARDEN), 0, len(lemmas)) == (5, 8, "cut ~ rose")


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


def test_every_theme_of_an_item_has_words_of_the_item() -> None:
    assert len(ITEMS) > 200
    for text in ITEMS:
        for found in assign_themes(text, passage(text, 0, len(text))):
            quote = found.passage
            assert joined(text[quote.start : quote.end]) == quote.text != ""
            assert (found.status is Status.STATED) == (found.confidence >= STATED_FROM)
            assert 0 < found.confidence < 1


def test_what_no_word_of_the_scheme_names_is_suggested_or_stated_by_weights() -> None:
    text = "each department discharged him for not coming, and none told the others"
    found = {each.theme: each for each in assign_themes(text, passage(text, 0, len(text)))}
    assert found["information-sharing"].confidence >= SUGGESTED_FROM
    assert found["information-sharing"].label not in themes()["information-sharing"].alt_labels


EXAMPLES = (
    Example("cut the roses hard in spring", frozenset({"pruning"})),
    Example("roses are cut when buds swell", frozenset({"pruning"})),
    Example("a dry week calls for the hose", frozenset({"watering"})),
    Example("no hose in a dry summer", frozenset({"watering"})),
    Example("a dry rose is cut and hosed in spring", frozenset({"pruning", "watering"})),
)


def test_weights_are_those_of_ridge_regression() -> None:
    found = [{feature for feature, _, _ in features(theme_weights.lemmas(each.text))} for each in EXAMPLES]
    rows = theme_weights.rows_of(found, None)
    dense = np.zeros((rows.size, len(rows.features)))
    for column, (where, values) in enumerate(zip(rows.rows, rows.values, strict=True)):
        dense[where, column] = values
    wanted = np.array([["pruning" in each.themes, "watering" in each.themes] for each in EXAMPLES], dtype=float)
    inverse = np.linalg.inv(dense.T @ dense + theme_weights.RIDGE * np.eye(dense.shape[1]))
    expected = theme_weights.SCALE * (inverse @ dense.T @ wanted) * rows.rarity[:, None]
    assert np.allclose(theme_weights.ridge(rows, wanted), expected)


def test_learned_words_speak_for_the_themes_they_were_labelled_with() -> None:
    learned = Lexicon(theme_weights.table(EXAMPLES))
    said = heard(theme_weights.lemmas("the roses were cut"), learned)
    pruning, watering = (said.says(learned.numbers[theme]) for theme in ("pruning", "watering"))
    assert pruning > 2 * watering > 0


def test_logistic_regression_finds_where_the_likelihood_has_no_slope() -> None:
    known = np.array([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
    right = np.array([0.0, 1.0, 0.0, 1.0])
    found = theme_weights.logistic(known, right)
    chance = 1 / (1 + np.exp(-known @ found))
    assert np.allclose(known.T @ (right - chance), [theme_weights.PENALTY * found[0], 0])
