"""One labelled review beside what was read for it: facts right or wrong, and labels right, wrong and missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.evaluation.alignment import found, plain
from kg.evaluation.gold import NO_LABELS, GoldItem, GoldReview, Labels, children_of
from kg.to_json import Json

LISTS = ("learning", "recommendations")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled review, and what was read for it; `None` where nothing was."""

    document: str  # the file's name
    gold: GoldReview
    read: Json | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a review as labelled and as read."""

    name: str
    gold: Any
    read: Any
    is_right: bool


@dataclass(frozen=True, slots=True)
class Sets:
    """The labels given by the gold and by the reading; those only one of two readers gave count neither way."""

    gold: Labels
    read: Labels
    either: Labels = NO_LABELS

    @property
    def right(self) -> Labels:
        """Read, and in the gold."""
        return self.gold & self.read

    @property
    def wrong(self) -> Labels:
        """Read, and given by no reader."""
        return self.read - self.gold - self.either

    @property
    def missed(self) -> Labels:
        """In the gold, and not read."""
        return self.gold - self.read


@dataclass(frozen=True, slots=True)
class ItemPair:
    """A labelled item, and the item read for it; `None` where none begins with its words."""

    place: str  # such as learning-2
    gold: GoldItem
    read: Json | None


def facts(pair: Pair) -> tuple[Fact, ...]:
    """The fields that are right or wrong as a whole, by name. Of a review that was not found all are wrong."""
    gold, read = pair.gold, pair.read or {}
    incident = read.get("incident") or {}
    sides: dict[str, tuple[Any, Any]] = {
        "children": (gold.children, children_of(read.get("children") or [])),
        "date": (gold.incident_date, incident.get("date")),
        "fatal": (gold.fatal, incident.get("outcome") == "death"),
        "keywords": (_plain(gold.keywords), _plain(read.get("keywords") or [])),
        "labels": (_plain(gold.labels), _plain(read.get("labels") or [])),
        "place": (plain(gold.place), plain(read.get("place"))),
        "published": (gold.published, read.get("published")),
        "review_type": (gold.review_type, read.get("review_type")),
    }
    return tuple(
        Fact(name, one, other, bool(read) and (one == other or (name == "date" and other in gold.incident_date_or)))
        for name, (one, other) in sides.items()
    )


def harms(pair: Pair) -> Sets:
    """The harms, hedged or not."""
    incident = (pair.read or {}).get("incident") or {}
    read = (*(incident.get("harms") or ()), *(incident.get("hedged_harms") or ()))
    return Sets(pair.gold.harms, frozenset(read), pair.gold.harms_either)


def perpetrators(pair: Pair) -> Sets:
    """The alleged perpetrators, by relation to the child."""
    read = (one["relation"] for one in (pair.read or {}).get("alleged_perpetrators") or ())
    return Sets(pair.gold.perpetrators, frozenset(read), pair.gold.perpetrators_either)


def review_themes(pair: Pair) -> Sets | None:
    """The themes of the review and of all its items; `None` if they were not labelled."""
    read = theme_ids((pair.read or {}).get("themes")).union(
        *(theme_ids(item.get("themes")) for kind in LISTS for item in items_read(pair, kind))
    )
    return None if pair.gold.themes is None else Sets(pair.gold.themes, read, pair.gold.themes_either)


def items(pair: Pair) -> Iterator[ItemPair]:
    """Each labelled item with the one read for it."""
    for kind in LISTS:
        read = items_read(pair, kind)
        for number, item in enumerate(_gold_list(pair, kind).items, 1):
            yield ItemPair(f"{kind}-{number}", item, found(item, read))


def lists_wrong(pair: Pair) -> tuple[str, ...]:
    """What is wrong with the lists of a review, in words: a length, or an item that was not found."""
    wrong = [] if pair.read else ["the review was not found"]
    for kind in LISTS:
        count, read = _gold_list(pair, kind).count, len(items_read(pair, kind))
        if count not in (None, read):
            wrong.append(f"{kind}: {count} items, {read} read")
    wrong += [f"no item read begins with: {item.gold.head}" for item in items(pair) if item.read is None]
    return tuple(wrong)


def item_themes(item: ItemPair) -> Sets | None:
    """The themes of an item; `None` if they were not labelled."""
    read = theme_ids((item.read or {}).get("themes"))
    return None if item.gold.themes is None else Sets(item.gold.themes, read, item.gold.themes_either)


def actions(item: ItemPair) -> Sets | None:
    """The actions of a recommendation; `None` if they were not labelled."""
    return _codes(item.gold.actions, item, "actions", item.gold.actions_either)


def addressees(item: ItemPair) -> Sets | None:
    """The addressees of a recommendation; `None` if they were not labelled."""
    gold = item.gold.addressees
    return _codes(None if gold is None else gold - {"unspecified"}, item, "addressees", item.gold.addressees_either)


def items_read(pair: Pair, kind: str) -> list[Json]:
    """The learning points or recommendations that were read."""
    return (pair.read or {}).get(kind) or []


def theme_ids(entries: Iterable[Json | str] | None) -> Labels:
    """The ids of themes given as ids or as entries with one."""
    return frozenset(entry if isinstance(entry, str) else entry["theme"] for entry in entries or ())


def _codes(gold: Labels | None, item: ItemPair, key: str, either: Labels) -> Sets | None:
    return None if gold is None else Sets(gold, frozenset((item.read or {}).get(key) or ()), either)


def _gold_list(pair: Pair, kind: str) -> Any:  # noqa: ANN401 - plain JSON
    return pair.gold.learning if kind == "learning" else pair.gold.recommendations


def _plain(values: Iterable[str]) -> list[str]:
    return sorted(map(plain, values))
