"""Sentences without end, such as a table that was flattened into one: what four times as much of the same costs."""

from collections.abc import Iterator

from benchmarks.timing import Row, of_calls
from kg.extract import extract
from kg.read import read_bytes

_SHORT = 16_000  # characters: above what is read of one sentence at once
_TIMES = 4
_RUNS = 5
_LIMIT = 6.0

_TITLE = "2021 - Anonymous - Child A\n"
_SUMMARY = "Death of a boy aged 4 in 2020.\n\n"
_TOLD = {  # invented
    "convictions": "the father was convicted of murder, ",
    "doubts": "possible neglect or abuse, ",
    "attacks": "was stabbed ",
    "blame": "a boy was abused by his mother and ",
    "people": "Mother was ",
    "ages": "aged 4 and ",
    "dates": "from 2012 to ",
}
_ASKED = {
    "requests": "schools and police to review and ",
    "topics": "police - ",
    "named": "the board should ask the trust to train staff, ",
}


def rows() -> Iterator[Row]:
    """Each text as one sentence of a summary, of a recommendation or of what was learned, beside a quarter of it."""
    for what, words in _TOLD.items():
        yield _row(f"summary: {what}", _TITLE, words)
    for what, words in _ASKED.items():
        yield _row(f"recommendation: {what}", f"{_TITLE}{_SUMMARY}Recommendations include: ", words)
    yield _row("learning: conclusions", f"{_TITLE}{_SUMMARY}Learning includes: ", "staff did not see the child and ")


def _row(what: str, head: str, words: str) -> Row:
    short = words * (_SHORT // len(words))
    whole, part = (read_bytes("endless.txt", f"{head}{text}.\n".encode()) for text in (short * _TIMES, short))
    ours, theirs = of_calls(lambda: extract(whole), lambda: extract(part), _RUNS)
    return Row(what, f"a quarter of it, {len(short) // 1_000} KB", ours, theirs, limit=_LIMIT)
