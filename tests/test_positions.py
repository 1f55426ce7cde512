import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from kg.graphs.collection import Collection
from kg.positions import Place, places
from kg.positions.boxes import label_size, wrap
from tests.invented import invented_collection

TESTS = Path(__file__).parent


def _overlaps(at: dict[str, Place]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, first), (other, second) in combinations(at.items(), 2)
        if any(a.overlaps(b) for a in first.boxes for b in second.boxes)
    ]


@pytest.mark.parametrize("reviews", range(1, 13))
@pytest.mark.parametrize("copies", [1, 3])
def test_no_two_labels_overlap(reviews: int, copies: int) -> None:
    for seed in range(3):
        collection = invented_collection(reviews, seed=seed, copies=copies, most=16)
        for view, shapes in places(collection).items():
            for shape, at in shapes.items():
                assert _overlaps(at) == [], (view, shape, seed)


def test_every_review_and_theme_of_a_small_collection_has_a_place() -> None:
    collection = invented_collection(6, copies=1, most=12)
    everything = {review.iri for review in collection.reviews} | set(collection.themes)
    assert set(places(collection)["both"]["wide"]) == everything


def test_a_tall_screen_shows_every_review_and_the_most_shared_themes() -> None:
    collection = invented_collection(6, copies=3, most=12)
    shown = set(places(collection)["both"]["tall"])
    counts = {t: sum(t in review.themes for review in collection.reviews) for t in collection.themes}
    assert {review.iri for review in collection.reviews} <= shown
    left_out = [count for theme, count in counts.items() if theme not in shown]
    assert max(left_out) <= min(count for theme, count in counts.items() if theme in shown)


def test_shared_themes_stand_between_the_reviews_and_the_rest_outside() -> None:
    collection = invented_collection(6, seed=3, copies=1, most=12)
    at = places(collection)["both"]["wide"]
    edge = min(abs(at[review.iri].x) for review in collection.reviews)
    for theme in collection.themes:
        shared = sum(theme in review.themes for review in collection.reviews) > 1
        assert (abs(at[theme].x) < edge) == shared


def test_the_view_of_themes_shows_those_of_two_reviews_or_more() -> None:
    collection = invented_collection(6, seed=3)
    shown = places(collection)["themes"]["wide"]
    assert shown
    assert all(sum(theme in review.themes for review in collection.reviews) > 1 for theme in shown)


def test_labels_of_a_theme_map_do_not_overlap_where_they_reserve_room() -> None:
    assert _overlaps(places(invented_collection(60, copies=2))["themes"]["wide"]) == []


def test_an_empty_collection_has_no_places() -> None:
    assert places(Collection((), (), {}))["both"] == {"wide": {}, "tall": {}}


def test_places_are_the_same_in_every_process() -> None:
    program = (
        "from invented import invented_collection; from kg.positions import places;"
        "print([places(invented_collection(n, copies=2)) for n in (1, 6, 12, 20, 60)])"
    )

    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS)}
        return subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert run("1") == run("2")


def test_a_label_is_wrapped_to_its_width_and_cut_only_when_it_must_be() -> None:
    lines = wrap("Multi-agency working and information", 116, 12.0)
    assert " ".join(lines) == "Multi-agency working and information"
    assert label_size(lines, 12.0)[0] <= 116
    cut = wrap("Donaudampfschifffahrtsgesellschaftskapitän " * 3, 60, 12.0, 2)
    assert len(cut) == 2
    assert all(line.endswith("…") for line in cut)
