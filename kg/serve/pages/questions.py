"""Saved questions as forms: typed fields, values to choose from, the answer as a table, and the SPARQL behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.answers import Answer, Value
from kg.errors import KGError
from kg.parameters import Parameter
from kg.queries import Query, command, saved_queries
from kg.review_names import said_of
from kg.serve.asking import Found, NotAnsweredError
from kg.serve.catalogue import Catalogue
from kg.serve.names import code_label, counted, theme_label
from kg.serve.pages import counting
from kg.serve.pages.page import Page, Visit, missing
from kg.serve.pages.table import Link, Table
from kg.vocabulary import themes

_TYPES = {"integer": "number", "decimal": "number", "date": "date"}
_FEW = 12  # values that are offered as a choice; more complete as they are typed
_MOST_BARS = 200
_COUNTS = ("reviews", "recommendations", "incidents", "children", "learning_points", "shared_themes", "both", "items")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: what it takes, what stands in it, and what it offers."""

    parameter: Parameter
    value: str
    example: str
    offered: tuple[tuple[str, str], ...]  # a value and what it is called

    @property
    def type(self) -> str:
        """The type of the input."""
        return _TYPES.get(self.parameter.kind, "text")

    @property
    def is_choice(self) -> bool:
        """Whether the values are few enough to choose from."""
        return 0 < len(self.offered) <= _FEW and self.parameter.kind == "code"

    @property
    def heading(self) -> str:
        """What the field is called."""
        return self.parameter.name.replace("_", " ").capitalize()


def listing(visit: Visit) -> Page:  # noqa: ARG001 - what every page is given
    """Every saved question."""
    queries = sorted(saved_queries().values(), key=lambda query: query.title)
    return Page("questions.html", "Questions", {"queries": queries})


def view(visit: Visit) -> Page:
    """The form of a question; its answer too, as soon as it has what it needs."""
    query = saved_queries().get(visit.path["question"])
    if query is None:
        raise missing("No saved question has this address: the list of questions shows them all.")
    given = {name: visit.one(name) for name in query.parameters if visit.one(name)}
    fields = [_field(visit.catalogue, query, each, given) for each in query.parameters.values()]
    context = {"query": query, "fields": fields, "command": command(query, given)}
    if not _is_whole(query, given):
        if "format" in visit.asked:
            query.bind(given)  # raises, and says which value is missing
        return _page(query, context)
    try:
        found = visit.asking.answer(query, given)
    except KGError as error:
        if "format" in visit.asked:
            raise
        is_ended = isinstance(error, NotAnsweredError)
        return _page(
            query, {**context, "ended" if is_ended else "mistake": str(error)}, status=503 if is_ended else 200
        )
    said = said_of(visit.store, given["review"], found.answer) if "review" in query.parameters else None
    context |= {"sparql": query.bind(given), "answered": counted(len(found.answer), "row"), "said": said}
    return _page(query, context, (_table(visit.catalogue, query, found),))


def _page(query: Query, context: Mapping[str, object], tables: tuple[Table, ...] = (), status: int = 200) -> Page:
    none = {"mistake": "", "ended": "", "sparql": query.text, "answered": "", "said": None}
    return Page("question.html", query.title, {**none, **context}, tables, status)


def _is_whole(query: Query, given: Mapping[str, str]) -> bool:
    return all(name in given or each.default is not None for name, each in query.parameters.items())


def _field(catalogue: Catalogue, query: Query, parameter: Parameter, given: Mapping[str, str]) -> Field:
    value = given.get(parameter.name, parameter.default or "")
    return Field(parameter, value, query.example.get(parameter.name, ""), tuple(_offered(catalogue, parameter)))


def _offered(catalogue: Catalogue, parameter: Parameter) -> Iterator[tuple[str, str]]:
    if parameter.kind == "theme":
        yield from ((id_, theme_label(id_)) for id_ in themes())
    elif parameter.values:
        yield from ((value, code_label(value)) for value in parameter.values)
    elif parameter.name == "review":
        names = {entry.label: entry.title for entry in catalogue.reviews}
        yield from sorted(names.items())


def _table(catalogue: Catalogue, query: Query, said: Found) -> Table:
    found = said.answer
    reviews = counting.review_addresses(catalogue)
    labels = {theme.label: f"/themes/{id_}" for id_, theme in themes().items()}
    known = {"review": reviews, "shared_with": reviews, "other": reviews, "theme": labels, "other_theme": labels,
             "group": labels}  # fmt: skip
    links = {
        column: _address(found.columns.index(column), known[column]) for column in found.columns if column in known
    }
    if {"review", "quote", "start", "end"} <= set(found.columns):
        links["quote"] = _place(found.columns, reviews)
    total = counted(len(catalogue.reviews), "review")
    caption = f"{counted(len(found), 'row')}, from a store of {total}"
    offsets = frozenset(("start", "end")) & set(found.columns)
    return Table(query.name, caption, found, links=links, bar=_bar(found), hidden=offsets, cut=said.cut)


def _place(columns: tuple[str, ...], reviews: Mapping[str, str]) -> Link:
    """Where a quote stands in its review's text."""
    review, start, end = (columns.index(name) for name in ("review", "start", "end"))

    def address(row: Sequence[Value]) -> str | None:
        page = reviews.get(str(row[review]))
        return f"{page}#at-{row[start]}-{row[end]}" if page else None

    return address


def _address(column: int, addresses: Mapping[str, str]) -> Link:
    return lambda row: addresses.get(str(row[column]))


def _bar(found: Answer) -> str:
    """The one column of counts that a chart would show, if the rows are few enough for one."""
    return next((name for name in found.columns if name in _COUNTS and 1 < len(found) <= _MOST_BARS), "")
