"""The graphs that a question names after FROM, read from its tokens before the engine sees it."""

import re
from collections.abc import Callable, Iterable, Iterator

from kg.rdf.sparql import RefusedQueryError, Token, tokens

_SPACE = "space"
_MAY_NAME = re.compile(r"\bFROM\s*(?:NAMED\b\s*)?(?:<|#|[\w.-]*:)", re.IGNORECASE)  # most questions name none


def named(sparql: str, base: str | None = None) -> tuple[str, ...]:
    """The IRIs after FROM and FROM NAMED, in the order written.

    A name with an unknown prefix is left out: the engine refuses the whole question for it.
    """
    if not _MAY_NAME.search(sparql):
        return ()
    return tuple(_named([token for token in tokens(sparql) if token.kind != _SPACE], base or ""))


def names_held(graphs: Iterable[str], holds: Callable[[str], bool]) -> bool:
    """Whether a question names any graph; each must be one that the store holds, since none is fetched.

    Raises: RefusedQueryError.
    """
    names = tuple(graphs)
    for name in names:
        if not holds(name):
            raise RefusedQueryError(f"The store has no graph {name}, and none is fetched: name one that it has.")
    return bool(names)


def _named(parts: list[Token], base: str) -> Iterator[str]:
    from urllib.parse import urljoin  # which most questions do without

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
        from urllib.parse import urljoin

        return urljoin(base, _unescaped(token.text[1:-1]))
    prefix, colon, name = token.text.partition(":")
    known = prefixes.get(prefix + colon)
    return None if known is None else known + name.replace("\\", "")


def _unescaped(iri: str) -> str:
    return iri.encode("ascii", "backslashreplace").decode("unicode-escape") if "\\" in iri else iri
