"""Which part of a review is which: summary, learning, recommendations, keywords, links, and what is none of these."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.agencies.groups import opens_group
from kg.extract.parts import LISTS, Block, Layout, LeadIn, Part, Section, SectionKind
from kg.extract.sections.bare_lists import bare_list, last_list
from kg.extract.sections.headed_lists import headed_parts
from kg.extract.sections.practice import tells_what_was_done
from kg.extract.sections.records import with_unlabelled
from kg.extract.sections.review_tables import review_rows
from kg.extract.sections.stories import with_story
from kg.extract.sections.tables import Table, tables
from kg.extract.text.lines import SENTENCE_END
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain, tabbed, trimmed
from kg.extract.text.separators import BULLET_MARK, BULLETS
from kg.extract.titles.bylines import bylines
from kg.extract.titles.imprints import is_imprint
from kg.extract.titles.record_fields import CATALOGUE_NUMBER
from kg.extract.titles.words import MATTER, ONLY_KINDS
from kg.model import passage

_STOPPED = deferred(r"[.!?][\"')\]]*\s*$")
_UNFINISHED = deferred(
    r"(?:[;,:–-]|\b(?:and|or|to|the|of|with|in|by|for|an?|on|at|from|that|their|its|who|which|as|be|is|are))\s*$"
)
_LISTENED_TO = deferred(r"\b(?:to|of|with|in|by|for|on|at|from|is|are)\s*$")  # what can end a sentence too
_ANEW = deferred(r"[\"'(]?(?:The|This|These|It|A|An|In|We|Our|They|There)\b")  # what begins a sentence, no name
_BREAK = deferred(r"\n(?P<blank>\s*\n)?[\s>]*(?=\S)")
_YEAR_ABOVE = deferred(r"\n\s*[#*]*\s*(?:[\w ]{0,40}\bpublished\s+in\s+)?(?:19|20)\d\d[ *:]*\s*\Z", re.IGNORECASE)
_AFTER_KEYWORDS = deferred(r"\n\s*\n|(?<![,\s])\s*\n(?=[ >]*[A-Z])")
_BULLET = deferred(rf"[*{BULLETS}–-]|{BULLET_MARK}")
_LEFT_BULLET = deferred(rf"\n[ >\t]*[o{BULLETS}–-]\s*\Z")  # of a lead-in that follows
_SMALL_LETTER = deferred(r"[\"'(\[]*[a-z\u00df-\u00f6\u00f8-\u00ff]")
_LOOKED_BACK = 100  # characters: white space, a mark or a word
_AROUND = 400  # characters before and after a line break that tell how wide the page is
_RAGGED, _FEWEST_FULL = 15, 3  # characters that lines are shorter than the longest, and how many such lines there are
_NARROWEST, _WIDEST = 50, 130  # characters in the lines of a page whose paragraphs are broken into lines
_VERB = deferred(
    (
        r"\b(?:is|are|was|were|be|been|has|have|had|should|must|could|would|will|can|may|did|does|do|not|that"
        r"|which|who|there)\b"
    ),
    re.IGNORECASE,
)
_ADVICE = deferred(
    r"(?:he|she|they|it|his|her|their|for|if|to|please|see|call|contact|visit|the|this|in|at|by|page|copyright)\b",
    re.IGNORECASE,
)
_FIELD_NAME = (
    r"(?:(?:date\s+)?(?:published|posted)(?:\s+by)?|date(?:\s+of\s+publication)?|publication\s+date|year|publisher"
    r"|reference|(?:lead |independent |report |corporate |issuing )?(?:authors?|reviewers?|body)"
    r"|pages|isbn|shelfmark|local\s+authority|area|place|region"
    r"|(?:[\w']+ ){0,4}(?:partnership|board|panel|committee)|lscb|review\s+type"
    r"|(?:type|kind)(?:\s+of\s+(?:review|harm|abuse))?|harm|category|status)"
)
_FIELD_BELOW = deferred(rf"(?<![\w'-])(?P<name>{_FIELD_NAME}\s*:)(?P<said>[^\n|]{{1,80}})", re.IGNORECASE)
_DETAILS = deferred(  # lines between title and summary that tell of the report: "Published: May 2023 | Area: Weir"
    rf"(?:\s*[ #>]*(?:{CATALOGUE_NUMBER}|(?:published|posted|added)\s+(?:(?:on|in)\s+)?[^\n:.]{{0,20}}(?:19|20)\d\d"
    rf"(?:\s+by\s[^\n.:]{{3,60}})?|{_FIELD_NAME}\s*:[^\n]{{1,80}}?"
    r"(?:\|[^\n]{1,80}?){0,4})\.? *(?=\n))+",
    re.IGNORECASE,
)
_PAIRS = deferred(  # one keyword: "accident and emergency departments"
    r"\b(?:accident and emergency|child and adolescent|mother and baby|drugs? and alcohol|bed and breakfast"
    r"|health and safety|gypsies and travellers|black and minority|lesbian and gay|sex and relationships)\b",
    re.IGNORECASE,
)
_THOSE_WHO = deferred(  # one keyword: "parents who misuse drugs"
    r"(?:^|(?<=, ))(?:parents|mothers|fathers|carers|children|adults|people|men|women|boys|girls|adolescents"
    r"|siblings)\s+who\s+"
    r"(?!(?:is|are|was|were|has|have|had|did|do|will|can|could|should)\b)[\w-]+(?=\s|,|$)",
    re.IGNORECASE,
)
_LAST_OF_PARAGRAPH = deferred(r"(?<=\n)[A-Z][^\n]*(?=\n\s*\n)")
_KEYWORD = deferred(r"[\w'&/\s-]+(?:\[[^\]]*\]?\.{0,3})?(?:\([^)]*\))?")
_PARAGRAPH = deferred(r"\n[ \t]*\n\s*(?=[\"'(]?[A-Z])")
_STORY_LINE = deferred(rf"(?<=[.])[ \t]*\n(?={MATTER})")  # in a list whose parts stand a line each
_OPENS_SUMMARY = deferred(rf"{MATTER}|(?:This|The)\s+(?:[\w-]+\s+){{0,4}}?review\b")
_ASIDES = (SectionKind.BACKGROUND, SectionKind.MODEL)
_LONGEST_KEYWORD = 5  # words


def sections(text: str, block: Block) -> tuple[Section, ...]:
    """The sections of a block, in the order printed; empty ones are left out."""
    level = plain(text)
    details = None if block.layout is Layout.CATALOGUED else _DETAILS.match(level, block.start, block.end)
    told = details.end() if details else block.start
    lines = tuple(bylines(level, block.start, block.end))
    if block.layout is Layout.CATALOGUED:  # whose fields tell of the report: only a board stands there without a name
        lines = tuple((start, end) for start, end in lines if is_imprint(level[start:end]))
    told = max([told, *(end for _, end in lines)])
    fields = [
        (LeadIn(SectionKind.OTHER, *line.span("name")), *line.span("said"))
        for line in (_FIELD_BELOW.finditer(level, block.start, told) if details else ())
    ]
    found = tuple(lead_in for lead_in in block.lead_ins if lead_in.start >= told)
    row = review_rows(text).get(block.title.start)
    if row:
        return _read(text, (*fields, *row.parts))
    year = _YEAR_ABOVE.search(level, max(told, block.end - _LOOKED_BACK), block.end)  # of the reviews that follow
    end = year.start() if year else block.end
    set_out = tuple(tables(tabbed(text), told, end))
    parts = _all_parts(level, LeadIn(SectionKind.SUMMARY, told, told), found, end, set_out)
    parts = with_unlabelled(level, parts) if block.layout is Layout.CATALOGUED else parts
    parts = _with_bare_list(level, _with_last_line(level, with_story(level, _with_summary(level, parts))))
    parts = [*((LeadIn(SectionKind.BYLINE, start, start), start, end) for start, end in lines), *parts]
    return _read(text, (*fields, *parts))


def _read(text: str, parts: Iterable[Part]) -> tuple[Section, ...]:
    """The parts as sections, but for empty ones."""
    whole = tuple(_section(text, *part) for part in parts)
    return tuple(part for part in whole if part.body.text or part.kind in (SectionKind.DENIAL, SectionKind.LINKS))


def _all_parts(text: str, first: LeadIn, found: Sequence[LeadIn], end: int, set_out: Sequence[Table]) -> list[Part]:
    """The parts from the `first` words on: between lead-ins, and the cells of the tables `set_out` in their places."""
    parts = list[Part]()
    for table in (*set_out, Table(end, end, ())):
        inside = (lead_in for lead_in in found if first.end <= lead_in.start < table.start)
        last = LeadIn(SectionKind.OTHER, table.start, table.start)
        parts += (part for one, after in pairwise((first, *inside, last)) for part in _parts(text, one, after.start))
        parts += table.parts
        first = _rest(table.end)
    return parts


def _parts(text: str, lead_in: LeadIn, end: int) -> list[Part]:
    """A section's stretch; where a list ends before the next lead-in, what follows is a part of its own."""
    if lead_in.kind in (SectionKind.DENIAL, SectionKind.LINKS):
        return [(lead_in, lead_in.end, lead_in.end), (_rest(lead_in.end), lead_in.end, end)]
    headed = headed_parts(text, lead_in, end) if lead_in.kind in LISTS else ()
    if headed:
        return list(headed)
    stop = _list_end(text, lead_in.end, end) if lead_in.kind in LISTS else end
    if lead_in.kind in _ASIDES:
        stop = _aside_end(text, lead_in, end)
    if lead_in.kind is SectionKind.KEYWORDS:
        line = _AFTER_KEYWORDS.search(text, lead_in.end + 2, end)
        stop = line.start() if line else end
    return [(lead_in, lead_in.end, stop), (_rest(stop), stop, end)]


def _aside_end(text: str, lead_in: LeadIn, end: int) -> int:
    """Where what stands before the story ends: with its paragraph, if the next one opens as a summary does."""
    for match in _PARAGRAPH.finditer(text, lead_in.end, end):
        told = lead_in.kind is SectionKind.MODEL or _OPENS_SUMMARY.match(text, match.end(), end)
        if (
            told
            and text[lead_in.end : match.start()].strip()
            and not _UNFINISHED.search(text, lead_in.end, match.start())
        ):
            return match.start()
    story = _STORY_LINE.search(text, lead_in.end, end)
    return story.start() if story else end


def _with_summary(text: str, parts: list[Part]) -> list[Part]:
    """The parts, with what follows an aside as the summary where nothing stands before it."""
    if any(lead_in.kind is SectionKind.SUMMARY and text[start:end].strip() for lead_in, start, end in parts):
        return parts
    for index, (before, (lead_in, start, end)) in enumerate(pairwise(parts), 1):
        told = before[0].kind in _ASIDES and lead_in.kind is SectionKind.OTHER and lead_in.end == lead_in.start
        if told and text[start:end].strip():
            return [*parts[:index], (LeadIn(SectionKind.SUMMARY, start, start), start, end), *parts[index + 1 :]]
    return parts


def _rest(start: int) -> LeadIn:
    return LeadIn(SectionKind.OTHER, start, start)


def _list_end(text: str, start: int, end: int) -> int:
    """Where a list ends: at the first new line or paragraph that does not go on with it."""
    in_lines = text[start:end].lstrip(" ")[:1] == "\n"
    for match in _BREAK.finditer(text, start, end):
        one_more = (
            _goes_on(text, start, match, end)
            or (in_lines and _is_a_line(text, match, end))
            or opens_group(text, match.end(), end, apart=bool(match["blank"]))
        )
        if not one_more and text[start : match.start()].strip():
            return match.start()
    return end


def _is_a_line(text: str, gap: re.Match[str], end: int) -> bool:
    """Whether a line is one more of a list that began on a line of its own."""
    return not gap["blank"] and not _are_keywords(_until(text, gap.end(), end, "\n"))


def _goes_on(text: str, start: int, gap: re.Match[str], end: int) -> bool:
    """Whether a list goes on after a line break: a page break can fall inside a sentence."""
    at = gap.end()
    before = text[max(start, gap.start() - _LOOKED_BACK) : gap.start()]
    if _SMALL_LETTER.match(text, at, end) or _BULLET.match(text, at, end):
        return True
    if _UNFINISHED.search(before) and not (_LISTENED_TO.search(before) and _ANEW.match(text, at, end)):
        return True
    if gap["blank"]:
        return not _STOPPED.search(before) and ";" in _until(text, at, end, "\n\n")
    line = _until(text, at, end, "\n")
    if _STOPPED.search(before) and tells_what_was_done(line):
        return False
    return not _STOPPED.search(before) or ";" in line or (_is_wrapped(text, gap, end) and not _are_keywords(line))


def _is_wrapped(text: str, gap: re.Match[str], end: int) -> bool:
    """Whether a line was broken because no more words went on it: with one more it would be the longest around."""
    around = text[max(0, gap.start() - _AROUND) : min(end, gap.end() + _AROUND)].split("\n")[1:-1]
    width = max(map(len, around), default=0)
    line = gap.start() - text.rfind("\n", max(0, gap.start() - _AROUND), gap.start()) - 1
    word = len(_until(text, gap.end(), end, "\n").split(" ", 1)[0])
    full = sum(len(each) > width - _RAGGED for each in around)
    return full >= _FEWEST_FULL and line <= width <= _WIDEST and width >= _NARROWEST and line + 1 + word > width


def _until(text: str, start: int, end: int, mark: str) -> str:
    """The text up to the next mark."""
    stop = text.find(mark, start, end)
    return text[start : end if stop < 0 else stop]


def _with_last_line(text: str, parts: list[Part]) -> list[Part]:
    """The parts, with a last line of keywords that has no lead-in as a part of its own."""
    if any(lead_in.kind is SectionKind.KEYWORDS for lead_in, _, _ in parts):
        return parts
    told = [index for index, (lead_in, start, end) in enumerate(parts) if text[start:end].strip(" \n>")]
    if not told or parts[told[-1]][0].kind is SectionKind.LINKS or parts[told[-1]][0].whole:
        return parts
    lead_in, start, end = parts[told[-1]]
    line, stop = _last_line(text, start, end) or _line_of_keywords(text, start, end) or (None, end)
    if line is None:
        return parts
    keywords = (LeadIn(SectionKind.KEYWORDS, line, line), line, stop)
    return [*parts[: told[-1]], (lead_in, start, line), keywords, (_rest(stop), stop, end), *parts[told[-1] + 1 :]]


def _with_bare_list(text: str, parts: list[Part]) -> list[Part]:
    """The parts, with the learning that has no lead-in, as in 2012, as a part of its own below the summary."""
    kinds = [lead_in.kind for lead_in, _, _ in parts]
    followed = SectionKind.RECOMMENDATIONS in kinds
    ends = followed or kinds[1:2] == [SectionKind.KEYWORDS]
    if SectionKind.LEARNING in kinds or not ends or kinds[0] is not SectionKind.SUMMARY:
        return parts
    lead_in, start, end = parts[0]
    bare = bare_list(text, start, end) if followed else last_list(text, start, end)
    if bare is None:
        return parts
    learning = (LeadIn(SectionKind.LEARNING, bare[0], bare[0]), *bare)
    return [(lead_in, start, bare[0]), learning, (_rest(bare[1]), bare[1], end), *parts[1:]]


def _last_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the keywords stand that end a stretch without a label: short words between commas, no verb."""
    words = text[start:end].rstrip()
    sentence = max((match.end() for match in SENTENCE_END.finditer(words)), default=0)
    return next(((start + at, end) for at in (sentence, words.rfind("\n") + 1) if _are_keywords(words[at:])), None)


def _line_of_keywords(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a line of keywords stands that is its paragraph's last, below a story: another part of a page follows."""
    lines = (match.span() for match in _LAST_OF_PARAGRAPH.finditer(text, start + 1, end))
    return next(
        (line for line in lines if text[slice(*line)].count(",") > 1 and _are_keywords(text[slice(*line)])), None
    )


def _are_keywords(words: str) -> bool:
    printed = words.strip().rstrip(".")
    parts = [part.strip() for part in printed.split(",")]
    short = all(part and len(part.split()) <= _LONGEST_KEYWORD and _KEYWORD.fullmatch(part) for part in parts)
    told = (
        _VERB.search(_THOSE_WHO.sub("", printed))
        or _ADVICE.match(printed)
        or ONLY_KINDS.fullmatch(printed)
        or re.search(r"\band\b[^,]*$", _PAIRS.sub("", printed))
    )
    return printed[:1].isupper() and len(parts) > 1 and short and not told


def _section(text: str, lead_in: LeadIn, start: int, end: int) -> Section:
    words = passage(text, *trimmed(plain(text), lead_in.start, lead_in.end)) if lead_in.end > lead_in.start else None
    end = start + len(text[start:end].rstrip(" \n#"))  # the marks of the heading that follows
    bullet = _LEFT_BULLET.search(text, max(start, end - _LOOKED_BACK), end)
    end = bullet.start() if bullet else end
    return Section(lead_in.kind, words, passage(text, *trimmed(plain(text), start, end)), lead_in.whole)
