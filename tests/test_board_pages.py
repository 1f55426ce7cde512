"""Pages of boards that part each review by headings of their own. Every text in `board_pages/` is invented.

What each page should give was written down before the software had read it: a line `= title | labels` a review, then a
line for each learning point (`L`) and each recommendation (`R`) with the words it opens with. Six lines were brought to
the conventions of `gold/README.md` afterwards: three labels (a first name alone where the text uses it) and three
recommendations (the phrase that names an item is part of it).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import Passage, SourceDocument

PAGES = sorted((Path(__file__).parent / "board_pages").glob("*.txt"))


def read(page: Path) -> Iterator[str]:
    """What a page is read as, in the form of the files of expected lines."""
    for review in extract(SourceDocument(page.name, "0" * 64, "text/plain", page.read_text("utf-8"))).reviews:
        yield f"= {review.title.text} | {', '.join(label.value for label in review.labels)}"
        yield from (f"L {_opening(item.passage)}" for item in review.learning)
        yield from (f"R {_opening(item.passage)}" for item in review.recommendations)


def _opening(item: Passage) -> str:
    return item.text.replace("*", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_under_headings_of_its_own_gives_its_titles_labels_and_lists(page: Path) -> None:
    expected = page.with_suffix(".expected").read_text("utf-8").splitlines()
    found = list(read(page))
    assert [line[: len(other)] for line, other in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)
