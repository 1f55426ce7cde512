"""Rows, yes or no, and triples as the bytes of a format, up to a number of rows and of bytes."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from kg.errors import KGError
from kg.formats import FORMATS
from kg.render import csv_cell
from kg.serve.sparql.jobs import Job, Reply

_NS = "http://www.w3.org/2005/sparql-results#"
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_COMMENTS = MappingProxyType({"ttl": "# {}\n", "nt": "# {}\n", "rdf": "<!-- {} -->\n"})


class NotSayableError(KGError):
    """A format has no way to write this."""


class Term(NamedTuple):
    """A term of an answer: its kind (uri, bnode, literal or triple), its words and how N-Triples writes it."""

    kind: str
    words: str
    written: str
    datatype: str | None = None  # of a literal that is neither plain text nor in a language
    language: str | None = None


Row = Sequence[Term | None]


@dataclass(frozen=True, slots=True)
class Format:
    """How rows are written: what comes before them, each one, what stands between two, and what comes after."""

    head: Callable[[Sequence[str]], str]
    row: Callable[[Sequence[str], Row], str]
    between: str
    tail: Callable[[str], str]  # takes why the rows were cut


def solutions(columns: Sequence[str], rows: Iterable[Row], job: Job) -> Reply:
    """An answer of rows; `rows` of the reply counts those in it."""
    assert job.solutions is not None
    form = SOLUTIONS[job.solutions]
    head = form.head(columns).encode()
    texts = (form.row(columns, row).encode() for row in islice(rows, job.offset, None))
    written, cut = _within(texts, job)
    body = head + form.between.encode().join(written) + form.tail(cut).encode()
    return Reply(200, body, job.solutions, len(written), cut)


def boolean(answer: bool, job: Job) -> Reply:  # noqa: FBT001 - the answer is a truth value
    """An answer of yes or no."""
    assert job.boolean is not None
    word = json.dumps(answer)
    text = {
        "json": f'{{"head": {{}}, "boolean": {word}}}\n',
        "xml": f'<?xml version="1.0"?>\n<sparql xmlns="{_NS}"><head/><boolean>{word}</boolean></sparql>\n',
    }[job.boolean]
    return Reply(200, text.encode(), job.boolean, 1)


def triples(found: Iterable[tuple[Term, Term, Term]], job: Job) -> Reply:
    """An answer of triples, sorted.

    Raises: NotSayableError, or what else the format cannot say.
    """
    assert job.triples is not None
    lines = (" ".join(term.written for term in _sayable(triple, job.triples)).encode() for triple in found)
    written, cut = _within(lines, job)
    parts = [line.decode().split(" ", 2) for line in dict.fromkeys(written)]
    text = "".join(FORMATS["." + job.triples].write((s, p, o, "DEFAULT") for s, p, o in parts))
    text += _COMMENTS.get(job.triples, "").format(cut) if cut else ""
    return Reply(200, text.encode(), job.triples, len(parts), cut)


def _within(texts: Iterator[bytes], job: Job) -> tuple[list[bytes], str]:
    """The texts up to the limits, and why it was not all of them."""
    written: list[bytes] = []
    size = 0
    for text in texts:
        if len(written) == job.rows:
            return written, f"There is more: an answer here ends after {job.rows:,} rows."
        size += len(text)
        if size > job.size:
            return written, f"There is more after {len(written):,} rows: an answer here has up to {job.size:,} bytes."
        written.append(text)
    return written, ""


def _sayable(triple: tuple[Term, Term, Term], format_: str) -> tuple[Term, Term, Term]:
    if format_ != "nt" and any(term.kind == "triple" for term in triple):
        raise NotSayableError("The answer holds a triple as a term: ask for application/n-triples.")
    return triple


def _json_head(columns: Sequence[str]) -> str:
    return f'{{"head": {json.dumps({"vars": list(columns)}, ensure_ascii=False)},\n"results": {{"bindings": [\n'


def _json_row(columns: Sequence[str], row: Row) -> str:
    bound = zip(columns, row, strict=True)
    return _ENCODE({name: _json_term(term) for name, term in bound if term is not None})


def _json_term(term: Term) -> dict[str, str]:
    said = {"type": term.kind, "value": term.words}
    if term.language:
        said["xml:lang"] = term.language
    elif term.datatype:
        said["datatype"] = term.datatype
    return said


def _json_tail(cut: str) -> str:
    return "\n]}" + (f',\n"cut": {json.dumps(cut)}' if cut else "") + "}\n"


def _xml_head(columns: Sequence[str]) -> str:
    names = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_NS}">\n<head>{names}</head>\n<results>\n'


def _xml_row(columns: Sequence[str], row: Row) -> str:
    bound = ((name, term) for name, term in zip(columns, row, strict=True) if term is not None)
    cells = (f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in bound)
    return f"<result>{''.join(cells)}</result>\n"


def _xml_term(term: Term) -> str:
    if term.kind == "triple" or term.words.translate(_NOT_XML) != term.words:
        raise NotSayableError("XML cannot hold what the answer says: ask for application/sparql-results+json.")
    typed = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    typed += f" datatype={quoteattr(term.datatype)}" if term.datatype and not term.language else ""
    return f"<{term.kind}{typed}>{escape(term.words, {chr(13): '&#13;'})}</{term.kind}>"


def _xml_tail(cut: str) -> str:
    return "</results>\n</sparql>\n" + (f"<!-- {cut} -->\n" if cut else "")


def _csv_row(_: Sequence[str], row: Row) -> str:
    return (",".join(_csv_term(term) for term in row) or '""') + "\r\n"


def _csv_term(term: Term | None) -> str:
    return "" if term is None else csv_cell(term.words if term.kind != "bnode" else term.written)


def _tsv_row(_: Sequence[str], row: Row) -> str:
    return "\t".join("" if term is None else term.written.replace("\t", r"\t") for term in row) + "\n"


SOLUTIONS: Mapping[str, Format] = MappingProxyType(
    {
        "json": Format(_json_head, _json_row, ",\n", _json_tail),
        "xml": Format(_xml_head, _xml_row, "", _xml_tail),
        "csv": Format(lambda columns: ",".join(columns) + "\r\n", _csv_row, "", lambda _: ""),
        "tsv": Format(lambda columns: "\t".join(f"?{name}" for name in columns) + "\n", _tsv_row, "", lambda _: ""),
    }
)
