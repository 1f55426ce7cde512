"""Patterns as the trees that they are compiled from: what stands in every match is read from them.

The parser of the standard library is none of its public names. Where a version of Python keeps it elsewhere, nothing is
known of any pattern: each is compiled as usual and tried everywhere, and what is found is the same, later.
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, cast

Node = tuple[Any, Any]


_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_USED = ("match", "search", "finditer", "fullmatch", "findall", "split", "sub", "subn", "groupindex")


def deferred(words: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` gives, made when it is first used, or its nodes are asked for: it is parsed once for both."""
    return cast("re.Pattern[str]", _Deferred(words, flags))


def parsed(words: re.Pattern[str]) -> Sequence[Node]:
    """The nodes of a pattern, in order; none where they cannot be had."""
    tree = words.compiled() if isinstance(words, _Deferred) else _tree(words.pattern, words.flags)
    return cast("Sequence[Node]", () if tree is None else tree)


class _Deferred:
    """Stands for a compiled pattern, whose methods it has as its own from the first that is asked for."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self.flags = int(flags)  # members of an enumeration take the parser several times as long

    def compiled(self) -> Any:  # noqa: ANN401 - the parser's own trees
        """The tree of the pattern, once it is compiled from it; `None` where there is none to be had."""
        tree = _tree(self.pattern, self.flags)
        if tree is None:
            pattern = re.compile(self.pattern, self.flags)
        else:
            pattern = import_module("re._compiler").compile(tree, self.flags)
        self.__dict__ |= {name: getattr(pattern, name) for name in _USED}
        return tree

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a pattern has by this name
        if name not in _USED:
            raise AttributeError(name)
        self.compiled()
        return self.__dict__[name]


def _tree(words: str, flags: int) -> Any:  # noqa: ANN401 - the parser's own trees
    try:
        return import_module("re._parser").parse(words, flags)
    except ModuleNotFoundError:
        return None


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


def opened(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """The choices of a pattern that opens with a choice, each with what follows it; itself where it opens with none."""
    at = next((at for at, (kind, _) in enumerate(nodes) if str(kind) not in _NO_WIDTH), None)
    if at is None or str(nodes[at][0]) not in ("BRANCH", "SUBPATTERN"):
        yield nodes
        return
    kind, value = nodes[at]
    for inside in value[1] if str(kind) == "BRANCH" else [value[-1]]:
        yield from opened([*nodes[:at], *inside, *nodes[at + 1 :]])


def opens_at_a_boundary(nodes: Sequence[Node]) -> bool:
    """Whether what a pattern begins with is the edge of a word."""
    return bool(nodes) and [str(part) for part in nodes[0]] == ["AT", "AT_BOUNDARY"]
