"""SPARQL as tokens: enough to replace a parameter and to refuse what a question must not do, and no more."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.errors import KGError

DEEPEST = 100  # brackets within brackets; the engine's parser ends the process at about 2,000
MOST_PARTS = 500  # groups, clauses and operators in a row, which the engine nests as well

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n\r]*)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:_|[^\W\d_][\w.-]*)?:(?:[\w.:%-]|\\[^uU])*|@?[^\W\d_][\w-]*)
  | (?P<number>\d[\w.]*)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_OPERATORS = frozenset("!|&/^+*-{")
_CLAUSES = frozenset({"BIND", "FILTER", "VALUES"})


class RefusedQueryError(KGError):
    """A question asks for what a question may not do."""


class Token(NamedTuple):
    """A piece of a query: its kind (space, string, iri, variable, name, number or sign) and its text."""

    kind: str
    text: str


def tokens(sparql: str) -> Iterator[Token]:
    """The pieces of a query in order; joined they are the query again."""
    for match in _TOKEN.finditer(sparql):
        yield Token(match.lastgroup or "sign", match[0])


def check(sparql: str) -> None:
    """Refuse a query that calls out to the network or would break the engine's parser.

    Raises: RefusedQueryError.
    """
    if _is_plainly_small(sparql):
        return
    depth = parts = 0
    for kind, text in tokens(sparql):
        if kind == "sign":
            depth += (text in _OPENING) - (text in _CLOSING)
        parts += text in _OPERATORS or text.upper() in _CLAUSES
        _refuse(kind, text, depth, parts)


@lru_cache(maxsize=64)  # saved questions are asked again and again
def _is_plainly_small(sparql: str) -> bool:
    """Whether nothing is to be refused, even if all that strings and comments hold were query; most are not cut up."""
    text = sparql.upper()
    if "\\" in text or "SERVICE" in text:
        return False
    parts = sum(map(text.count, (*_OPERATORS, *_CLAUSES)))
    return sum(map(text.count, _OPENING)) <= DEEPEST and parts <= MOST_PARTS


def _refuse(kind: str, text: str, depth: int, parts: int) -> None:
    if kind == "name" and text.upper() == "SERVICE":
        raise RefusedQueryError("SERVICE asks another server, which questions here may not do: take it out.")
    if kind == "sign" and text == "\\":
        raise RefusedQueryError("A backslash stands outside of a string in the query: write the character itself.")
    if depth > DEEPEST:
        raise RefusedQueryError(f"The query nests more than {DEEPEST} brackets: ask in smaller steps.")
    if parts > MOST_PARTS:
        raise RefusedQueryError(f"The query has more than {MOST_PARTS} groups and operators: ask in smaller steps.")
