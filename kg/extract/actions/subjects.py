"""What the subject of a recommendation tells of its action: "caseloads should be reduced" asks for staff."""

from kg.extract.actions.frames import Frame, Voice
from kg.extract.actions.nouns import (
    ACTIVITY,
    CAPACITY,
    CASE_PLAN,
    CREATED,
    DOCUMENT_NOUN,
    FAMILIES,
    LESSONS,
    RESOURCE,
    STAFF,
    THE,
    TRAINING,
)
from kg.extract.text.openings import Openings
from kg.extract.text.wording import pattern
from kg.model import Action

A = Action

_HEAD = r"(?:(?:the|a|an|all|any|every|each|its|their|this|these|local|key|own) )*(?:[\w',-]+ ){0,3}?"
_WITH = (
    r"(?:,? (?:for|of|in|by|on|about|with|at|from|where|who|that|which|to|as|between|across|within|held|made) [^;]*)?"
)
_CHANGED = (
    r"(?:updated|revised|refreshed|extended|rolled|provided|delivered|offered|made|arranged|include\w*|cover"
    r"|focus|given|developed|put|repeated|widened|broadened|mandatory|compulsory|commissioned)"
)
_RECORDS = (
    r"(?:(?:case )?(?:records|files|notes)|plans|cases|assessments|decisions|referrals|practice|compliance"
    r"|quality|effectiveness|impact|use)"
)

_EACH_ONE = (
    r"(?:every|each|any|all) (?:[\w-]+ ){0,3}?(?:child|children|baby|babies|wom[ae]n|mothers?|young person"
    r"|young people|family"
    r"|families|pupils?|parents?|patients?|care leavers?)(?: [^;]*)?"
)
_A_WORKER = (
    r"an? (?:[\w-]+ ){0,3}?(?:psychologist|nurse|worker|advocate|midwife|practitioner|therapist|specialist"
    r"|adviser|mentor)"
)

# Who makes or keeps the rules of a whole field: to ask it is to ask for more than one area can change.
_RULES_A_FIELD = (
    r"(?:the )?(?:(?:sports?(?:'s?)?|game's|national) (?:national )?governing bod(?:y|ies)(?: (?:of|for) [^;]*?)?"
    r"|(?:national )?trading standards)"
)
_URGED = r"asked|urged|pressed|requested|challenged|lobbied"

# Who is told what happened in a case.
_TOLD = (
    r"(?:police|courts?|schools?|nurser(?:y|ies)|colleges|hospitals?|GPs?|health visitors|midwives|pharmacists"
    r"|(?:school )?nurses|(?:local authority )?designated officers?|LADOs?|[\w' -]*?(?:services?|teams?))"
)

# The subject, the verb that follows it, and what both ask for; in the passive, then where it acts.
_PASSIVE = (
    (
        rf"(?:an? |the )?(?:[\w-]+ ){{0,2}}?(?:funds?|grants?|bursar(?:y|ies)){_WITH}",
        r"set|established|created|found|made|opened|extended|renewed",
        (A.COMMISSION,),
    ),
    (_A_WORKER, r"(?:attached|assigned|placed|seconded) (?:to|in)", (A.COMMISSION,)),
    (rf"(?:an? )?(?:[\w-]+ ){{0,3}}?{CREATED}{_WITH}", r"needed|required|called", (A.DEVELOP,)),
    (
        rf"(?:an?|one) (?:(?:single|central|joint|local|regional|shared) )?(?:register|directory|list|database){_WITH}",
        r"kept|maintained|held",
        (A.DEVELOP,),
    ),
    (_RULES_A_FIELD, _URGED, (A.ESCALATE_NATIONAL,)),
    (
        rf"{_HEAD}(?:action plans?|actions|recommendations){_WITH}",
        r"reviewed|revisited|tracked|monitored|checked|reported|updated|examined|scrutinised",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (rf"{_HEAD}{TRAINING}(?: and [\w-]+(?: [\w-]+)?)?{_WITH}", r"funded|paid|resourced", (A.COMMISSION, A.TRAIN)),
    (rf"{_HEAD}{TRAINING}{_WITH}", _CHANGED, (A.TRAIN,)),
    (rf"{_HEAD}(?:{STAFF}|receptionists|pharmacists|drivers|volunteers){_WITH}", r"taught", (A.TRAIN,)),
    (
        rf"(?!national ){_HEAD}{DOCUMENT_NOUN}{_WITH}",
        (
            r"widened|extended|changed|strengthened|improved|shortened|clarified|tightened|rewritten|expanded"
            r"|relaxed|lowered|replaced"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        r"(?:whether|how|why|what) [^;]*",
        r"considered|explored|examined|looked|reviewed|established|discussed|studied",
        (A.EXPLORE,),
    ),
    (
        rf"{_HEAD}messages?{_WITH}",
        r"repeated|reinforced|given|made|spread|promoted|displayed|shared|publicised",
        (A.RAISE_AWARENESS,),
    ),
    (rf"{_HEAD}attention", r"drawn", (A.RAISE_AWARENESS,)),
    (
        rf"{_HEAD}(?:advice|leaflets?|booklets?|cards?|packs?){_WITH}",
        rf"(?:given|handed|offered) to {THE}(?:[\w-]+ )?(?:{FAMILIES}|parent|father|mother|carer)",
        (A.ENSURE_PRACTICE, A.RAISE_AWARENESS),
    ),
    (rf"{_HEAD}{CASE_PLAN}{_WITH}", r"(?:shared|sent|copied|given)", (A.ENSURE_PRACTICE, A.SHARE_INFORMATION)),
    (
        (
            r"(?:the )?(?:local |host )*(?:police|Cafcass|courts?|schools?|hospitals?|councils?"
            r"|[\w' -]*?(?:services?|teams?))"
        ),
        r"alerted to",
        (A.SHARE_INFORMATION,),
    ),
    (  # what happened in a case, and not a thing that has a name: "told of incidents"
        (rf"(?:the )?(?:local |host )*{_TOLD}(?:(?:,| and|, and) (?:the )?{_TOLD}){{0,2}}"),
        r"(?:told|informed|notified) (?:of|about) (?!(?:the|an?|this|these|its|our|new|local|how|what|who|help)\b)",
        (A.SHARE_INFORMATION,),
    ),
    (
        r"(?:child protection|child in need|safety|care) plans? (?:of|lasting|open for) (?:over|more)[^;]*",
        r"(?:independently |externally )?(?:reviewed|audited)",
        (A.QUALITY_ASSURE,),
    ),
    (
        rf"{_HEAD}information{_WITH}",
        rf"(?:given|provided|offered|available) (?:to|for) (?:[\w-]+ )?{FAMILIES}",
        (A.RAISE_AWARENESS,),
    ),
    (rf"{_HEAD}(?:new )?{FAMILIES}{_WITH}", r"(?:supported|helped) (?:to|in)", (A.ENSURE_PRACTICE,)),
    (
        rf"{_HEAD}(?:new )?{FAMILIES}{_WITH}",
        r"(?:told|advised|informed|warned)(?! (?:when|within|that|if))",
        (A.RAISE_AWARENESS,),
    ),
    (
        rf"{_HEAD}{LESSONS}{_WITH}",
        (
            r"shared|sent|discussed|circulated|published|taken|presented|brought|passed|communicated|fed|made "
            r"(?:known|available)"
        ),
        (A.DISSEMINATE,),
    ),
    (
        rf"{_HEAD}{CAPACITY}{_WITH}",
        r"brought|reduced|cut|lowered|kept|limited|capped|increased|filled|shortened|managed",
        (A.COMMISSION,),
    ),
    (
        rf"{_HEAD}(?:{RESOURCE}){_WITH}",
        r"allocated|found|set|identified|protected|released|secured|ring-fenced",
        (A.COMMISSION,),
    ),
    (
        rf"{_HEAD}{CASE_PLAN}{_WITH}",
        r"drawn|written|made|agreed|put|prepared|developed|completed|produced|compiled",
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            rf"{_HEAD}(?:{CASE_PLAN}|(?:individual )?(?:healthcare|health and care|personal education"
            rf"|behaviour) plans?){_WITH}"
        ),
        r"reviewed|revisited|updated",
        (A.ENSURE_PRACTICE,),
    ),
    (rf"{_HEAD}plans? to {_WITH}[^;]*", r"drawn|written|made|agreed|put", (A.ENSURE_PRACTICE,)),
    (rf"{_HEAD}(?:reviews|reports|minutes|visits|logs){_WITH}", r"(?:dip-)?sampled", (A.QUALITY_ASSURE,)),
    (
        rf"(?:{_HEAD})?{_RECORDS}{_WITH}",
        r"sampled|tested|checked|examined|scrutinised|assessed|measured|evaluated|read",
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"national (?:guidance|polic(?:y|ies)|standards?|legislation|law|advice|programmes?|curriculum"
            r"|threshold)[^;]*|the law[^;]*"
        ),
        r"\w+",
        (A.ESCALATE_NATIONAL,),
    ),
)
_ACTIVE = (
    (rf"{_RULES_A_FIELD} (?:is|are|be|should be) (?:{_URGED})", r"\w+", (A.ESCALATE_NATIONAL,)),
    (
        rf"{_HEAD}(?:notifications?|notices|letters?|alerts?|(?:test )?results|referrals?|information){_WITH}",
        r"reach|arrive|go to",
        (A.SHARE_INFORMATION,),
    ),
    (_EACH_ONE, r"have (?:an? |their |his |her )?(?:[\w-]+ ){0,4}?plans?", (A.ENSURE_PRACTICE,)),
    (
        _A_WORKER,
        r"(?:be )?(?:part of|based in) (?:the |each |every )?(?:[\w-]+ ){0,3}?(?:team|unit|clinic|ward)s?",
        (A.COMMISSION,),
    ),
    (rf"an? (?:[\w-]+ ){{0,3}}?{CREATED}{_WITH}", r"exist", (A.DEVELOP,)),
    (rf"{_HEAD}(?:learning|findings|lessons|report|summary){_WITH}", r"go|come|reach|inform|be", (A.DISSEMINATE,)),
    (
        rf"{_HEAD}(?:records?|files?|copies|notes|summar(?:y|ies)){_WITH}",
        r"go|follow|pass|come|reach|move|travel|transfer",
        (A.SHARE_INFORMATION,),
    ),
    (
        r"national (?:guidance|polic(?:y|ies)|standards?|legislation|law)[^;]*|the law[^;]*",
        r"\w+",
        (A.ESCALATE_NATIONAL,),
    ),
    (rf"{_HEAD}{TRAINING}{_WITH}", r"include|cover|focus|address|be|use|make|teach|look|draw", (A.TRAIN,)),
    (
        rf"{_HEAD}(?:updates?|(?:progress )?reports?) on (?:progress|the action plan)[^;]*",
        r"\w+",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        rf"(?:{_HEAD})?{ACTIVITY}{_WITH}",
        (
            r"(?:explore|consider|examine|look|set|reflect|test|analyse|assess|evaluate|review|share|track"
            r"|establish|draw|build|link|weigh|think|map|compare|address|identify)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
)
_COMPILED = {
    voice: Openings((pattern(verb), (pattern(subject), actions)) for subject, verb, actions in rules)
    for voice, rules in ((Voice.PASSIVE, _PASSIVE), (Voice.ACTIVE, _ACTIVE))
}


def of_subject(view: str, found: Frame, end: int) -> tuple[Action, ...]:
    """What the subject and its verb ask for together; nothing where the verb alone decides."""
    if found.subject is None:
        return ()
    subject = view[slice(*found.subject)].strip()
    rules = _COMPILED[found.voice].matches(view, found.verb, end)
    return next((actions for _, (words, actions) in rules if words.fullmatch(subject)), ())
