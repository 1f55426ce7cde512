"""What the form of a list's parts says of the list: requests ("schools to keep a log") or what was found."""

import re
from collections.abc import Sequence

from kg.extract.actions.request_verbs import BASE
from kg.extract.parts import SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLETS

_BEFORE = rf"[\s*\"'({BULLETS}–>-]*(?:\(?(?:\d{{1,2}}|[a-z])[.)]\s+)?(?:and\s+)?"
_FIRST_VERB = deferred(
    rf"{_BEFORE}(?:to\s+)?(?:(?:urgently|always|never|also|jointly|regularly"
    rf"|routinely)\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\b\s*(?P<next>[\w'-]*)",
    re.IGNORECASE,
)
_NOUNS_TOO = frozenset(
    re.split(
        r"\W+",
        """review plan record audit work support report use help contact change need press look map start check
        test measure trial pilot draft lead move trace wait state demand challenge research design
        brief link flag track end hand fund pool talk coach alert copy name place cut stop claim
        hold run delay study sample display stress experience process share supply train order form
        call care ban resource finance purchase release visit exchange raise increase evidence
        question""",
    )
)
_OBJECT = deferred(
    r"(?:the|an?|all|every|each|its|their|our|any|both|how|whether|what|that|with|on|out|up|local|current|existing"
    r"|new|more|joint"
    r"|staff|schools|families|parents|children|young|professionals|practitioners|partners|agencies|together|to|for|at"
    r"|in)\Z",
    re.IGNORECASE,
)
_NO_OBJECT = deferred(r"(?:of|was|were|is|are|had|has|by|between|from)\Z", re.IGNORECASE)
_TO_DO = deferred(
    rf"{_BEFORE}(?:(?!(?:to|was|were|is|are|had|has|have|who|that|which|did|failed|need|needs|not|when|if|how|where"
    rf"|because|opportunit\w+|failure"
    r"|ability|reluctan\w+|tendency|attempts?|duty|pressure|decisions?|importance|willingness|confidence|chances?"
    r"|able|unable|access"
    r"|responses?|referrals?|due|led|seemed|tended|visits?|relation)\b)[\w'’&/()-]+,?\s+){1,11}?to\s+(?:(?:be|have)\b"
    r"|(?P<verb>[a-z-]+)\b)",
    re.IGNORECASE,
)
OUGHT = deferred(  # of somebody, now
    r"\b(?:should|must|ought\s+to|needs?\s+to|(?:is|are)\s+(?:asked|advised|urged)\s+to)\b"
    r"(?!\s+have\b(?!\s+(?:an?|the|access|all|their|its|regular|clear|more|robust|one|no|time|enough|sufficient"
    r"|\w+ing)\b))",
    re.IGNORECASE,
)
_PLANNED = deferred(
    rf"{_BEFORE}(?:(?!(?:was|were|had|has|have|did|that|which|who|if|when)\b)[\w'&/()-]+,?\s+){{1,14}}?"
    r"(?:will|(?:is|are)\s+to)\s+(?!have\b)[a-z]",
    re.IGNORECASE,
)
_FOUND = deferred(
    r"\b(?:was|were|had|did|could\s+have|should\s+have|failed|remained|became|led|went|knew|saw|made|took|gave)\b"
    r"|\b(?:not|never|nobody|rarely)\b"
    rf"|\A{_BEFORE}(?:(?:an?|the|some|over-?)\s*)?(?:lack|absence|failure|missed|poor|limited|impact|importance|value"
    rf"|weak\w*|gaps?|delays?|over-?\w+"
    r"|insufficient|inadequate|inconsisten\w+|confusion|role|voice|drift|reliance)\b",
    re.IGNORECASE,
)


def form(parts: Sequence[str]) -> SectionKind | None:
    """What most parts of a list are: recommendations or learning; none where neither has more."""
    asked = sum(map(_asked, parts))
    found = sum(1 for part in parts if not is_request(part) and _FOUND.search(part))
    if asked > found and 2 * asked >= len(parts):
        return SectionKind.RECOMMENDATIONS
    return SectionKind.LEARNING if found > asked and 2 * found >= len(parts) else None


def are_requests(parts: Sequence[str]) -> bool:
    """Whether most parts ask somebody to do something, by their form alone."""
    return 3 * sum(map(is_request, parts)) >= 2 * len(parts)


def are_plans(parts: Sequence[str]) -> bool:
    """Whether each part tells what somebody will do, or what is to be done."""
    return all(map(_PLANNED.match, parts))


def _asked(part: str) -> float:
    return 1.0 if is_request(part) else (0.6 if OUGHT.search(part) else 0.0)


def is_request(part: str) -> bool:
    """Whether a part opens with what is to be done, or with who is to do it."""
    first = _FIRST_VERB.match(part)
    if first and first["verb"].lower() in BASE and not _NO_OBJECT.match(first["next"]):
        return first["verb"].lower() not in _NOUNS_TOO or bool(_OBJECT.match(first["next"]))
    whom = _TO_DO.match(part)
    return bool(whom and (whom["verb"] is None or whom["verb"].lower() in BASE))
