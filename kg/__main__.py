"""Runs the `kg` command."""


def main() -> None:
    """Run the command line."""
    from kg.cli import cli

    cli()


if __name__ == "__main__":
    main()
