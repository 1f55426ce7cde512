"""The explorer as one self-contained page: our template, style, script and data, and the policy that closes it."""

from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from kg import __version__
from kg.explorer.closed import as_json, policy, style_of, template
from kg.explorer.data import Address, blocks_of
from kg.explorer.layout import before_of
from kg.explorer.scripts import FOLDER, script
from kg.graphs.collection import Collection, reviews_by_theme
from kg.graphs.communities import FEWEST
from kg.graphs.network import GRAPHS, UnknownGraphError

HEADING = "Shared themes in case reviews"


@dataclass(frozen=True, slots=True)
class Explorer:
    """The page as text, and the policy it states, for a server that sends it as a header as well."""

    html: str
    policy: str


def explorer(
    collection: Collection, *, of: str | None = None, before: str = "", address: Address | None = None
) -> Explorer:
    """The page of a collection, opening on a graph: both, themes or reviews; without `of`, on what can be read best.

    `before` is the text of an earlier page, whose places are kept; `address` tells where a site has a page on a review
    or theme, by its IRI. The same arguments give the same bytes.

    Raises: UnknownGraphError, if `of` is none of these.
    """
    opening = of or ("themes" if len(collection.reviews) >= FEWEST else "both")
    if opening not in GRAPHS:
        raise UnknownGraphError(opening)
    data, text = blocks_of(collection, opening, before_of(before), address)
    html = template(f"{FOLDER}/page.html").render(
        **words(collection),
        version=__version__,
        policy=page_policy(),
        style=Markup(style_of(FOLDER)),  # noqa: S704  # our own files, not data
        script=Markup(script()),  # noqa: S704 - of our own making, without what could end it
        data=Markup(as_json(data)),  # noqa: S704  # `<` is escaped
        text=Markup(as_json(text)),  # noqa: S704 - of our own making, without what could end it
    )
    return Explorer(html, page_policy())


def page(collection: Collection, *, of: str | None = None, before: str = "", address: Address | None = None) -> str:
    """The text of the page that `explorer` makes."""
    return explorer(collection, of=of, before=before, address=address).html


@cache
def page_policy() -> str:
    """The content security policy of every page of this version: it depends on script and style, not on data."""
    return policy(style_of(FOLDER), (script(),))


def words(collection: Collection) -> dict[str, str]:
    """Title, heading and what is counted, with its denominator."""
    documents = collection.documents
    source = (
        documents[0] if len(documents) == 1 else f"{len(documents)} documents" if documents else "nothing loaded yet"
    )
    shared = sum(len(reviews) > 1 for reviews in reviews_by_theme(collection).values())
    counts = [_counted(len(collection.reviews), "review"), _counted(len(collection.themes), "theme")]
    return {
        "title": f"{HEADING}: {source}",
        "heading": HEADING,
        "counts": f"{source} · {' · '.join(counts)}, {shared} in two reviews or more",
    }


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
