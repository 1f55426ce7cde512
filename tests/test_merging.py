"""Columns that are merged some documents at a time are those that are merged all at once, to the byte."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from kg.columns import NotColumnarError, compacting, digests, kept, merging, order, places, streams
from kg.columns.arrays import Array
from kg.columns.growing import Growing, Stretch
from kg.columns.held import Held
from kg.columns.packs import arrays
from kg.columns.rows import Packed
from kg.loading.plan import as_quads
from kg.model import Digest
from kg.namespaces import ID, SG
from kg.store import Store
from tests.merged_at_once import Piece, merged
from tests.test_columns import collection, stored

BASES = (ID, "https://example.org/")  # documents of one name, told apart by their IRIs
ENDS = ("", "\n", "\0", "\x0b", "\x0c!", " é", "\U0001f600", "\uffff", " a", " a\0b")  # sorted by code points
VARIED = (
    "review.title", "review.summary", "item.text", "item.lower", "assignment.quote", "evidence.quote", "name.text",
)  # fmt: skip


def varied(chance: random.Random, pack: Packed) -> Packed:
    """The same rows with other texts: some long, some alike, with whatever a text may hold."""
    ends = {name: chance.choice(ENDS) * chance.randint(1, 9) for name in VARIED}
    texts = {name: tuple(f"{each}{ends.get(name, '')}" for each in held) for name, held in pack.texts.items()}
    return replace(pack, texts=texts)


def packs(chance: random.Random, held: Sequence[Digest]) -> Iterator[Packed]:
    for digest in held:
        pack = digests.packed(digest, chance.choice(BASES))
        assert pack is not None
        yield varied(chance, pack)


def written(seed: int) -> tuple[list[Mapping[str, Array]], dict[str, int]]:
    """Pieces of some documents each, some of which are replaced in later ones, and some removed."""
    chance = random.Random(f"merging {seed}")
    pieces: list[Mapping[str, Array]] = []
    gone: dict[str, int] = {}
    for number in range(chance.randint(0, 4)):
        held = [digest for _ in range(chance.randint(0, 2)) for digest in collection(chance.randint(0, 30))]
        made = {pack.texts["document.iri"]: pack for pack in packs(chance, held)}  # no document twice
        in_order = chance.sample(list(made.values()), len(made))
        gone |= dict.fromkeys((iri for (iri,) in made), number)
        gone |= {iri: number for iri in chance.sample(sorted(gone), chance.randint(0, len(gone))) if (iri,) not in made}
        pieces.append(arrays(in_order))
    return pieces, gone


def same_reviews(pieces: Sequence[Mapping[str, Array]], chance: random.Random) -> str:
    """Statements that some reviews are one."""
    iris = [iri for piece in pieces for iri in streams.texts(Held(piece), "review.iri")]
    pairs = [chance.sample(iris, 2) for _ in range(chance.randint(0, 3)) if len(iris) > 1]
    return as_quads("https://example.org/same", ((one, SG.sameReviewAs, f"<{other}>") for one, other in pairs))


def at_once(pieces: Sequence[Mapping[str, Array]], gone: Mapping[str, int], store: Store) -> dict[str, Array]:
    told = [
        Piece(piece, {graph for graph, first in gone.items() if number < first}) for number, piece in enumerate(pieces)
    ]
    return dict(merged(told, store.query))


def saved(array: Array) -> bytes:
    stream = BytesIO()
    np.save(stream, array, allow_pickle=False)
    return stream.getvalue()


@pytest.fixture(params=[(1, 40), (7, 200)], ids=["one by one", "few"])
def at_a_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many rows, and how many bytes of letters, are in memory at once."""
    rows, size = request.param
    monkeypatch.setattr(order, "ROWS", rows)
    monkeypatch.setattr(compacting, "ROWS", rows)
    monkeypatch.setattr(compacting, "_WINDOW", size)
    monkeypatch.setattr(merging, "LETTERS", size)
    monkeypatch.setattr(streams, "_TEXTS", rows)
    monkeypatch.setattr(streams, "_GAP", rows % 5)
    monkeypatch.setattr(places, "_RUN", size)
    monkeypatch.setattr("os.fsync", lambda _: None)  # sixty folders of sixty files: a test need not survive a power cut


@pytest.mark.usefixtures("at_a_time")
@pytest.mark.parametrize("part", range(2))
def test_columns_are_those_merged_at_once(part: int, tmp_path: Path) -> None:
    for seed in range(part, 60, 2):
        pieces, gone = written(seed)
        with stored([], same_reviews(pieces, random.Random(seed))) as store:
            expected = at_once(pieces, gone, store)
            assert files_of(tmp_path / f"{seed}", pieces, gone, store) == {
                f"{name}.npy": saved(array) for name, array in expected.items()
            }, seed
            assert_goes_on(tmp_path / f"{seed}", expected, seed, store)


def files_of(
    folder: Path, pieces: Sequence[Mapping[str, Array]], gone: Mapping[str, int], store: Store
) -> dict[str, bytes]:
    """The files of pieces merged in files, which stand aside in files too; in memory they come to the same."""
    (folder / "aside").mkdir(parents=True)
    aside = Growing(folder / "aside")
    (folder / "whole").mkdir()
    with kept.writing(folder / "whole") as columns:
        merging.merge([Stretch(aside, piece) for piece in pieces], gone, store.query, columns)
    in_memory = Held()
    merging.merge([*map(Held, pieces)], gone, store.query, in_memory)
    files = {file.name: file.read_bytes() for file in (folder / "whole").glob("*.npy")}
    assert files == {f"{name}.npy": saved(in_memory[name]) for name in in_memory}
    return files


def assert_goes_on(folder: Path, expected: dict[str, Array], seed: int, store: Store) -> None:
    """What was kept is a piece like any other when documents are added to it, and others replaced."""
    (folder / "more").mkdir()
    pieces, gone = written(seed + 1_000)
    removed = dict.fromkeys(gone, 1) | {iri: first + 1 for iri, first in gone.items()}
    found = kept.opened(folder / "whole")
    assert found is not None
    with kept.writing(folder / "more") as columns:
        merging.merge([found, *map(Held, pieces)], removed, store.query, columns)
    again = at_once([expected, *pieces], removed, store)
    assert {file.name: file.read_bytes() for file in (folder / "more").glob("*.npy")} == {
        f"{name}.npy": saved(array) for name, array in again.items()
    }, seed


def test_two_documents_that_tell_of_one_review_are_left_to_sparql() -> None:
    pack = next(packs(random.Random(1), collection(7)))
    other = replace(pack, texts={**pack.texts, "document.iri": ("https://example.org/other",)})
    with stored([]) as store, pytest.raises(NotColumnarError, match="two documents tell of one review"):
        merging.merge([Held(arrays([pack, other]))], {}, store.query, Held())
