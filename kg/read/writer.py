"""Text put together piece by piece: lines and paragraphs kept apart, white space levelled, links remembered."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kg.read.content import Content

BULLET = "• "
FEWEST_COLUMNS, FEWEST_ROWS = 3, 2  # of a table of data: one with two columns can be of fields, or lay out a page
_SCHEMES = ("http://", "https://")
_SPACES = ("\t", "\n", "\f", "\r", " ")  # not the no-break space, which is printed
_LEVEL = str.maketrans(dict.fromkeys(_SPACES, " "))


@dataclass(slots=True)
class Writer:
    """Takes words and breaks in reading order, and gives the text; for one document, then thrown away."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _gap: str = ""  # what stands before the next words, if any come
    _mark: str = ""  # a bullet or number that belongs to them
    _links: list[tuple[int, int, str]] = field(default_factory=list)
    _is_row: bool = False  # of a table of data
    _cells: str = ""  # what parts the next words from the cells before theirs
    _lines: int = 0  # of the cell

    def words(self, text: str, *, as_printed: bool = False) -> None:
        """Add words; white space becomes single spaces, and line ends stay only where they are `as_printed`."""
        if as_printed:
            self._put(text.strip("\r\n"))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line()
            self.flowing(line)

    def flowing(self, text: str) -> None:
        """Add words in which a line end means no more than a space."""
        words = [word for word in text.translate(_LEVEL).split(" ") if word]
        if text.startswith(_SPACES):
            self._space()
        if words:
            self._put(" ".join(words))
        if words and text.endswith(_SPACES):
            self._space()

    def mark(self, sign: str) -> None:
        """Let a bullet or number stand before the next words; an empty one takes back what no words followed."""
        self._mark = sign

    def line(self) -> None:
        """Let what follows begin on a new line."""
        self._break("\n")

    def paragraph(self) -> None:
        """Let what follows begin after an empty line."""
        self._break("\n\n")

    def beside(self) -> None:
        """Let what follows stand behind the words so far and a colon, as the value of a field does."""
        self._gap = ""
        self._put(":")
        self._gap = " "

    def row(self) -> None:
        """Let a row of data begin: tabs part its cells, and a further line inside a cell has none before it."""
        self.line()
        self._is_row, self._cells, self._gap = True, self._gap if self._length else "", ""
        self._lines = 0

    def cell(self) -> None:
        """Let another cell of the row begin, on a line of its own below a cell of several lines."""
        self._cells += "\n\t" if self._lines > 1 else "\t"
        self._lines, self._gap = 0, ""

    def end_row(self) -> None:
        """End a row with its last cells, even if they are empty."""
        if "\t" in self._cells:
            self._put("")
        self._is_row, self._cells, self._gap = False, "", self._cells or self._gap
        self.line()

    @contextmanager
    def linked(self, address: str) -> Iterator[None]:
        """Remember the address for the words added inside; only addresses of the web are kept."""
        pieces, length = len(self._pieces), self._length
        yield
        if len(self._pieces) > pieces and address.lower().startswith(_SCHEMES):
            self._links.append((length + len(self._pieces[pieces]), self._length, address))

    @property
    def content(self) -> Content:
        """The text so far, which ends in a line end."""
        return Content("".join(self._pieces) + ("\n" if self._pieces else ""), links=tuple(self._links))

    def _space(self) -> None:
        self._gap = self._gap or " "

    def _break(self, lines: str) -> None:
        if not self._mark and not self._cells:
            self._gap = max("\n" if self._is_row else lines, "\n" * self._gap.count("\n"))

    def _put(self, words: str) -> None:
        gap = (self._cells or (self._gap if self._length else "")) + self._mark
        self._lines += not self._lines or "\n" in gap
        self._pieces += [gap, words]
        self._length += len(gap) + len(words)
        self._gap = self._mark = self._cells = ""
