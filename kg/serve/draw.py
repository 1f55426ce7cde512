"""The process that draws the explorer of a store: `WHERE FOLDER`. It leaves a page named by the state and ends."""

import contextlib
import os
import sys
from pathlib import Path
from threading import Thread

from kg.atomic import write_text
from kg.explorer.page import explorer
from kg.graphs.collecting import collect
from kg.namespaces import THEME
from kg.serve.catalogue import Catalogue
from kg.serve.drawing import file_of
from kg.serve.library import Library
from kg.vocabulary import themes


def main() -> None:
    """Draw, and remove what was drawn of other states."""
    where, folder = sys.argv[1], Path(sys.argv[2])
    Thread(target=_with_the_site, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(5)  # pages come first
    drawn = folder / draw(where, folder)
    for other in folder.glob("*.html"):
        if other != drawn:
            other.unlink(missing_ok=True)


def draw(where: str, folder: Path) -> str:
    """Write the page of a store's present state into a folder; the name of its file."""
    opened = Library(where).opened()
    page = explorer(collect(opened.store), address=lambda iri: address_of(opened.catalogue, iri))
    folder.mkdir(exist_ok=True)
    write_text(folder / file_of(opened.version), page.html)
    return file_of(opened.version)


def address_of(catalogue: Catalogue, iri: str) -> str | None:
    """The address of the page on a review or a theme."""
    if iri in catalogue.by_iri:
        return f"/reviews/{catalogue.by_iri[iri].id}"
    theme = iri.removeprefix(THEME)
    return f"/themes/{theme}" if theme in themes() else None


def _with_the_site() -> None:
    """End with whoever started this, however it ends."""
    with contextlib.suppress(OSError):
        sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
