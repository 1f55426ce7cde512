"""What stands in the place of a list and is no item: "None made", "To be confirmed", "Please see the full report"."""

import re

from kg.extract.text.parsed import deferred

_LONGEST = 200  # characters
_ITEM = r"(?:recommendations?|learning(?:\s+points?)?|lessons?(?:\s+learn(?:ed|t))?|findings?|actions?|themes?)"
_KINDS = (
    r"(?:(?:new|further|other|additional|specific|formal|particular|national|local|separate|multi-agency"
    r"|key|wider|significant)\s+(?:or\s+|and\s+)?)*"
)
_SAID = (
    r"(?:made|given|identified|recorded|stated|found|listed|noted|issued|reported|published|available|needed|required"
    r"|necessary|applicable|included|specified|provided|released|disclosed|shared|agreed|known|set\s+out|public"
    r"|finali[sz]ed|confirmed|completed?)"
)
_NOW = (
    r"(?:\s+(?:yet|here|online|separately|publicly|so\s+far|as\s+yet|(?:at|for)\s+(?:this|the|present)(?:\s+(?:time"
    r"|stage|point|moment|present))?"
    r"(?:\s+of\s+(?:writing|publication))?|to\s+date|in\s+(?:this|the)\s+(?:summary|report|review|document|briefing"
    r"|digest)|(?:by|in|for)\s+(?:this|the)\s+(?:review|report|panel|author|case)))*"
)
_BE = r"(?:(?:is|are|was|were|have\s+been|has\s+been|will\s+be)\s+)?"
_NONE = rf"(?:there\s+(?:is|are|was|were)\s+)?(?:none|nil|nothing)(?:\s+{_BE}{_SAID})?{_NOW}|n/a|n\.a\.?|n/k|tb[acd]"
_NOT = rf"(?:(?:{_ITEM}|these|this)\s+)?{_BE}not\s+(?:yet\s+|currently\s+|made\s+)?{_SAID}{_NOW}"
_LATER = (
    rf"(?:(?:{_ITEM}|these)\s+)?(?:{_BE}(?:still\s+|yet\s+)?to\s+be\s+(?:confirmed|published|agreed|added|advised"
    rf"|determined"
    r"|finali[sz]ed|announced|decided|completed|issued)|will\s+follow|to\s+follow|awaited|pending|under\s+review"
    r"|in\s+progress"
    r"|withheld|redacted|embargoed|(?:awaiting|pending)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:publication|report|review"
    r"|inquest|trial"
    rf"|proceedings|approval)){_NOW}(?:\s+(?:after|when|once|following|until|soon|shortly|later)\b[^.;]*)?"
)
_REVIEW = (
    r"(?:(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:review(?:ers?)?|report|panel|authors?|board|partnership|summary)|we"
    r"|it|there)"
)
_NO = (
    rf"(?:{_REVIEW}\s+(?:makes?|made|found|finds|identif(?:ies|ied)|ha[ds]|saw|gives?|gave|is|are|was"
    rf"|were)\s+)?no\s+{_KINDS}{_ITEM}(?:\s+{_BE}{_SAID})?{_NOW}"
    rf"|{_REVIEW}\s+(?:(?:do|does|did)\s+not|didn't|(?:chose|decided)\s+not\s+to)\s+(?:make|identify|find|include"
    rf"|contain|list|give|set\s+out)\s+(?:any\s+)?{_KINDS}{_ITEM}{_NOW}"
)
_TAIL = (  # of a denial that is all there is
    r"\s+(?:about|for|from|in|to|arising|beyond|other\s+than|concerning|relating\s+to|as\s+a\s+result)\s+"
    r"(?:(?!was\b|were\b|had\b|is\b|are\b|has\b|have\b|should\b|but\b)[\w'-]+[ ,]*){1,12}"
)
_OF_REPORT = (
    r"(?:(?:the|our|this|its|a|an|full|main|overview|final|attached|separate|published|executive|complete|original"
    r"|whole|linked"
    r"|board's|partnership's|scr|lcspr|cspr|review|learning|practice|serious|case|safeguarding|child|accompanying"
    r"|action)\s+)*"
    r"(?:reports?|reviews?|documents?|briefings?|summary|pdf|links?|website|web\s?page|page|appendix|annex"
    r"|action\s+plan|plan|below|above|here|overleaf|publication)"
)
_ELSEWHERE = (
    rf"(?:(?:the|all|full|these|our|its|further|more|key|details\s+of)\s+)*(?:{_ITEM}|details|they|these)"
    r"(?:\s+(?:of|from|for|in|and)\s+(?:[\w'-]+\s+){0,5}?[\w'-]+)?\s+(?:have|has|are|were|is|was|will|can"
    r"|may)\s+(?:all\s+)?(?:also\s+)?(?:been\s+|be\s+)?"
    r"(?:(?:published|set\s+out|available|found|listed|given|included|contained|detailed|recorded|read|seen|viewed"
    r"|printed"
    r"|attached|made\s+available|reported)\s+)?(?:separately|elsewhere|on\s+request|(?:in|on|at|within|with|from"
    r"|via)\s+"
    rf"{_OF_REPORT})"
)
_SEE = rf"(?:please\s+)?(?:see|refer\s+to|read|go\s+to|consult|download|open|visit|click)\s+(?:on\s+)?{_OF_REPORT}"
_OTHER = (  # of another document: "The briefing on sleep, promised in May, will follow"
    r"(?:the|an?|our|another|further)\s+(?:[\w-]+\s+){0,2}?(?:digests?|briefings?|reports?|summar(?:y|ies)"
    r"|lists?|films?|podcasts?|webinars?)\b[^.;:]{0,120}?"
    r"\s(?:will|to)\s+(?:follow|be\s+(?:published|added|released))\b[^.;:]{0,60}"
)
_WHERE = r"(?:\s+(?:for|at|on|in|of|after|once|when|following|below|above|here|which|to\s+read|\()[^;]*)?"
_NOTHING = deferred(
    rf"(?:{_NONE}|{_NOT}|{_LATER}|{_NO}|{_ELSEWHERE}{_WHERE}|{_SEE}{_WHERE}|{_OTHER})[\s.)]*", re.IGNORECASE
)
_ALONE = deferred(rf"(?:{_NO}|{_NONE}){_TAIL}[\s.)]*", re.IGNORECASE)
_MAY_BEGIN = frozenset("acdefghiklmnoprtsuvw")


def says_nothing(words: str, *, alone: bool) -> bool:
    """Whether words only say that there is no item, or where to read them; `alone` if a list holds no others."""
    if len(words) > _LONGEST or words[:1].lower() not in _MAY_BEGIN:
        return False
    return bool(_NOTHING.fullmatch(words) or (alone and _ALONE.fullmatch(words)))
