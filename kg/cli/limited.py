"""A command that is run again in a process of its own, so that it can be ended: a query in the engine cannot."""

from collections.abc import Sequence
from subprocess import TimeoutExpired

from kg.errors import KGError
from kg.processes import ran


class TooLongError(KGError):
    """A query was not answered in the time it was given."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The query was not answered in {seconds:g} seconds and was ended: ask in smaller steps, "
            "or give it longer with --timeout."
        )


def run_limited(arguments: Sequence[str], seconds: float) -> int:
    """The exit status of `kg` with these arguments, which reads and writes where this process does.

    Raises: TooLongError, if it does not end in time.
    """
    try:
        return ran("kg", *arguments, seconds=seconds)
    except TimeoutExpired as error:
        raise TooLongError(seconds) from error
