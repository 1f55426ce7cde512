"""Which gold labels belong to which document, and both read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.evaluation.alignment import aligned
from kg.evaluation.comparison import Pair
from kg.evaluation.figures import Evaluation
from kg.evaluation.gold import GoldError, GoldReview, read_gold
from kg.extract import NoReviewError, extract
from kg.loading.sources import STANDARD_INPUT, Source
from kg.pipeline import document
from kg.read import Worker
from kg.to_json import Json, as_json

ENDING = ".gold.json"


class Labelled(NamedTuple):
    """A file of gold labels and the document it labels."""

    gold: Path
    document: Path


def evaluate(paths: Sequence[str | Path]) -> Evaluation:
    """What is read from documents beside their gold labels. `paths` are gold and document by turns, or folders.

    Raises: KGError.
    """
    with Worker() as worker:
        return compared((pair.document.name, read_gold(pair.gold), _read(pair, worker)) for pair in labelled(paths))


def compared(documents: Iterable[tuple[str, Sequence[GoldReview], Sequence[Json]]]) -> Evaluation:
    """Name, gold labels and the reviews read of each document, compared.

    Raises: GoldError, if no review is labelled.
    """
    pairs: list[Pair] = []
    extra = 0
    for name, gold, read in documents:
        pairs += (Pair(name, *two) for two in aligned(gold, read))
        extra += max(0, len(read) - len(gold))
    if not pairs:
        raise GoldError("No review is labelled in the files given: name gold labels that hold some.")
    return Evaluation(tuple(pairs), extra)


def labelled(paths: Sequence[str | Path]) -> tuple[Labelled, ...]:
    """The pairs that paths stand for, in the order given; those of a folder by name.

    Raises: GoldError.
    """
    return tuple(_pairs(iter(Path(path) for path in paths)))


def _pairs(paths: Iterator[Path]) -> Iterator[Labelled]:
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
            continue
        file = next(paths, None)
        if file is None or file.is_dir():
            raise GoldError(f"{path} stands without its document: give gold labels and documents by turns.")
        yield Labelled(path, file)


def _in_folder(folder: Path) -> Iterator[Labelled]:
    gold = sorted(folder.glob(f"*{ENDING}"))
    if not gold:
        raise GoldError(f"{folder} holds no gold labels: their names end in {ENDING}.")
    for path in gold:
        name = path.name.removesuffix(ENDING)
        beside = [file for file in sorted(folder.glob(f"{name}.*")) if file != path and file.stem == name]
        if not beside:
            raise GoldError(f"{path} stands without its document: put {name}.txt beside it.")
        yield Labelled(path, beside[0])


def _read(pair: Labelled, worker: Worker) -> list[Json]:
    """The reviews read from a document, none if there is none in it."""
    name = "standard-input.txt" if str(pair.document) == STANDARD_INPUT else pair.document.name
    try:
        reviews: list[Json] = as_json(extract(document(Source(pair.document, name), worker)))["reviews"]
    except NoReviewError:
        return []
    return reviews
