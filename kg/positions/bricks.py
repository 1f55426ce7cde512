"""Slots in the pattern of a brick wall, and which theme takes which: labels in slots cannot overlap."""

COLUMN = 120  # width of a slot, in pixels

Point = tuple[float, float]


def slots(wanted: int, height: float, length: float) -> list[Point]:
    """The fewest columns of bricks that hold so many within the length, the middle of the pattern at 0, 0."""
    columns = 1
    while len({y for _, y in bricks(columns, wanted, height)}) * height > length:
        columns += 1
    return bricks(columns, wanted, height)


def bricks(columns: int, wanted: int, height: float) -> list[Point]:
    """Rows of so many slots and one fewer by turns, until there are as many as wanted."""
    widths: list[int] = []
    while sum(widths) < wanted:
        widths.append(max(1, columns - len(widths) % 2))
    return [
        ((column - (width - 1) / 2) * COLUMN, (row - (len(widths) - 1) / 2) * height)
        for row, width in enumerate(widths)
        for column in range(width)
    ]


def assigned(homes: dict[str, Point], weights: dict[str, int], slots: list[Point]) -> dict[str, Point]:
    """A slot for each theme: first come by weight, then swapped while that brings the heavier nearer home."""
    order = [*homes, *[None] * (len(slots) - len(homes))]  # None: a slot that stays empty
    taken = dict(enumerate(slots))
    seats: list[str | None] = [None] * len(slots)
    for theme in filter(None, order):
        free = [n for n in taken if seats[n] is None]
        seats[min(free, key=lambda n: _far(homes[theme], slots[n]))] = theme

    def cost(theme: str | None, slot: int) -> float:
        return weights[theme] * _far(homes[theme], slots[slot]) if theme else 0.0

    improved = True
    while improved:
        improved = False
        for one in range(len(slots)):
            for two in range(one + 1, len(slots)):
                now = cost(seats[one], one) + cost(seats[two], two)
                if cost(seats[two], one) + cost(seats[one], two) < now - 1e-6:
                    seats[one], seats[two] = seats[two], seats[one]
                    improved = True
    return {theme: slots[n] for n, theme in enumerate(seats) if theme}


def _far(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
