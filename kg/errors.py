"""What a user can mend: one line that says what is wrong, where, and what to do next."""


class KGError(Exception):
    """Something the user can mend. Its text is one line: what, where, next step."""

    document: str | None = None  # the name of the document that was refused for it, where one was
