"""Runs the `kg` command from a checkout: `python cli.py query`."""

from kg.__main__ import main

if __name__ == "__main__":
    main()
