"""Places as columns for the page, and read back from a page of before, so that what stood somewhere stays there."""

import json
import re
from collections.abc import Mapping
from typing import Any

from kg.explorer.columns import constant
from kg.graphs.collection import Collection
from kg.graphs.communities import ThemeNetwork
from kg.positions import Before, Place, places
from kg.positions.boxes import label_size

_SIDES = ("free", "in", "below", "right", "left")
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def layouts(
    collection: Collection, number: Mapping[str, int], before: Before | None, network: ThemeNetwork
) -> dict[str, Any]:
    """Parts of layouts, each once, and which of them every view is made of on a wide and on a tall screen."""
    parts: list[dict[str, Any]] = []
    views: dict[str, dict[str, list[int]]] = {}
    for view, shapes in places(collection, before, network).items():
        views[view] = {}
        for shape, at in shapes.items():
            made = [_part(at, number, of_themes=of_themes, themes=collection.themes) for of_themes in (True, False)]
            parts += [part for part in made if part["node"] and part not in parts]
            views[view][shape] = [parts.index(part) for part in made if part["node"]]
    return {"parts": parts, "views": views}


def _part(
    at: Mapping[str, Place], number: Mapping[str, int], *, of_themes: bool, themes: Mapping[str, object]
) -> dict[str, Any]:
    chosen = sorted((number[iri], place) for iri, place in at.items() if (iri in themes) == of_themes)
    shown = [place for _, place in chosen]
    return {
        "node": [node for node, _ in chosen],
        "x": [place.x for place in shown],
        "y": [place.y for place in shown],
        "width": constant([place.width for place in shown]),
        "height": constant([place.height for place in shown]),
        "side": constant([_SIDES.index(place.side) for place in shown]),
        "font": constant([place.font for place in shown]),
        # A label that has no room of its own is broken into lines only where it is drawn.
        "lines": constant(["" if place.side == "free" else "\n".join(place.lines) for place in shown]),
        "room": constant(
            [0 if place.side == "free" else round(label_size(place.lines, place.font)[0]) + 1 for place in shown]
        ),
    }


def before_of(text: str) -> Before:
    """Where everything stood in a page that was written before; nothing if the text is no such page."""
    found = _DATA.search(text)
    try:
        data = json.loads(found[1]) if found else {}
        nodes = [data[kind]["base"] + one for kind in ("reviews", "themes") for one in data[kind]["id"]]
        parts, views = data["layout"]["parts"], data["layout"]["views"]
        return {
            view: {
                nodes[node]: (float(x), float(y))
                for part in shapes["wide"]
                for node, x, y in zip(parts[part]["node"], parts[part]["x"], parts[part]["y"], strict=True)
            }
            for view, shapes in views.items()
        }
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # another page, or one that was changed
        return {}
