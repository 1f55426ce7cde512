"""Options that several commands share, and how names complete in a shell."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import KGError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "xlsx")


class Place(click.types.StringParamType):
    """The name of a file, a folder or a store: empty, it would stand for the working directory."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it was given.

        Raises: KGError.
        """
        if not value:
            hint = param.get_error_hint(ctx) if param and ctx else "A name"
            raise KGError(f"{hint} is an empty name: name a file or a folder.")
        return value


PLACE = Place()

store_option = click.option(
    "--store",
    type=PLACE,
    metavar="WHERE",
    envvar="KG_STORE",
    default=".kg",
    show_default=True,
    show_envvar=True,
    help="The folder of the store, `memory`, or the address of an engine's SPARQL queries.",
)


def _as_base(given: str) -> str:
    from kg.rdf.addresses import as_base  # most commands are given none

    return as_base(given)


base_option = click.option(
    "--base",
    metavar="IRI",
    default=None,
    callback=lambda _context, _option, given: None if given is None else _as_base(given),
    help="What the IRIs of data begin with, instead of https://w3id.org/safeguarding-kg/id/.",
)

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default=None,
    help="How to print it: a table on a terminal, CSV in a pipe, unless you say.",
)


def examples(*lines: str) -> str:
    """An epilog that shows commands as a user would type them."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def default_format() -> str:
    """A table on a terminal, CSV in a pipe."""
    return "table" if sys.stdout.isatty() else "csv"


def complete_query(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001 - click hands them over
    """The saved queries whose names begin so, with their titles."""
    from kg.queries import saved_queries

    return _items(((name, query.title) for name, query in saved_queries().items()), incomplete)


def complete_theme(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001 - click hands them over
    """The themes whose ids begin so, with their labels."""
    return _items(_themes(), incomplete)


def complete_value(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001 - click hands them over
    """`name=value` for the parameters of the query named before: theme ids, codes, or just the name."""
    from kg.queries import saved_queries

    # While an option's value is still being typed, click leaves the words before it unassigned, in `args`.
    query = saved_queries().get(ctx.params.get("name") or next(iter(ctx.args), ""))
    if query is None:
        return []
    name, equals, _ = incomplete.partition("=")
    if not equals:
        return _items(((f"{parameter}=", None) for parameter in query.parameters), name)
    parameter = query.parameters.get(name)
    if parameter is None:
        return []
    pairs = _themes() if parameter.kind == "theme" else [(id_, id_.replace("-", " ")) for id_ in parameter.values]
    return _items(((f"{name}={key}", label) for key, label in pairs), incomplete)


def _items(pairs: Iterable[tuple[str, str | None]], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(key, help=label) for key, label in pairs if key.startswith(incomplete)]


def _themes() -> Iterable[tuple[str, str]]:
    from kg.vocabulary import themes

    return ((theme.id, theme.label) for theme in themes().values())
