"""Costs as ratios to named peers or limits, all measured in one run: `make bench`."""
