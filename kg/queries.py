"""Saved questions: find one, read its header, put values in, run it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from kg import paths
from kg.answers import Answer
from kg.errors import KGError
from kg.namespaces import PREFIXES, prologue
from kg.parameters import KINDS, Parameter, Term, plain_value, rendered
from kg.rdf.sparql import RefusedQueryError, tokens

if TYPE_CHECKING:
    from kg.stores import Store

_HEADER = re.compile(r"#\+\s*(title|question|param|example)\b\s*([\w-]*)\s*:\s*(.*?)\s*")
_COLUMNS = re.compile(r"^#\+\s*columns\s*:\s*(\w+)\s*$", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9-]+")
_PLACE = re.compile(r"[?$]_([A-Za-z]\w*)")
_OWN = "your query"
_FIRST_LINE = re.compile(r"^[^\S\n]*[^#\s]", re.MULTILINE)  # that is no comment


class Stream(Protocol):
    """What a query can be read from."""

    def read(self) -> str:
        """All of it."""
        ...


class UnknownQueryError(KGError):
    """No saved query has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), list(known), n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`kg query` lists them."
        super().__init__(f"No saved query is called {name!r}. {hint}")


class QueryFileError(KGError):
    """A file of a query cannot be read, or its header is not right."""


class ParameterError(KGError):
    """A value is missing, not asked for, or not written as `name=value`."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question in SPARQL with a title, and the values it asks for as `?_name`."""

    name: str
    title: str
    question: str
    parameters: Mapping[str, Parameter]
    example: Mapping[str, str]
    text: str
    columns: str | None = None  # the function of `kg.columns` that gives the same answer from columns

    def bind(self, values: Mapping[str, object]) -> str:
        """The SPARQL with every `?_name` replaced by a whole term, outside of strings, IRIs and comments.

        Raises: ParameterError, kg.parameters.ValueRefusedError.
        """
        terms = {name: rendered(self.name, each, value) for name, each, value in self._chosen(values)}
        return "".join(_replaced(place, text, terms) for place, text in _pieces(self.text))

    def run(self, store: "Store", /, **values: object) -> Answer:
        """The store's answer with these values.

        Raises: ParameterError, kg.parameters.ValueRefusedError, kg.rdf.sparql.RefusedQueryError.
        """
        sparql = self.bind(values)
        if (answer := self.from_columns(store, values)) is not None:
            return answer
        try:
            return store.query(sparql)
        except RefusedQueryError as error:
            raise RefusedQueryError(f"{self.name}: {error}") from error

    def from_columns(self, store: "Store", values: Mapping[str, object]) -> Answer | None:
        """The answer that columns give; `None` where the store keeps none, or they cannot speak of what it holds."""
        held = getattr(store, "columns", lambda: None)() if self.columns else None
        if held is None or self.columns is None:
            return None
        from kg.columns import NotColumnarError, question

        plain = {name: plain_value(self.name, each, value) for name, each, value in self._chosen(values)}
        try:
            return question(self.columns)(held, plain)
        except NotColumnarError:
            return None

    def _chosen(self, values: Mapping[str, object]) -> Iterable[tuple[str, Parameter, object]]:
        for name in values:
            if name not in self.parameters:
                raise ParameterError(_not_asked_for(self, name))
        for name, parameter in self.parameters.items():
            value = values.get(name, parameter.default)
            if value is None:
                raise ParameterError(f"{self.name} needs a value for {name}: {parameter.hint()}.")
            yield name, parameter, value


@cache
def saved_queries() -> Mapping[str, Query]:
    """The saved queries by name, sorted."""
    names = sorted(file.stem for file in paths.queries().glob("*.rq"))
    return MappingProxyType({name: saved_query(name) for name in names})


@cache
def saved_query(name: str) -> Query:
    """The saved query of a name that there is; only these are trusted to name columns that give their answer."""
    text = _file_of(name).read_text(encoding="utf-8")
    columns = _COLUMNS.search(text)
    return replace(parse(name, text), columns=columns[1] if columns else None)


def find(name: str, stdin: Stream | None = None) -> Query:
    """The saved query of this name, or the query in a file of this name (`.rq`), or on standard input (`-`).

    Raises: UnknownQueryError, QueryFileError.
    """
    if name == "-" and stdin is not None:
        return from_text(_read(stdin))
    if _NAME.fullmatch(name) and _file_of(name).is_file():
        return saved_query(name)
    if name.endswith((".rq", ".sparql")) or "/" in name:
        return from_file(Path(name))
    raise UnknownQueryError(name, saved_queries())


def _file_of(name: str) -> Path:
    return paths.queries() / f"{name}.rq"


def from_file(path: Path) -> Query:
    """The query in a file.

    Raises: QueryFileError.
    """
    try:
        return parse(path.name, _with_prefixes(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise QueryFileError(f"{path} cannot be read: {error.strerror}. `kg query` lists the saved ones.") from error
    except UnicodeDecodeError as error:
        raise QueryFileError(f"{path} is not a text in UTF-8: save the query as such.") from error


def from_text(text: str) -> Query:
    """A query of one's own; a header may declare the values it takes, and the prefixes of `kg.namespaces` are known."""
    return parse(_OWN, _with_prefixes(text))


def _with_prefixes(sparql: str) -> str:
    """The text with the known prefixes it does not declare itself, below its header and without a line more."""
    declared = {match[1] for match in re.finditer(r"\bPREFIX\s+([\w-]*):", sparql, re.IGNORECASE)}
    header = prologue(*(prefix for prefix in PREFIXES if prefix not in declared))
    first = _FIRST_LINE.search(sparql)
    at = first.start() if first else len(sparql)
    return sparql[:at] + header + sparql[at:]


def _read(stdin: Stream) -> str:
    try:
        return stdin.read()
    except UnicodeDecodeError as error:
        raise QueryFileError("Standard input is not a text in UTF-8: save the query as such.") from error


def parse(name: str, text: str) -> Query:
    """The query that a text with a `#+` header states.

    Raises: QueryFileError, if the header declares what is not used or the other way round.
    """
    lines = [match.groups() for match in map(_HEADER.fullmatch, text.splitlines()) if match]
    said = {key: rest for key, _, rest in lines if key in ("title", "question")}
    parameters = {part: _parameter(name, part, rest) for key, part, rest in lines if key == "param"}
    example = {part: rest for key, part, rest in lines if key == "example"}
    _check_header(name, text, parameters, example)
    return Query(name, said.get("title", name), said.get("question", ""), parameters, example, text)


def parse_values(pairs: Iterable[str]) -> dict[str, str]:
    """`name=value` texts as a mapping.

    Raises: ParameterError, if one has no `=` or a name comes twice.
    """
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise ParameterError(f"{pair!r} is not a value for a query: write it as name=value.")
        if name in values:
            raise ParameterError(f"{name} is given twice: give it one value.")
        values[name] = value
    return values


def listing() -> Answer:
    """The saved queries: name, title, and the values each asks for, optional ones in brackets."""
    queries = sorted(saved_queries().values(), key=lambda query: query.title)
    rows = ((query.name, query.title, " ".join(map(str, query.parameters.values()))) for query in queries)
    return Answer(("name", "title", "values"), tuple(rows))


def describe(query: Query) -> str:
    """What a query asks, which values it takes, a line to try, and its SPARQL."""
    values = [f"  {parameter.name} ({parameter.kind}): {parameter.hint()}" for parameter in query.parameters.values()]
    head = [query.title, query.question, "", *(["Values:", *values, ""] if values else [])]
    return "\n".join([*head, f"Example: {command(query, query.example)}", "", query.text.rstrip()])


def command(query: Query, values: Mapping[str, str]) -> str:
    """The command line that asks a saved query with these values."""
    return f"kg query {query.name}" + "".join(f" -p {name}={_quoted(value)}" for name, value in values.items())


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[\w./:-]+", value) else "'" + value.replace("'", "'\\''") + "'"


@lru_cache(maxsize=100)
def _pieces(text: str) -> tuple[tuple[str | None, str], ...]:
    """A query cut where values go: the name of each and the text in its place."""
    found: list[tuple[str | None, str]] = [(None, "")]
    for kind, token in tokens(text):
        match = _PLACE.fullmatch(token) if kind == "variable" else None
        if match or found[-1][0]:
            found.append((match[1] if match else None, token))
        else:
            found[-1] = None, found[-1][1] + token
    return tuple(found)


def _replaced(place: str | None, text: str, terms: Mapping[str, Term]) -> str:
    return text if place is None else terms[place]


def _parameter(query: str, name: str, rest: str) -> Parameter:
    kind, equals, default = (part.strip() for part in rest.partition("="))
    if kind not in KINDS:
        raise QueryFileError(f"{query}: {kind!r} is no kind of value. Write one of: {', '.join(KINDS)}.")
    return Parameter(name, kind, default if equals else None)


def _check_header(query: str, text: str, parameters: Mapping[str, Parameter], example: Mapping[str, str]) -> None:
    used = {match[1] for kind, token in tokens(text) if kind == "variable" and (match := _PLACE.fullmatch(token))}
    for name in sorted(used - set(parameters)):
        raise QueryFileError(f"{query}: ?_{name} is not declared. Add a line `#+ param {name}: text` at the top.")
    for name in sorted((set(parameters) | set(example)) - used):
        raise QueryFileError(f"{query}: ?_{name} is in the header and not in the query. Use it, or take the line out.")


def _not_asked_for(query: Query, name: str) -> str:
    if not query.parameters:
        return f"{query.name} takes no values, so {name} cannot be given: leave it out."
    from difflib import get_close_matches

    near = get_close_matches(name, query.parameters, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"It takes: {', '.join(query.parameters)}."
    return f"{query.name} takes no value called {name}. {hint}"
