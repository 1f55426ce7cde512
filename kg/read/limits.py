"""How much of a file is read at most: what is larger, deeper or longer is refused, not cut short."""

from kg.read.errors import UnreadableError

LARGEST = 50_000_000  # bytes of one file; the largest digest seen has 2 million
LARGEST_PAGE = 20_000_000  # bytes of HTML
DEEPEST = 1_000  # elements inside each other in HTML: beyond, the parser's time grows with the square
LARGEST_ARCHIVE = 200_000_000  # bytes of all parts of an archive (DOCX, XLSX, REFI-QDA), unpacked
DENSEST = 100  # times that a part of an archive may grow when it is unpacked; real text grows 3 to 15 times
MOST_PARTS = 5_000  # of an archive
LONGEST = 5_000_000  # characters of a document; the largest digest seen has 2 million
MOST_PAGES = 500  # of a PDF
MOST_CHARACTERS = 2_000_000  # of a PDF's text
FEWEST_CHARACTERS = 20  # on a PDF's page, on average: with fewer, its pages are pictures
SECONDS = 30.0  # of one file, by the clock on the wall
MEMORY = 1 << 30  # bytes of address space of the process that reads a file


def too_long(name: str) -> UnreadableError:
    """What is raised for a document over `LONGEST`: reading it would take minutes."""
    return UnreadableError(f"{name} has more than {LONGEST:,} characters of text: split it into smaller files.")


def too_large(name: str) -> UnreadableError:
    """What is raised for a file over `LARGEST`."""
    return UnreadableError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it into smaller files.")
