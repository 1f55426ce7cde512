"""How the summary of a review opens: what it tells of, or the words of the review's own title."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import ON
from kg.extract.titles.words import MATTER, OPENER, PREFIX, REVIEW_TYPE

THEMATIC_REVIEW_OF = r"Them(?:atic|ed)\s+review\s+of\b"  # opens a summary, as a matter does
SUMMARY = deferred(  # a narrow page has only a few words of it in the first line
    rf"[\s*]*(?:{OPENER}|(?:[^\n]*|(?:[^\n]|\n(?!\s*\n)){{0,160}}?)(?:-old|\baged\b|\bdied\b|\bdeath\b|\binjur"
    rf"|\bneglect|\babuse))"
)
SOMEBODY = (  # somebody whom a summary opens with: "A boy, 7, was", "Two half-siblings"
    r"(?:An?|Two|Three|Four|Five|Six)\s+(?:[\w-]+,?\s+){0,3}?"
    r"(?:boys?|girls?|bab(?:y|ies)|child(?:ren)?|infants?|(?:half-)?siblings?|brothers?|sisters?|twins?|toddlers?"
    r"|teenagers?|\S+-old)\b"
)
TOLD_OF = deferred(  # behind a name that opens a summary: "Ferelith, a looked after child, went", "Ferelith was 12"
    r"(?:,|\s+\(|,?\s+(?:who\s+)?(?:was|were))?\s*(?:(?:aged\s+)?\d{1,2}(?!\d)"
    r"|(?:an?|two|three|four)\s+(?:[\w-]+\s+){0,5}?(?:child(?:ren)?|boys?|girls?|bab(?:y|ies)|infants?|siblings?|twins?"
    r"|brothers?|sisters?|toddlers?|teenagers?|young\s+(?:person|man|woman|people)|pupil|student|care\s+leaver)\b"
    r"|(?:born|found|killed|murdered|stabbed|placed|abandoned|hospitalised|admitted|removed)\b"
    r"|(?:died|drowned|disappeared|(?:went|has\s+been|had\s+been)\s+missing)\b)"
)
STORY = deferred(rf"\s+(?:{MATTER}|{SOMEBODY})")
SURE_OPENING = deferred(rf"(?:\s*{MATTER}|\s+(?:{MATTER}|{SOMEBODY}))[^\n]{{20}}")
_OPENING = deferred(rf"(?:\s*{MATTER}|\s+(?:{OPENER}|{SOMEBODY}|{THEMATIC_REVIEW_OF}))[^\n]{{20}}")
_PUBLISHED = deferred(rf"\s+(?-i:P)ublished:?\s+(?:(?:on|in)\s+)?{ON}", re.IGNORECASE)
_ECHOED = deferred(rf"(?!{PREFIX}\b)[A-Z][\w'-]+|{PREFIX}\s+\w+")
_TELLS_A_CASE = deferred(  # of somebody: a page may sum up its learning and recommendations before any review
    r"\b(?:boys?|girls?|bab(?:y|ies)|infants?|toddlers?|sons?|daughters?|siblings?|brothers?|sisters?|twins?|teenagers?"
    r"|[\w-]+-old|aged|hanged|drowned|murdered|stabbed|(?-i:[A-Z])[\w-]+(?:,|\s+was)\s+\d{1,2}(?!\d)"
    r"|young\s+(?:person|man|woman|people)|died|(?:her|his|two|three|four|five)\s+(?:[\w-]+\s+){0,2}?children"
    r"|(?-i:[A-Z])hild\s+(?-i:[A-Z]))\b",
    re.IGNORECASE,
)
_GAP, _GOES_ON = deferred(r"\s+"), deferred(r"\b[^\n]{20}")


def is_told_of(text: str, line: int, words: str) -> bool:
    """Whether what follows the line opens with the same name and says who that is or what happened to them."""
    name, gap = words.strip("'\""), _GAP.match(text, line)
    return bool(gap and text.startswith(name, gap.end()) and TOLD_OF.match(text, gap.end() + len(name)))


def summary_follows(text: str, start: int, end: int, *, surely: bool = False) -> bool:
    """Whether more text follows on the line and opens as summaries do: with a matter, or with the title's own label."""
    published = _PUBLISHED.match(text, end)
    end = published.end() if published else end
    if (SURE_OPENING if surely else _OPENING).match(text, end):
        return True
    gap = _GAP.match(text, end)
    if gap is None:
        return False
    words = _ECHOED.findall(REVIEW_TYPE.sub("", text[start:end]))
    return any(text.startswith(word, gap.end()) and _GOES_ON.match(text, gap.end() + len(word)) for word in words)


def tells_a_case(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of somebody."""
    return _TELLS_A_CASE.search(text, start, end) is not None
