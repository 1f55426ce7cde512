"""What a user can mend: one line that says what is wrong, where, and what to do next."""

from typing import NoReturn


class KGError(Exception):
    """Something the user can mend. Its text is one line: what, where, next step."""

    document: str | None = None  # the name of the document that was refused for it, where one was


def raised(error: KGError) -> NoReturn:
    """Raise an error: what takes the errors of refused documents where the first ends everything."""
    raise error
