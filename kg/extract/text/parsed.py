"""Patterns as the trees that they are compiled from: what stands in every match is read from them.

The parser of the standard library is none of its public names. Where a version of Python keeps it elsewhere, nothing is
known of any pattern: each is compiled as usual and tried everywhere, and what is found is the same, later.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, TypeVar, cast

from kg.extract.text.letter_sets import speller
from kg.extract.text.pattern_cache import kept

Node = tuple[Any, Any]
Made = TypeVar("Made")

_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_USED = ("match", "search", "finditer", "fullmatch", "findall", "split", "sub", "subn", "groupindex")


def deferred(words: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for the words of a rule, made when it is first used; never for words of a document.

    Where a match is asked which pattern found it, `re.compile` it is: `match.re` is never what this returns.
    """
    return cast("re.Pattern[str]", _Deferred(words, flags))


def read_from(words: re.Pattern[str], what: str, read: Callable[[Sequence[Node]], Made]) -> Made:
    """What `read` says of the nodes of a pattern, by a name of its own under which it is kept."""
    if not isinstance(words, _Deferred):
        return read(parsed(words))
    return kept(what, words.pattern, words.flags, lambda: read(parsed(words)))


def parsed(words: re.Pattern[str]) -> Sequence[Node]:
    """The nodes of a pattern, in order; none where they cannot be had."""
    tree = words.tree() if isinstance(words, _Deferred) else _tree(words.pattern, words.flags)
    return cast("Sequence[Node]", () if tree is None else tree)


class _Deferred:
    """Stands for a compiled pattern, whose methods it has as its own from the first that is asked for."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self.flags = int(flags)  # members of an enumeration take the parser several times as long
        self._tree: Any = None  # until the pattern is compiled from it

    def tree(self) -> Any:  # noqa: ANN401 - the parser's own trees
        """The tree of the pattern, parsed once for reading from it and for compiling it; `None` where there is none."""
        if self._tree is None:
            self._tree = _tree(self.pattern, self.flags)
        return self._tree

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a pattern has by this name
        if name not in _USED:
            raise AttributeError(name)
        pattern = _loaded(kept("code", self.pattern, self.flags, self._code))
        pattern = pattern or re.compile(self.pattern, self.flags)
        self._tree = None
        self.__dict__ |= {name: getattr(pattern, name) for name in _USED}
        return self.__dict__[name]

    def _code(self) -> "_Code | None":
        tree = self.tree()
        return None if tree is None else _compiled(tree, self.flags)


def _tree(words: str, flags: int) -> Any:  # noqa: ANN401 - the parser's own trees
    try:
        return import_module("re._parser").parse(words, flags)
    except ModuleNotFoundError:
        return None


# Flags, code as bytes, number of groups, their numbers by name, their names by number: what the compiler hands over.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def _compiled(tree: Any, flags: int) -> _Code | None:  # noqa: ANN401 - the parser's own trees
    """A tree compiled to what `_loaded` takes; `None` where this Python compiles otherwise."""
    try:
        speller()(tree, flags | tree.state.flags)
        code = array("I", import_module("re._compiler")._code(tree, flags))  # noqa: SLF001 - a test does without
        state = tree.state
        names = dict(state.groupdict)
        by_number: list[str | None] = [None] * state.groups
    except (AttributeError, ModuleNotFoundError, OverflowError, TypeError):
        return None
    for name, number in names.items():
        by_number[number] = name
    return flags | state.flags, code.tobytes(), state.groups - 1, names, tuple(by_number)


def _loaded(code: _Code | None) -> re.Pattern[str] | None:
    """The pattern of some code; `None` where this Python loads it otherwise."""
    if code is None:
        return None
    flags, words, groups, names, by_number = code
    try:
        load = import_module("_sre").compile
        return cast("re.Pattern[str]", load(None, flags, array("I", words).tolist(), groups, names, by_number))
    except (AttributeError, ModuleNotFoundError, RuntimeError, TypeError, ValueError):
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
