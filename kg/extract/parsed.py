"""A pattern as the tree that the standard library compiles it from: what stands in every match is read from it."""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

Node = tuple[Any, Any]


def parsed(words: re.Pattern[str]) -> Sequence[Node]:
    """The nodes of a pattern, in order."""
    tree: Sequence[Node] = import_module("re._parser").parse(words.pattern, words.flags)
    return tree
