"""The summary of a library's record that has no label of its own: it stands behind what one of its fields says."""

from collections.abc import Iterator

from kg.extract.parts import LISTS, LeadIn, Part, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import ON, SEASON
from kg.extract.titles.summary_openings import SURE_OPENING, TOLD_OF, tells_a_case
from kg.extract.titles.words import MATTER, PREFIX

_BREAK = deferred(r"\n(?P<blank>\s*\n)?\s*(?=\S)")
_DATE = deferred(rf"\s*(?:{SEASON}|{ON})[.,;]?(?=\s)")
_MATTER = deferred(rf"(?<=[\w.)\]] )(?={MATTER}(?:\s+[\w-]+){{0,3}}\s+(?:of|to|by)\s)")  # on the line of the field
_NAMED = deferred(rf"(?:{PREFIX}\s+)?[A-Z][\w'-]*(?:{TOLD_OF.pattern})")
_UNFINISHED = deferred(r"(?:[,;&/(–-]|\b(?:and|of|for|the|by))\s*\Z")  # what a field says goes on in the next line
_LOOKED_BACK = 20  # characters of a line's last word
_LONGEST_VALUE = 300  # characters of what a field says
_REACH = 600  # characters of a summary in which it tells of somebody


def with_unlabelled(text: str, parts: list[Part]) -> list[Part]:
    """The parts of a record, with the summary that has no label as one of its own: below the fields or behind one."""
    if any(lead_in.kind is SectionKind.SUMMARY and text[start:end].strip() for lead_in, start, end in parts):
        return parts
    for index, (lead_in, start, end) in enumerate(parts):
        if lead_in.kind in LISTS:
            break
        is_field = lead_in.kind is SectionKind.OTHER and lead_in.end > lead_in.start
        at = next((at for at in _openings(text, start, end) if _is_told(text, at, end)), None) if is_field else None
        if at is not None:
            summary = (LeadIn(SectionKind.SUMMARY, at, at), at, end)
            return [*parts[:index], (lead_in, start, at), summary, *parts[index + 1 :]]
    return parts


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a summary may begin behind what a field says: behind a date, or with a line, the surest first."""
    date, near = _DATE.match(text, start, end), min(end, start + _LONGEST_VALUE)
    breaks = [each for each in _BREAK.finditer(text, start, near) if text[start : each.start()].strip()]
    lines = [each.end() for each in breaks]
    yield from (at for at in (*([date.end()] if date else ()), *lines) if SURE_OPENING.match(text, at, end))
    yield from (at for at in lines if _NAMED.match(text, at, end))
    yield from (each.start() for each in _MATTER.finditer(text, start, near))
    yield from (each.end() for each in breaks if each["blank"])
    yield from (each.end() for each in breaks if not _UNFINISHED.search(text, *_last_word(start, each.start())))


def _last_word(start: int, end: int) -> tuple[int, int]:
    return max(start, end - _LOOKED_BACK), end


def _is_told(text: str, at: int, end: int) -> bool:
    return tells_a_case(text, at, min(end, at + _REACH))
