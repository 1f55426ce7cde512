"""The words of headings inside a review, by what stands below them."""

from kg.extract.parts import SectionKind

_REVIEW = r"(?:(?:the|this|our|a)\s+)?(?:(?:case|learning|practice|safeguarding|child|rapid|serious|local)\s+)*review"
_CHILD = (
    r"(?:(?-i:(?:Baby|Child|Young\s+Person)\s+)?(?-i:[A-Z])[\w-]*(?:,?\s+(?:and\s+)?(?-i:[A-Z])[\w-]*){0,3}"
    r"|(?:the|this)\s+(?:child(?:ren)?|baby|young\s+person|siblings|boys?|girls?|twins))"
)
POINT_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"  # "Finding 2", "Lesson three"
_FAMILY = (
    r"(?:the\s+|his\s+|her\s+|their\s+)?(?:family|household|parents|home|child(?:'s|ren's)?\s+family|wider\s+family)"
)
HEADS = {
    SectionKind.SUMMARY: (
        r"introduction|overview|(?:the\s+)?(?:key\s+)?facts(?:\s+of\s+the\s+case)?"
        r"|(?:the|this)\s+(?:child(?:ren)?|baby|young\s+person|siblings|boys?|girls?|twins)"
        r"|(?:(?:brief|short)\s+)?(?:case|incident)\s+(?:summary|overview|outline|details|description)"
        r"|(?:a\s+)?(?:brief\s+|short\s+)?(?:summary|outline|description)(?:\s+of\s+(?:the\s+)?(?:case|events"
        r"|incident|circumstances))?"
        rf"|(?:the\s+)?(?:case|incident|event|story|circumstances|trigger(?:ing)?\s+(?:incident|event))"
        rf"|about\s+(?:the\s+case|{_REVIEW}|{_CHILD})"
        r"|what\s+happened(?:\s+(?:to|in|and)\s+[\w' ,-]{1,40})?|what\s+(?:is\s+this|this\s+is)\s+about"
        rf"|{_REVIEW}|what\s+{_REVIEW}\s+(?:is|was)\s+about"
        rf"|why\s+(?:(?:did\s+)?we\s+(?:carr(?:y|ied)\s+out|did|do|held|commission(?:ed)?|undertook|undertake"
        rf"|look(?:ed)?\s+at)\b.{{0,40}}"
        rf"|(?:was\s+(?:there\s+)?)?{_REVIEW}(?:\s+(?:was\s+)?(?:carried\s+out|done|held|commissioned|undertaken"
        rf"|needed))?|(?:there\s+was\s+)?{_REVIEW})"
        rf"|reasons?\s+for\s+{_REVIEW}|who\s+(?:was|is|are|were)\s+{_CHILD}|{_CHILD}'s?\s+story"
        rf"|the\s+story\s+of\s+{_CHILD}"
    ),
    SectionKind.BACKGROUND: (
        rf"(?:(?:case|key|brief|relevant|further)\s+)*background(?:\s+(?:and\s+context|information|to\s+.{{2,40}}))?"
        rf"|(?:the\s+)?context"
        rf"|about\s+{_FAMILY}|(?:the\s+)?family(?:\s+(?:context|history|background|circumstances|composition|structure"
        rf"|life|situation|and\s+\w+))?"
        r"|(?:the\s+)?(?:home|household|living)\s+(?:circumstances|situation|life|environment)|who\s+(?:was"
        r"|is)\s+(?:in\s+)?the\s+(?:family|household)"
        rf"|(?:{_CHILD}'s?|the\s+(?:child|children|family|parents|young\s+person)'?s?)\s+(?:voices?|views?"
        rf"|lived\s+experiences?|daily\s+life|world|background|family|perspectives?|early\s+life|life)"
        rf"|(?:the\s+)?(?:voices?|views?|lived\s+experiences?|daily\s+li(?:fe|ves)|perspectives?)\s+of\s+{_CHILD}"
        r"|(?:the\s+)?(?:voices?|views?)\s+of\s+(?:the\s+)?(?:family|parents|mother|father)"
        r"|what\s+(?:the\s+)?(?:family|parents|mother|father)\s+(?:told\s+us|said)"
        r"|(?:(?:key|agency|service|agencies'|professional)\s+)+(?:involvement|contact|events|chronology)"
        r"|(?:time\s?line|chronology)(?:\s+of\s+.{2,30})?|(?:family\s+)?genogram"
        r"|(?:life|living)\s+(?:at\s+home|with\s+[\w ]{3,20})|services\s+involved|who\s+was\s+involved"
        r"|what\s+was\s+life\s+like.{0,40}|what\s+(?:agencies|services|we)\s+knew"
    ),
    SectionKind.MODEL: (
        rf"(?:the\s+)?(?:{_REVIEW}\s+)?(?:model|method(?:s|ology)?|process|approach|terms\s+of\s+reference"
        rf"|scope)(?:\s+(?:used|of\s+{_REVIEW}))?"
        rf"|how\s+(?:(?:the|this)\s+review|we|it|{_REVIEW})\s+(?:was\s+)?(?:carried\s+out|done|did|went\s+about"
        rf"|reviewed|undertaken|conducted|looked|worked)(?:\s+(?:it|this|{_REVIEW}))?"
        rf"|about\s+(?:the\s+)?(?:method|process|author)|(?:the\s+)?(?:lead\s+)?reviewers?"
        rf"|purpose(?:\s+of\s+{_REVIEW})?"
    ),
    SectionKind.DONE: (
        r"(?:(?:examples?|areas?|points?)\s+of\s+)?(?:good|positive|effective|strong)\s+practice(?:\s+(?:identified"
        r"|noted|found|points?|seen))?|(?:key\s+)?strengths(?:\s+of\s+practice)?"
        r"|what\s+(?:worked|went)\s+well|what\s+(?:was\s+done|(?:did\s+)?(?:we|people|practitioners|professionals"
        r"|staff|agencies|services|partners)\s+d(?:o|id))\s+well|what\s+(?:helped|went\s+right)"
        r"|what\s+(?:(?:we|agencies|partners|services|the\s+partnership|the\s+board|has|have)\s+)+(?:been\s+)?(?:did"
        r"|done|do|changed|doing|happened)(?:\s+(?:since|so\s+far|already|about\s+it|in\s+response|as\s+a\s+result"
        r"|now))*"
        r"|what\s+(?:we\s+did|happened)\s+(?:next|since|afterwards)|what\s+(?:has|is)\s+(?:already\s+)?(?:changed"
        r"|happened|changing|different|happening)(?:\s+(?:since|already|now|so\s+far))*"
        r"|what(?:\s+(?:happens|will\s+happen|comes))?\s+next|(?:the\s+|our\s+)?(?:partnership|board|agency"
        r"|multi-agency|local)?'?s?\s*responses?(?:\s+(?:to|of|by)\s+.{2,40})?"
        r"|(?:the\s+)?(?:actions?|steps)\s+(?:(?:already|we\s+have|that\s+(?:have|has)\s+been)\s+)*(?:taken|completed"
        r"|done)(?:\s+(?:so\s+far|since|to\s+date|by\s+.{2,30}|already))*"
        r"|progress(?:\s+(?:so\s+far|to\s+date|since(?:\s+the\s+review)?|update|made|on\s+.{2,30}))?|(?:updates?"
        r"|impact|assurance)"
        r"|(?:further|more|useful|other)\s+(?:information|reading|resources|help|support|links)|resources|links"
        r"|contacts?(?:\s+us)?|downloads?|documents"
        r"|get(?:ting)?\s+(?:help|support)|need\s+(?:help|support)|questions\s+(?:for|to)\s+.{3,60}|(?:reflect(?:ive"
        r"|ion)?|discussion)\s+(?:questions|points)|(?:reflection|discussion)s?"
        r"|for\s+(?:discussion|reflection|your\s+team)(?:\s+.{3,40})?|thanks|acknowledge?ments|with\s+thanks"
        r"|publication|media|(?:final\s+)?conclusion|family\s+statement|statement\s+from\s+.{3,40}"
    ),
    SectionKind.LEARNING: (
        r"what\s+(?:(?:did\s+)?(?:we|the\s+review|the\s+panel|it|reviewers?)\s+)(?:find|found|learn(?:ed|t)?|saw|see"
        r"|heard|discover(?:ed)?|conclude[d]?)(?:\s+out)?"
        r"|what\s+(?:the\s+)?learning\s+(?:is|was)|what\s+(?:was\s+found|(?:can|should|could|do"
        r"|must)\s+we\s+(?:all\s+)?(?:learn|take\s+away|take\s+from\s+(?:this|it)))(?:\s+(?:from\s+)?(?:this|it))?"
        r"|(?:the\s+)?(?:(?:key|main|headline|our|summary\s+of|review|practice)\s+)*(?:findings"
        r"|learning(?:\s+points?)?|lessons(?:\s+learn(?:ed|t))?|messages|themes|conclusions)(?:\s+(?:from"
        r"|of)\s+(?:the|this)\s+review)?"
        r"|analysis(?:\s+and\s+(?:findings|learning))?|(?:the\s+)?learning\s+(?:for|from)\s+(?:practice|practitioners"
        r"|(?:the|this)\s+(?:case|review))"
        r"|take-?\s?aways?|(?:missed\s+opportunities|what\s+went\s+wrong|what\s+(?:could"
        r"|should)\s+have\s+been\s+(?:done\s+)?(?:different(?:ly)?|better))"
        r"|findings?\s+and\s+recommendations?|learning\s+and\s+recommendations?|(?:findings?|lesson|learning\s+point"
        rf"|theme|learning)\s+{POINT_NUMBER}"
    ),
    SectionKind.RECOMMENDATIONS: (
        r"what\s+(?:did\s+)?(?:the\s+)?(?:review|panel|reviewers?|author|we)\s+(?:recommend(?:ed|s)?"
        r"|ask(?:ed)?(?:\s+for)?|suggest(?:ed|s)?|want(?:ed)?)"
        r"|(?:the\s+|our\s+|agreed\s+)?next\s+steps|where\s+(?:do\s+)?we\s+go\s+(?:from\s+here|next)"
        r"|what\s+(?:to\s+do|(?:you|we)\s+(?:can|should|must|need\s+to)\s+do)(?:\s+(?:now|next|differently))?"
        r"|what\s+(?:are\s+we|(?:is\s+)?the\s+\w+(?:\s+is)?|we\s+are)\s+asking(?:\s+(?:for|(?:[\w-]+\s+){1,3}to\s+do))?"
        r"|what\s+(?:do\s+)?(?:we|the\s+\w+)\s+(?:wants?|needs?|asks?|would\s+like)\s+(?:[\w-]+\s+){1,3}to\s+(?:do"
        r"|change)(?:\s+(?:now|next|differently))?"
        r"|what\s+(?:needs?\s+to|should|must)\s+(?:change|happen|be\s+done|be\s+different|improve)(?:\s+(?:now|next))?"
        r"|(?:the\s+)?(?:(?:key|main|our|summary\s+of|review|agreed|local|national)\s+)*recommendations(?:\s+(?:from"
        rf"|of|made\s+by)\s+(?:the|this)\s+review|\s+made)?|recommendation\s+{POINT_NUMBER}"
        r"|(?:(?:key|our|agreed|main|local|required)\s+)*actions|recommended\s+actions|actions\s+(?:recommended"
        r"|asked\s+for|needed|required)"
    ),
}
