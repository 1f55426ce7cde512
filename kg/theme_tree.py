"""The vocabulary as a tree with counts, and one theme with all that the scheme says of it."""

import difflib
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.answers import Answer, Value
from kg.errors import KGError
from kg.namespaces import SG, THEME
from kg.stores import Store
from kg.vocabulary import Theme, ancestors, narrower, themes


class UnknownThemeError(KGError):
    """The scheme has no theme of this id."""

    def __init__(self, theme: str) -> None:
        near = difflib.get_close_matches(theme.lower(), themes(), n=3, cutoff=0.5)
        hint = f"Did you mean {', '.join(near)}?" if near else "`kg themes` lists them."
        super().__init__(f"No theme is called {theme!r}. {hint}")


@dataclass(frozen=True, slots=True)
class Count:
    """In how many reviews a theme is named: itself, and itself or a narrower one."""

    itself: int = 0
    with_narrower: int = 0


Counts = Mapping[str, Count]

_NAMED = f"SELECT ?review ?theme WHERE {{ ?review a <{SG.Review}> ; <{SG.theme}> ?theme }} ORDER BY ?review ?theme"


def counts(store: Store) -> Counts:
    """The counts of every theme of the scheme, in reviews."""
    named: dict[str, set[str]] = {theme: set() for theme in themes()}
    for review, theme in store.query(_NAMED).rows:
        named.setdefault(str(theme).removeprefix(THEME), set()).add(str(review))
    return {theme: Count(len(named[theme]), len(_below(theme, named))) for theme in themes()}


def tree(found: Counts | None, *, indented: bool) -> Answer:
    """Every theme below its broader one; `indented` shows the depth in the label instead of a column."""
    order = list(_depth_first(None, 0))
    columns = ("theme", "id") if indented else ("id", "label", "broader")
    rows: list[tuple[Value, ...]] = [
        ("  " * depth + theme.label, theme.id) if indented else (theme.id, theme.label, theme.broader or "")
        for depth, theme in order
    ]
    if found is None:
        return Answer(columns, tuple(rows))
    counted = [(found[theme.id].itself, found[theme.id].with_narrower) for _, theme in order]
    whole: tuple[tuple[Value, ...], ...] = tuple((*row, *n) for row, n in zip(rows, counted, strict=True))
    return Answer((*columns, "reviews", "with_narrower"), whole)


def described(theme: str, found: Counts | None) -> str:
    """One theme as text: definition, notes, labels, where it stands, and its counts.

    Raises: UnknownThemeError.
    """
    if theme not in themes():
        raise UnknownThemeError(theme)
    return "\n".join(line for name, text in _said(themes()[theme], found) if text for line in _entry(name, text)) + "\n"


def _said(theme: Theme, found: Counts | None) -> Iterator[tuple[str, str]]:
    yield theme.label, theme.id
    yield "definition", theme.definition
    yield "scope", theme.scope_note
    yield "broader", " < ".join(ancestors(theme.id))
    yield "narrower", ", ".join(narrower(theme.id))
    yield "also called", "; ".join(theme.alt_labels)
    yield "weak hints", "; ".join(theme.hidden_labels)
    yield "patterns", "; ".join(theme.gap_patterns)
    yield "not meant in", "; ".join(theme.exclusions)
    yield "notes", "; ".join(theme.notes)
    if found is not None:
        count = found[theme.id]
        yield "reviews", f"{count.itself} ({count.with_narrower} with narrower themes)"


def _entry(name: str, text: str) -> list[str]:
    return textwrap.wrap(f"{name}: {text}", 100, subsequent_indent="  ", break_on_hyphens=False)


def _depth_first(above: str | None, depth: int) -> Iterator[tuple[int, Theme]]:
    for theme in themes().values():
        if theme.broader == above:
            yield depth, theme
            yield from _depth_first(theme.id, depth + 1)


def _below(theme: str, named: Mapping[str, set[str]]) -> set[str]:
    return named[theme].union(*(_below(child, named) for child in narrower(theme)))
