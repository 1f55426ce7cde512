"""Decisions into a store, and the documents as these leave them: nobody's decision is lost to another's.

A store of our own has one writer: all is written in one transaction. To an engine elsewhere others write at the same
time. Decisions are only ever added there, and documents written again until neither a decision about them nor other
bytes of theirs came meanwhile (docs/decisions/315), whoever decides or loads.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kg.curation import records
from kg.curation.decision import Decision, by_document, in_force
from kg.curation.documents import Stored, bases, hashes, stored
from kg.folder import StoreError
from kg.rdf.iris import decisions_iri
from kg.rdf.statements import Triple
from kg.stores import Shared

if TYPE_CHECKING:
    from kg.stores import Store

About = Mapping[str, Sequence[Decision]]


def write(
    store: "Store",
    before: Sequence[Decision],
    held: Mapping[str, Stored],
    *,
    new: Sequence[Decision] = (),
    gone: Sequence[Decision] = (),
    are_listed: bool = False,
) -> tuple[Decision, ...]:
    """Add decisions to those that the store held, and keep which of them were taken back; the new come back numbered.

    They get the next numbers. Those of a list (`are_listed`) keep theirs in a store that holds no decisions.
    """
    numbered = tuple(new) if are_listed and not before else _numbered(new, before)
    by_id = {each.id: each for each in gone}
    after = (*(by_id.get(each.id, each) for each in before), *numbered)
    documents = {each.target.document for each in (*numbered, *gone)}
    if not isinstance(store, Shared):
        _write_all(store, after, documents, held)
        return numbered
    return _write_beside_others(store, after, documents, held, partial(_decide, store, numbered, gone))


def _numbered(new: Sequence[Decision], others: Sequence[Decision], room: int = 1) -> tuple[Decision, ...]:
    """Decisions with the numbers that follow those of others; what came with one import still does."""
    first = max((decision.number for decision in others), default=0) + room
    batch = max((decision.batch for decision in others), default=0) + room
    batches = {each: batch + place for place, each in enumerate(dict.fromkeys(each.batch for each in new))}
    return tuple(replace(each, number=number, batch=batches[each.batch]) for number, each in enumerate(new, first))


def _write_all(store: "Store", decisions: Sequence[Decision], documents: set[str], held: Mapping[str, Stored]) -> None:
    """Write all decisions, and the graphs of some documents as these leave them, in one transaction."""
    graphs = _graphs(_about(decisions, documents), held)
    store.put([*graphs, (decisions_iri(), records.triples(decisions, bases(store)))])


def _write_beside_others(
    store: Shared,
    decisions: Sequence[Decision],
    documents: set[str],
    held: Mapping[str, Stored],
    decide: Callable[[], tuple[Decision, ...]],
) -> tuple[Decision, ...]:
    """Write documents, then the decisions, and documents again for as long as others decide about them or load them.

    Decisions come last: what is broken off takes in the same decisions once more.
    """
    if not documents:
        return ()
    about, held = _about(decisions, documents), _as_loaded(store, held, documents)
    store.put(_graphs(about, held))
    try:
        made = decide()
    except StoreError:  # what is refused must not stand in the documents
        store.put(_graphs(_about(records.recorded(store), documents), held))
        raise
    while True:
        now, loaded = _about(records.recorded(store), documents), _as_loaded(store, held, documents)
        if (now, loaded) == (about, held):
            return made
        about, held = now, loaded
        store.put(_graphs(about, held))


def decided_meanwhile(store: Shared, before: Mapping[str, Sequence[Decision]], documents: set[str]) -> None:
    """Write documents again that were loaded as earlier decisions left them, while others decide about them."""
    about = _about([each for found in before.values() for each in found], documents)
    while (now := _about(records.recorded(store), documents)) != about:
        others = {name: now[name] for name in documents if now[name] != about[name]}
        about = now
        store.put(_graphs(others, {each.name: each for each in stored(store, others)}))


def _as_loaded(store: Shared, held: Mapping[str, Stored], documents: set[str]) -> Mapping[str, Stored]:
    """Documents as they were read, but those anew that the store holds with other bytes by now."""
    known = {name: held[name].digest.document.sha256 for name in documents if name in held}
    now = hashes(store, known)
    others = {name for name, sha256 in known.items() if now.get(name, sha256) != sha256}
    return {**held, **{each.name: each for each in stored(store, others)}} if others else held


def _decide(store: Shared, new: Sequence[Decision], gone: Sequence[Decision]) -> tuple[Decision, ...]:
    """Write which decisions were taken back, and the new ones, which come back as they are numbered."""
    store.exchange(decisions_iri(), (), records.withdrawals(gone))
    return _add_beside_others(store, new) if new else ()


def _add_beside_others(store: Shared, new: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add decisions, and give them other numbers where somebody took the same ones at the same moment.

    Of two who see each other, the one whose first decision has the greater id leaves room for the other.
    """
    gone: Sequence[Triple] = ()
    while True:
        come = tuple(records.triples(new, bases(store)))
        store.exchange(decisions_iri(), gone, come)
        others = [each for each in records.history(store) if each.id not in {mine.id for mine in new}]
        numbers, batches = {each.number for each in new}, {each.batch for each in new}
        same = [each for each in others if each.number in numbers or each.batch in batches]
        if not same:
            return tuple(new)
        new, gone = _numbered(new, others, 1 + sum(each.id < new[0].id for each in same)), come


def _about(decisions: Sequence[Decision], documents: set[str]) -> About:
    """The decisions in force about each document."""
    found = by_document(in_force(decisions))
    return {name: [_as_applied(each) for each in found.get(name, ())] for name in sorted(documents)}


def _as_applied(decision: Decision) -> Decision:
    """A decision without what makes no difference to a document but its place in the order."""
    return replace(decision, batch=0)


def _graphs(about: About, held: Mapping[str, Stored]) -> list[tuple[str, tuple[Triple, ...]]]:
    return [(held[name].iri, held[name].triples(about[name])) for name in about if name in held]
