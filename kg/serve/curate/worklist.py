"""What to decide next: of one review, every theme and fact; of the store, the themes that are least certain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.curation.calibration import Match, Tally, recalibrated, tallies
from kg.curation.decision import THEME, Decision, Target
from kg.curation.intake import Reading
from kg.curation.kinds import KINDS, label, names_of
from kg.curation.rows import Row, rows
from kg.model import Digest, Status
from kg.model.codes import Verdict
from kg.serve.catalogue import Catalogue, Entry
from kg.serve.catalogue import rows as asked
from kg.serve.curate.desk import latest
from kg.serve.names import local
from kg.stores import Store

_UNSURE = """
SELECT ?review ?part ?position ?text ?theme ?quote ?confidence ?status WHERE {
  VALUES (?property ?part) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?assignment a sg:ThemeAssignment ; oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?quote ;
    sg:confidence ?confidence ; sg:status ?status .
  ?item sg:position ?position ; sg:text ?text .
  ?review ?property ?item .
}"""
_OPEN = frozenset((Status.STATED, Status.SUGGESTED))


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to decide about, as a page shows it."""

    row: Row
    confidence: float | None  # after what people decided about others of its kind
    decision: Decision | None  # the last that bears on it

    @property
    def id(self) -> str:
        """Its name on a page: the same before and after a decision."""
        return row_id(self.row.target)

    @property
    def name(self) -> str:
        """What its value is called."""
        target = self.row.target
        return label(target.part, target.kind, target.value)

    @property
    def is_open(self) -> bool:
        """Whether nobody decided about it yet."""
        return self.decision is None and self.row.status in _OPEN


@dataclass(frozen=True, slots=True)
class Unsure:
    """A theme in a review that nobody decided about."""

    entry: Entry
    where: str
    theme: str
    quote: str
    text: str
    confidence: float
    id: str


def row_id(target: Target) -> str:
    """A short name made from what a target is about."""
    return "r-" + sha256(repr(target.key).encode()).hexdigest()[:10]


def target_of(catalogue: Catalogue, entry: Entry) -> Target:
    """What targets in a review have in common."""
    same = [each for each in catalogue.reviews if (each.source, each.title) == (entry.source, entry.title)]
    return Target(entry.source.name, entry.title, same.index(entry), "", "", "", "")


def tasks(found: Reading, review: Target, decisions: Sequence[Decision]) -> list[Task]:
    """Every theme and fact of a review: what is open first, and the least certain of that before the rest."""
    counts = tallies(decisions)
    about = [each for each in decisions if each.target.document == review.document]
    made = [_task(row, counts, about) for row in rows(found.curated) if _is_of(row.target, review)]
    return sorted(made, key=lambda task: (not task.is_open, 1.0 if task.confidence is None else task.confidence))


def unsure(store: Store, catalogue: Catalogue, decisions: Iterable[Decision]) -> list[Unsure]:
    """The themes of all items that nobody decided about, the least certain first."""
    counts = tallies(decisions)
    shared = {entry.iri: target_of(catalogue, entry) for entry in catalogue.reviews}
    made = []
    for review, part, position, text, theme, quote, confidence, status in asked(store, _UNSURE):
        if review in shared and local(status) in tuple(_OPEN):
            target = replace(shared[review], part=part, item=text, kind=THEME, value=local(theme), quote=quote)
            sure = recalibrated(counts, THEME, float(confidence)) or 0.0
            entry = catalogue.by_iri[review]
            made.append(Unsure(entry, f"{part}-{position}", target.value, quote, text, sure, row_id(target)))
    order = {entry.iri: number for number, entry in enumerate(catalogue.reviews)}
    return sorted(made, key=lambda each: (each.confidence, order[each.entry.iri], each.where, each.theme))


def places(digest: Digest, review: Target) -> list[tuple[str, str]]:
    """Where in a review something can be added: the name of each part, and its words."""
    same = [each for each in digest.reviews if each.title.text == review.review]
    found = same[review.occurrence]
    children = max(1, len(found.children))
    return [
        ("review", "the review itself"),
        ("incident", "the incident"),
        *((f"child-{number}", f"child {number}") for number in range(1, children + 2)),
        *((f"learning-{item.position}", item.passage.text) for item in found.learning),
        *((f"recommendation-{item.position}", item.passage.text) for item in found.recommendations),
    ]


def kinds() -> list[str]:
    """Every kind of thing that can be added somewhere."""
    return list(dict.fromkeys(name for part in KINDS for name in names_of("child-1" if part == "child" else part)))


def verdict_in_words(decision: Decision) -> str:
    """What somebody decided, as a sentence says it."""
    said = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.CHANGE: "changed", Verdict.ADD: "added"}
    what = label(decision.target.part, decision.target.kind, decision.target.value) or decision.target.value
    new = label(decision.target.part, decision.target.kind, decision.new_value) if decision.new_value else ""
    return f"{decision.by} {said[decision.verdict]} {decision.target.kind} “{what}”" + (f" to “{new}”" if new else "")


def _task(row: Row, counts: Mapping[Match, Tally], about: Sequence[Decision]) -> Task:
    return Task(row, recalibrated(counts, row.target.kind, row.confidence), latest(about, row.target))


def _is_of(target: Target, review: Target) -> bool:
    return (target.review, target.occurrence) == (review.review, review.occurrence)
