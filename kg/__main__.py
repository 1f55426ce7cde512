"""Runs the `kg` command."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from kg.cli import cli, streams

        streams.prepare()
        try:
            cli()
        finally:
            streams.finish()
    except KeyboardInterrupt:  # before a command was begun, or after it ended
        sys.exit(130)


if __name__ == "__main__":
    main()
