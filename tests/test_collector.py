"""The collector of cycles rests where it is told to, and nowhere else."""

import gc

import pytest

from kg.collector import resting


def test_the_collector_rests_and_works_again_afterwards() -> None:
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="of the block"), resting():
        raise ValueError("of the block")
    assert gc.isenabled()


def test_a_collector_that_rests_already_goes_on_resting() -> None:
    with resting():
        with resting():
            pass
        assert not gc.isenabled()
