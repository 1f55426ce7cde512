"""A pattern as the tree that the standard library compiles it from: what stands in every match is read from it."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

Node = tuple[Any, Any]


_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


def parsed(words: re.Pattern[str]) -> Sequence[Node]:
    """The nodes of a pattern, in order."""
    tree: Sequence[Node] = import_module("re._parser").parse(words.pattern, words.flags)
    return tree


def choices(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """What a pattern is a choice of, as far as it is nothing else; itself where it is no choice."""
    wide = [(str(kind), value) for kind, value in nodes if str(kind) not in _NO_WIDTH]
    if len(wide) == 1 and wide[0][0] == "BRANCH":
        for branch in wide[0][1][1]:
            yield from choices(branch)
    elif len(wide) == 1 and wide[0][0] == "SUBPATTERN":
        yield from choices(wide[0][1][-1])
    else:
        yield nodes


def opens_at_a_boundary(nodes: Sequence[Node]) -> bool:
    """Whether what a pattern begins with is the edge of a word."""
    return [str(part) for part in nodes[0]] == ["AT", "AT_BOUNDARY"]
