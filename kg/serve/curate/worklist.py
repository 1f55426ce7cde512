"""What to decide next: of one review, every theme and fact; of the store, the themes that are least certain."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256

from kg.codes import Verdict
from kg.curation.calibration import Match, Tally, recalibrated, tallies
from kg.curation.decision import THEME, Decision, Target
from kg.curation.intake import Reading
from kg.curation.kinds import KINDS, label, names_of
from kg.curation.rows import Row, rows
from kg.model import Digest, Status
from kg.namespaces import XSD
from kg.rdf.iris import theme_iri
from kg.rdf.terms import decimal, iri, typed
from kg.serve.catalogue import Catalogue, Entry
from kg.serve.catalogue import rows as asked
from kg.serve.curate.desk import latest
from kg.serve.names import local
from kg.stores import Store

_CONFIDENCES = "SELECT DISTINCT ?confidence { ?assignment sg:confidence ?confidence }"
_AS_SURE = "SELECT ?assignment { ?assignment sg:confidence $confidence ; sg:status $status } LIMIT $most"
_OF_THEME = (
    "SELECT ?assignment ?confidence { ?assignment oa:hasBody $theme ; sg:confidence ?confidence ; sg:status $status }"
)
_COUNT = "SELECT (COUNT(?assignment) AS ?number) { ?assignment $theme sg:status $status }"
_ABOUT = """
SELECT ?item ?theme ?quote WHERE { $assignment oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?quote }"""
_ITEM = "SELECT ?position ?text { $item sg:position ?position ; sg:text ?text }"
_OWNER = "SELECT ?review { ?review $property $item }"
_LISTS = {"learning": "sg:identifies", "recommendation": "sg:recommends"}
_MOST = 500  # things that the list of the store goes on to: who got so far decides review by review
_STATUSES = (Status.SUGGESTED, Status.STATED)  # what nobody decided about
_OPEN = frozenset(_STATUSES)


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
    target: Target
    confidence: float

    @property
    def theme(self) -> str:
        """The id of the theme."""
        return self.target.value

    @property
    def id(self) -> str:
        """Its name on the page of its review."""
        return row_id(self.target)


def row_id(target: Target) -> str:
    """A short name made from what a target is about."""
    return "r-" + sha256(repr(target.key).encode()).hexdigest()[:10]


def target_of(catalogue: Catalogue, entry: Entry) -> Target:
    """What targets in a review have in common."""
    return _targets(catalogue)[entry.iri]


def tasks(found: Reading, review: Target, decisions: Sequence[Decision]) -> list[Task]:
    """Every theme and fact of a review: what is open first, and the least certain of that before the rest."""
    counts = tallies(decisions)
    about = [each for each in decisions if each.target.document == review.document]
    made = [_task(row, counts, about) for row in rows(found.curated) if _is_of(row.target, review)]
    return sorted(made, key=lambda task: (not task.is_open, 1.0 if task.confidence is None else task.confidence))


def least_certain(store: Store, decisions: Iterable[Decision], theme: str = "") -> list[tuple[float, str]]:
    """The themes that nobody decided about, by confidence and the IRI of their assignment, the least certain first.

    There are few confidences and many assignments, so the engine is asked for one confidence after the other until
    there are enough.
    """
    counts = tallies(decisions)
    if theme:
        found = (row for each in _STATUSES for row in asked(store, _filled(_OF_THEME, theme=theme, status=each)))
        return sorted((_sure(counts, confidence), node) for node, confidence in found)[:_MOST]
    made: list[tuple[float, str]] = []
    for sure, confidence in sorted((_sure(counts, each), each) for (each,) in asked(store, _CONFIDENCES)):
        for status in _STATUSES:
            question = _filled(_AS_SURE, confidence=confidence, status=status)
            made += [(sure, node) for node in sorted(node for (node,) in asked(store, question))]
        if len(made) >= _MOST:
            break
    return made[:_MOST]


def open_themes(store: Store, theme: str = "") -> int:
    """How many themes nobody decided about."""
    questions = (_filled(_COUNT, theme=theme, status=each) for each in _STATUSES)
    return sum(int(number) for question in questions for (number,) in asked(store, question))


def unsure(store: Store, catalogue: Catalogue, found: Iterable[tuple[float, str]]) -> list[Unsure]:
    """Where assignments stand, and what they say."""
    shared = _targets(catalogue)
    made = []
    for sure, node in found:
        for item, theme, quote in asked(store, _ABOUT.replace("$assignment", iri(node))):
            part, review = _owner(store, item)
            [(position, text)] = asked(store, _ITEM.replace("$item", iri(item))) if part in _LISTS else [("", "")]
            target = replace(shared[review], part=part, item=text, kind=THEME, value=local(theme), quote=quote)
            where = f"{part} {position}".strip()
            made.append(Unsure(catalogue.by_iri[review], where, target, sure))
    return made


def _owner(store: Store, item: str) -> tuple[str, str]:
    """In which list of which review an item stands; what is in none is a review itself."""
    for part, property_ in _LISTS.items():
        for (review,) in asked(store, _OWNER.replace("$property", property_).replace("$item", iri(item))):
            return part, review
    return "review", item


def _filled(question: str, *, status: str, theme: str = "", confidence: str = "0") -> str:
    """A question with its constants in it, where the engine finds them by its indexes."""
    named = iri(theme_iri(theme)) if theme else ""
    if question is _COUNT:
        named = f"oa:hasBody {named} ;" if theme else ""
    values = {"$theme": named, "$status": f"code:{status}", "$most": str(_MOST)}
    values["$confidence"] = typed(decimal(Decimal(confidence)), XSD.decimal)
    for name, value in values.items():
        question = question.replace(name, value)
    return question


def _sure(counts: Mapping[Match, Tally], confidence: str) -> float:
    return recalibrated(counts, THEME, float(confidence)) or 0.0


def _targets(catalogue: Catalogue) -> Mapping[str, Target]:
    """What targets in each review have in common: titles that come twice in a document are told apart by number."""
    before: Counter[tuple[str, str]] = Counter()
    found = {}
    for entry in catalogue.reviews:
        title = entry.source.name, entry.title
        found[entry.iri] = Target(*title, before[title], "", "", "", "")
        before[title] += 1
    return found


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
