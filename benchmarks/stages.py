"""Where the time of a load goes: CPU milliseconds a review, stage by stage, in one process."""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pyoxigraph as ox

from benchmarks.generator import collection
from benchmarks.timing import Row
from kg.extract import extract
from kg.extract.facts import incident_facts
from kg.extract.layout import blocks
from kg.extract.lists.items import items
from kg.extract.parts import LISTS
from kg.extract.recommendations import recommendation_facts
from kg.extract.sections.parted import sections
from kg.extract.themes.assigned import Themes, assign_themes, keyword_themes
from kg.loading.parts import Part, as_trig, part_of, turtle
from kg.loading.plan import as_quads
from kg.model import Digest, SourceDocument
from kg.read import read_bytes
from kg.to_rdf import triples
from kg.unread import share

_REVIEWS = 300
_RUNS = 5
_AIM = 1.5  # ms for reading and extracting a review of a digest's length
_ITEMS = 25_000  # a second and core

Result = TypeVar("Result")
Whole = TypeVar("Whole")


def rows() -> Iterator[Row]:
    """Each stage over the bulk load of the same reviews as ready N-Quads."""
    data = [(document.name, document.text.encode()) for document in collection(_REVIEWS)]
    documents, read = _timed(lambda each: read_bytes(*each), data)
    _timed(extract, documents[:1])  # tables and indexes are made once
    digests, extracted = _timed(extract, documents)
    parts, mapped = _timed(part_of, digests)
    ready = (as_quads(part.graph, triples(digest)) for part, digest in zip(parts, digests, strict=True))
    peer = _bulk("".join(ready).encode(), ox.RdfFormat.N_QUADS)
    yield _row("read", read, peer)
    named = list(_inside(digests, documents))
    yield from (_row(what, ours, peer) for what, ours in named)
    yield _row("the rest of extraction", extracted - sum(ours for _, ours in named), peer)
    yield _items_a_second(digests)
    yield Row("extract, in all", "the aim of the issue", extracted / _REVIEWS, _AIM, "ms a review")
    yield _row("share of unread words", _timed(share, digests)[1], peer)
    yield _row("triples as Turtle", _timed(lambda digest: turtle(triples(digest)), digests)[1], peer)
    yield _row("all of the mapping", mapped, peer)
    yield _row("bulk load of that", _bulk(_trig(parts), ox.RdfFormat.TRIG), peer)
    yield _row("reading to loading", read + extracted + mapped + _bulk(_trig(parts), ox.RdfFormat.TRIG), peer)


def _inside(digests: Sequence[Digest], documents: Sequence[SourceDocument]) -> Iterator[tuple[str, float]]:
    """The stages of extraction that can be run by themselves, each with its milliseconds."""
    texts = [document.text for document in documents]
    yield "find where reviews begin", _timed(blocks, texts)[1]
    parted = [(text, block) for text in texts for block in blocks(text)]
    parts, apart = _timed(lambda each: sections(*each), parted)
    yield "part reviews into sections", apart
    lists = [
        (text, part) for (text, _), found in zip(parted, parts, strict=True) for part in found if part.kind in LISTS
    ]
    yield "part lists into items", _timed(lambda each: items(*each), lists)[1]
    reviews = [(digest.document.text, review) for digest in digests for review in digest.reviews]
    told = [(text, review.summary, review.labels, review.title) for text, review in reviews if review.summary]
    yield "facts of children and incidents", _timed(lambda each: incident_facts(*each), told)[1]
    asked = [(text, item.passage) for text, review in reviews for item in review.recommendations]
    yield "actions and addressees", _timed(lambda each: recommendation_facts(*each, None), asked)[1]
    yield "themes of items and summaries", _timed(_themed, digests)[1]
    keywords = [
        (digest.document.text, [keyword for review in digest.reviews for keyword in review.keywords])
        for digest in digests
    ]
    yield "themes of keywords", _timed(lambda each: keyword_themes(*each), keywords)[1]


def _themed(digest: Digest) -> list[Themes]:
    items = [item.passage for review in digest.reviews for item in review.items]
    told = [review.summary for review in digest.reviews if review.summary]
    told_or_not = [*(False for _ in items), *(True for _ in told)]
    return assign_themes(digest.document.text, [*items, *told], told_or_not)


def _items_a_second(digests: Sequence[Digest]) -> Row:
    found = [
        (digest.document.text, [item.passage for review in digest.reviews for item in review.items])
        for digest in digests
    ]
    themed = _timed(lambda each: assign_themes(*each), found)[1]
    rate = sum(len(items) for _, items in found) / themed * 1_000
    return Row("items given their themes", "the aim of the issue", rate, _ITEMS, "items/s and core")


def _row(what: str, ours: float, peer: float) -> Row:
    return Row(what, "bulk load of its N-Quads", ours / _REVIEWS, peer / _REVIEWS, "ms a review")


def _timed(function: Callable[[Whole], Result], wholes: Sequence[Whole]) -> tuple[list[Result], float]:
    """What a function gives for each, and the median CPU milliseconds of some runs.

    As in a load, what a document comes to is let go before the next is taken, and the collector of cycles goes through
    nothing that was there before.
    """
    found = [function(whole) for whole in wholes]
    gc.collect()
    gc.freeze()
    times = []
    for _ in range(_RUNS):
        start = time.process_time_ns()
        for whole in wholes:
            function(whole)
        times.append((time.process_time_ns() - start) / 1e6)
    return found, statistics.median(times)


def _trig(parts: Sequence[Part]) -> bytes:
    return b"".join(as_trig(part.graph, part.body) for part in parts)


def _bulk(data: bytes, kind: ox.RdfFormat) -> float:
    def load(_: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            engine = ox.Store(folder)
            engine.bulk_load(data, kind)
            engine.flush()

    return _timed(load, [0])[1]
