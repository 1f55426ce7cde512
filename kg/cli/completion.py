"""`kg completion`: names of commands, queries, themes and codes, completed by the shell."""

import click
from click.shell_completion import get_completion_class

from kg.cli.options import examples


@click.command(epilog=examples('eval "$(kg completion bash)"', "kg completion fish | source"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the lines that make SHELL complete commands, saved queries, themes and codes."""
    completion = get_completion_class(shell)
    if completion is not None:
        click.echo(completion(ctx.find_root().command, {}, "kg", "_KG_COMPLETE").source())
