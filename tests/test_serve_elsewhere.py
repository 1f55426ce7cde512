"""The site over an engine on the network, which may be slow, and to which others write."""

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock

import pytest

from kg.extract import extract
from kg.model import Digest
from kg.opening import open_store
from kg.serve.elsewhere import Elsewhere
from kg.serve.library import Library
from kg.serve.opened import Opened
from tests.engines import oxigraph_with_union
from tests.engines.proxy import Canned, Faulty, faulty
from tests.invented_coding import TEXT, document
from tests.serving import client, text


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Faulty]:
    """What stands before an engine that holds one document."""
    with oxigraph_with_union(tmp_path) as running, faulty(running.where) as found:
        write(found, extract(document()))
        yield found


def write(proxy: Faulty, digest: Digest) -> None:
    with open_store(proxy.where, create=True) as store:
        store.load([digest])


def another() -> Digest:
    return extract(document(TEXT.replace("Alder", "Rowan"), "rowan.txt"))


def looks(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr("kg.serve.elsewhere._AT_MOST", seconds)


def test_pages_ask_an_engine_once_and_over_one_connection_whether_anything_changed(
    proxy: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch, math.inf)
    with client(proxy.where) as site:
        assert "Alder" in text(site.get("/reviews").text)
        before = len(proxy.seen)
        assert [site.get("/reviews").status_code for _ in range(5)] == [200] * 5
        assert len(proxy.seen) == before
    looks(monkeypatch, 0)
    library = Library(proxy.where)
    first = library.opened()
    before = len(proxy.seen)
    assert library.opened() is first
    assert len(proxy.seen) == before + 1
    library.close()


def test_while_an_engine_is_slow_to_say_whether_anything_changed_pages_are_shown_as_they_were(
    proxy: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch, 0)
    is_asked, answers = Event(), Event()

    def slow(_method: str, _address: str) -> Canned | None:
        proxy.fault = lambda _method, _address: None
        is_asked.set()
        return Canned(503, hold=answers)

    with client(proxy.where) as site, ThreadPoolExecutor(1) as apart:
        shown = site.get("/reviews").text
        proxy.fault = slow
        first = apart.submit(site.get, "/reviews")
        assert is_asked.wait(60)
        try:
            assert site.get("/reviews").text == shown
            assert not first.done()
        finally:
            answers.set()
        assert first.result().text == shown


def test_what_another_loads_into_an_engine_is_shown_at_the_next_look(
    proxy: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch, 0)
    with client(proxy.where) as site:
        assert "Rowan" not in text(site.get("/reviews").text)
        write(proxy, another())
        assert "Rowan" in text(site.get("/reviews").text)


def test_what_the_site_itself_writes_to_an_engine_is_shown_at_once(
    proxy: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch, math.inf)
    library = Library(proxy.where)
    first = library.opened()
    reviews = len(first.catalogue.reviews)
    write(proxy, another())
    assert library.opened() is first
    library.changed()
    assert library.opened().version != first.version
    assert len(library.opened().catalogue.reviews) > reviews
    library.close()


class Watched:
    """A lock that says when somebody wants it."""

    def __init__(self, lock: Lock) -> None:
        self.lock, self.wanted = lock, Event()

    def acquire(self, *, blocking: bool) -> bool:
        self.wanted.set()
        return self.lock.acquire(blocking=blocking)

    def release(self) -> None:
        self.lock.release()


def test_a_look_that_began_before_the_site_wrote_is_not_shown_to_who_asks_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks(monkeypatch, 0)
    state, is_asked, answers = ["before"], Event(), Event()

    def quick(_: Elsewhere) -> Opened:
        return Opened(open_store("memory"), state[0])

    def slow(here: Elsewhere) -> Opened:
        found = quick(here)
        is_asked.set()
        assert answers.wait(60)
        return found

    monkeypatch.setattr(Elsewhere, "_found", quick)
    library = Elsewhere("https://engine.example/query")
    assert library.opened().version == "before"
    monkeypatch.setattr(Elsewhere, "_found", slow)
    with ThreadPoolExecutor(2) as apart:
        first = apart.submit(library.opened)
        assert is_asked.wait(60)
        monkeypatch.setattr(Elsewhere, "_found", quick)
        state[0] = "with what the site wrote"
        library.changed()
        watched = Watched(library._looking)
        monkeypatch.setattr(library, "_looking", watched)
        second = apart.submit(library.opened)
        assert watched.wanted.wait(60)
        answers.set()
        assert first.result().version == "before"
        assert second.result().version == "with what the site wrote"


def test_an_engine_that_fails_is_said_in_one_line_until_it_answers_again(
    proxy: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch, math.inf)
    with client(proxy.where) as site:
        proxy.fault = lambda _method, _address: Canned(404)
        assert site.get("/reviews").status_code == 503
        asked = len(proxy.seen)
        assert site.get("/reviews").status_code == 503
        assert len(proxy.seen) == asked
        proxy.fault = lambda _method, _address: None
        looks(monkeypatch, 0)
        assert "Alder" in text(site.get("/reviews").text)
