"""What can be wrong with a PDF, whichever engine finds it."""

from kg.errors import briefly
from kg.read.errors import UnreadableError
from kg.read.limits import MOST_PAGES


def too_many_pages(name: str) -> UnreadableError:
    """What is raised for a PDF over `MOST_PAGES`."""
    return UnreadableError(f"{name} is a PDF of more than {MOST_PAGES} pages: split it into smaller files.")


def encrypted(name: str) -> UnreadableError:
    """What is raised for a PDF that asks for a password."""
    return UnreadableError(f"{name} is an encrypted PDF: save a copy without a password first.")


def damaged(name: str, error: Exception) -> UnreadableError:
    """What is raised for a PDF that an engine cannot read."""
    return UnreadableError(f"{name} is a damaged PDF ({briefly(error)}): open it in a reader and save it again.")
