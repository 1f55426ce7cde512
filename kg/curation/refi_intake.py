"""The codings of a project into decisions: what people coded and the store does not say yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.codes import Verdict
from kg.curation.apply import items_of
from kg.curation.decision import THEME, Decision, Target
from kg.curation.intake import Reading
from kg.curation.kinds import ITEMS
from kg.curation.refi import theme_guid
from kg.curation.refi_read import Coding
from kg.curation.words import find
from kg.model import Digest, Item, Passage, Status, joined, passage
from kg.vocabulary import themes


@dataclass(slots=True)
class Intake:
    """Takes codings, gives decisions, and counts what nothing can be made of."""

    by: str
    on: date
    left_out: Counter[str] = field(default_factory=Counter)

    def decisions(self, codings: Iterable[Coding], readings: Mapping[str, Reading]) -> tuple[Decision, ...]:
        """A decision for each coding of an item with a theme that does not count there yet."""
        known = {theme_guid(theme): theme for theme in themes()}
        named = {theme.label.casefold(): id_ for id_, theme in themes().items()}
        found: dict[tuple[object, ...], Decision] = {}
        for coding in codings:
            theme = known.get(coding.code) or named.get(coding.name.casefold())
            reading = readings.get(coding.source.name)
            if theme is None:
                self.left_out[f"the code {coding.name!r} is no theme of the scheme"] += 1
            elif reading is None:
                self.left_out[f"the store holds no document called {coding.source.name!r}"] += 1
            else:
                for decision in self._of_coding(coding, theme, reading):
                    found.setdefault(decision.target.key, decision)
        return tuple(found.values())

    def _of_coding(self, coding: Coding, theme: str, reading: Reading) -> Iterator[Decision]:
        words = located(coding, reading.curated.document.text)
        places = [] if words is None else list(_places(reading.curated, words))
        if not places:
            self.left_out["the words stand in no learning point and no recommendation of the document"] += 1
        for start, item, quote in places:
            held = next((each for each in item.themes if each.theme == theme), None)
            if held is None or not held.counts:
                verdict = Verdict.ACCEPT if held and held.status is Status.SUGGESTED else Verdict.ADD
                target = Target(*start, item.passage.text, THEME, theme, quote.text)
                confidence, label = (held.confidence, held.label) if held else (None, "")
                yield Decision(target, verdict, self.by, self.on, confidence=confidence, label=label)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, a line for each reason."""
        return tuple(f"{count} coding{'' if count == 1 else 's'}: {why}" for why, count in self.left_out.items())


def sources_named(codings: Iterable[Coding]) -> frozenset[str]:
    """The names of the sources that have codings."""
    return frozenset(coding.source.name for coding in codings)


def located(coding: Coding, text: str) -> Passage | None:
    """Where the coded words stand in a text: at the same place, or at the nearest one where they stand."""
    said = coding.source.text[coding.start : coding.end]
    if coding.start < 0 or not said.strip():
        return None
    if text[coding.start : coding.end] == said:
        return passage(text, coding.start, coding.end)
    places = list(_all_places(text, joined(said)))
    return min(places, key=lambda place: abs(place.start - coding.start), default=None)


def _all_places(text: str, words: str) -> Iterator[Passage]:
    place = find(text, words, 0, len(text))
    while place is not None:
        yield place
        place = find(text, words, place.end, len(text))


def _places(digest: Digest, words: Passage) -> Iterator[tuple[tuple[str, str, int, str], Item, Passage]]:
    """The items that words reach into: how a target begins there, the item, and the words inside it."""
    before: Counter[str] = Counter()
    for review in digest.reviews:
        title = review.title.text
        for part in ITEMS:
            for item in items_of(review, part):
                start, end = max(words.start, item.passage.start), min(words.end, item.passage.end)
                if start < end:
                    quote = passage(digest.document.text, start, end)
                    yield (digest.document.name, title, before[title], part), item, quote
        before[title] += 1
