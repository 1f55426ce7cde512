"""Paths of keys are found in whole texts at once, and exactly where a walk word by word finds them."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.themes.key_paths import KeyPaths, Path
from kg.extract.themes.number_pairs import Pairs
from kg.extract.themes.ragged import columns

KEYS = 5
STEPS = st.tuples(st.integers(0, 3), st.frozensets(st.integers(1, KEYS - 1), min_size=1, max_size=2))
PATHS = st.lists(st.lists(STEPS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=6)
SENTENCES = st.lists(st.lists(st.integers(0, KEYS - 1), max_size=8), max_size=4)


def walked(path: Path, keys: list[int], first: int) -> int | None:
    """Before which place of a sentence the shortest way of a path ends that begins at a place."""
    ends = {first} if keys[first] in path[0][1] else set()
    for gap, wanted in path[1:]:
        reached = (place for end in ends for place in range(end + 1, min(end + gap + 2, len(keys))))
        ends = {place for place in reached if keys[place] in wanted}
    return min(ends) + 1 if ends else None


@given(PATHS, SENTENCES)
def test_a_path_is_found_by_its_shortest_way_and_in_one_sentence(paths: list[Path], text: list[list[int]]) -> None:
    expected, place = set(), 0
    for keys in text:
        for first, (end, path) in product(range(len(keys)), enumerate(paths)):
            last = walked(path, keys, first)
            if last is not None:
                expected.add((place + first, place + last, end))
        place += len(keys)
    row = np.array([key for keys in text for key in keys], dtype=np.int64)
    sentences = np.arange(len(text)).repeat([len(keys) for keys in text])
    found = KeyPaths(KEYS, ((path, end) for end, path in enumerate(paths))).find(row, sentences, np.arange(len(row)))
    rows = list(zip(*(column.tolist() for column in found), strict=True))
    assert set(rows) == expected
    assert len(rows) == len(expected)
    assert found.first.tolist() == sorted(found.first)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), unique=True, max_size=200))
def test_each_pair_has_its_number_and_no_other_pair_has_one(pairs: list[tuple[int, int]]) -> None:
    every = list(product(range(91), range(91)))
    ones, others = np.array(every).T
    known, numbers = Pairs(*columns(pairs)).find(ones, others)
    assert {every[place]: number for place, number in zip(known, numbers, strict=True)} == {
        pair: number for number, pair in enumerate(pairs)
    }
    assert known.tolist() == sorted(known)
