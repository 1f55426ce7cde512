"""Where a list is divided: at bullets, at numbers that count up, at semicolons that no bracket or quotation holds."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extract.text.lines import begins_line
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span

_CLOSED_BY = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 200  # characters; a bracket open for longer was never closed
_QUOTATION = deferred(r"""(?<![\w"'])(?P<mark>["'])(?=\w)[^"\n]{1,80}?(?<=[\w.,!?;])(?P=mark)(?!\w)""")
_ENTITY_END = deferred(r"&(?:#\d{1,5}|[a-z]{2,8})$", re.IGNORECASE)
_LONGEST_ENTITY = 10  # characters
_ADDRESS = deferred(r"(?:https?://|www\.)[^\s;]*(?:;[^\s;]+)+", re.IGNORECASE)
_SIGNS = "•‣◦·▪●■□❖➢➤→✓✔∙\u2043⦁○◆◇▸►▶★☆☐☑✗✘➔❑❒\u2705\u274c\u27a1\uf0a7\uf0b7\uf0d8\uf0fc"  # the last: of a font
_SIGNS_BEFORE_A_SPACE = "+~»\u203a"
BULLETS = _SIGNS + _SIGNS_BEFORE_A_SPACE  # signs that are nothing else at the head of a line
BULLET_MARK = (
    rf"[ >]*(?:[{_SIGNS}]\ufe0f?\s*|[–-](?!old\b)(?=[A-Za-z'\"])"
    rf"|(?:[*{_SIGNS_BEFORE_A_SPACE}–-]|(?-i:o)(?= +[A-Za-z'\"])"
    r"|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4}|(?-i:[A-H]|[IVX]{1,4}))[.)\]]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[A-Za-z])|#\d{1,2}[.):]?|\d{1,2}(?::| ?[|–-])(?=\s+[A-Za-z])"
    r"|(?-i:R|LP|Rec|F|L) ?\d{1,2}(?:[.):]| ?[–-]|(?=\s+(?-i:[A-Z]))))"
    r"\s+)(?=\S)"
)
INLINE_BULLET = r"\s[•‣◦▪●]\s+(?=\S)"
FIRST_BULLET, _BULLET = deferred(BULLET_MARK), deferred(rf"\n{BULLET_MARK}|{INLINE_BULLET}")
_DASHES = (  # one that opens a list in one line, and those that divide it
    (deferred(r"[ >]*[–-]\s+"), deferred(r"\s[–-]\s+(?=\S)")),
    (deferred(r"[ >]*[–-](?=[A-Za-z])"), deferred(r"\s[–-](?=[A-Za-z])")),
)
_GOES_ON = deferred(  # behind a dash that closes what another opened: "a plan - however good - is no visit"
    r"(?:is|are|was|were|has|have|had|should|must|can|could|will|would|may|did|do|does|which|who|whom|whose|where)\b"
)
COUNTED = deferred(r"(?:(?<=\s)|\A)\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})(?P<close>[.)])\s*(?=[^\W\d])")
SERIES = (
    tuple(str(number) for number in range(1, 30)),
    tuple("abcdefghijklmnopqrst"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)
_LONGEST_NAMED = 3  # words before a stroke
_STROKE, _STOP = deferred(r" [/|] (?=\S)"), deferred(r"[.!?]\s")
_LOOSE = deferred(r"^[ >]*(?P<number>\d{1,2})\s+(?=[^\W\d])", re.MULTILINE)
_LINE, _CAPITAL_LINE = deferred(r"\n\s*"), deferred(r"\n\s*(?=[\"'(]?[A-Z])")


def marks(text: str, start: int, end: int) -> list[int]:
    """Where the list between `start` and `end` is divided by signs; none where it has none."""
    bullets = _bullets(text, start, end)
    return (
        bullets
        or _numbers(text, start, end)
        or _semicolons(text, start, end)
        or _lines(text, start, end)
        or _strokes(text, start, end)
    )


def outside_brackets(text: str, start: int, end: int, separators: str) -> Iterator[int]:
    """The positions of separators that stand in no bracket; a bracket that is not closed soon counts for nothing."""
    closed_at = start
    for found in _brackets_and(separators).finditer(text, start, end):
        position, mark = found.start(), found[0]
        if mark in _CLOSED_BY and position >= closed_at:
            close = _closing(text, position, min(end, position + _LONGEST_BRACKET))
            closed_at = position if close is None else close
        elif mark in separators and position >= closed_at:
            yield position


@cache
def _brackets_and(separators: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_CLOSED_BY) + separators)}]")


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the bracket that opens at `opening` is closed, brackets inside it counted; `None` if it is not."""
    mark, depth = text[opening], 0
    for position in range(opening, end):
        depth += (text[position] == mark) - (text[position] == _CLOSED_BY[mark])
        if depth == 0:
            return position
    return None


def _semicolons(text: str, start: int, end: int) -> list[int]:
    found = list(outside_brackets(text, start, end, ";"))
    held = _held(text, start, end) if found else set()
    return [
        position
        for position in found
        if position not in held and not _ENTITY_END.search(text, max(start, position - _LONGEST_ENTITY), position)
    ]


def _held(text: str, start: int, end: int) -> set[int]:
    """The positions inside quotations and addresses, which are not divided."""
    low = text[start:end].lower()
    quoted, addressed = "'" in low or '"' in low, "://" in low or "www." in low
    holding = [pattern for pattern, stands in ((_QUOTATION, quoted), (_ADDRESS, addressed)) if stands]
    spans = [match.span() for pattern in holding for match in pattern.finditer(text, start, end)]
    return {position for first, last in spans for position in range(first, last)}


def _bullets(text: str, start: int, end: int) -> list[int]:
    """Where lines begin with a bullet, if the first does: else a dash that begins a line is only a dash."""
    if not FIRST_BULLET.match(text, start, end):
        return []
    lines = [match.start() for match in _BULLET.finditer(text, start, end)]
    return _dashes(text, start, end, lines) or lines


def _dashes(text: str, start: int, end: int, lines: list[int]) -> list[int]:
    """Where dashes stand that are the bullets of a list in one line; it may have been broken into lines afterwards.

    Of the lines of such a list some begin with a dash by chance, and others do not.
    """
    opened = next(((match, dash) for first, dash in _DASHES if (match := first.match(text, start, end))), None)
    if opened is None or (lines and (begins_line(text, start) or text.count("\n", start, end) <= len(lines))):
        return []
    found = list(opened[1].finditer(text, opened[0].end(), end))
    if len(found) < 2 * len(lines):
        return []
    if _GOES_ON.match(text, opened[0].end(), end):
        return [match.start() for match in found]
    closing = {index for index in range(1, len(found)) if _GOES_ON.match(text, found[index].end(), end)}
    return [match.start() for index, match in enumerate(found) if not closing & {index, index + 1}]


def _numbers(text: str, start: int, end: int) -> list[int]:
    """Where numbers or letters count on from a first one that opens the list: "1) a leaflet 2) a film"."""
    first = COUNTED.match(text[start:end])
    series = next((each for each in SERIES if first and each[0] == first["number"]), None)
    if first is None or series is None:
        return []
    found: list[int] = []
    for match in COUNTED.finditer(text, start + first.end(), end):
        if match["close"] == first["close"] and match["number"] == series[min(len(found) + 1, len(series) - 1)]:
            found.append(match.start())
    return found


def _strokes(text: str, start: int, end: int) -> list[int]:
    """Where strokes or bars with spaces around them stand, if there are several and no sentence: "haste / drift / fog".

    Strokes behind a longer phrase part its last words: "links between the GP / health visitor / school".
    """
    found = [match.start() + 1 for match in _STROKE.finditer(text, start, end)]
    if len(found) < 2 or _STOP.search(text, start, end):
        return []
    before = pairwise([start, *found])
    is_long = any(text[last] == "/" and len(text[first:last].split()) > _LONGEST_NAMED for first, last in before)
    return [] if is_long else found


def loosely_numbered(text: str, start: int, end: int) -> list[Span]:
    """What stands behind numbers that count up from 1 at the heads of lines and have no mark: "1 a leaflet"."""
    if not _LOOSE.match(text, start, end):
        return []
    found: list[re.Match[str]] = []
    for match in _LOOSE.finditer(text, start, end):
        if int(match["number"]) == len(found) + 1:
            found.append(match)
    ends = [*(match.start() for match in found[1:]), end]
    return [(one.end(), other) for one, other in zip(found, ends, strict=True)] if len(found) > 1 else []


def _lines(text: str, start: int, end: int) -> list[int]:
    """Where lines begin, if each begins with a capital: a list printed one item a line without bullets."""
    begun = text[start:end].lstrip("\"'(")[:1].isupper()
    lines = [match.start() for match in _CAPITAL_LINE.finditer(text, start, end)] if begun else []
    return lines if len(lines) == len(_LINE.findall(text, start, end)) else []
