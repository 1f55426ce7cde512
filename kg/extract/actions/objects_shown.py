"""Verbs that say little, with what is told of one child, or shown to families: "give a copy", "spread the word"."""

from kg.extract.actions.nouns import ANY, FAMILIES, NEAR, STAFF, THE
from kg.model import Action

A = Action


SHOWN_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # What others are told about one child, or shown.
    (
        (
            rf"(?:bring|draw)\w* {ANY}to the (?:attention|notice) of (?:all |every |the )*(?:staff"
            r"|practitioners|professionals|parents|families|agencies)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (rf"bring\w* {ANY}to the (?:attention|notice) of", (A.SHARE_INFORMATION,)),
    (rf"draw\w* {NEAR}attention", (A.RAISE_AWARENESS,)),
    (
        (
            r"(?:giv|send|provid)\w* (?:[\w'-]+ ){0,5}?(?:copy|copies|sight|an? (?:full |complete "
            r")?(?:account|history)|full details|details) (?:of|to|about)"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (rf"giv\w* {NEAR}access to (?:[\w'-]+ ){{0,3}}?(?:records?|systems?|notes|files?)", (A.SHARE_INFORMATION,)),
    (rf"open\w* {THE}(?:records?|files?|notes|systems?) to", (A.SHARE_INFORMATION,)),
    (rf"send\w* {ANY}to ", (A.SHARE_INFORMATION,)),
    (rf"keep\w* {NEAR}informed", (A.SHARE_INFORMATION,)),
    (r"let(?:s|ting)? (?:[\w'-]+ ){1,5}?know", (A.SHARE_INFORMATION,)),
    (
        (
            r"report\w* (?:to [^;]{3,60}?,? )?(?:each|every|any|all) (?!quarter|month|year|six|half|week"
            r"|term)(?:[\w-]+ )?\w+"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"report\w* to [^;]{3,40}?, [^;,]{3,30}, (?:each|every|any|all) ", (A.SHARE_INFORMATION,)),
    (
        (
            r"shar\w* (?:it|them|th(?:e|is|ese) (?:[\w-]+ )?(?:guides?|tools?|polic\w+|procedures?|protocols?))"
            r" with (?:all|every) "
        ),
        (A.DISSEMINATE,),
    ),
    (
        r"flag\w* (?:the |all |any )*(?:[\w-]+ )?(?:addresses|records|files|notes|cases|accounts)(?! (?:to|with) )",
        (A.ENSURE_PRACTICE,),
    ),
    (r"(?:receiv|hav|giv|attend)\w* (?:[\w-]+ ){0,2}?awareness[ -]raising", (A.RAISE_AWARENESS,)),
    # What families and the public are told.
    (rf"(?:tell|warn|alert|inform)\w* {THE}(?:new |expectant |all )*{FAMILIES}", (A.RAISE_AWARENESS,)),
    (
        (
            rf"(?:giv|offer|provid)\w* {THE}(?:new |expectant |all )*(?:{FAMILIES}|{STAFF}) (?:with "
            rf")?(?:[\w'-]+ ){{0,3}}?(?:information|advice|leaflets?)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (r"giv\w* (?:[\w-]+ )?(?:advice|information) (?:about|on) [^;]*? to ", (A.ENSURE_PRACTICE, A.RAISE_AWARENESS)),
    (rf"mak\w+ {NEAR}?(?:known(?= to| among| how| at|$)|visible)", (A.RAISE_AWARENESS,)),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{THE}(?:new )?{FAMILIES} (?:hear|know|understand|are "
            r"(?:told|given|aware|warned))"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (rf"keep\w* {NEAR}in (?:the minds?|view|sight) of", (A.RAISE_AWARENESS,)),
    (r"(?:re-?)?issu\w+ (?:an? |the )?(?:[\w-]+ )?reminders?", (A.RAISE_AWARENESS,)),
    (
        (
            rf"us\w+ {NEAR}?to (?:spread|repeat|promote|reinforce|raise) (?:the |this |these )?(?:[\w-]+ ){{0,2}}?"
            r"(?:messages?|advice|awareness)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        (
            r"(?:increas|improv|deepen|rais|widen|promot)\w* (?:the )?(?:[\w'-]+ ){0,3}?(?:understanding"
            r"|awareness|visibility)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        r"spread\w* the (?:word|message)|put\w* up (?:[\w-]+ )?(?:posters|notices)|use social media",
        (A.RAISE_AWARENESS,),
    ),
)
