"""Graphs as one interactive page: pyvis carries nodes, edges and options, and templates of ours draw them.

The page needs no network and runs nothing but its own script: a content security policy names the hash of each. Text of
documents reaches the page as JSON and is set as text. pyvis is imported here and nowhere else.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyvis
from markupsafe import Markup
from pyvis.network import Network

from kg import __version__, explorer
from kg.atomic import write_text
from kg.errors import KGError
from kg.explorer.closed import as_json, own, policy, style_of, template
from kg.explorer.narrow import narrowed
from kg.explorer.page import words
from kg.graphs.collection import Collection, Review
from kg.graphs.network import GRAPHS, Link, UnknownGraphError, review_links, strongest, theme_links
from kg.positions import MOST_ON_A_RING, Place, places
from kg.positions.boxes import label_size

CANVAS, VIS = "canvas", "vis"
RENDERERS = (CANVAS, VIS)
_SCRIPTS = ("data.js", "map.js", "panel.js", "page.js")
_LIBRARY = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_LINKS_DRAWN = 3  # of each node, in the views of one kind; all of them make a hairball
_FEW = 40  # reviews: below, associations are noise and links are ranked by counts
_COLOURS = 6
_OPTIONS = MappingProxyType(
    {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1, "improvedLayout": False},
        "edges": {"smooth": False, "chosen": False, "hoverWidth": 0, "selectionWidth": 0},
        "nodes": {"shape": "custom", "chosen": False},
        "interaction": {"hover": True, "selectable": False, "dragNodes": False, "tooltipDelay": 250},
    }
)


class UnknownRendererError(KGError):
    """Nothing of this name draws pages."""

    def __init__(self, renderer: str) -> None:
        super().__init__(f"There is no renderer {renderer!r}. Try one of: {', '.join(RENDERERS)}.")


class Page(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network of a collection that draws itself through our templates.

    Nodes and edges may be added, changed and taken away as in any pyvis network before `generate_html` or `write_html`.
    An edge's `view` says where it is drawn: both, themes or reviews. The renderer `canvas` is the explorer, which knows
    reviews and themes: it draws those nodes and edges of the collection that are left, under the labels they have now.
    `vis` draws with the vis-network of pyvis whatever the network holds, with its options. `before` is the text of an
    earlier page, whose places the explorer keeps.

    Raises: UnknownGraphError, if `of` is none of these; UnknownRendererError.
    """

    def __init__(
        self, collection: Collection, of: str | None = None, *, renderer: str = CANVAS, before: str = ""
    ) -> None:
        if of not in (None, *GRAPHS):
            raise UnknownGraphError(str(of))
        if renderer not in RENDERERS:
            raise UnknownRendererError(renderer)
        super().__init__(cdn_resources="in_line")
        self.collection, self.view, self.renderer, self.before = collection, of, renderer, before
        self.set_options(json.dumps(dict(_OPTIONS)))
        for review in collection.reviews:
            self.add_node(review.iri, label=review.label, shape="custom", title=f"{review.label}: {review.title}")
        for iri, theme in sorted(collection.themes.items()):
            self.add_node(iri, label=theme.label, shape="custom", title=f"{theme.label} ({theme.group})")
        # add_edge looks through all edges for each, and the explorer finds the links of one kind itself.
        self.edges = list(_edges(collection) if renderer == VIS else _named(collection))

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """The page as text; the arguments are those of pyvis and change nothing."""
        self.html = self._vis() if self.renderer == VIS else self._canvas()
        return self.html

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """Write the page as one file, whole or not at all; the other arguments are of pyvis and change nothing."""
        write_text(Path(name), self.generate_html())

    def _canvas(self) -> str:
        labels = {node["id"]: str(node["label"]) for node in self.nodes}
        edges = {frozenset((edge["from"], edge["to"])) for edge in self.edges}
        return explorer.page(narrowed(self.collection, labels, edges), of=self.view, before=self.before)

    def _vis(self) -> str:
        style, script = style_of("vis"), "\n".join(own(f"vis/{part}") for part in _SCRIPTS)
        # One scope for our parts, closed to the library and to whatever a browser extension adds.
        script = f'"use strict";\n(() => {{\n{script}}})();\n'
        return template("vis/page.html").render(
            **words(self.collection),
            version=__version__,
            policy=policy(style, (_library(), script)),
            style=Markup(style),  # noqa: S704  # our own files, not data
            library=Markup(_library()),  # noqa: S704 - of our own making, without what could end it
            script=Markup(script),  # noqa: S704 - of our own making, without what could end it
            data=Markup(as_json(self._data())),  # noqa: S704  # `<` is escaped
        )

    def _data(self) -> dict[str, Any]:
        return {
            "view": self.view or "both",
            "options": self.options,
            "nodes": [{"id": node["id"], "title": node.get("title", "")} for node in self.nodes],
            "edges": self.edges,
            "places": {view: _shapes(shapes) for view, shapes in places(self.collection).items()},
            "groups": _groups(self.collection),
            "themes": [
                {"id": iri, "label": theme.label, "group": theme.group, "definition": theme.definition}
                for iri, theme in sorted(self.collection.themes.items())
            ],
            "reviews": [_review(review) for review in self.collection.reviews],
        }


def page(collection: Collection, of: str | None = None, *, renderer: str = CANVAS, before: str = "") -> str:
    """The page of a collection, opening on this view."""
    return Page(collection, of, renderer=renderer, before=before).generate_html()


def _named(collection: Collection) -> Iterator[dict[str, Any]]:
    """One edge for each review and theme it names."""
    for review in collection.reviews:
        for theme in sorted(review.themes):
            items = {(quote.kind, quote.position) for quote in review.quotes if quote.theme == theme}
            yield _edge("both", review.iri, theme, len(items))


def _edges(collection: Collection) -> Iterator[dict[str, Any]]:
    """The edges of all views, each list in one order; of the many in a large view, the strongest of each node."""
    yield from _named(collection)
    many = len(collection.reviews) >= _FEW
    repeated = [link for link in theme_links(collection) if link.weight > 1]
    for link in strongest(repeated, _LINKS_DRAWN, key=_by_association if many else _by_count):
        yield _edge("themes", link.one, link.other, link.weight)
    alike = review_links(collection)
    if len(collection.reviews) > MOST_ON_A_RING:
        alike = strongest(alike, _LINKS_DRAWN, key=lambda link: (link.jaccard, link.weight))
    for link in alike:
        yield _edge("reviews", link.one, link.other, link.weight)


def _by_association(link: Link) -> tuple[float, ...]:
    return link.association, link.weight


def _by_count(link: Link) -> tuple[float, ...]:
    return link.weight, link.jaccard


def _edge(view: str, one: str, other: str, weight: int) -> dict[str, Any]:
    return {"from": one, "to": other, "view": view, "weight": weight}


def _shapes(shapes: Mapping[str, Mapping[str, Place]]) -> dict[str, dict[str, Any]]:
    distinct = {"wide": shapes["wide"]} if shapes["wide"] == shapes["tall"] else shapes
    return {
        shape: {
            iri: {**asdict(place), "room": round(label_size(place.lines, place.font)[0]) + 1}
            for iri, place in at.items()
        }
        for shape, at in distinct.items()
    }


def _groups(collection: Collection) -> list[str]:
    """The groups of themes that reviews name most: as many as there are colours that anybody can tell apart."""
    named = Counter(collection.themes[theme].group for review in collection.reviews for theme in review.themes)
    return sorted(named, key=lambda group: (-named[group], group))[:_COLOURS]


def _review(review: Review) -> dict[str, Any]:
    """A review with each item once: a quote points to its item by number."""
    printed = ({(quote.kind, quote.position): quote.text for quote in review.quotes}).items()
    items = sorted(printed)
    number = {key: n for n, (key, _) in enumerate(items)}
    return {
        "id": review.iri,
        "label": review.label,
        "title": review.title,
        "document": review.document,
        "summary": review.summary,
        "facts": [asdict(fact) for fact in review.facts],
        "items": [{"kind": kind, "position": position, "text": text} for (kind, position), text in items],
        "quotes": [[quote.theme, number[quote.kind, quote.position], quote.words] for quote in review.quotes],
    }


@cache
def _library() -> str:
    """vis-network as pyvis ships it, without the line that makes a browser's tools ask for its source map."""
    text = _LIBRARY.read_text(encoding="utf-8").replace("\r\n", "\n")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))
