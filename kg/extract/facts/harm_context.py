"""The words around the name of a harm that hedge it, deny it, or make it somebody else's or an earlier one."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern
from kg.model import Harm

_NEAR = (  # one more character of the same phrase; "by" goes on with it where the harm stands next: "by suicide"
    r"(?:(?!\b(?:(?<!caused )by(?! $)|but|after|when|who|and (?:his|her|their))\b)[^.,;:])"
)

UNPROVEN = (  # before what nobody could show
    r"(?:(?:no|not any|insufficient|not enough|little|without|lack of)(?: [\w-]+)? (?:evidence|indications?|proof"
    r"|signs?|suggestion|findings?)(?: (?:was|were) (?:found|seen))? that"
    r"|(?:not|never|n't)(?: (?:been|be|possible to))? (?:established?|proved?|proven|shown?|confirm(?:ed)?|found|find"
    r"|concluded?|determined?|demonstrated?|accept(?:ed)?|believed?|thought) (?:that|to have been)"
    r"|(?:unable|impossible|failed) to (?:establish|prove|show|confirm|determine|say|demonstrate) that"
    r"|nothing (?:to|that|which) (?:suggest|indicate|show|point)\w* (?:that|to)"
    r"|(?:no|little) reason to (?:think|believe|suspect) (?:that|of))"
)
HEDGES = deferred(
    r"\b(?:possible|possibly|suspected|suspicions? of|suspected of|(?:may|might"
    r"|could) have(?: died by)?|alleged(?:ly)?"
    r"|allegations? of|alleging|indicative of|indicat(?:ed|ing)|consistent with|suggestive of|suggest(?:ed|ing"
    r"|s)?|thought to|believed to"
    rf"|likely|probabl[ey]|potential(?:ly)?|appear(?:s|ed|ing)? to|apparent(?:ly)?|unconfirmed"
    rf"|presumed|(?:unclear|uncertain|unknown|undetermined) (?:whether|if)|(?:not|cannot) (?:be )?(?:exclude"
    rf"|rule out))\b{_NEAR}{{0,45}}$"
    r"|\b(?:whether|if) (?:he|she|they) (?:had )?(?:intended|meant|wanted) to [^.;]{0,60}$"
    r"|\bit (?:is|was|had been) (?:[\w-]+ )?(?:believed|thought|suspected|feared|alleged|possible|likely"
    r"|probable) that\b"
    r"[^.;]{0,120}$",
    re.IGNORECASE,
)
# Behind what was thought of, and not found: "smothering was considered, but".
CONSIDERED = (
    r"(?:also |initially |first |at first |briefly )?(?:considered|queried|explored|investigated|raised)"
    r"(?=[ ]*[,.;]| but)"
)
_BY_SOMEBODY = r"(?: (?:by|of) (?:his|her|their|an?|the) [\w' -]{1,40}?)?"
HEDGED_AFTER = pattern(
    r" ?(?:(?:of|to) (?:(?!\bwh\w+\b)[^.,;]){0,60})?(?:was|were|is|are|being"
    r"|been) (?:also )?(?:an? )?(?:suspected|possible|alleged"
    r"|suggested|thought)"
    rf"|{_BY_SOMEBODY} (?:was|were|had been|has been) {CONSIDERED}"
    rf"|{_BY_SOMEBODY} (?:was|were|had been) suspected"
    r"| (?:may|might) have (?:played|contributed|been (?:present|involved|an? factor))"
    r"| (?:could|can) not be (?:ruled out|excluded)|, which may"
)
DENIED_BEFORE = deferred(
    rf"\b(?:no (?:evidence|indications?|signs?|suggestion|concerns?) (?:of|about|that)"
    rf"|nothing to (?:suggest|indicate|show)|no reason to (?:think|believe|suspect)"
    rf"|not(?! (?:been )?(?:exclude|rule|be excluded|be ruled))|nor|without|ruled out|never"
    rf"|(?:say|tell|establish|determine|decide|known|clear|certain|sure) (?:whether|if)"
    rf"(?! (?:he|she|they) (?:had )?(?:intended|meant|wanted))"
    rf"|(?:acquitted|cleared|exonerated)(?: by [\w ]{{1,20}})? of"
    rf"|rather than|no|neither|unharmed|attempted|threat(?:s|ened)? (?:of|to))\b{_NEAR}{{0,25}}$"
    rf"|\b{UNPROVEN}\b{_NEAR}{{0,70}}$",
    re.IGNORECASE,
)
MISTAKEN_FOR = deferred(  # what harm by somebody was wrongly thought to be
    r"\b(?:(?:put|set) down to|mistaken for|(?:passed|explained|laughed|shrugged) (?:off|away) as"
    rf"|dismissed as|misread as|taken for)\b{_NEAR}{{0,25}}$",
    re.IGNORECASE,
)
DENIED_AFTER = pattern(
    r" risks?|(?: (?:against|of) [^.,;]{1,40}?)? (?:was|were|had been|has been) (?:later |then |subsequently )*"
    r"(?:dropped|withdrawn|discontinued|retracted)| ?(?:(?:of|to|on|by) [^.,;]{0,60}? )?(?:(?:was|were|had been"
    r"|has been) (?:ruled out|excluded)"
    r"|(?:(?:was|were|had been|has been) not|(?:had|has) not been) (?:found|suspected|involved|established"
    r"|substantiated|considered|thought|an? (?:factor|cause|concern)))"
)

_ADULT = (
    r"(?:mother|father|parents?|mum|dad|(?:mother's |father's )?partner|stepfather|grand\w+|carers?|adults?|family"
    r"|household)"
)
BACKGROUND = pattern(
    r"history|histories|previous(?:ly)?|past|prior|earlier (?:in|incidents?)|known (?:to|for|about)|in (?:his"
    r"|her|their) (?:own )?childhood"
    r"|as (?:a child|children)|in early (?:childhood|life)|risks? of|plans? (?:for|under|because|due)|category"
    r"|categories|register"
    r"|convictions? for|convicted of (?:previous|historic)|fear\w*|thoughts|(?<!-)threaten\w*|prevent\w*"
    r"|death of (?:his|her|their)"
    r"|(?<!\band\s)(?:his|her|their) (?:[\w-]+ )?(?:sister|brother|sibling)s? (?:had )?(?:died|was|were|took|been)"
    r"|whose (?:[\w-]+ )?(?:brother|sister|sibling|twin|friend|cousin)s? (?:had )?(?:been|was|were)"
    r"|(?:older|elder|half|other|previous)[ -](?:siblings|children|brothers|sisters) (?:had|has|have|was|were)"
    rf"|{_ADULT}(?:'s|s')? (?:(?:who|also|both|herself|himself) )*(?:had|has|have|was|were|experienced|suffered"
    rf"|own|disclosed|struggled)"
    r"(?! (?:\w+ ){0,3}?(?:given an?|handed|tried for|cautioned|prosecuted|accused"
    r"|subject to an? \w+ investigation|convicted|found guilty|charged|arrested|sentenced|imprisoned|jailed"
    r"|admitted|shaken|found to have(?! (?:been|had|an?))"
    r"|(?:raped|abused|molested|assaulted|hurt|harmed|injured|touched) (?:him|her|them|the child|the girl|the boy)"
    rf"|{CONSIDERED}|ruled out|discounted"
    r"|pregnant,? when she was (?:\w+ )?(?:killed|murdered|stabbed|strangled|shot|beaten to death)"
    r"|killed|murdered|strangled|drowned|smothered|stabbed|beaten|hit|thrown|inflicted|taken (?:him"
    r"|her|them|the)|put|placed"
    r"|left|fallen|slept|co-slept|abandoned|fabricated|exaggerated|failed))"
    r"|(?:removed|adopted|taken into care|accommodated)[^.;]{0,30}? (?:because of|due to|for|following|owing to"
    r"|on grounds of)"
    rf"|{_ADULT}(?: who)? had (?:also |herself |himself |both )*been(?= (?:[\w-]+ )?(?:beaten|hit|assaulted|shaken))"
    r"|between (?:the |his |her |their )?(?:parents|adults|mother)|context of|parental|involv\w+ with"
)
CONCERN = pattern(
    r"(?<!review\s)(?<!report\s)(?<!summary\s)(?<!case\s)(?<!which\s)concerns?"
    r"(?: about| of| around| for| regarding)?|worr\w+|referr\w+|acquitted"
)
ARRESTED = pattern(r"arrest(?:ed)?|on suspicion of|trial")

# Where these are all that a review opens with, harm done by somebody belongs to the past if it is told as past.
HURT_BY_NOBODY = {Harm.SUICIDE, Harm.SELF_HARM, Harm.ACCIDENT, Harm.UNSAFE_SLEEP, Harm.MEDICAL_CAUSE}
HURT_BY_SOMEBODY = {Harm.PHYSICAL_ABUSE, Harm.SEXUAL_ABUSE, Harm.HOMICIDE, Harm.EMOTIONAL_ABUSE}
EARLIER = pattern(
    r"ha[ds] (?:\w+ )?(?:told|disclosed|said|spoken|alleged|reported|described|made|been|experienced|suffered)"
    r"|previous(?:ly)?|earlier|history|when (?:he|she|they) (?:was|were)|years? (?:ago|before)|disclosed (?:being|that)"
)
RECENT = pattern(  # a teenager's past of which the words speak as a ground for what followed
    r"(?:when (?:he|she|they) (?:was|were)|at the age of|aged) (?:only |just )?(?:1[2-7]|twelve|thirteen"
    r"|fourteen|fifteen"
    r"|sixteen|seventeen)\b|(?:days|weeks|months) (?:before|earlier)"
    r"|(?:by|from) (?:his|her) (?:[\w-]+ ){0,2}?(?:boyfriend|girlfriend)"
)
LATELY = pattern(r"(?:days|weeks|months) (?:before|earlier)")  # and then what befell them
SPOKEN_OF = pattern("told|disclos(?:ed|ures?)|said|spoken|alleged|reported|described|history")
WHEN_SMALL = pattern(
    r"when (?:he|she|they) (?:was|were)|as an? (?:\w+ )?child|in (?:his|her) childhood|years (?:before|earlier)"
)
IN_CHILDHOOD = pattern(
    r" (?:in|during|throughout) (?:(?:his|her|their|early|own) )*(?:childhood|infancy)| as an? (?:infant"
    r"|young child|baby)|[^.;,]{0,40} when (?:he|she|they) (?:was|were)"
    r" (?!(?:only |just )?(?:1[2-7]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b)\w+"
)


def is_earlier(view: str, start: int, at: int, end: int) -> bool:
    """Whether the sentence tells what stands `at` as long past: not "had been raped when she was 13"."""
    told = EARLIER.search(view, start, at)
    recent = RECENT.search(view, at, end) or LATELY.search(view, start, at)
    if told and recent and not SPOKEN_OF.search(view, start, at):
        return False
    return bool(told or WHEN_SMALL.search(view, at, end))


def is_only_told(view: str, first: int, at: int, last: int) -> bool:
    """Whether what stands `at` is what somebody said, and no court after them: "She had told a teacher that".

    What a court or doctors said is stated, and so is what somebody owned up to.
    """
    before = view[max(first, at - _FAR) : at]
    told = _TOLD.search(before)
    if told is None or _OWNED_UP.search(before):
        return False
    return not (_KNOWS.search(told["who"]) or _FOUND_SO.search(view, at, last))


_FAR = 200  # characters looked back at in a sentence
_OWNED_UP = deferred(r"\b(?:he|she|they) +(?:(?:had|have|may|might|both) +)*$", re.IGNORECASE)
_FOUND_SO = pattern("convicted|guilty|jailed|sentenced|imprisoned|charged|admitted|confirmed|substantiated|found that")
_KNOWS = deferred(
    r"\b(?:courts?|judges?|doctors?|paediatricians?|pathologists?|experts?|police|coroners?|reviews?|reports?|jury"
    r"|clinicians?|hospitals?|medical|professionals?|consultants?|evidence|examinations?)\b",
    re.IGNORECASE,
)
_TOLD = deferred(
    r"(?P<who>(?:[\w'-]+ +){1,4}?)(?:told|said|says|disclosed|alleged|claimed|reported|described|confided|complained)\b"
    r"(?: +(?!that\b|how\b|about\b|being\b)[\w'-]+){0,6}? +(?:that|how|about|being)\b"
    r"(?! +(?:he|she|they) +(?:had +)?(?!been\b|was\b|were\b|being\b)\w+(?:ed|t|k)\b)[^.;]{0,80}$",
    re.IGNORECASE,
)
