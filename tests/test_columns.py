"""Columns give what SPARQL gives: on thousands of small invented collections, and never when they are out of date."""

import gc
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from kg import columns
from kg.answers import Answer
from kg.codes import Verdict
from kg.columns import digests, merging, reading, shelf
from kg.columns.arrays import Texts
from kg.columns.held import Held
from kg.columns.part import Columns
from kg.columns.schema import TABLES, TEXT
from kg.columns.statements import of_ntriples, of_turtle
from kg.columns.written import Written
from kg.duplicates.decisions import SameReview, pair_of
from kg.duplicates.decisions import triples as same_review_triples
from kg.loading.parts import Part, part_of, turtle
from kg.loading.plan import as_quads
from kg.loading.vocabulary_graphs import VOCABULARY
from kg.loading.vocabulary_graphs import triples as vocabulary_triples
from kg.model import (
    Action,
    Addressee,
    Age,
    Child,
    Digest,
    Harm,
    Incident,
    LearningPoint,
    Outcome,
    PartialDate,
    Passage,
    Recommendation,
    Relation,
    Review,
    Sex,
    SourceDocument,
    Stated,
    Status,
    Strength,
    ThemeAssignment,
)
from kg.namespaces import PREFIXES, THEME
from kg.parameters import plain_value
from kg.queries import Query, saved_queries
from kg.rdf.iris import document_iri, review_iri
from kg.rdf.sparql import RefusedQueryError
from kg.store import Store
from kg.to_rdf import triples
from tests.interrupted import Interrupted

COLLECTIONS = 2_000
QUESTIONS_EACH = 3
QUERIES = {name: query for name, query in saved_queries().items() if query.columns}

NAMES = ("Child A", "CHILD A", "Child B", "Ada and Ben", "Ædith İ ß")
THEMES = (
    "domestic-abuse", "impact-of-domestic-abuse-on-children", "neglect", "professional-curiosity",
    "information-sharing", "policies-procedures-and-compliance",
)  # fmt: skip
CHOICES = {
    "theme": THEMES, "other": THEMES, "harm": ("neglect", "suicide"), "band": ("under-1", "1-5"),
    "agency": ("police", "housing"), "review": NAMES, "words": ("a", "housing", "of ne", "ß", " of ", "nowhere"),
    "least": ("0", "1", "2"), "year": ("2020", "2021", "2022"),
}  # fmt: skip
T = TypeVar("T")


def some(chance: random.Random, values: Sequence[T], most: int = 2) -> tuple[Stated[T], ...]:
    return tuple(Stated(each, words(chance)) for each in chance.sample(values, chance.randint(0, most)))


def one(chance: random.Random, values: Sequence[T]) -> Stated[T] | None:
    return next(iter(some(chance, values, 1)), None)


def words(chance: random.Random, text: str = "housing of need") -> Passage:
    start = chance.randint(0, 4)
    return Passage(start, start + chance.randint(1, 3), text)


def assignments(chance: random.Random) -> tuple[ThemeAssignment, ...]:
    return tuple(
        ThemeAssignment(chance.choice(THEMES), words(chance, "need"), chance.choice((0.5, 0.97)), "x", status)
        for status in chance.choices(tuple(Status), (5, 1, 1, 1), k=chance.randint(0, 3))
    )


def recommendation(chance: random.Random, position: int) -> Recommendation:
    to = some(chance, (Addressee.POLICE, Addressee.HOUSING, Addressee.PUBLIC))
    asked = some(chance, (Action.EXPLORE, Action.TRAIN, Action.DEVELOP))
    said = chance.choice(("the police", None)) if to else None
    strength = one(chance, (Strength.CONSIDER, Strength.SHOULD))
    return Recommendation(words(chance, "Housing of neglect"), position, assignments(chance), asked, to, said, strength)


def child(chance: random.Random) -> Child:
    ages = (Age("P3W"), Age("P2Y"), Age("P14Y/P16Y"))
    return Child(None, one(chance, tuple(Sex)), one(chance, ages), chance.choice((1, 1, 3)))


def incident(chance: random.Random) -> Incident:
    harms = (Harm.NEGLECT, Harm.SUICIDE, Harm.ACCIDENT)
    when = (PartialDate("2020"), PartialDate("2021-05"), PartialDate("2019/2021"))
    return Incident(
        one(chance, tuple(Outcome)),
        some(chance, harms),
        some(chance, harms, 1),
        one(chance, when),
        some(chance, (Relation.MOTHER, Relation.FATHER)),
    )


def review(chance: random.Random, number: int) -> Review:
    return Review(
        number=number,
        title=words(chance, chance.choice(NAMES)),
        labels=some(chance, NAMES),
        place=one(chance, ("Eastmere",)),
        summary=chance.choice((None, words(chance, "A summary."))),
        children=tuple(child(chance) for _ in range(chance.randint(0, 2))),
        incident=incident(chance) if chance.random() < 0.8 else Incident(),
        learning=tuple(
            LearningPoint(words(chance, "housing of NEED"), n, assignments(chance))
            for n in range(1, chance.randint(1, 4))
        ),
        recommendations=tuple(recommendation(chance, n) for n in range(1, chance.randint(1, 4))),
        context_themes=assignments(chance),
    )


def collection(seed: int) -> list[Digest]:
    """Up to three invented documents with up to three reviews each: none at all, ties and namesakes among them."""
    chance = random.Random(seed)
    return [
        Digest(
            SourceDocument(f"{chance.choice('ab')}{number}.txt", f"{number}", "text/plain", "Invented."),
            tuple(review(chance, at) for at in range(1, chance.randint(1, 4))),
            chance.choice((None, words(chance, "A digest"))),
            one(chance, (PartialDate("2021-05"), PartialDate("2021"))),
            announced=one(chance, (0, 1, 2)),
        )
        for number in range(chance.randint(0, 3))
    ]


@cache
def vocabulary() -> str:
    """Labels and hierarchy of the themes and codes that the collections use, and a label for each of our terms."""
    wanted = {THEME + theme for theme in THEMES}
    found = [(graph, list(vocabulary_triples(graph))) for graph in VOCABULARY]
    broader = {s: o[1:-1] for _, graph in found for s, p, o in graph if p.endswith("broader")}
    wanted |= {broader[theme] for theme in wanted if theme in broader}
    kept = {PREFIXES["skos"] + name for name in ("prefLabel", "broader", "inScheme")} | {PREFIXES["rdfs"] + "label"}
    return "".join(
        as_quads(graph, [t for t in held if t[1] in kept and (t[0] in wanted or not t[0].startswith(THEME))])
        for graph, held in found
    )


def same_reviews(held: Sequence[Digest], chance: random.Random) -> str:
    nodes = [review_iri(digest.document.name, each.title.text, 0) for digest in held for each in digest.reviews] + [
        "https://example.org/gone"
    ]
    pairs = {pair_of(*chance.sample(nodes, 2)) for _ in range(chance.randint(0, 2)) if len(nodes) > 1}
    verdicts = (Verdict.ACCEPT, Verdict.REJECT)
    made = [
        SameReview(pair, chance.choice(verdicts), "R", date(2026, 1, 1), Decimal(1))
        for pair in pairs
        if len({*pair}) == 2
    ]
    return as_quads("https://example.org/same", same_review_triples(made))


def stored(held: Sequence[Digest], more: str = "") -> Store:
    from pyoxigraph import RdfFormat

    store = Store.open("memory")
    lines = "".join(as_quads(document_iri(digest.document.name), triples(digest)) for digest in held)
    store.engine.load(vocabulary() + lines + more, RdfFormat.N_QUADS)
    return store


def columns_of(store: Store) -> Columns:
    return shelf.read(store)


def from_columns(query: Query, held: Columns, values: Mapping[str, str]) -> Answer:
    assert query.columns
    plain = {name: plain_value(name, each, values[name]) for name, each in query.parameters.items()}
    return columns.question(query.columns)(held, plain)


def sorted_by(query: Query, answer: Answer) -> list[tuple[object, ...]]:
    """The cells of each row that the query orders by: rows that tie in all of them come in any order."""
    keys = [name for name in re.findall(r"\?(\w+)", query.text.rsplit("ORDER BY", 1)[1]) if name in answer.columns]
    places = [answer.columns.index(name) for name in keys]
    return [tuple(row[place] for place in places) for row in answer.rows]


@pytest.mark.parametrize("part", range(8))
def test_columns_answer_as_sparql_does_on_thousands_of_collections(part: int) -> None:
    for seed in range(part, COLLECTIONS, 8):
        chance = random.Random(f"values {seed}")
        held = collection(seed)
        with stored(held, same_reviews(held, chance)) as store:
            read = columns_of(store)
            for name in chance.sample(sorted(QUERIES), QUESTIONS_EACH):
                query = QUERIES[name]
                values = {each: chance.choice(CHOICES[each]) for each in query.parameters}
                expected, found = store.query(query.bind(values)), from_columns(query, read, values)
                assert found.columns == expected.columns, (seed, name)
                assert Counter(found.rows) == Counter(expected.rows), (seed, name, values)
                assert sorted_by(query, found) == sorted_by(query, expected), (seed, name, values)


def test_every_columnar_question_is_named_by_the_query_of_its_name() -> None:
    assert {name.replace("-", "_"): query.columns for name, query in QUERIES.items()} == {
        name: name for name in columns.QUESTIONS
    }


@pytest.mark.parametrize("name", QUERIES)
def test_columns_give_the_golden_answers(name: str, sample: Store) -> None:
    query = QUERIES[name]
    values = {each: query.example.get(each) or str(query.parameters[each].default) for each in query.parameters}
    assert from_columns(query, columns_of(sample), values) == sample.query(query.bind(query.example))


def test_what_columns_cannot_say_is_left_to_sparql() -> None:
    held = collection(7)
    node = review_iri(held[0].document.name, held[0].reviews[0].title.text, 0)
    title = f'<{node}> <http://purl.org/dc/terms/title> "Another title"@en <https://example.org/other> .\n'
    with stored(held, title) as store, pytest.raises(columns.NotColumnarError):
        from_columns(QUERIES["themes-by-reviews"], columns_of(store), {})


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in a folder, small and yet worth columns."""
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    with Store.open(tmp_path / "kg", create=True) as store:
        store.load(collection(7))
    return tmp_path / "kg"


def ask(where: Path, name: str = "themes-by-reviews") -> Answer:
    with Store.open(where) as store:
        return QUERIES[name].run(store)


def states(where: Path) -> list[str]:
    return sorted(each.name for each in (where / "columns").iterdir())


def test_columns_are_kept_beside_the_engine_and_used_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask(kept)
    assert len(states(kept)) == 1
    monkeypatch.setattr(merging, "merge", lambda *_: pytest.fail("the columns were made again"))
    assert ask(kept) == first


def test_a_load_leaves_columns_that_no_question_waits_for(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "written_of", lambda _: pytest.fail("the columns were read out of the engine"))
    assert ask(kept).rows
    with Store.open(kept, create=True) as store:
        store.load([Digest(SourceDocument("c.txt", "c", "text/plain", "x"), (review(random.Random(1), 1),))])
        expected = store.query(QUERIES["themes-by-reviews"].text)
    assert ask(kept) == expected


@pytest.mark.filterwarnings("always::ResourceWarning")
def test_what_is_put_by_in_files_is_removed_when_the_columns_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.setattr("kg.columns.written._MANY", 1)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    with Store.open(tmp_path / "kg", create=True) as store:
        store.load(collection(7))
        assert list(tmp_path.glob("kg-columns-*"))
        shelf.read(store)
    gc.collect()
    assert list(tmp_path.glob("kg-columns-*")) == []
    assert [told.message for told in recwarn if told.category is ResourceWarning] == []


@pytest.mark.parametrize("seed", range(40))
def test_columns_of_what_was_written_are_those_of_what_is_held(seed: int) -> None:
    """Documents added, replaced, curated and removed, a few at a time, are as if they were read out of the engine."""
    chance = random.Random(f"written {seed}")
    written = Written()
    with stored([]) as store:
        for step in range(chance.randint(1, 4)):
            held = collection(1_000 * seed + step)
            gone = chance.random() < 0.1
            bodies = {document_iri(each.document.name): turtle(() if gone else triples(each)) for each in held}
            written.forget(bodies)
            for graph, body in bodies.items():
                written.add(reading.packed(graph, of_turtle(body)))
                store.engine.update(f"DROP SILENT GRAPH <{graph}> ; INSERT DATA {{ GRAPH <{graph}> {{ {body} }} }}")
        found, expected = Held(), Held()
        written.merge(store.query, found)
        shelf.written_of(store).merge(store.query, expected)
    assert_same_columns(found, expected)


def assert_same_columns(found: Held, expected: Held) -> None:
    """Numbers are equal, and texts are, wherever their letters stand; rows that sort alike come in any order."""
    assert sorted(found) == sorted(expected)
    for table, kinds in list(TABLES.items())[2:]:  # concepts and confidences are there for others to refer to
        rows = [Counter(zip(*(cells(each, table, name) for name in kinds), strict=True)) for each in (found, expected)]
        assert rows[0] == rows[1], table


def cells(arrays: Held, table: str, name: str) -> list[object]:
    """The cells of a column; a reference to rows that sort alike is one to any of them."""
    kind = TABLES[table][name]
    if kind == TEXT:
        return list(Texts(arrays[f"{table}.{name}.letters"], arrays[f"{table}.{name}.spans"]).all)
    numbers: list[int] = arrays[f"{table}.{name}"].tolist()
    if kind in ("item", "incident", "concept", "confidence"):
        others = [*zip(*(cells(arrays, kind, each) for each in TABLES[kind]), strict=True), None]
        return [others[number] for number in numbers]
    return list(numbers)


def test_what_was_being_written_when_it_failed_is_not_in_the_columns(kept: Path) -> None:
    before = ask(kept)
    with Store.open(kept, create=True) as store:
        with pytest.raises(ZeroDivisionError):
            store.write(failing([part_of(each) for each in collection(9)]))
        assert QUERIES["themes-by-reviews"].run(store) == before
    assert ask(kept) == before


def failing(parts: Sequence[Part]) -> Iterator[Part]:
    yield from parts
    raise ZeroDivisionError


def test_statements_are_read_from_what_we_write_as_from_what_the_engine_writes() -> None:
    for seed in range(50):
        for digest in collection(seed):
            said = list(triples(digest))
            lines = "".join(f"<{s}> <{p}> {o} .\n" for s, p, o in said)
            assert of_turtle(turtle(said)) == of_ntriples(lines)


def test_a_digest_comes_to_the_rows_of_its_graph() -> None:
    for seed in range(200):
        for digest in collection(seed):
            graph = document_iri(digest.document.name)
            assert digests.packed(digest) == reading.packed(graph, of_turtle(turtle(triples(digest))))


def test_items_that_a_graph_does_not_tell_apart_have_no_rows() -> None:
    twice = (LearningPoint(Passage(0, 1, "x"), 1), LearningPoint(Passage(2, 3, "y"), 1))
    digest = Digest(
        SourceDocument("c.txt", "c", "text/plain", "x, y"), (Review(1, Passage(0, 1, "x"), learning=twice),)
    )
    assert digests.packed(digest) is None
    assert reading.rows_of(document_iri("c.txt"), turtle(triples(digest))) is None


def test_a_store_without_columns_is_read_once_to_find_that_out(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(kept, create=True) as store:
        node = review_iri(collection(7)[0].document.name, collection(7)[0].reviews[0].title.text, 0)
        store.put([("https://example.org/other", [(node, "http://purl.org/dc/terms/title", '"Another"')])])
    first = ask(kept)
    monkeypatch.setattr(shelf, "written_of", lambda _: pytest.fail("the store was read again"))
    assert ask(kept) == first


def test_opening_a_store_to_write_leaves_its_columns_current(kept: Path) -> None:
    ask(kept)
    before = states(kept)
    with Store.open(kept, create=True) as store:
        store.load(collection(7))
    ask(kept)
    assert states(kept) == before


def test_columns_are_of_the_state_that_was_written_though_another_process_waits_to_write(kept: Path) -> None:
    with Interrupted.open(kept, create=True) as store:
        store.taken = document_iri(collection(7)[0].document.name)
        store.load([Digest(SourceDocument("c.txt", "c", "text/plain", "x"), (review(random.Random(1), 1),))])
    assert "wait until it is done" in store.told
    with Store.open(kept) as read:
        for name in ("themes-by-reviews", "recommendations-per-review"):
            assert QUERIES[name].run(read) == read.query(QUERIES[name].text)


@pytest.mark.parametrize(
    ("failure", "is_told"), [(OSError("full"), False), (RefusedQueryError("full"), False), (RuntimeError("bug"), True)]
)
def test_a_store_whose_columns_cannot_be_kept_holds_what_was_stored_and_is_closed(
    kept: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, *, is_told: bool
) -> None:
    def fails(*_: object) -> None:
        raise failure

    monkeypatch.setattr(Written, "merge", fails)
    opened = Store.open(kept, create=True)
    opened.load([Digest(SourceDocument("c.txt", "c", "text/plain", "x"), (review(random.Random(1), 1),))])
    with pytest.raises(RuntimeError, match="bug") if is_told else nullcontext():
        opened.close()
    with Store.open(kept, read_only=False) as again:  # the engine lets one process in
        assert document_iri("c.txt") in again.held()


@pytest.mark.parametrize("way", ["load", "put", "engine"])
def test_columns_are_read_anew_after_every_change(kept: Path, way: str) -> None:
    ask(kept)
    before = states(kept)
    with Store.open(kept, create=True) as store:
        if way == "load":
            store.load([Digest(SourceDocument("c.txt", "c", "text/plain", "x"), (review(random.Random(1), 1),))])
        elif way == "put":
            store.put([(document_iri(collection(7)[0].document.name), ())])
        else:
            store.engine.update(
                "DELETE WHERE { GRAPH ?g { ?review <https://w3id.org/safeguarding-kg/ontology#theme> ?t } }"
            )
        expected = store.query(QUERIES["themes-by-reviews"].text)
        assert QUERIES["themes-by-reviews"].run(store) == expected
    assert ask(kept) == expected
    assert states(kept) != before
    assert len(states(kept)) == 1


def test_a_store_that_is_open_for_reading_goes_on_seeing_what_it_saw(kept: Path) -> None:
    with Store.open(kept) as reading:
        before = QUERIES["recommendations-per-review"].run(reading)
        with Store.open(kept, create=True) as writing:
            writing.put([(document_iri(each.document.name), ()) for each in collection(7)])
        assert QUERIES["recommendations-per-review"].run(reading) == before
        assert QUERIES["reviews-lacking-a-fact"].run(reading) == reading.query(QUERIES["reviews-lacking-a-fact"].text)


KEEPER = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from kg.columns import kept
with kept.beside(Path(sys.argv[1])) as folder:
    (folder / "review.title.npy").write_text("half")
    print(folder.name, flush=True)
    sys.stdin.readline()
"""


def test_columns_that_a_killed_process_was_writing_go_and_those_that_another_is_writing_stay(kept: Path) -> None:
    before = states(kept)
    command = [sys.executable, "-c", KEEPER, str(kept / "columns")]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killed,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other,
    ):
        assert killed.stdout is not None
        assert other.stdout is not None
        names = [killed.stdout.readline().strip(), other.stdout.readline().strip()]
        killed.kill()
        killed.wait()
        assert set(names) < set(states(kept))
        with Store.open(kept, read_only=False):
            assert [name for name in names if name in states(kept)] == names[1:]
        other.communicate("\n")
    assert states(kept) == before


def test_columns_that_cannot_be_kept_are_done_without(kept: Path) -> None:
    shutil.rmtree(kept / "columns")
    (kept / "columns").write_text("in the way", encoding="utf-8")
    assert ask(kept).rows


def test_columns_cut_short_are_read_anew(kept: Path) -> None:
    first = ask(kept)
    for file in (kept / "columns").rglob("review-theme.review.npy"):
        file.write_bytes(file.read_bytes()[:90])
    assert ask(kept) == first


def test_two_processes_that_keep_the_same_columns_leave_one_whole_set(kept: Path) -> None:
    with Store.open(kept) as one, Store.open(kept) as other:
        for each in (one, other):
            held = each.columns()
            assert held is not None
            assert held.texts("review.title").all
    assert len(states(kept)) == 1


def test_ones_own_query_is_never_answered_from_columns(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.queries import from_text

    monkeypatch.setattr(Store, "columns", lambda _: pytest.fail("columns were asked"))
    with Store.open(kept) as store:
        assert from_text(QUERIES["themes-by-reviews"].text).run(store).rows


def test_a_small_store_is_asked_in_sparql_without_numpy(sample: Store) -> None:
    assert sample.columns() is None


def test_columns_that_several_threads_ask_for_at_once_are_made_once(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(kept / "columns")
    read, made = shelf.written_of, []

    def slowly(source: shelf.Source) -> Written:
        made.append(source)
        time.sleep(0.2)
        return read(source)

    monkeypatch.setattr(shelf, "written_of", slowly)
    with Store.open(kept) as store, ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: store.columns(), range(4)))
    assert len(made) == 1
    assert found[0] is not None
    assert all(each is found[0] for each in found)
