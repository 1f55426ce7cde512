"""The command line: parse, call one function, print. Each command is a file of its own, imported when it is used."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import NoReturn

import click

from kg import __version__
from kg.errors import KGError

_INTERRUPTED = 128 + 2  # the exit status of what ended by the signal SIGINT

COMMANDS = {
    "load": "Read documents, extract their reviews and store them.",
    "remove": "Take documents out of the store.",
    "extract": "Show what is read from documents, without storing it.",
    "query": "Ask a saved question, or one of your own.",
    "graph": "Draw which reviews and themes belong together.",
    "serve": "Serve the graph as a site on this machine.",
    "export": "Hand the graph on as Turtle or another RDF format.",
    "validate": "Check what the store holds against the rules of the ontology.",
    "evaluate": "Measure how right the extraction is on labelled documents.",
    "stats": "Count what the store holds.",
    "themes": "Show the learning themes as a tree with counts.",
    "align": "Set librarians' keywords beside the themes.",
    "duplicates": "Find the same review told twice, and say so.",
    "curate": "Correct what was read, once and for good.",
    "completion": "Print the lines that complete names in your shell.",
}


class Cli(click.Group):
    """Imports a command when it is used; shows what a user can mend as one line and exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click hands it over
        """The commands, in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click hands it over
        """The command of this name, from its own module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"No command is called {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click hands it over
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """The context of the command line; help and the version are printed while it is made."""
        with _in_one_line():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run, turning what a user can mend into one line; anything else is a bug and raises."""
        try:
            with _in_one_line():
                done = super().invoke(ctx)
                sys.stdout.flush()
        except KeyboardInterrupt as error:
            _stopped(ctx, str(error))
        return done


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except KGError as error:
        raise click.ClickException(str(error)) from error
    except (BrokenPipeError, click.ClickException):
        raise
    except OSError as error:
        raise click.ClickException(_mend_os_error(error)) from error


def _stopped(ctx: click.Context, kept: str) -> NoReturn:
    """Say what a command that was broken off with Ctrl-C leaves behind, and end as a shell expects."""
    command = import_module(f"kg.cli.{ctx.invoked_subcommand}") if ctx.invoked_subcommand else None
    click.echo(f"\nStopped: {kept or getattr(command, 'STOPPED', 'nothing was changed')}.", err=True)
    raise click.exceptions.Exit(_INTERRUPTED)


def _mend_os_error(error: OSError) -> str:
    if error.errno == errno.EBADF and not error.filename:
        return "Standard output is closed, so that nothing can be printed: open it, or write to a file."
    where = f" ({error.filename})" if error.filename else ""
    return f"The system refused: {error.strerror or error}{where}. Check that the place exists and that you may use it."


EPILOG = """\b
Examples:
  kg load data/sample                                   read the sample digest into the store
  kg query                                              list the saved questions
  kg query reviews-naming-theme -p theme=housing-and-homelessness
  kg graph -o shared-themes.html                        draw it
  kg export -o reviews.ttl                              hand it on
"""


@click.group(cls=Cli, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """A knowledge graph of child-safeguarding case reviews.

    Turns digests of case reviews into reviews, incidents, learning themes and recommended actions, and answers
    questions across them. Every answer shows the words it rests on. Nothing leaves this machine,
    unless you name a store elsewhere.
    """
