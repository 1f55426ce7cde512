"""The words of lead-ins by the kind of section they open, and the headings that are lines of their own."""

import re
from typing import NamedTuple

from kg.extract.parts import SectionKind
from kg.extract.text.openings import Openings
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import INLINE_BULLET

_INCLUDE = r"(?:(?:includes?|included|including)\b(?:,?\s+among(?:st)?\s+other(?:s|\s+things),?)?)"
_OTHER_VERBS = r"(?:(?:focus(?:es|ed)?|centre[sd]?)\s+(?:on|around)|relate[sd]?\s+to|cover(?:s|ed)?|concern(?:s|ed)?)"
_TELLS = r"(?<!\bto )(?:explores?|considers?|highlights?|examines?|discuss(?:es)?|emphasises?|stress(?:es)?)"
_VERB = rf"(?:{_INCLUDE}|{_OTHER_VERBS}|{_TELLS}|are|is|were|was)"
_WORDS = r"(?:[\s,]+(?:\([^)\n]{1,40}\)|(?!reviews|(?-i:Recommendations))[\w'&/-]+))"
_NO_HEADING = r"(?!\s*\n\s*(?-i:[A-Z\d#]))"  # "Learning" above "Housing: they moved" or "1: they moved" is a heading
_KEY = (
    r"(?:(?:(?:summary|list)\s+of|the|following|key|main|emerging|recurring|common|overall|other|further|additional"
    r"|identified|practice|local|national|significant"
    r"|specific|strategic|wider|(?:single|multi)[ -]?agency)\s+)*"
)
_LEARNING_NOUN = (
    r"(?:learning(?!\s+(?:disab|difficult|hubs?\b|portal|zone|library|centre\b|academy))|lessons?"
    r"|issues|findings|themes|messages"
    r"|areas\s+(?:for|of)\s+(?:learning|practice)|(?<=key\s)points|(?<=practice\s)points"
    r"|considerations\s+for\s+practice)"
)
_LEARNING = rf"{_KEY}{_LEARNING_NOUN}"
_ALONE = r"(?!\s+and\s+(?:[\w-]+\s+)?(?:recommendations|actions|improvements|changes)\b)"
_RECOMMENDATIONS = rf"{_KEY}recommendations?"
_MADE = (  # "made to the board about" tells in each item to whom it is made
    r"(?:(?:are|were|is)\s+)?made(?:\s+(?:around|about|on|for|in\s+relation\s+to|regarding|that|covering|to(?=\s*:))\b"
    r"|(?=\s+to\s+\w))"
)
_REVIEW = r"(?:(?:it|(?:the|this)\s+(?:review|report|author|panel|partnership))\s+(?:also\s+)?)?"
_COUNTED = r"(?:\s*:|\.(?=\s+(?-i:First)(?:ly)?,\s))"
_THERE_ARE = (
    r"(?:there\s+(?:is|are|was|were)|(?:the|this)\s+(?:review|report|author|panel)\s+(?:has|had|gives|gave"
    r"|lists|listed|sets?\s+out))\s+(?:(?!no\b)[\w-]+\s+){0,4}?"
)
_FOLLOWED = (
    r"(?:\s+(?:that|for|around|about|on|covering|regarding|concerning|including|in\s+relation\s+to|relating\s+to))?"
)
_NOTHING = (
    r"(?:there\s+(?:is|are|was|were)\s+no|no|(?:(?:we|they|it)\s+)?(?:makes?|made)\s+no|(?:does|did)\s+not\s+(?:make"
    r"|include|list|identify|contain|give)"
    r"|(?:the|this)\s+(?:(?:published|executive|final)\s+)?(?:review(?:ers?)?|report|summary|authors?"
    r"|paper|briefing|panel)\s+(?:makes?\s+no|made\s+no|(?:do|does|did)\s+not\s+(?:make|include|list|contain|give)))"
)
_ELSEWHERE = (
    r"(?:(?:are|were)\s+not\s+(?:included|listed|given|made|stated|available|published|part)|(?:can"
    r"|may)\s+be\s+(?:found|read)"
    r"|(?:are|were)\s+(?:(?:set\s+out|listed|given|detailed|included)\s+)?in\s+the\s+(?:full|main|overview|report))"
)
_READ = (
    r"read\s+(?:(?!report|review|summary)[\w'-]+\s+){0,6}?"
    r"(?:(?:report|review|summary|briefing|brief|overview)s?\b(?:[ \n](?=\(|report))?)+"
)
_FORMAT = r"\s*\((?:pdf|word|docx?|html?)[^)\n]*\)"
_ADDRESS = r"(?:\]\s?\([^)\s]*\))?"
_SIGN = r"(?:other\s+resources:?\s*\[?|>\s*\[?)"
_OF_REVIEW = r"(?:\s+(?:of|from)\s+(?:the|this)\s+(?:review|report|case)|\s+for\s+(?:[\w-]+\s+){0,3}?[\w-]+)"
_GROUPED = (  # "Learning is grouped under four headings. Identity: ..."
    r"(?:falls?|fell|(?:is|are|was|were)\s+(?:grouped|arranged|organised|set\s+out|presented|divided|given"
    r"|listed))\s+(?:under|by|in|into|around)\b[^.:;\n]{0,40}[.:](?=\s+(?-i:[A-Z])[^:;.\n]{2,40}:\s)"
)
_BEHIND_A_SENTENCE = r"(?:(?<=[.!?)\"']\s)|(?<=[.!?)\"']\s\s))"
_NO_CASE = (  # what follows tells of no case and of nobody's life
    r"(?!\s+(?:that\s+)?(?:he|she|his|her)\b)(?![^.;\n]*\b(?:aged|\w*-old|convicted|sentenced|charged|post-?mortem"
    r"|inquest|coroner|trial|cause\s+of\s+death)\b)"
)
_SEVERAL = r"(?=\s*[^.;:,\n]{10,300},[^.;:\n]{5,300}?\band\s|\s*[^.;:\n]{5,300};)"
_WORK = (  # what a review considers of the work of services, and not of lives
    r"(?=[\s:]*(?:(?:the|an?|some|any|several|many)\s+)?(?:[\w-]+\s+){0,2}?(?:responses?|effects?|effectiveness"
    r"|impacts?|failures?|failings"
    r"|lack|absence|role|quality|use|need|importance|value|timeliness|adequacy|involvement|handling|management"
    r"|identification"
    r"|recognition|recording|sharing|communication|assessments?|decision-making|supervision|opportunit(?:y|ies)"
    r"|barriers?|gaps?|extent|reliance|reluctance|tendency|understanding|awareness|how|whether|why|what)\b)"
)
_TO_BE_DONE = r"(?=[^.;]{3,120}?\b(?:should|might|could|be|ought\s+to)\b(?!\s+have\b))"
_SUGGESTS = (  # what somebody is to do, not what was so: "suggests that schools might", "proposes a register"
    rf"(?:suggest(?:s|ed)|propose[sd]|advise[sd]|recommend(?:s|ed))\s+that\s+{_TO_BE_DONE}"
)
_BODY = (
    r"(?:(?:the|all|local|partner|regional|safeguarding|child|children's?|national)\s+)*"
    r"(?:board|partnership|panel|agencies|services|committee|partners|lscb|l?scp)s?"
)


class Opens(NamedTuple):
    """What the words of a lead-in open, and where they may stand."""

    kind: SectionKind
    anywhere: bool  # even where no sentence ends before it


def _pattern(kind: SectionKind, words: str, *, anywhere: bool = False) -> tuple[re.Pattern[str], Opens]:
    begins = r"(?:(?<![\w'-])|(?-i:(?<=[a-z\d])(?=[A-Z>\[])))"  # a page that lost its line breaks glues words together
    return deferred(begins + words, re.IGNORECASE), Opens(kind, anywhere)


_NO_VERB_YET = r"(?<!include:)(?<!includes:)(?<!included:)(?<!including:)"  # "include: include fathers" asks to do so
_AGAIN = rf"(?:{_NO_VERB_YET}\s*(?:{_VERB}\s*:|{_INCLUDE}\b))?"  # "Key issues: include:"
_MADE_AGAIN = rf"(?:{_NO_VERB_YET}\s*(?:{_VERB}\s*:|{_INCLUDE}\b|{_MADE}))?"  # "Recommendations: are made around"
_DASH = (  # in the place of a colon: a list or sentences follow, not the rest of a title or of a sentence
    r"(?: +[–-]| *–)(?=\s*\n|[ \n]+(?:\(?\w{1,2}[.)]\s|[^\n;.]{3,300};|(?-i:[a-z])(?![^.;\n]{0,300}\s[–-]\s)"
    r"|(?-i:[A-Z])[^.\n]{10,300}\.[ \n]+(?-i:[A-Z])[a-z]))"
)
_NONE = (
    r"(?:none|nil|n/a|not\s+applicable|not\s+(?:stated|given|listed)|see\s+(?:the\s+)?(?:(?:full|main|overview)\s+)?"
    r"(?:report|review)|(?:set\s+out|listed|given|detailed|contained|included)\s+in\s+the\s+(?:full|main|overview"
    r"|report))\b(?:[^.;\n]{0,60}|\s*[,(–-][^.;\n]{0,200})(?:\.|(?=\n)|\Z)"
)
_ON_A_LINE_MORE = r"(?:[^.;:\n]|\n(?!\s*\n))"  # of a sentence that the width of a page may have broken
_HEADED = (  # "The review identified learning under four headings. Keys were lost."
    r"\s+(?:under|in)\s+(?:the\s+following\s+)?(?:[\w-]+\s+){0,2}?(?:headings|themes|areas|headlines)(?:\s*:"
    r"|\.(?=\s+(?-i:[A-Z])))"
)
_HOW_SEVERAL = rf"(?=how\b{_ON_A_LINE_MORE}{{5,300}}?[,;]\s+(?:and\s+)?how\s)"
_THAT_SEVERAL = rf"that\b(?={_ON_A_LINE_MORE}{{5,300}}?[,;]\s+(?:and\s+)?that\s)"
LEAD_INS = Openings(
    (
        _pattern(  # before those that say that there are none: others are asked
            SectionKind.RECOMMENDATIONS,
            rf"{_RECOMMENDATIONS}\s*:\s*none\b[^.;:\n]{{0,60}}\.(?=\s+For\s[^.;:\n]{{3,60}}:\s)",
        ),
        _pattern(
            SectionKind.LEARNING, rf"{_REVIEW}(?:identif(?:ies|ied)|found|finds|sets\s+out)\s+{_LEARNING_NOUN}{_HEADED}"
        ),
        _pattern(SectionKind.LEARNING, rf"{_LEARNING}\s+(?:is|are|was|were)\s+(?:identified|found|set\s+out){_HEADED}"),
        _pattern(
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?-i:(?=[TI]))(?:it|(?:the|this)\s+"
            rf"(?:case|story|(?:[\w-]+\s+){{0,4}}?review|report))\s+(?:also\s+)?"
            rf"(?:shows?|showed|illustrates?|tells|told|describe[sd]?|sets\s+out|found"
            rf"|finds|explain(?:s|ed)?)\s+{_HOW_SEVERAL}",
        ),
        _pattern(
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?-i:(?=T))(?:the|this)\s+(?:[\w-]+\s+){{0,4}}?(?:review|report)"
            rf"\s+(?:has\s+|also\s+)?(?:found|finds|concluded|concludes|identifie[sd]"
            rf"|note[sd])\s+{_THAT_SEVERAL}{_NO_CASE}",
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"{_BEHIND_A_SENTENCE}(?:the|his|her|their|its)\s+(?:own\s+)?{_RECOMMENDATIONS}"
            rf"(?:,{_ON_A_LINE_MORE}{{3,60}}?,)?\s+(?:are|were)\s+{_THAT_SEVERAL}",
        ),
        _pattern(  # "The reviewers' conclusions were that"
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?:the|its|their)\s+(?:(?:review(?:er)?|report|author|panel)s?'?s?\s+)?{_KEY}"
            rf"(?:conclusions|findings)\s+(?:are|were)\s+{_THAT_SEVERAL}{_NO_CASE}",
        ),
        _pattern(  # "The authors thought well of the work and set out points for reflection:"
            SectionKind.LEARNING,
            rf"(?:the|this)\s+(?:authors?|review(?:ers?)?|report|panel)\s+(?:{_ON_A_LINE_MORE}{{3,250}}?\band\s+)?"
            r"(?:also\s+)?(?:sets?\s+out|offers?|gives?|lists?|raises?)\s+(?:(?!no\b)[\w-]+\s+){0,3}?points\s+"
            r"(?:for|of)\s+(?:reflection|learning|practice)\s*:",
        ),
        _pattern(  # "The review, which names nobody, notes the dangers of"
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?-i:(?=T))(?:the|this)\s+(?:review|report)"
            rf"(?:,\s+which\s{_ON_A_LINE_MORE}{{3,120}}?,)?"
            r"\s+(?:also\s+)?(?:notes|highlights|underlines|stresses|emphasises)"
            r"(?=\s+the\s+(?:dangers?|risks?|importance|need|value)\s+(?:of|for|to)\b)"
            rf"(?!{_ON_A_LINE_MORE}*\b(?:he|she|his|her|their)\b){_NO_CASE}",
        ),
        _pattern(  # of whom and about what: "are made for schools and the police in relation to"
            SectionKind.RECOMMENDATIONS,
            rf"{_RECOMMENDATIONS}(?:\s*:)?\s+(?:are|were)\s+made\s+for\s+"
            r"(?!(?:an?|more|better|further|training|guidance|changes|improve\w*)\b)(?:[\w'&-]+,?\s+){1,12}?"
            r"(?:in\s+relation\s+to|relating\s+to|regarding|concerning)\b",
        ),
        _pattern(SectionKind.DENIAL, rf"(?:{_RECOMMENDATIONS}|{_LEARNING})\s*:\s*{_NONE}"),
        _pattern(SectionKind.DENIAL, rf"{_RECOMMENDATIONS}(?:\s*:)?\s+{_ELSEWHERE}\b[^.;:\n]*\.?"),
        _pattern(
            SectionKind.DENIAL,
            rf"{_RECOMMENDATIONS}\s*:\s*{_NOTHING}\s+(?:[\w-]+\s+){{0,3}}?recommendations?\b(?![^.;\n]*(?:;"
            rf"|\bbut\b))[^.;\n]*\.?",
        ),
        _pattern(
            SectionKind.DENIAL,
            rf"\(?{_NOTHING}\b{_ON_A_LINE_MORE}{{0,60}}?\b(?:recommendations?|learning|lessons)\b[^.;\n]*(?:\.\)?)?",
        ),
        _pattern(
            SectionKind.DENIAL,
            r"(?:the|this)\s+(?:panel|review(?:ers?)?|report|authors?|board"
            r"|partnership)\s+(?:[\w-]+\s+){1,3}?that\s+no\s+"
            r"(?:[\w-]+\s+){0,2}?recommendations?\b[^.\n]*\.?",
        ),
        _pattern(
            SectionKind.DENIAL,
            rf"(?:as|since|because|given)\s{_ON_A_LINE_MORE}{{3,120}}?,\s+(?:(?:the|this)\s+(?:[\w-]+\s+)?(?:author"
            r"|review|report|panel)\s+(?:makes?|made)\s+)?no\s+(?:[\w-]+\s+){0,2}?recommendations?\b[^.\n]*\.?",
        ),
        _pattern(SectionKind.LINKS, rf"{_SIGN}{_READ}(?:{_FORMAT})?{_ADDRESS}", anywhere=True),
        _pattern(SectionKind.LINKS, rf"\[?{_READ}{_FORMAT}{_ADDRESS}", anywhere=True),
        _pattern(SectionKind.LINKS, rf"\[?{_READ}{_ADDRESS}"),
        _pattern(SectionKind.LINKS, rf"(?-i:(?=R)){_READ}(?=\s*(?:\n|\Z))", anywhere=True),  # behind keywords
        _pattern(SectionKind.KEYWORDS, r"(?:key\s?words?|subjects?)\s*:", anywhere=True),
        _pattern(SectionKind.KEYWORDS, r"(?:tags|topics|categories)\s*:"),
        _pattern(SectionKind.BACKGROUND, r"background\s*:", anywhere=True),
        _pattern(SectionKind.MODEL, r"(?:(?:review\s+)?model|method(?:ology)?)(?:\s+used)?\s*:", anywhere=True),
        _pattern(
            SectionKind.MODEL,
            r"(?:(?:the|this)\s+review\s+)?uses?\s+(?:the|an?)\s+[^.;:\n]{2,60}?\b(?:model|methodology)\b",
        ),
        _pattern(SectionKind.SUMMARY, r"(?:case\s+)?(?:summary|abstract|description|overview)\s*:", anywhere=True),
        _pattern(SectionKind.SUMMARY, r"(?<= {2})(?:circumstances|summary|what happened)\.(?= {2,}\S)"),  # in bold
        _pattern(SectionKind.OTHER, rf"(?:areas\s+of\s+|examples\s+of\s+)?good\s+practice(?:{_WORDS}{{0,4}}?)\s*:"),
        _pattern(SectionKind.LEARNING, rf"{_LEARNING}{_WORDS}{{0,12}}?[\s,]+{_INCLUDE}\s*:", anywhere=True),
        _pattern(
            SectionKind.RECOMMENDATIONS, rf"{_RECOMMENDATIONS}{_WORDS}{{0,16}}?[\s,]+{_INCLUDE}\s*:", anywhere=True
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"(?:{_KEY}(?:recommended|proposed|suggested|agreed)\s+)?(?:actions|suggestions)(?!\s+(?:already|taken"
            rf"|completed))"
            rf"(?:{_WORDS}{{0,8}}?\s+{_INCLUDE}|(?:\s+(?:for|to){_WORDS}{{1,6}}?)?)\s*:",
        ),
        _pattern(SectionKind.LEARNING, r"what\s+(?:was|has\s+been|we|can\s+be)\s+learn(?:ed|t)\s*:"),
        _pattern(
            SectionKind.LEARNING, r"(?:it|(?:the|this)\s+(?:review|report))\s+(?:found|finds|concluded)(?:\s+that)?\s*:"
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            r"what\s+(?:needs?\s+to|should|must)\s+(?:happen|change|be\s+done)(?:\s+next)?\s*:",
        ),
        _pattern(  # in Wales
            SectionKind.RECOMMENDATIONS,
            r"(?:improving\s+systems\s+and\s+practice|improvements?\s+(?:to|in)\s+systems\s+and\s+practice)\s*:",
            anywhere=True,
        ),
        _pattern(SectionKind.RECOMMENDATIONS, r"what\s+(?:is|was|the\s+review)\s+recommend(?:ed|s)\s*:"),
        _pattern(SectionKind.RECOMMENDATIONS, rf"recommendations?\s+{_MADE}", anywhere=True),
        _pattern(SectionKind.LEARNING, rf"{_LEARNING}\s+(?:is|are)\s+(?:about|around)\b"),
        _pattern(SectionKind.LEARNING, r"(?:finding|lesson|theme|message|issue)\s+\d{1,2}\s*[:–-]"),
        _pattern(SectionKind.RECOMMENDATIONS, r"recommendation\s+\d{1,2}\s*[:–-]"),
        _pattern(
            SectionKind.LEARNING,
            rf"{_REVIEW}(?:highlights|emphasises|stresses|underlines|identifies)\s+(?:the\s+)?"
            r"(?:importance|need|value|impact)\s+(?:of|for|to)\s*:",
        ),
        _pattern(SectionKind.LEARNING, rf"{_LEARNING}{_NO_HEADING}{_ALONE}{_WORDS}{{0,6}}?\s*:{_AGAIN}"),
        _pattern(
            SectionKind.LEARNING,
            rf"(?!the\s){_LEARNING}(?!\s+(?:review|summary|brief|event"
            rf"|report)){_NO_HEADING}{_ALONE}{_WORDS}{{0,4}}?{_DASH}",
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"(?!the\s)(?:{_RECOMMENDATIONS}|{_KEY}actions){_NO_HEADING}{_WORDS}{{0,6}}?{_DASH}",
        ),
        _pattern(SectionKind.LEARNING, rf"(?-i:(?=[A-Z])){_LEARNING}:(?={INLINE_BULLET})", anywhere=True),
        _pattern(SectionKind.RECOMMENDATIONS, rf"(?-i:(?=[A-Z])){_RECOMMENDATIONS}:(?={INLINE_BULLET})", anywhere=True),
        _pattern(
            SectionKind.LEARNING, rf"(?<= {{2}}){_LEARNING}(?: points)?(?:\.(?= {{2,}}\S)|(?= {{3,}}\S))"
        ),  # in bold
        _pattern(SectionKind.RECOMMENDATIONS, rf"(?<= {{2}}){_RECOMMENDATIONS}(?:\.(?= {{2,}}\S)|(?= {{3,}}\S))"),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_RECOMMENDATIONS}{_NO_HEADING}{_WORDS}{{0,12}}?\s*:{_MADE_AGAIN}"),
        _pattern(
            SectionKind.LEARNING, rf"{_LEARNING}{_WORDS}{{0,4}}?\s+(?:{_INCLUDE}|{_OTHER_VERBS}|{_TELLS})\b(?!\s+in\b)"
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"{_RECOMMENDATIONS}{_WORDS}{{0,8}}?\s+(?:{_INCLUDE}|{_OTHER_VERBS}|{_MADE})\b",
        ),
        _pattern(
            SectionKind.LEARNING,
            rf"{_REVIEW}(?:identif(?:ies|ied)|highlights|sets\s+out)\s+(?:[\w-]+\s+){{0,4}}?{_LEARNING_NOUN}"
            rf"{_WORDS}{{0,5}}?(?:,?\s+(?:{_INCLUDE}|around|about|in\s+relation\s+to|relating\s+to)\s*:?|\s*:)",
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"{_REVIEW}(?:makes|made)\s+(?:[\w-]+\s+){{0,4}}?recommendations?(?:{_WORDS}{{0,10}}?\s*:"
            rf"|{_FOLLOWED})\s*:?",
        ),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_RECOMMENDATIONS}\s+(?:is|are)\s+(?:about|around)\b"),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"{_RECOMMENDATIONS}{_WORDS}{{0,8}}?\s+(?:is|are)\s+(?:that\b|for(?=\s+(?:[\w'-]+\s+){{1,6}}?to\s+[a-z]))",
        ),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_REVIEW}recommends(?:\s+that)?\s*:?"),
        _pattern(  # of agencies: what "the review asks whether" or "why" is learning
            SectionKind.RECOMMENDATIONS,
            rf"(?:(?:the|this)\s+(?:review|report|author|panel)|{_BEHIND_A_SENTENCE}(?-i:It))"
            r"\s+(?:asks|invites|urges|encourages)"
            r"(?!\s+(?:instead|itself|only|that|whether|if|why|how|what|who|when|readers|everyone|us)\b)"
            r"(?=\s+(?:[\w'-]+\s+){1,7}?to\s+[a-z])",
        ),
        _pattern(  # what "was recommended that" without a colon can be part of the story
            SectionKind.RECOMMENDATIONS,
            r"it\s+(?:is\s+(?:\w+\s+)?recommended\s+that\s*:?|was\s+(?:\w+\s+)?recommended\s+that\s*:)",
        ),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_BODY}\s+(?:should|must|needs?\s+to)\s*:"),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_REVIEW}(?:\w+\s+[^.;:\n]{{0,200}}?\band\s+)?{_SUGGESTS}"),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"there\s+is\s+(?:also\s+)?(?:an?\s+)(?:[\w-]+\s+)?(?:suggestion|proposal)\s+that\s+{_TO_BE_DONE}",
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            rf"{_KEY}(?:questions|challenges|considerations)\s+(?:for"
            rf"|to)\s+{_BODY}{_WORDS}{{0,4}}?\s*(?:{_INCLUDE}\s*:?|:)",
        ),
        _pattern(  # "Identifies a pattern of drift, the normalisation of neglect and fear of the father"
            SectionKind.LEARNING,
            r"(?-i:Identifies|Highlights|Emphasises|Stresses|Underlines|Raises\s+(?:questions|concerns)\s+(?:about"
            r"|over|around))"
            rf"{_NO_CASE}{_SEVERAL}",
        ),
        _pattern(  # behind the story; before it they say what the story is
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?-i:Considers|Examines|Explores|Discusses|Looks\s+at"
            rf"|Finds){_WORK}{_NO_CASE}(?:\s*:)?{_SEVERAL}",
        ),
        _pattern(
            SectionKind.LEARNING,
            rf"{_BEHIND_A_SENTENCE}(?-i:Finds|Found|Concludes|Concluded|Notes|Highlights"
            rf"|Identifies)\s+that\b{_NO_CASE}",
        ),
        _pattern(
            SectionKind.LEARNING,
            rf"(?:the\s+)?(?:(?:(?:key|main|central|chief|overriding|overall|principal|single|most\s+important)\s+)+"
            rf"(?:messages?|lessons?|learning|findings?){_OF_REVIEW}?|(?:lessons?|learning|messages?){_OF_REVIEW})"
            r"\s+(?:is|are|was|were)\s+that\b(?:\s*:)?",
        ),
        _pattern(SectionKind.LEARNING, rf"{_LEARNING}\s+{_GROUPED}"),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_RECOMMENDATIONS}\s+{_GROUPED}"),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            r"(?:the|this)\s+(?:review|report|authors?|panel|reviewers?)\s+(?:also\s+)?"
            r"(?:(?:asks?|urges?|requests?)\s+that|calls?\s+for)\b(?:\s*:)?",
        ),
        _pattern(
            SectionKind.LEARNING,
            rf"{_REVIEW}(?:found|finds|drew|draws|identif(?:ies|ied)|names|named|has)\s+(?:[\w-]+\s+){{0,3}}?"
            r"(?:things|points|matters|areas)(?:\s+(?:to\s+learn|for\s+learning|of\s+learning))?\s*:",
        ),
        _pattern(
            SectionKind.RECOMMENDATIONS,
            r"it\s+(?:also|further|additionally|then)\s+(?:asks|recommends|suggests|proposes|advises|urges|calls\s+for)"
            r"(?!\s+(?:whether|if|why|how|what|who|when)\b)(?:\s+that)?\b",
        ),
        _pattern(SectionKind.LEARNING, rf"{_THERE_ARE}{_LEARNING_NOUN}{_WORDS}{{0,5}}?{_COUNTED}"),
        _pattern(SectionKind.RECOMMENDATIONS, rf"{_THERE_ARE}recommendations?{_WORDS}{{0,8}}?{_COUNTED}"),
        _pattern(SectionKind.LEARNING, rf"{_INCLUDE}\s*:"),
    )
)
_FOR = r"(?:for|to) +[^\n:;.,]{2,60}"
HEADINGS = (
    (SectionKind.LEARNING, rf"{_LEARNING}(?:\s+(?:points|themes|identified|learned|learnt))?"),
    (SectionKind.RECOMMENDATIONS, _RECOMMENDATIONS),
    (SectionKind.LEARNING, rf"(?-i:(?=[A-Z])){_LEARNING} +{_FOR}"),
    (SectionKind.RECOMMENDATIONS, rf"(?-i:(?=[A-Z])){_RECOMMENDATIONS} +{_FOR}"),
    (SectionKind.LEARNING, r"what (?:(?:did )?we|was|has been|the review) learn(?:ed|t)?|what have we learn(?:ed|t)"),
    (SectionKind.RECOMMENDATIONS, r"what (?:(?:did )?(?:we|the review)|was|is|has been) recommend(?:ed|s)?"),
    (SectionKind.RECOMMENDATIONS, r"(?:what )?we (?:have )?(?:asked|recommended|agreed)(?: for)?"),
    (
        SectionKind.RECOMMENDATIONS,
        (
            r"what (?:needs? to|should|must|will) (?:happen|change|be done)(?: next)?"
            r"|what (?:(?:will|should|must) we|are we going to) do(?: next| differently| now)?"
        ),
    ),
    (SectionKind.RECOMMENDATIONS, "(?:improving|improvements? (?:to|in)) systems and practice"),
    (SectionKind.BACKGROUND, "background"),
    (SectionKind.MODEL, "model|methodology"),
    (SectionKind.SUMMARY, "(?:case )?summary|what happened|description"),
    (SectionKind.KEYWORDS, "key ?words"),
)
