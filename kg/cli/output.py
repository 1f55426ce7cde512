"""Data goes to standard output, everything else to standard error."""

import sys
from typing import TYPE_CHECKING

import click

from kg.cli.options import default_format
from kg.errors import KGError

if TYPE_CHECKING:
    from kg.answers import Answer

_PAGE = 120  # characters


class TerminalError(KGError):
    """A spreadsheet was asked for on a terminal, which can only show text."""


def print_answer(answer: "Answer", output_format: str | None) -> None:
    """Print an answer in a format; a table on a terminal and CSV in a pipe when none is given."""
    from kg.render import rendered

    for part in rendered(answer, output_format or default_format(), width=_width()):
        if isinstance(part, bytes):
            print_bytes(part)
        else:
            click.echo(part, nl=bool(part) and not part.endswith("\n"))


def _width() -> int:
    """How wide a table may be: the terminal, or a page of paper."""
    if not sys.stdout.isatty():
        return _PAGE
    from shutil import get_terminal_size

    return get_terminal_size((120, 24)).columns


def print_bytes(data: bytes) -> None:
    """Print bytes to a pipe or a file, never to a terminal."""
    if sys.stdout.isatty():
        raise TerminalError("A spreadsheet cannot be shown on a terminal. Send it to a file: add `> answer.xlsx`.")
    sys.stdout.buffer.write(data)


def note(text: str) -> None:
    """Say something that is not data, on standard error."""
    click.echo(text, err=True)
