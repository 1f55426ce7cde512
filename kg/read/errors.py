"""What can be wrong with a file."""

from kg.errors import KGError


class UnreadableError(KGError):
    """A file that cannot be read as a document: its line says what it is and what to do."""
