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
    wide = [node for node in nodes if str(node[0]) not in _NO_WIDTH]
    kind, value = (str(wide[0][0]), wide[0][1]) if len(wide) == 1 else ("", None)
    if kind == "BRANCH":
        for branch in value[1]:
            yield from choices(branch)
    elif kind == "SUBPATTERN":
        yield from choices(value[-1])
    else:
        yield nodes


def opens_at_a_boundary(nodes: Sequence[Node]) -> bool:
    """Whether what a pattern begins with is the edge of a word."""
    return [str(part) for part in nodes[0]] == ["AT", "AT_BOUNDARY"]
