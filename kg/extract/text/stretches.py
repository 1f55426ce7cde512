"""The sentences of a list, and the stretches that marks divide it into."""

from itertools import pairwise

from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span

NEXT_SENTENCE = deferred(
    r"[.!?](?<!\b[A-Z].)(?<!\be\.g.)(?<!\bi\.e.)(?<!\b(?:St|Dr|No|Mr|Ms|vs).)(?<!\bMrs.)(?<!\bProf.)(?<!\bapprox.)"
    r"(?:[*\"']*\s+(?=[*\"']*[A-Z])|(?<=[a-z]{3}.)(?=[A-Z][a-z]|A ))"  # "was lost.Nobody", on pages that lost spaces
)


def between(start: int, end: int, marks: list[int]) -> list[Span]:
    """The stretches between `marks`."""
    return list(pairwise([start, *marks, end]))


def are_sentences(text: str, start: int, end: int, divided: list[int]) -> bool:
    """Whether semicolons stand inside sentences, which are the items: the first of them holds none."""
    if text[divided[0]] != ";":
        return False
    stops = [match.start() for match in NEXT_SENTENCE.finditer(text, start, end)]
    begun = text[start:end].lstrip(" *\n\"'(")[:1].isupper()
    return begun and len(stops) > max(1, len(divided)) and stops[0] < divided[0]


def sentence_end(text: str, start: int, end: int) -> int:
    """The end of the first sentence: what follows a list's last item is no part of it."""
    match = NEXT_SENTENCE.search(text, start, end)
    return match.start() + 1 if match else end
