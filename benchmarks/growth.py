"""Growth curves as pictures: `python -m benchmarks.growth` draws the figures of docs/performance-figures.json anew.

Each picture is SVG of a few kilobytes, drawn here: a line for each series over logarithmic axes, where a straight line
at 45 degrees is what grows as the reviews do. Sizes that were not measured are not in the figures, and not drawn.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from typing import NamedTuple, TypedDict

_DOCS = Path(__file__).parents[1] / "docs"
FIGURES = _DOCS / "performance-figures.json"
PICTURES = _DOCS / "pictures"
_WIDTH, _HEIGHT = 700, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 260, 40, 50
_SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
    'font-family="sans-serif" font-size="12">'
)
_COLOURS = ("#1d4f91", "#b35900", "#2b7a4b", "#7a3b8f")
_SHAPES = ("", "6 3", "2 3", "8 3 2 3")  # so that the lines differ without colours too


class Figure(TypedDict):
    """One picture: what it shows, and for each series the pairs of reviews and what was measured."""

    title: str
    unit: str
    series: Mapping[str, Sequence[tuple[float, float]]]


class Axis(NamedTuple):
    """A logarithmic axis from a power of ten to a power of ten, over so many pixels."""

    least: int
    most: int
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.start + (log10(value) - self.least) / (self.most - self.least) * (self.end - self.start)

    def ticks(self) -> Iterator[tuple[float, float]]:
        """Yield the powers of ten and where they stand."""
        for power in range(self.least, self.most + 1):
            yield 10.0**power, self.at(10.0**power)


def main() -> None:
    """Write a picture for each figure."""
    for name, figure in json.loads(FIGURES.read_text(encoding="utf-8")).items():
        if figure["series"]:
            (PICTURES / f"growth-{name}.svg").write_text(picture(figure), encoding="utf-8")


def picture(figure: Figure) -> str:
    """A figure as SVG."""
    points = [point for series in figure["series"].values() for point in series]
    across = _axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    return "\n".join(
        (
            _SVG,
            f"<title>{escape(figure['title'])}</title>",
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            f'<text x="{_LEFT}" y="22" font-size="14">{escape(figure["title"])}, {escape(figure["unit"])}</text>',
            *_grid(across, up),
            *(
                line
                for number, each in enumerate(figure["series"].items())
                for line in _series(number, *each, across, up)
            ),
            f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2:.0f}" y="{_HEIGHT - 12}" text-anchor="middle">reviews</text>',
            "</svg>\n",
        )
    )


def _axis(values: Sequence[float], start: float, end: float) -> Axis:
    least, most = floor(log10(min(values))), ceil(log10(max(values)))
    return Axis(least, max(most, least + 1), start, end)


def _grid(across: Axis, up: Axis) -> Iterator[str]:
    for value, x in across.ticks():
        yield f'<path d="M{x:.1f} {up.start:.1f}V{up.end:.1f}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{up.start + 18:.1f}" text-anchor="middle">{value:,.0f}</text>'
    for value, y in up.ticks():
        yield f'<path d="M{across.start:.1f} {y:.1f}H{across.end:.1f}" stroke="#ddd"/>'
        yield f'<text x="{across.start - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>'


def _series(number: int, name: str, points: Sequence[tuple[float, float]], across: Axis, up: Axis) -> Iterator[str]:
    colour, shape = _COLOURS[number % len(_COLOURS)], _SHAPES[number % len(_SHAPES)]
    places = [(across.at(x), up.at(y)) for x, y in points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{shape}"/>'
    for x, y in places:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    y = _TOP + 14 + 20 * number
    x = _WIDTH - _RIGHT + 14
    yield f'<path d="M{x} {y}h24" stroke="{colour}" stroke-width="2" stroke-dasharray="{shape}"/>'
    yield f'<text x="{x + 30}" y="{y + 4}">{escape(name)}</text>'


if __name__ == "__main__":
    main()
