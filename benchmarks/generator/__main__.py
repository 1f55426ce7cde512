"""`python -m benchmarks.generator --reviews N --seed S FOLDER`: write an invented collection."""

import argparse
from pathlib import Path

from benchmarks.generator.documents import write


def main() -> None:
    """Write the files and say how many."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generator", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write; made if it is not there")
    parser.add_argument("--reviews", type=int, default=1000, help="how many reviews (1000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same files (1)")
    asked = parser.parse_args()
    count = write(asked.folder, asked.reviews, asked.seed)
    print(f"{asked.reviews:,} invented reviews in {count:,} documents: {asked.folder}")


if __name__ == "__main__":
    main()
