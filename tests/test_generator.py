from pathlib import Path

import pytest

from benchmarks.generator import collection, write
from kg.pipeline import digests


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(collection(30, seed=7)) == list(collection(30, seed=7))
    assert list(collection(30, seed=7)) != list(collection(30, seed=8))


def test_a_larger_collection_begins_with_the_smaller_one() -> None:
    assert list(collection(60))[:4] == list(collection(30))[:4]


def test_every_invented_review_is_read_with_its_lists(tmp_path: Path) -> None:
    write(tmp_path, 60)
    read = [review for digest in digests(tmp_path) if not isinstance(digest, Exception) for review in digest.reviews]
    assert len(read) == 60
    assert all(review.learning for review in read)
    assert sum(len(review.recommendations) for review in read) > 180


@pytest.mark.parametrize("kind", ["digest", "blog", "list", "records"])
def test_every_layout_comes(kind: str) -> None:
    assert any(document.name.startswith(f"invented-{kind}-") for document in collection(500))
