"""An answer as a table for reading, folded to a width, or as blocks where it would be folded into pillars."""

import textwrap
from decimal import Decimal

from kg.answers import Answer, Value
from kg.render.values import shown

_WHOLE_WORD = 40  # characters of a word that a table keeps on one line
_MOST_LINES = 3  # of a row, before a table is harder to read than blocks


def as_table(answer: Answer, width: int | None = None) -> str:
    """A table for reading: IRIs in short, control characters shown as a mark, what is unknown left empty.

    Where `width` would fold a row into a pillar, each row stands as a block of its own, a line for each column.
    """
    rows = [[shown(value) for value in row] for row in answer.rows]
    if not width or not rows:
        return _grid(answer, rows, None)
    lines, widths = _folded(answer.columns, rows, width)
    return _grid(answer, rows, widths) if lines <= _MOST_LINES else _blocks(answer.columns, rows, width)


def _alignment(answer: Answer) -> list[str]:
    columns = zip(*answer.rows, strict=True)
    return ["right" if any(map(_is_number, cells)) and not any(map(_is_text, cells)) else "left" for cells in columns]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _grid(answer: Answer, rows: list[list[str]], widths: list[int] | None) -> str:
    from tabulate import tabulate

    table = tabulate(
        rows,
        headers=answer.columns,
        tablefmt="simple",
        disable_numparse=True,
        colalign=_alignment(answer) if rows else None,
        maxcolwidths=widths,
        break_on_hyphens=False,
    )
    return f"{table}\n"


def _folded(columns: tuple[str, ...], rows: list[list[str]], width: int) -> tuple[int, list[int]]:
    """To how many lines rows must fold to fit, and the widths of the columns then; short words stay whole."""
    cells = [(name, *column) for name, column in zip(columns, zip(*rows, strict=True), strict=True)]
    wanted = [max(map(len, column)) for column in cells]
    whole = [
        min(max((len(word) for cell in column for word in cell.split()), default=1), _WHOLE_WORD) for column in cells
    ]
    room = width - 2 * (len(columns) - 1)
    for lines in range(1, _MOST_LINES + 1):
        widths = [max(least, -(-most // lines)) for most, least in zip(wanted, whole, strict=True)]
        if sum(widths) <= room:
            return lines, widths
    return _MOST_LINES + 1, []


def _blocks(columns: tuple[str, ...], rows: list[list[str]], width: int) -> str:
    indent = max(map(len, columns)) + 2
    return "\n".join(
        "".join(
            textwrap.fill(cell or "-", width, initial_indent=name.ljust(indent), subsequent_indent=" " * indent) + "\n"
            for name, cell in zip(columns, row, strict=True)
        )
        for row in rows
    )
