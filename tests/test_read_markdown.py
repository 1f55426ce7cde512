"""Markdown is stored as it is written: every item is found at its offsets in the raw text."""

import re

from kg.extract import extract
from kg.model import joined
from kg.read import read_bytes
from tests.written import ADDRESS, PARAGRAPHS, TEXT


def markdown() -> str:
    """The sample digest with headings, bold lead-ins and links."""
    return "\n\n".join(_marked(words) for words in PARAGRAPHS) + "\n"


def _marked(words: str) -> str:
    if words.startswith("Other resources "):
        return f"Other resources [{words.removeprefix('Other resources ')}]({ADDRESS})"
    if re.match(r"\d\. ", words):
        return f"## {words}"
    return re.sub(r"^((?:Learning|Recommendations)[^:]*:)", r"**\1**", words)


def test_every_item_of_the_sample_is_found_word_for_word_at_its_offsets() -> None:
    digest = extract(read_bytes("digest.md", markdown().encode()))
    plain = extract(read_bytes("digest.txt", TEXT.encode()))
    items = [item.passage for review in digest.reviews for item in review.items]
    assert [item.text for item in items] == [item.passage.text for review in plain.reviews for item in review.items]
    assert len(items) == 72
    assert all(joined(markdown()[item.start : item.end]) == item.text for item in items)
    assert [review.title.text for review in digest.reviews] == [review.title.text for review in plain.reviews]
    assert {link.url for review in digest.reviews for link in review.links} == {ADDRESS}
