"""The words by which the verb of a recommendation is told from nouns, and who acts from what is acted on."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern, spaced

DETERMINED = deferred(r"(?:[\w-]+ ){0,3}?reviews? of")
_NEEDED = (  # "it is essential that schools", "there is a need for GPs to"
    r"it (?:is|was|remains|will be|would be) (?:[a-z]+ ){0,2}?(?:(?P<must>essential|vital|imperative|crucial|critical"
    r"|paramount|a requirement)|(?P<should>important|necessary)|helpful|useful|beneficial|desirable)"
    r"(?= (?:that|for|to(?! (?:note|remember|recognise|acknowledge|understand|say|stress|bear)\b))\b)"
    r"|there (?:is|was|remains) (?:an? |the )?(?:[a-z]+ )?(?P<need>need)(?= (?:for (?:[\w'-]+ ){1,6}?)?to\b)"
)
NEEDED = pattern(_NEEDED)
_STATED = (  # "that they review": what they do is asked of them, with no modal beside it
    r"(?!should|must|shall|will|needs?|are|were|be|have|could|may|might|ought|to|also|all|each|both)[a-z]+ "
)
LEAD = deferred(
    rf"(?:(?:{spaced(_NEEDED)}|and|or|that|also|finally|further|in addition|to|then|[*•-]|(?:it (?:is|was)"
    r"|is) (?:\w+ )?(?:recommended|suggested|proposed|advised|agreed|felt)"
    r"|it (?:falls to|is for)|recommend(?:s|ed|ing)?(?= that )|(?:the |this )?(?:review|panel|report|author) (?:asks"
    rf"|requests|urges) that|(?:the |an? |our )?expectation is|they(?= {_STATED})|(?:for"
    r"|to)(?= (?:[\w'-]+ ){1,6}?(?:to|that) )|(?:we|(?:the|this) (?:review|panel|report|author"
    r"|reviewer)) (?:\w+ )?(?:recommend|suggest|propose)(?:s|d|ed)?) *,? +|[*•]+ *)*",
    re.IGNORECASE,
)
SETTING = deferred(
    r"(?:if|when|where|whenever|in|for|at|on|as|once|following|after|during|given|with|through|before"
    r"|unless)\b[^,;]{2,120}?(?:,|(?= (?:ensure|make sure|consider|request) )) *",
    re.IGNORECASE,
)
LISTED = pattern(r"for (?P<first>[^,;]{2,60}), (?P<second>[^,;]{2,60})(?:, [^,;]{2,60}){0,4},? and [^,;]{2,60} to")
MODAL = pattern(
    r"(?P<modal>should|must|shall|will|ought to|needs? to|ha(?:s|ve) to|(?:is|are) to|(?:is|are) required to"
    r"|could|(?:may|might)(?: (?:wish|want|like) to)?|would(?= benefit from)|to)"
    r"(?: (?:also|only|then|together|further|not|all|both|always|each|never|continue to|now|therefore|[a-z]+ly))*"
    r" (?P<be>be (?:[a-z]+ly |further |also |fully |well )*)?(?P<verb>[a-z][\w-]+)"
)
PRESENT = pattern(
    r"(?:is|are) (?:[a-z]+ly )?(?P<verb>[a-z]+(?:ed|en)|told|held|made|put|given|found|sought|taught|kept|built|sent"
    r"|heard|met|led|paid|brought|run|done|drawn|set|spread|shown)"
)
SUBJUNCTIVE = pattern(
    r"(?<!to\s)be (?:[a-z]+ly |also |fully )?(?P<verb>[a-z]+(?:ed|en)|told|held|made|put|given|found|set|taught"
    r"|sought|available|the subject of)"
)
THERE = pattern(r"there (?P<modal>should|must|needs? to|ought to|has to|is to|are to) be")
PARTICIPLE = deferred(
    r"(?!assured|satisfied)\w+(?:ed|en|wn)|bought|told|held|made|put|found|sought|taught|kept|built|done|sent|set|led"
    r"|met|paid|brought|run|read",
    re.IGNORECASE,
)
NO_VERB = deferred(
    r"(?:a|an|the|this|that|these|those|his|her|their|its|any|all|each|every|some|both|no|children|people"
    r"|parents|families"
    r"|staff|young|one|two|three|which|who|whom|whether|how|when|what|other|others|housing|schools?|primary"
    r"|secondary|adult|and|or|help|safeguarding|partner|government|parliament|court|hospital|police|health|social|care"
    r"|\w+(?:ssment|eatment|ation)|\w{3,}ing|therapy|prevention|intervention|counselling"
    r"|\w*(?<!s)(?<!focu)s)",
    re.IGNORECASE,
)
TOPIC = deferred(r"(?:and +)?(?P<topic>[^;:.]{2,70}?)(?: +-|:) +", re.IGNORECASE)
TAKES_TO = deferred(
    r"\b(?:need|duty|duties|requirement|decision|barriers?|obstacles?|power|powers|request|failure|reason|chance"
    r"|obligation|responsibility|permission|ready|willing|encouraged|approach|outreach|advised not|told not"
    r"|able|how|when|what|who|whom|where|whether|right|opportunity|access|due|according|relation|relating|ability"
    r"|going|used|subject|response|attention|contribution|offered|provided|known|related|respond\w*|adhere|refer\w*"
    r"|return|back|up|next|close|likely|unable|fail\w*|want\w*|try|trying|wish"
    r"|(?<!of the\s)(?<!on a\s)(?<!with a\s)plan|way|ways|time|steps|reluctant|meant"
    r"|notified|given|(?<!'s\s)(?<!residential\s)(?<!care\s)(?<!nursing\s)home|(?<!social\s)(?<!youth\s)work|led"
    r"|leading|from|months?|years?|over|tools?"
    r"|system|support|help)$",
    re.IGNORECASE,
)
NOUN_AFTER = deferred(
    (
        r" +(?:of|for|in|by|between|with|about|on|to|from|after|before|during|plans?|meetings?|workers?|sheets?"
        r"|forms?|groups?|services?|packages?)\b"
    ),
    re.IGNORECASE,
)
ASKED_WHAT = deferred(
    r"\b(?:on|about|of|for|over|that +(?:says?|states?|sets? +out|tells?|explains?|shows?)) +(?:[\w-]+ +and +)?"
    r"(?:what|who|whom|how|when|where|whether|which)(?: +[\w'-]+){0,2} +$",
    re.IGNORECASE,
)
# A document, and what a document does: "risk tools to score stalking".
WRITTEN = deferred(r"(?:the +|all +)?(?:[\w-]+ +){0,3}?(?:tools?|systems?)", re.IGNORECASE)
SAYS = deferred(r"include|ask|say|state|score|take|cover|name|mention|reflect|show|make", re.IGNORECASE)
# A verb that no list knows, with what it is done to: "spread the word".
COMMANDS = deferred(
    r"(?!(?:for|in|on|at|as|by|to|of|with|from|all|both|that|if|when|where|while|once|after|before|during"
    r"|about|and|or|not|no"
    r"|given|via|per|into|over|under|what|who|how|why|whether|which|any|such|half|only|even|across|within"
    r"|between|through"
    r"|because|unless|until|since|though|although|than|staff|schools?|police|health)\b)[a-z]{3,}(?<!ed) +"
    r"(?:the|an?|its|their|every|each|whether|how) +[\w'-]+",
    re.IGNORECASE,
)
BEING = deferred(r"be +(?P<verb>[a-z]+)\b", re.IGNORECASE)
WE_HAVE = pattern(r"we (?:have|will be) (?P<verb>asked|urged|written|pressed|asking|writing)")
NOUN_OF_DOING = deferred(r" +(?:on|of|for|between|professional)\b", re.IGNORECASE)
LEARNED = deferred(r"learning(?! +(?:about|how)\b)", re.IGNORECASE)
HELP_FOR = deferred(r"(?<=support) +for\b|(?<=help) +for\b|(?<=supervision) +for\b", re.IGNORECASE)
FOR_WHOM = deferred(r"(?:an?|one|some|clear|new|more|the) +(?:[\w'-]+ +){1,4}(?:for|by|of) +[^;]*", re.IGNORECASE)
MEANS = deferred(  # what is made for a purpose: "a campaign to tell"
    r"(?:an?|one|new|clear|public|local) +(?:[\w'-]+ +){0,3}?(?:campaigns?|drive|films?|videos?|posters?|leaflets?"
    r"|guide|cards?)",
    re.IGNORECASE,
)
FOR = deferred(r"\b(?:for|to|on|about|between|with|by) +(?:[\w'-]+ +){0,2}$", re.IGNORECASE)
WORD, OF, TO_BE = deferred(r"[\w-]+"), deferred(r" +of\b"), pattern("should|must|(?:is|are)? ?to be")
OPENING_VERB = deferred(r"(?:jointly |urgently |actively |routinely |further |formally )?(?P<verb>[A-Za-z][\w-]*)")
TAUGHT_TO = pattern("taught|trained|shown")
BID = deferred(r"asked|invited|urged|requested|required|expected|recommended", re.IGNORECASE)
SECURE = deferred(
    r"secure +(?:units?|accommodation|homes?|children's|beds?|settings?|placements?|estate)\b"
    r"|return +(?:home +)?interviews?\b",
    re.IGNORECASE,
)
VERB_AFTER = deferred(
    r"(?:, +(?:(?:together|along) +)?with +(?:the|its|local) +[^;,]{3,80},)? +(?:[a-z]+ly |also |all "
    r"|each )?(?!needs? +to\b)(?P<not>do(?:es)? +not +)?(?P<verb>[a-z][\w-]*)"
)
WORKING = pattern(" (?:(?:(?:who|that) works?|working) with|(?:attended|used) by|at(?= (?:all|every) levels?))")
NOUN_OR_VERB = deferred(
    r"review|use|support|access|contact|work|report|practice|audit|check|plan|brief|link|map|test"
    r"|share|visit|call|research|help|supervise|train|need|record|measure|guide|study|change|sample|set|form|survey"
)
SUBORDINATE = pattern(
    "that|which|who|whom|whose|how|when|where|whether|what|why|if|because|so that|unless|whenever|until|once"
)
BARS = pattern(
    "how|when|where|whether|what|why|if|because|so that|unless|whenever|until|once|that"
)  # "who work" does not
