"""Graphs as files: the interactive page, GraphML and GEXF for Gephi, node-link JSON; chosen by the file's ending."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

import networkx as nx

from kg.atomic import write_text
from kg.errors import CannotWriteError, KGError
from kg.formats.rdfxml import NOT_XML
from kg.graphs.collecting import Source, collect
from kg.graphs.collection import Fact
from kg.graphs.network import Evidence, build

_STAMP = re.compile(r' lastmodifieddate="[^"]*"')
PAGE = ".html"


class UnknownEndingError(KGError):
    """No kind of graph file has this ending."""

    def __init__(self, path: Path) -> None:
        known = ", ".join((PAGE, *WRITERS))
        super().__init__(f"{path}: no kind of graph file ends in {path.suffix!r}. Try one of: {known}.")


def write_graph(store: Source, path: Path, of: str | None = None, renderer: str | None = None) -> None:
    """Write the graph of a store's reviews and themes: `.html` is the page, `.graphml .gexf .json` are data.

    Without `of`, data hold reviews with their themes, and the page opens on what can be read best. A page written over
    an earlier one keeps its places; a `renderer`, of `kg.graphs.picture.RENDERERS`, draws the page.

    Raises: UnknownEndingError, UnknownGraphError, UnknownRendererError, CannotWriteError.
    """
    if path.suffix.lower() not in (PAGE, *WRITERS):
        raise UnknownEndingError(path)
    text = _text(store, path, of, renderer)
    try:
        write_text(path, text)
    except OSError as error:
        raise CannotWriteError(path, error) from error


def as_graphml(graph: nx.Graph) -> str:
    """The graph as GraphML, facts and quotes as text."""
    return "\n".join(nx.generate_graphml(_flat(graph), named_key_ids=True)) + "\n"


def as_gexf(graph: nx.Graph) -> str:
    """The graph as GEXF 1.2, facts and quotes as text; without the day of writing, so that bytes stay equal."""
    return _STAMP.sub("", "\n".join(nx.generate_gexf(_flat(graph), version="1.2draft"))) + "\n"


def as_json(graph: nx.Graph) -> str:
    """The graph as the node-link JSON that `networkx.node_link_graph` reads, facts and quotes as objects."""
    data = {
        "directed": False,
        "multigraph": False,
        "graph": graph.graph,
        "nodes": [{**attributes, "id": node} for node, attributes in graph.nodes(data=True)],
        "edges": [{**attributes, "source": one, "target": two} for one, two, attributes in graph.edges(data=True)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, default=asdict) + "\n"


WRITERS = MappingProxyType[str, Callable[[nx.Graph], str]](
    {".graphml": as_graphml, ".gexf": as_gexf, ".json": as_json},
)


def _text(store: Source, path: Path, of: str | None, renderer: str | None) -> str:
    collection = collect(store)
    if (ending := path.suffix.lower()) != PAGE:
        return WRITERS[ending](build(collection, of or "both"))
    from kg.graphs.picture import CANVAS, page  # pyvis takes a second to import, and only the page needs it

    return page(collection, of, renderer=renderer or CANVAS, before=_earlier(path))


def _earlier(path: Path) -> str:
    """The text of the file that is about to be replaced; nothing if there is none to be read, or it is a pipe."""
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _flat(graph: nx.Graph) -> nx.Graph:
    """A copy whose attributes are numbers and text, which is all that GraphML and GEXF know."""
    flat = nx.Graph(**{name: _plain(value) for name, value in graph.graph.items()})
    for node, attributes in graph.nodes(data=True):
        flat.add_node(_plain(node), **{name: _plain(value) for name, value in attributes.items()})
    for one, two, attributes in graph.edges(data=True):
        flat.add_edge(_plain(one), _plain(two), **{name: _plain(value) for name, value in attributes.items()})
    return flat


def _plain(value: object) -> int | float | str:
    if isinstance(value, int | float):
        return value
    if isinstance(value, tuple):
        return "\n".join(str(_plain(part)) for part in value)
    return NOT_XML.sub("", _line(value))


def _line(value: object) -> str:
    match value:
        case Fact(name, said, hedged, words):
            quoted = "".join(f" “{each}”" for each in words)
            return f"{name}{' (stated as possible)' if hedged else ''}: {said}{quoted}"
        case Evidence(_, label, quote):
            return f"{label}, {quote.kind} {quote.position}: {quote.text}"
        case _:
            return str(value)
