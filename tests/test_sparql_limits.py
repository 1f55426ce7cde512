"""Whatever is asked, the question ends, the worker is replaced, and the site goes on answering."""

import asyncio
import json
import logging
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from rdflib import Graph

from kg.namespaces import SG
from kg.serve.settings import Limits as SiteLimits
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.limits import Limits
from kg.serve.sparql.pool import Pool
from kg.store import Store
from tests.live import finished, over, served

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
LATE = b"The question took longer than 1.5 seconds and was ended: ask in smaller steps.\n"


def where(store: Store) -> str:
    return over(store).store


@pytest.fixture(scope="module")
def pool(sample: Store) -> Iterator[Pool]:
    """One worker over the sample, with time enough for a busy machine; it is replaced whenever a test has it ended."""
    with closing(Pool(where(sample), Limits(seconds=60.0, memory=1500 << 20, workers=1, waiting=2), nice=0)) as opened:
        yield opened


def asked(pool: Pool, *jobs: Job) -> list[Reply]:
    """The replies of a pool to jobs, one after the other."""
    return finished(_in_turn(pool, jobs))


async def _in_turn(pool: Pool, jobs: tuple[Job, ...]) -> list[Reply]:
    return [await pool.ask(job) for job in jobs]


def test_fifty_runaway_questions_all_end_and_pages_are_answered_meanwhile(sample: Store) -> None:
    settings = replace(over(sample), limits=SiteLimits(seconds=2.0))
    with served(settings) as client, ThreadPoolExecutor(50) as threads:
        assert client.get("/about").status_code == 200
        running = [
            threads.submit(httpx.get, f"{client.base_url}/sparql", params={"query": RUNAWAY}, timeout=60)
            for _ in range(50)
        ]
        assert client.get("/about").status_code == 200
        assert not all(each.done() for each in running)
        wait(running)
        answers = [each.result() for each in running]
        assert {answer.status_code for answer in answers} == {503}
        assert {answer.headers["retry-after"] for answer in answers} == {"5"}
        assert "took longer than 2 seconds" in "".join(answer.text for answer in answers)


def test_a_saved_question_is_answered_while_runaways_hold_all_workers(sample: Store) -> None:
    with served(over(sample)) as client, ThreadPoolExecutor(4) as threads:
        for _ in range(4):
            threads.submit(client.get, "/sparql", params={"query": RUNAWAY}, timeout=2)
        assert client.get("/api/queries/themes-by-reviews").status_code == 200


def test_a_question_is_ended_when_nobody_waits_for_it_any_more(sample: Store) -> None:
    settings = replace(over(sample), limits=SiteLimits(seconds=60.0, workers=1))
    with served(settings) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.get("/sparql", params={"query": RUNAWAY}, timeout=2)
        assert client.get("/sparql", params={"query": "ASK {}"}, timeout=40).status_code == 200


def test_a_worker_that_was_ended_is_replaced_and_taken_leave_of(pool: Pool) -> None:
    assert asked(pool, Job("ASK {}"))[0].status == 200
    (first,) = pool._processes
    late, answered = asked(pool, Job(RUNAWAY, seconds=1.5), Job("ASK {}"))
    assert (late.status, late.body) == (503, LATE)
    assert answered.status == 200
    assert first.poll() is not None
    assert [process.poll() for process in pool._processes] == [None]


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.004, 0.02])
def test_a_question_that_runs_out_of_time_whenever_it_may_leaves_the_next_one_alone(seconds: float, pool: Pool) -> None:
    late, after = asked(pool, Job(ROWS, seconds=seconds), Job("ASK {}"))
    assert late.status in (200, 503)
    assert after.status == 200


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_a_question_that_takes_too_much_memory_is_ended(pool: Pool) -> None:
    reply, after = asked(pool, Job(GREEDY), Job("ASK {}"))
    assert reply.status == 503
    assert reply.body.startswith(b"The question needs more memory than is given")
    assert after.status == 200


@pytest.mark.usefixtures("_no_limits")
def test_questions_are_answered_where_the_system_limits_no_memory(sample: Store) -> None:
    with closing(Pool(where(sample), Limits(seconds=60.0, workers=1))) as pool:
        late, answered = asked(pool, Job(RUNAWAY, seconds=1.5), Job("ASK {}"))
    assert (late.status, late.body) == (503, LATE)
    assert answered.status == 200


@pytest.mark.parametrize("opening", ["{", "(", "[", "!", "SELECT * { FILTER("])
def test_a_question_nested_without_end_is_refused_and_harms_nobody(opening: str, pool: Pool) -> None:
    refused, after = asked(pool, Job("SELECT * { ?s ?p ?o FILTER" + opening * 40_000), Job("ASK {}"))
    assert refused.status == 400
    assert after.status == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "PREFIX x: <{0}> SELECT * FROM x: {{ ?s ?p ?o }}",
        "BASE <{0}> SELECT * FROM <y> {{ ?s ?p ?o }}",
        "LOAD <{0}>",
    ],
)
def test_no_question_reaches_the_network(query: str, pool: Pool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        text = query.format(f"http://127.0.0.1:{listener.getsockname()[1]}/")
        (reply,) = asked(pool, Job(text))
        assert reply.status == 400
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_load_beside_the_site_is_seen_by_the_next_question(tmp_path: Path) -> None:
    place = tmp_path / "store"
    count = Job("SELECT (COUNT(*) AS ?n) { GRAPH <urn:a> { ?s ?p ?o } }", solutions="csv")

    def hold(number: int) -> None:
        with Store.open(place, create=True) as store:
            store.put([("urn:a", [("urn:s", "urn:p", f'"{each}"') for each in range(number)])])

    with closing(Pool(place, Limits(seconds=60.0, workers=1), nice=0)) as pool:
        (missing,) = asked(pool, count)
        assert missing.status == 503
        assert b"run `kg load FILE...` first" in missing.body
        for number in (2, 5):
            hold(number)
            assert asked(pool, count)[0].body == f"n\r\n{number}\r\n".encode()


def test_a_question_beyond_those_that_may_wait_is_told_to_come_back(pool: Pool) -> None:
    async def at_once() -> list[Reply]:
        return await asyncio.gather(*(pool.ask(Job(RUNAWAY, seconds=1.0)) for _ in range(5)))

    replies = finished(at_once())
    assert [reply.status for reply in replies] == [503] * 5
    assert sum(b"busy" in reply.body for reply in replies) >= 4


ROWS = "SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o"
TRIPLES = "CONSTRUCT WHERE { ?s a ?o }"


@pytest.fixture(scope="module")
def cut(pool: Pool) -> dict[str, Reply]:
    """Answers of five rows to questions that have more, by format."""
    rows, triples = ("json", "xml", "csv", "tsv"), ("ttl", "nt", "rdf", "jsonld")
    jobs = [Job(ROWS, solutions=name, rows=5) for name in rows] + [
        Job(TRIPLES, triples=name, rows=5) for name in triples
    ]
    return dict(zip((*rows, *triples), asked(pool, *jobs), strict=True))


def test_an_answer_of_too_many_rows_is_cut_and_says_so(cut: dict[str, Reply]) -> None:
    words = "There is more: an answer here ends after 5 rows."
    assert {(reply.status, reply.rows, reply.cut) for reply in cut.values()} == {(200, 5, words)}
    assert json.loads(cut["json"].body)["cut"] == words
    assert all(words.encode() in cut[name].body for name in ("xml", "ttl", "nt", "rdf"))


@pytest.mark.parametrize(("name", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_triples_that_are_cut_are_whole_in_their_format(name: str, parser: str, cut: dict[str, Reply]) -> None:
    assert len(Graph().parse(data=cut[name].body, format=parser)) == 5


def test_an_answer_of_too_many_bytes_is_cut_between_rows(pool: Pool) -> None:
    (reply,) = asked(pool, Job(ROWS, size=600))
    assert 0 < len(json.loads(reply.body)["results"]["bindings"]) == reply.rows
    assert reply.cut == f"There is more after {reply.rows} rows: an answer here has up to 600 bytes."


def test_a_whole_answer_says_nothing_of_a_cut(pool: Pool) -> None:
    (reply,) = asked(pool, Job(f"{ROWS} LIMIT 5", rows=5))
    assert (reply.rows, reply.cut) == (5, "")


def test_rows_are_left_out_at_the_start(pool: Pool) -> None:
    whole, part = asked(pool, Job(f"{ROWS} LIMIT 9"), Job(f"{ROWS} LIMIT 9", offset=4))
    assert json.loads(part.body)["results"]["bindings"] == json.loads(whole.body)["results"]["bindings"][4:]


def test_no_question_and_no_answer_is_in_the_log(sample: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with served(over(sample)) as client:
        query = f'SELECT ?t {{ ?r a <{SG.Review}> ; ?p ?t FILTER(?t != "zebra") }}'
        assert client.get("/sparql", params={"query": query}).status_code == 200
        assert client.post("/sparql", data={"query": query + "("}).status_code == 400
    ours = "".join(record.getMessage() for record in caplog.records if not record.name.startswith("http"))
    assert "/sparql 200" in ours  # the log of requests is there
    assert "zebra" not in ours
    assert "SELECT" not in ours
