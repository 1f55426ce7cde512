"""Whether a review of a name is there, and which names are near it: an empty answer alone does not say."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.stores import Store

_NAMES = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX sg: <https://w3id.org/safeguarding-kg/ontology#>
SELECT DISTINCT ?name { ?review a sg:Review ; sg:label|dcterms:title ?name }"""
_NEAREST = 3


def unknown(store: "Store", name: str) -> str | None:
    """What to tell whoever asked about a review of this label or title; `None` where there is one."""
    names = {str(row[0]).lower(): str(row[0]) for row in store.query(_NAMES).rows}
    wanted = name.lower()
    if wanted in names:
        return None
    holding = sorted((each for each in names if wanted.strip() and wanted.strip() in each), key=len)
    near = list(dict.fromkeys((*holding, *get_close_matches(wanted, names, _NEAREST))))[:_NEAREST]
    hint = f" Nearest: {'; '.join(names[each] for each in near)}." if near else ""
    return f"No review has the label or title {name!r}.{hint} `kg query recommendations-per-review` lists all titles."
