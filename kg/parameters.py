"""The values a query asks for: what kinds there are, which values would do, and each value as one RDF term."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from kg.errors import KGError
from kg.namespaces import CODE, THEME, XSD
from kg.rdf import terms

Term = str  # as SPARQL writes it

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_WORDS = re.compile(r".*\S.*", re.DOTALL)
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN = 30  # more values than this are too many for one line


class ValueRefusedError(KGError):
    """A value is not of the kind a query asks for."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value a query asks for: its name, its kind, and what is taken when none is given."""

    name: str
    kind: str
    default: str | None = None

    def __str__(self) -> str:
        return self.name if self.default is None else f"[{self.name}={self.default}]"

    @property
    def values(self) -> tuple[str, ...]:
        """The ids that would do, for themes and codes; empty where any value of the kind does.

        A code belongs to the list that the parameter is named after, or to any list.
        """
        if self.kind == "theme":
            from kg.vocabulary import themes

            return tuple(themes())
        if self.kind == "code":
            from kg.code_lists import ids

            return ids(self.name)
        return ()

    def takes(self, id_: str) -> bool:
        """Whether an id is that of a theme, or of a code of the list, whichever is asked for."""
        if self.kind == "theme":
            from kg.vocabulary import is_theme

            return is_theme(id_)
        return id_ in self.values

    def hint(self, near: str = "") -> str:
        """Which values would do, in a few words; the nearest to `near` if they are too many to list."""
        if not self.values:
            return KINDS[self.kind].hint
        if len(self.values) <= _SHOWN:
            return f"one of {', '.join(self.values)}"
        from difflib import get_close_matches

        close = get_close_matches(near.lower(), self.values, n=5, cutoff=0.4) if near else ()
        more = "`kg themes` lists them" if self.kind == "theme" else KINDS[self.kind].hint
        return f"such as {', '.join(close or self.values[:3])}; {more}"


def rendered(query: str, parameter: Parameter, value: object) -> Term:
    """A value as one RDF term of the parameter's kind, whatever characters it holds.

    Raises: ValueRefusedError, if the value is not of the kind.
    """
    text = _text(value)
    if parameter.kind in ("theme", "code"):
        return _known(query, parameter, text)
    try:
        return KINDS[parameter.kind].render(text)
    except ValueError as error:
        words = f"{query}: {parameter.name} takes {KINDS[parameter.kind].hint}, and {_short(text)} is not."
        raise ValueRefusedError(words) from error


def plain_value(query: str, parameter: Parameter, value: object) -> str:
    """A value as plain text: an IRI in full for themes, codes and IRIs, the words or the number for all others.

    Raises: ValueRefusedError, if the value is not of the kind.
    """
    term = rendered(query, parameter, value)
    return term[1:-1] if term.startswith("<") else _text(value).strip() if parameter.kind != "text" else _text(value)


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return terms.decimal(value)
    return str(value)


@lru_cache(maxsize=1_000)
def _known(query: str, parameter: Parameter, text: str) -> Term:
    namespace = THEME if parameter.kind == "theme" else CODE
    id_ = terms.expand(text.strip()).removeprefix(namespace)
    if not parameter.takes(id_):
        words = f"{query}: {_short(text)} is no {parameter.kind} for {parameter.name}. Try {parameter.hint(text)}."
        raise ValueRefusedError(words)
    return terms.iri(namespace + id_)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _as_integer(text: str) -> Term:
    return f" {int(_matching(_INTEGER, text))} "  # bare, since LIMIT takes no typed literal; apart from its neighbours


def _as_decimal(text: str) -> Term:
    return terms.typed(terms.decimal(Decimal(_matching(_DECIMAL, text))), XSD.decimal)


def _as_date(text: str) -> Term:
    return terms.typed(date.fromisoformat(_matching(_DATE, text)).isoformat(), XSD.date)


def _as_iri(text: str) -> Term:
    return terms.iri(terms.expand(text.strip()))


def _as_text(text: str) -> Term:
    text.encode()  # a lone surrogate is no text, and no engine takes it: UnicodeEncodeError is a ValueError
    return terms.string(text)


def _as_words(text: str) -> Term:
    return _as_text(_matching(_WORDS, text))


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text.strip()):
        raise ValueError(text)
    return text.strip()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it becomes a term, and what to tell who writes one."""

    render: Callable[[str], Term]
    hint: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "theme": Kind(lambda text: terms.iri(THEME + text), "the id of a theme (`kg themes` lists them)"),
        "code": Kind(lambda text: terms.iri(CODE + text), "the id of a code (docs/reference/ontology.md lists them)"),
        "iri": Kind(_as_iri, "an IRI, whole or as id:name"),
        "text": Kind(_as_text, "any text"),
        "words": Kind(_as_words, "a word or a phrase"),
        "integer": Kind(_as_integer, "a whole number such as 3"),
        "decimal": Kind(_as_decimal, "a number such as 0.5"),
        "date": Kind(_as_date, "a day such as 2021-07-31"),
    }
)
