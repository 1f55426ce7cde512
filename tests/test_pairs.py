import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.graphs.pairs import pairs, shared

SETS = st.dictionaries(st.text(max_size=3), st.frozensets(st.sampled_from("abcdefgh")), max_size=8)


@given(SETS)
def test_every_two_sets_that_share_something_are_counted_as_sets_count(sets: dict[str, frozenset[str]]) -> None:
    names = list(sets)
    truth = np.array([[letter in sets[name] for letter in "abcdefgh"] for name in names], dtype=np.bool_)
    found = {(names[one], names[other]): numbers for one, other, numbers in pairs(shared(truth.reshape(-1, 8)))}
    expected = {
        (one, other): (len(sets[one] & sets[other]), len(sets[one]), len(sets[other]))
        for n, one in enumerate(names)
        for other in names[n + 1 :]
        if sets[one] & sets[other]
    }
    assert found == expected
