"""The file of refused documents that `kg load --refused` writes."""

from collections.abc import Sequence
from pathlib import Path

from kg.errors import CannotWriteError, KGError


def check_place_of(file: str) -> None:
    """Say now, and not after hours of reading, that the refusals cannot be written there.

    Raises: CannotWriteError.
    """
    from kg.atomic import check_place

    try:
        check_place(Path(file))
    except OSError as error:
        raise CannotWriteError(Path(file), error) from error


def write(file: str, refused: Sequence[KGError]) -> KGError | None:
    """Write the refusals down; why they cannot be written, which hides none of them."""
    import json

    from kg.atomic import write_text

    lines = (json.dumps({"name": each.document, "reason": str(each)}, ensure_ascii=False) + "\n" for each in refused)
    try:
        write_text(Path(file), "".join(lines))
    except OSError as error:
        return CannotWriteError(Path(file), error)
    return None
