"""Words that people gave for themes and the scheme lacks: proposals for its editor, never taken by themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.answers import Answer
from kg.codes import Verdict
from kg.curation.decision import THEME, Decision, ruling
from kg.curation.words import bare
from kg.extract.themes.assigned import assign_themes
from kg.extract.themes.matches import STATED_FROM
from kg.model import Passage

MISSING, HINT = "words that no label matches", "hint that people accept"


def proposals(decisions: Iterable[Decision]) -> Answer:
    """A row for each theme and wording that could become one of its labels, the most often decided first.

    Words of themes that people added or changed to, which no label of the theme matches; and labels that only hint at
    their theme, with how often people accepted and rejected what they found.
    """
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for theme, words, why, right in _votes(ruling(decisions).values()):
        counts[theme, words, why][0 if right else 1] += 1
    rows = [(theme, words, why, yes, no) for (theme, words, why), (yes, no) in counts.items() if yes]
    rows.sort(key=lambda row: (row[4] - row[3], row[:3]))
    return Answer(("theme", "words", "why", "for", "against"), tuple(rows))


def _votes(decisions: Iterable[Decision]) -> Iterator[tuple[str, str, str, bool]]:
    for decision in decisions:
        target = decision.target
        if target.kind != THEME:
            continue
        if decision.verdict in (Verdict.ADD, Verdict.CHANGE) and not _matches(target.quote, decision.value):
            yield decision.value, bare(target.quote), MISSING, True
        if decision.label and decision.confidence is not None and decision.confidence < STATED_FROM:
            yield target.value, decision.label, HINT, decision.verdict is Verdict.ACCEPT


def _matches(words: str, theme: str) -> bool:
    (found,) = assign_themes(words, [Passage(0, len(words), words)])
    return any(each.theme == theme for each in found)
