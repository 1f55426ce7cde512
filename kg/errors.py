"""What a user can mend: one line that says what is wrong, where, and what to do next."""

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 160  # characters of what a library says
_PACKAGE = __file__.removesuffix("errors.py")


class KGError(Exception):
    """Something the user can mend. Its text is one line: what, where, next step."""

    document: str | None = None  # the name of the document that was refused for it, where one was


class CannotWriteError(KGError):
    """The file cannot be written where it was wanted."""

    def __init__(self, path: "Path", reason: OSError) -> None:
        super().__init__(f"{path} cannot be written: {reason.strerror}. Try another folder or name.")


def briefly(error: Exception) -> str:
    """What an error of a library says, on one line and cut short; its kind where it says nothing."""
    return " ".join(str(error).split())[:_LONGEST] or type(error).__name__


def fault(document: str, error: Exception) -> KGError:
    """What is said of a document over which this program fails: one line, with what tells where the fault is."""
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(_PACKAGE)]
    place = next((f"{frame.filename}:{frame.lineno}" for frame in reversed(ours or frames)), "no place")
    refused = KGError(
        f"{document} is left out for a fault of this program, not of the document: please report "
        f"{type(error).__name__}, {briefly(error)!r}, at {place.removeprefix(_PACKAGE)}."
    )
    refused.document = document
    return refused


def raised(error: KGError) -> NoReturn:
    """Raise an error: what takes the errors of refused documents where the first ends everything."""
    raise error
