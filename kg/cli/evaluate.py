"""`kg evaluate`: how right the extraction is on documents that somebody labelled."""

from typing import TYPE_CHECKING

import click

from kg.cli.options import PLACE, examples, format_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.answers import Answer
    from kg.evaluation import Evaluation

PARTS = ("intervals", "themes", "errors")


@click.command(
    epilog=examples(
        "kg evaluate labels.gold.json digest.txt",
        "kg evaluate tests/gold/dev                          a folder of NAME.txt and NAME.gold.json",
        "kg evaluate tests/gold/dev --details",
        "kg evaluate tests/gold/dev --part errors --format csv > errors.csv",
    )
)
@click.argument("paths", nargs=-1, required=True, type=PLACE, metavar="GOLD.json FILE [GOLD.json FILE]...")
@click.option("--details", is_flag=True, help="Also the 95% intervals, the figures of each theme, and every error.")
@click.option("--part", type=click.Choice(PARTS), help="One of the details and nothing else, for a pipe.")
@format_option
def command(paths: tuple[str, ...], part: str | None, output_format: str | None, *, details: bool) -> None:
    """Compare what is read from each FILE with its gold labels, or so for each pair in a folder.

    Prints one line a measure. P is precision, R recall, n the labels in the gold; what only one of two readers gave
    counts neither way.
    """
    from kg.cli.output import print_answer
    from kg.evaluation import evaluate, lines

    if details and not part and output_format in ("jsonl", "xlsx"):
        raise click.UsageError(f"--details is several tables: with --format {output_format} say which, with --part.")
    evaluation = evaluate(paths)
    if part:
        print_answer(_parts()[part](evaluation), output_format)
    elif details and output_format == "json":
        _print_object(evaluation)
    else:
        click.echo("\n".join(lines(evaluation)))
        for name, made in _parts().items() if details else ():
            click.echo(f"\n{name}:")
            print_answer(made(evaluation), output_format)


def _print_object(evaluation: "Evaluation") -> None:
    """All the details as one JSON object, a list for each part."""
    import json

    from kg.evaluation import lines

    parts = {name: made(evaluation).records() for name, made in _parts().items()}
    click.echo(json.dumps({"lines": lines(evaluation), **parts}, ensure_ascii=False))


def _parts() -> "dict[str, Callable[[Evaluation], Answer]]":
    from kg.evaluation.by_theme import by_theme
    from kg.evaluation.errors import errors
    from kg.evaluation.intervals import intervals

    return dict(zip(PARTS, (intervals, by_theme, errors), strict=True))
