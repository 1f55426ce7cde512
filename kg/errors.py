"""What a user can mend: one line that says what is wrong, where, and what to do next."""


class KGError(Exception):
    """Something the user can mend. Its text is one line: what, where, next step."""
