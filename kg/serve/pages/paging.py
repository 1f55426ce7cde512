"""Long lists a page at a time, each page with an address of its own."""

from dataclasses import dataclass
from urllib.parse import urlencode

from kg.serve.pages.page import Visit


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a list a page is."""

    number: int  # of the page, from 1
    of: int  # pages
    start: int  # of the first row, from 0
    end: int
    total: int
    kept: tuple[tuple[str, str], ...]  # what the address asks for beside the page

    def address(self, number: int) -> str:
        """The query of another page's address."""
        return "?" + urlencode([*self.kept, ("page", str(number))] if number > 1 else self.kept)


def paged(visit: Visit, total: int, size: int | None = None) -> Paging:
    """The page that is asked for, or the nearest that there is."""
    rows = size or visit.settings.limits.page
    pages = max(1, -(-total // rows))
    asked = visit.one("page")
    number = min(max(1, int(asked)), pages) if asked.isdecimal() and len(asked) < 9 else 1
    kept = tuple((key, value) for key, value in visit.asked.multi_items() if key != "page" and value)
    return Paging(number, pages, (number - 1) * rows, min(number * rows, total), total, kept)
