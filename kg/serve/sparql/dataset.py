"""The graphs that a question names after FROM, read from its tokens before the engine sees it."""

from collections.abc import Iterator
from urllib.parse import urljoin

from kg.sparql import Token, tokens

_SPACE = "space"


def named(sparql: str, base: str | None = None) -> tuple[str, ...]:
    """The IRIs after FROM and FROM NAMED, in the order written.

    A name with an unknown prefix is left out: the engine refuses the whole question for it.
    """
    return tuple(_named([token for token in tokens(sparql) if token.kind != _SPACE], base or ""))


def _named(parts: list[Token], base: str) -> Iterator[str]:
    prefixes: dict[str, str] = {}
    for place, token in enumerate(parts):
        word = token.text.upper() if token.kind == "name" else ""
        following = parts[place + 1 : place + 3]
        if word == "BASE":
            base = next((urljoin(base, each.text[1:-1]) for each in following[:1]), base)
        elif word == "PREFIX" and len(following) == 2:
            prefixes[following[0].text] = urljoin(base, following[1].text[1:-1])
        elif word == "FROM":
            found = _iri(_after_named(following), base, prefixes)
            if found is not None:
                yield found


def _after_named(following: list[Token]) -> Token | None:
    is_named = bool(following) and following[0].text.upper() == "NAMED"
    return next(iter(following[1:] if is_named else following), None)


def _iri(token: Token | None, base: str, prefixes: dict[str, str]) -> str | None:
    if token is None:
        return None
    if token.kind == "iri":
        return urljoin(base, _unescaped(token.text[1:-1]))
    prefix, colon, name = token.text.partition(":")
    known = prefixes.get(prefix + colon)
    return None if known is None else known + name.replace("\\", "")


def _unescaped(iri: str) -> str:
    return iri.encode("ascii", "backslashreplace").decode("unicode-escape") if "\\" in iri else iri
