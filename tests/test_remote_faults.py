"""What goes wrong between here and an engine ends in one clear line, and never in half a document."""

import threading
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.extract import extract
from kg.folder import StoreError
from kg.model import Digest
from kg.namespaces import SG
from kg.opening import open_store
from kg.remote.addresses import addresses
from kg.remote.connection import PAUSES
from kg.remote.credentials import Token
from kg.remote.errors import AddressError, BrokenAnswerError, BrokenOffError, SlowServerError, UnreachableError
from kg.remote.settings import settings
from kg.stores import Store
from tests.engines import free_port, oxigraph_with_union
from tests.engines.proxy import Canned, Faulty, faulty
from tests.invented_coding import TEXT, document

REVIEWS = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?review a <{SG.Review}> }}"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an engine that holds one document."""
    with oxigraph_with_union(tmp_path_factory.mktemp("engine")) as running:
        with open_store(running.where, create=True) as store:
            store.load([extract(document())])
        yield running.where


@pytest.fixture
def proxy(engine: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faulty]:
    monkeypatch.setattr("kg.remote.connection.PAUSES", (0.0,) * len(PAUSES))
    with faulty(engine) as found:
        yield found


@pytest.fixture
def store(proxy: Faulty) -> Iterator[Store]:
    with open_store(proxy.where, create=True) as opened:
        yield opened


def times(count: int, canned: Canned, method: str) -> Callable[[str, str], Canned | None]:
    """A fault for the first requests of a method."""
    left = [canned] * count
    return lambda asked, _: left.pop() if asked == method and left else None


def count(store: Store) -> object:
    return store.query(REVIEWS).rows[0][0]


def renamed(name: str) -> Digest:
    return extract(document(TEXT.replace("Alder", name), f"{name}.txt"))


@pytest.mark.parametrize(
    ("status", "wait"), [(429, "0"), (502, "0"), (503, "0"), (504, "0"), (503, "\u00b2"), (503, "x")]
)
def test_what_may_pass_is_tried_again(proxy: Faulty, store: Store, status: int, wait: str) -> None:
    proxy.fault = times(2, Canned(status, headers={"Retry-After": wait}), "POST")
    assert count(store) == 1


def test_a_connection_that_is_cut_is_tried_again(proxy: Faulty, store: Store) -> None:
    proxy.fault = times(2, Canned(200, b'{"head": {"vars": ["n"]}}' * 99, cut=30), "POST")
    assert count(store) == 1


@pytest.mark.parametrize(
    ("canned", "words"),
    [
        (Canned(401), "(401 Unauthorized): set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"),
        (Canned(403, b"not you\nmore"), "(403 Forbidden: not you): ask whoever keeps the server"),
        (Canned(404, b"<html><head><title>Nothing here</title>", "text/html"), "(404 Not Found: Nothing here): name"),
        (Canned(500, b"<p>Oh no.</p>\n<p>Trace", "text/html"), "(500 Internal Server Error: Oh no): try again later"),
        (Canned(503, b"resting"), "(503 Service Unavailable: resting): try again later"),
        (Canned(301, headers={"Location": "https://x.example/q"}), "name the address https://x.example/q instead"),
        (Canned(200, b'{"head": {"vars": ["n"]}, "results": {"bindi'), "cannot be read ("),
        (Canned(200, b'{"head": {}}'), "cannot be read (it is JSON of another kind)"),
        (Canned(200, b"<!doctype html><title>Welcome</title>", "text/html"), "cannot be read"),
        (Canned(200, b"\xfe\xff\x00"), "it is no text of the kind that was asked for, JSON in UTF-8"),
        (Canned(200, bytes(range(256))), "it is no text of the kind that was asked for, JSON in UTF-8"),
        (Canned(200, b"half", cut=2), "cannot be reached (the connection was cut)"),
        (Canned(418, b"\x1b[31mshort \x07and stout"), "short and stout"),
    ],
)
def test_a_question_that_fails_says_so_in_one_line(proxy: Faulty, store: Store, canned: Canned, words: str) -> None:
    proxy.fault = lambda *_: canned
    with pytest.raises(StoreError) as caught:
        count(store)
    assert words in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_server_that_takes_too_long_is_not_waited_for(proxy: Faulty, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TIMEOUT", "0.2")
    never = threading.Event()
    proxy.fault = lambda *_: Canned(200, hold=never)
    with pytest.raises(SlowServerError, match=r"did not answer within 0\.2 seconds.*KG_STORE_TIMEOUT"):
        open_store(proxy.where)
    never.set()
    assert len(proxy.seen) == 1  # asking again would make it slower still


@pytest.mark.parametrize(
    ("canned", "words"),
    [
        (Canned(413, b"too large"), "raise the largest body that the server takes above"),
        (Canned(405), "name the right address with KG_STORE_GRAPHS"),
        (Canned(200, b"done", cut=0), "the connection was cut"),
        (Canned(507, b"disk full"), "disk full"),
    ],
)
def test_a_load_that_is_broken_off_leaves_whole_documents_and_goes_on_from_there(
    proxy: Faulty, store: Store, engine: str, canned: Canned, words: str
) -> None:
    names = [f"Broken{number}" for number in range(8)]
    proxy.fault = lambda method, address: canned if method == "PUT" and "broken5" in address else None
    with pytest.raises(BrokenOffError, match="the same command goes on from there") as caught:
        store.load(map(renamed, names))
    assert words in str(caught.value)
    proxy.fault = lambda *_: None
    with open_store(engine, read_only=False) as direct:
        stored = count(direct)
        assert isinstance(stored, int) and 1 + 5 <= stored < 1 + 8
        assert len(direct.held()) == stored
        report = store.load(map(renamed, names))
        assert (len(report.added), len(report.unchanged)) == (9 - stored, stored - 1)
        assert count(direct) == 1 + 8
        direct.put([(graph, ()) for graph in direct.held() if "broken" in graph])


def test_a_reader_that_fails_ends_the_load_with_its_own_error(store: Store) -> None:
    def coming() -> Iterator[Digest]:
        yield renamed("Broken9")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.load(coming())
    store.put([(graph, ()) for graph in store.held() if "broken" in graph])


def test_commands_show_the_line_and_nothing_else(proxy: Faulty) -> None:
    proxy.fault = lambda *_: Canned(503, b"resting")
    for words in (["query", "documents"], ["load", "data/sample"], ["export", "-o", "x.nq"], ["validate"]):
        done = CliRunner().invoke(cli, [*words, "--store", proxy.where])
        assert done.exit_code == 1
        assert done.output.count("\n") == 1
        assert "resting" in done.output


def test_nothing_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.remote.connection.PAUSES", ())
    with pytest.raises(UnreachableError, match="the connection was refused"):
        open_store(f"http://127.0.0.1:{free_port()}/query")
    with pytest.raises(UnreachableError, match="no machine of that name is known"):
        open_store("https://nowhere.invalid/query")


def test_proof_is_sent_as_the_server_wants_it_and_never_shown(proxy: Faulty, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", "secret-token")
    with open_store(proxy.where):
        assert proxy.headers[-1]["Authorization"] == "Bearer secret-token"
    monkeypatch.delenv("KG_STORE_TOKEN")
    monkeypatch.setenv("KG_STORE_USER", "reader")
    monkeypatch.setenv("KG_STORE_PASSWORD", "secret-word")
    assert "secret" not in repr(settings())
    with open_store(proxy.where):
        assert proxy.headers[-1]["Authorization"].startswith("Basic ")
    challenge = Canned(401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth", algorithm="MD5"'})
    proxy.fault = lambda *_: None if proxy.headers[-1].get("Authorization", "").startswith("Digest ") else challenge
    with open_store(proxy.where) as store:
        assert count(store) == 1
        proxy.fault = lambda *_: Canned(401)
        with pytest.raises(StoreError) as caught:
            count(store)
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(Token("secret"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://kg.example/query", "not encrypted"),
        ("https://me:secret@kg.example/query", "KG_STORE_USER"),
        ("https:///query", "not an address"),
        ("http://127.0.0.1:port/query", "not an address"),
    ],
)
def test_an_address_that_is_unsafe_or_none_is_refused(address: str, words: str) -> None:
    with pytest.raises(AddressError, match=words) as caught:
        addresses(address, {})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("http://localhost:7878", "http://localhost:7878/store"),
        ("https://kg.example/query", "https://kg.example/store"),
        ("https://kg.example/reviews/query", "https://kg.example/reviews/data"),
        ("https://kg.example/reviews/sparql", "https://kg.example/reviews/data"),
        ("https://kg.example/sparql", "https://kg.example/sparql-graph-crud-auth"),
        ("https://kg.example/repositories/r", "https://kg.example/repositories/r/rdf-graphs/service"),
    ],
)
def test_the_address_of_graphs_follows_from_that_of_queries(query: str, graphs: str) -> None:
    assert addresses(query, {}).graphs == graphs


@pytest.mark.parametrize(
    ("query", "updates"),
    [
        ("http://localhost:7878", "http://localhost:7878/update"),
        ("https://kg.example/reviews/sparql", "https://kg.example/reviews/update"),
        ("https://kg.example/repositories/r", "https://kg.example/repositories/r/statements"),
        ("https://kg.example/other", "https://kg.example/other"),
    ],
)
def test_the_address_of_updates_follows_from_that_of_queries(query: str, updates: str) -> None:
    assert addresses(query, {}).changes == updates
    assert addresses(query, {"KG_STORE_UPDATE": "https://kg.example/u"}).changes == "https://kg.example/u"


def test_the_environment_says_other_addresses_and_limits() -> None:
    told = {"KG_STORE_GRAPHS": "https://kg.example/g", "KG_STORE_UPDATE": "https://kg.example/u"}
    found = addresses("https://kg.example/q", told)
    assert (found.graphs, found.update, found.is_local) == ("https://kg.example/g", "https://kg.example/u", False)
    assert addresses("http://kg.example/q", {"KG_STORE_INSECURE": "1"}).query == "http://kg.example/q"
    with pytest.raises(AddressError, match="not encrypted"):
        addresses("https://kg.example/q", {"KG_STORE_GRAPHS": "http://kg.example/g"})
    assert settings({"KG_STORE_TIMEOUT": "2.5"}).seconds == 2.5
    for wrong in (
        {"KG_STORE_TIMEOUT": "soon"},
        {"KG_STORE_TIMEOUT": "0"},
        {"KG_STORE_USER": "a", "KG_STORE_TOKEN": "b"},
    ):
        with pytest.raises(AddressError):
            settings(wrong)


def test_an_answer_of_triples_that_is_not_whole_is_refused(proxy: Faulty, store: Store) -> None:
    proxy.fault = lambda *_: Canned(200, b"<http://a> <http://b> ", "application/n-triples")
    with pytest.raises(BrokenAnswerError):
        list(store.graph("http://a"))
    proxy.fault = lambda *_: Canned(200, b"<p>", "text/html")
    with pytest.raises(BrokenAnswerError, match="text/html is not a format of RDF"):
        list(store.graph("http://a"))


@pytest.mark.parametrize("token", ["a\nb", "a\r", "caf\u00e9", "\t"])
def test_a_token_with_a_character_that_it_may_not_hold_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(AddressError, match="KG_STORE_TOKEN holds a character that no token may") as error:
        settings({"KG_STORE_TOKEN": token})
    assert token not in str(error.value)
    assert str(error.value).isprintable()
