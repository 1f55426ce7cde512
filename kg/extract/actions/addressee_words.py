"""The words around those whom a recommendation names: who is asked, taught, told or only concerned."""

import re

from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern
from kg.model import Addressee

OUTSIDERS = {Addressee.VOLUNTARY_PRIVATE, Addressee.PUBLIC}
RAISE = pattern(r"rais\w+ (?:[\w-]+ )?awareness|(?:train|brief|teach)(?:s|ing)?")
SPREAD = pattern(
    r"(?:circulat|disseminat|cascad|shar)\w* (?:the |this |these |its )*(?:[\w-]+ )?(?:learning|findings|lessons"
    r"|review)"
)
ASKS_ANOTHER = pattern(r"(?:seek|gain|obtain|get|request)\w* (?:[\w-]+ )?(?:re)?assurances? from")
# Whom a thing without a verb concerns: "training for GPs", "a protocol between CAMHS and adult services".
CONCERNED = pattern(
    r"training (?:on|in) [^;,]{3,60}? to be (?:mandatory|compulsory) for"
    r"|(?:an? |one )?(?:[\w-]+ ){0,2}?(?:protocol|agreement|pathway) between"
    r"|(?:an? )?(?:joint|shared) (?:[\w-]+ )?(?:protocol|agreement|pathway) for"
    r"|[^;,]{3,60}? (?:to be|be|is|are) (?:promoted|taught|discussed) (?:in|within|across)"
)
TRAINING_FOR = pattern("(?:(?:joint|specialist|refresher|multi-agency) )*training(?: (?:in|on) [^;,]{3,60}?)? for")
POSTS = pattern(
    r"(?:commission|fund|resourc|provid|offer)\w* [^;,]*?(?:workers?|nurses?|practitioners?|advocates?|mentors?"
    r"|(?:youth work|advocacy|mentoring) support) "
)
DELIVERED_BY = Rule(
    pattern(r", to be (?:delivered|led|given|carried out|run|used|completed|provided|made) (?:jointly )?by(?= )")
)
GIVEN_BY = pattern(  # whoever trains others is asked beside them
    r"(?:trained|briefed|taught|(?:offered|given|provided with) (?:[\w-]+ ){0,3}?(?:training|briefings?|workshops?))"
    r"(?: (?:in|on|about|to) [^;,]{3,80}?)? by(?= )"
)
GIVE_TRAINING = pattern(  # to staff of no agency, whom somebody else has to teach
    r"(?:provide|deliver|offer|commission|hold|run|consider|produce|write|prepare|publish|issue|circulate)"
    r" (?:[\w-]+ ){0,4}?(?:training|briefings?|workshops?)"
    r"|(?:train|brief|teach|upskill|support|equip) (?:(?:frontline|front-line|new|relevant) )?"
    r"(?:staff|practitioners|professionals|workers|managers)\b"
    r"|(?:emphasise|stress|reinforce|explain) to "
)
PANEL = pattern("(?:for|to) (?P<panel>(?:the |all )?(?:[\\w-]+ )?panels?)")
ALL_STAFF = pattern("(?:all |any )?staff")
OWN, OF_THEIRS = (
    pattern("officers|staff|workers|managers|practitioners"),
    deferred(r"\b(?:its|their) +$", re.IGNORECASE),
)
JOINTLY_WITH = pattern(  # who acts beside those addressed
    r"(?:jointly|together),? with(?= )|joint (?:home |discharge |school )?visits? with(?= )"
    r"|agrees? with(?= [^;,]{3,50}? an? joint )"
)
WITH_FIRST = deferred(r"(?:jointly |together )?with (?=(?:the |its |local )*[\w' -]{3,50}, +[a-z])", re.IGNORECASE)
ADDRESSES = deferred(r"\b(?:for|to)[ :]*$", re.IGNORECASE)  # a lead-in whose names stand in its items
THE_PANEL = deferred(r"(?:[Tt]he +)?Panel(?: +itself)? *$")
PANEL_NAMED = deferred(
    r"\b(?:(?P<local>Safeguarding)|(?P<national>Practice Review|National(?: Child Safeguarding Practice Review)?))"
    r"\s+Panel\b"
)
PANEL_NEAR = 2500  # characters before an item within which "the Panel" has been named
TO_WHOM, THAT = (
    pattern(r"(?:to|for)(?= )"),
    pattern(r" ?(?:that|around|about|on|regarding|concerning)(?= )|[ ]*-[ ]|[ ]*\.?$"),
)
IN_BRACKETS = deferred(r"(?<=[\w,]) *\((?P<names>[^()]{3,90})\)[ .]*$")  # who is to do it, behind the request
AGENCIES_THERE = deferred(r"\b(?:agencies|agency|panel|group|partners|meeting|team|board)$", re.IGNORECASE)
PARTNERS, PARTNER_NEEDLES = pattern(r"(?<!as\s)partners?|signatories"), ("partner", "signator")
TRAINED = pattern(
    r"(?:offered|given|provided with|included in) (?:[\w-]+ ){0,4}?(?:training|briefings?|workshops?)"
    r"|trained|taught"
    r"|briefed|reminded|made aware|supported|asked|urged|requested|invited|pressed|lobbied"
    "|represented|challenged|resourced|helped|required|expected|encouraged|reassured"
)
TO_A_MEETING = r"to (?:[\w'-]+ ){0,4}?(?:meetings?|conferences?|discussions?|planning|panels?|groups?|conversations?)"
INVITED = pattern(rf"invit(?:e|es|ing) [^;,]{{2,60}}? {TO_A_MEETING}")
ARE_INVITED = pattern(rf"[^;.]{{2,120}}? (?:is|are|be) invited {TO_A_MEETING}")
BY = Rule(
    deferred(
        r"\bby +|\b(?:agreed|written|drawn up|developed|shared|made|produced|designed|set up) +(?:jointly +)?between +",
        re.IGNORECASE,
    )
)
USE_OF = deferred(r"\bof +(?:the +)?use +of +[^;,]{3,60}$", re.IGNORECASE)
TOLD = pattern("approached|told|advised|informed|made aware|alerted|notified")
CLAUSE = pattern("that|which|who|whose|whether|so|where|when|if|how")
ASK = pattern(
    r"(?:remind|ask|urge|request|require|brief|train|encourage|instruct|write to|offer|press|lobby"
    r"|challenge|advise|support"
    r"|expect|help|enable|invite|call on|call upon|petition)(?:s|ed|ing)?(?: that| to| from)?(?! "
    r"children's services within)"
)
ASSURE_THAT = pattern(
    r"(?:ensur\w+|mak\w+ sure|check\w*|(?:seek|gain|obtain|sought|assur\w+|satisfy)[^;]{0,90}?),? that"
)
ASSURE = pattern(
    r"(?:ensur\w+|mak\w+ sure|(?:seek|gain|obtain|get|request)\w* (?:[\w-]+ )?(?:(?:re)?assurances?|confirmation"
    r"|evidence|reports?) from)"
)
TAUGHT = pattern(  # "provide health visitors with training in it"
    r"(?:provide|give|offer|equip|furnish)(?:s|ing)?(?= [^;,]{3,90}? (?:with )?(?:[\w-]+ ){0,2}?(?:training|briefings?"
    r"|workshops?|teaching)\b)"
)
TAKE_TO = pattern(
    r"(?:escalat|rais|refer|report|tak|writ|mak|appeal|submit|bring|draw|correspond|propos|put|send"
    r"|present|feed)\w* [^;]*?\b(?:to|with)"
    r"(?: the (?:attention|notice) of)?(?= )"
)
REQUEST = pattern(r"(?:remind|ask|urge|request|require|instruct|call on|press|challenge)(?: that)?")
TELL = pattern(r"(?:make|contact|tell|inform|approach|alert|notify)(?:s|ing)?")
SEEK_FROM = pattern(
    r"(?:sought|requested|obtained) from"
    r"|(?:seek|request|obtain|ask)\w* (?:for )?(?:[\w-]+ ){0,4}?(?:clarification|views?|advice|guidance"
    r"|changes?|permission|action|warnings?)"
    r" (?:from|of)"
)
EXPLORE_HOW = pattern(r"(?:explore|consider)(?:s|ing)? (?:how|whether|the ways?(?: in which)?)")
HOW = pattern(
    r"(?:review|explore|examine|look at|look again at|consider|audit|evaluate|check)(?:s|ing)? (?:how|whether"
    r"|the way|the ways(?: in which)?)"
)
AUDIENCE = Rule(
    pattern(
        r"(?:promot|publicis|highlight|emphasis|reinforc|rais|(?<!with[ ])brief\w*"
        r"|(?<!,[ ]with[ ])(?<!with[ ]a[ ])training"
        r"|workshops?)\w*[^;,]*? (?:to|for|with|among|across)(?= )"
    )
)
PLACED = pattern(
    r"commission|fund|provid|link|quality|audit|ensure (?:an? )?(?:\w+ )?(?:system|process)|evaluat|embed"
    r"|introduc|develop|offer|resourc"
)
