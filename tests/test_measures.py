from math import isclose, log

from kg.graphs.measures import association, disparity, jaccard, lift, npmi


def test_jaccard_is_the_share_of_either_that_have_both() -> None:
    assert jaccard(2, 3, 3) == 0.5  # 2 of the 4 that have either
    assert jaccard(3, 3, 3) == 1
    assert jaccard(0, 2, 5) == 0


def test_jaccard_of_two_things_that_nobody_has_is_nothing() -> None:
    assert jaccard(0, 0, 0) == 0


def test_lift_is_one_where_two_things_have_nothing_to_do_with_each_other() -> None:
    assert lift(2, 4, 5, 10) == 1  # chance: 10 x 4/10 x 5/10


def test_lift_says_how_many_times_more_often_than_by_chance() -> None:
    assert lift(4, 4, 4, 10) == 2.5
    assert lift(1, 4, 5, 10) == 0.5
    assert lift(0, 0, 5, 10) == 0


def test_npmi_runs_from_never_together_over_chance_to_always_together() -> None:
    assert npmi(0, 4, 5, 10) == -1
    assert npmi(2, 4, 5, 10) == 0
    assert npmi(3, 3, 3, 10) == 1
    assert npmi(10, 10, 10, 10) == 1
    assert isclose(npmi(2, 2, 4, 8), log(2) / log(4))


def test_an_association_counts_for_little_where_it_rests_on_little() -> None:
    assert isclose(association(1, 1, 1, 100), 1 / 6)
    assert isclose(association(5, 5, 5, 100), 1 / 2)
    assert isclose(association(45, 45, 45, 100), 0.9)


def test_less_than_chance_is_no_association() -> None:
    assert association(1, 5, 5, 10) == 0


def test_a_link_is_remarkable_by_how_much_of_its_nodes_strength_it_holds() -> None:
    assert disparity(6, 10, 3) == (1 - 0.6) ** 2
    assert disparity(2, 10, 3) == (1 - 0.2) ** 2
    assert disparity(5, 10, 2) == 0.5


def test_the_only_link_of_a_node_is_never_remarkable() -> None:
    assert disparity(7, 7, 1) == 1
