"""What happened on a printed date: only the incident's date is the incident's."""

import re
from enum import Enum, auto

from kg.extract.facts.children.late_death import when_hurt
from kg.extract.facts.dates import DateMention, find_dates
from kg.extract.facts.of_kin import is_of_kin
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.text.wording import pattern, sentences, within
from kg.model import PartialDate, Passage, Stated, passage


class Role(Enum):
    """What happened on a date."""

    INCIDENT = auto()
    DISCLOSURE = auto()
    SENTENCE = auto()
    INVOLVEMENT = auto()
    BIRTH = auto()
    PUBLICATION = auto()
    UNKNOWN = auto()  # the words around it do not say


_ROLE_WORDS: tuple[tuple[Role, str], ...] = (
    (
        Role.DISCLOSURE,
        (
            r"disclos\w+|reported(?! missing)"
            r"|alleg(?!ed (?:\w+ )?(?:rapes?|abuse|assaults?|murder|neglect|harm|exploitation|injur\w+)\b)\w+"
            r"|came to light|come to light|told|confided|complain\w+|came forward"
        ),
    ),
    (
        Role.SENTENCE,
        (
            r"sentenced|convict\w+|pleaded|pled|found guilty|imprisoned|jailed|trial|charged|acquitted"
            r"|inquest|prosecut\w+|arrest\w*(?! of)|coroner\w*|prison|court|criminal proceedings|verdict"
        ),
    ),
    (
        Role.INVOLVEMENT,
        (
            r"involve(?:d|ment)|known to(?! (?:him|her|them|the (?:child|family|victim)))"
            r"|work(?:ed|ing)? with|services|contact with|period under review|covers|timeframe"
            r"|timeline|support(?:ed)?|plans?|placed|moved|referr\w+|came into care|taken into care"
            r"|looked after(?! (?:\S+-old |teenage )?(?:child|boy|girl|young|teenager|\S+-old))|seen at"
            r"|removed|adopted|assess\w+|visit(?:ed|ing|s|ors?)|supervis\w+|in care|attend\w*|met|began|order"
            r"|withdr(?:ew|awn)(?= [^.;,]{0,30}?\bfrom (?:[\w-]+ )?(?:school|nursery|education|college))"
            r"|register|agencies|meetings?|conferences?"
        ),
    ),
    (
        Role.BIRTH,
        (
            r"(?<!-)born|(?<!from\s)(?<!after\s)(?<!after\sher\s)(?<!after\shis\s)birth"
            r"|(?<!concealed\s)(?<!denied\s)pregnan\w+"
        ),
    ),
    (
        Role.PUBLICATION,
        r"publi\w+|commissioned|review was|report was|reviewed|updated|came out in|reviews? from(?= ?\Z)",
    ),
)
_INCIDENT_VERBS = (
    r"died|subjected to|(?:this|it) was|ended|lost|struck|went on|lasted|drove|set fire|became pregnant|dies|found"
    r"|injured|abused|assaulted|hit|killed|murdered|stabbed|exploited|neglected|raped|hospitalised|shot"
    r"|taken to hospital|admitted to|suffered|sustained|collapsed|took (?:his|her|their) own life|drowned|ingested"
    r"|restrained|dragged|beaten|burn(?:ed|t)|scalded|punched|kicked|slapped|bitten|poisoned|smothered|starved"
    r"|swallow\w+|hanged|occurred|happened|took place|harmed|shaken|shook|attacked|fell|presented"
    r"|strangled|suffocated|coerced|groom(?:ed)?|molested|caned|whipped|chained|tied (?:up|to)"
    r"|(?:locked|shut) (?:in|up|out)|(?:went|left|gone|going) hungry"
    r"|(?:made|forced) to (?:sleep|eat|stand|kneel|live|beg|work|steal|sell|carry)"
    r"|(?:filmed|seen|caught|recorded) (?:put|add|inject|tamper|smother|hitt|shak)\w*"
)
_INCIDENT_NOUNS = (
    r"deaths?|arrest(?= of)|injur(?:y|ies)|abuse|assaults?|murders?|homicide|manslaughter|suicide|neglect"
    r"|incidents?|exploitation"
    r"|harm|rape|stillbirths?|illness|attack|overdose|poisoning|stabbing|fire|drowning|killing|cruelty"
    r"|behaviours?|self-harm|burns|bruis(?:es|ing)|fractures?|scald(?:s|ing)|haemorrhages?|wounds?|collapse|shooting"
    r"|ingestion|starvation|overdoses|stabbings|rapes|trauma"
)


def incident_date(text: str, summary: Passage) -> Stated[PartialDate] | None:
    """The date of the incident: never that of a disclosure, a sentence or the work of agencies."""
    view = within(text, summary.start, summary.end)
    spans = sentences(view, summary.start, summary.end)
    hurt = when_hurt(view, spans)
    if hurt and (long_before := find_dates(view, *hurt)):
        return Stated(long_before[0].date, _printed(text, hurt[0], long_before[0]))
    for index, (start, end) in enumerate(spans):
        dates = [m for m in find_dates(view, start, end) if _is_incident(view, start, end, m, first=not index)]
        found = [m for m in dates if not is_of_kin(view, summary.start, start, m.start, m.end)]
        if found:
            return Stated(_lasting(view, start, end, found[0].date), _printed(text, start, found[0]))
    return None


def _printed(text: str, start: int, mention: DateMention) -> Passage:
    """The words of a date; a stretch of time keeps its "between", without which it would read as two events."""
    opening = _STRETCH.search(text, max(start, mention.start - _OPENS), mention.start)
    return passage(text, opening.start() if opening and "/" in mention.date.edtf else mention.start, mention.end)


def _lasting(view: str, start: int, end: int, date: PartialDate) -> PartialDate:
    """A date, as one stretch of time where it is two years or months in a row of harm that goes on.

    "Exploited in 2014 and 2015" is 2014/2015, "and again in 2015" two dates; two babies who died in
    2014 and 2015 died on two dates.
    """
    pair = _PAIR.fullmatch(date.edtf)
    apart = any(words.search(view, start, end) for words in (_AT_ONCE, _AGAIN))
    if pair is None or apart or not _GOES_ON.search(view, start, end):
        return date
    first, last = (int(part[:4]) * 12 + int(part[5:] or 1) for part in pair.groups())
    step = 1 if len(date.edtf) > len("{2014,2015}") else 12
    return PartialDate(f"{pair[1]}/{pair[2]}") if last - first == step else date


def _is_incident(view: str, start: int, end: int, mention: DateMention, *, first: bool) -> bool:
    """Whether a date is the incident's; after the first sentence "had" speaks of an earlier time."""
    found = role(view, start, end, mention)
    if "/" not in mention.date.edtf and _had_come(view, start, mention.start):
        return False
    if _is_end(view, start, mention) or (found is Role.BIRTH and _DIED_AT_BIRTH.match(view, mention.end, end)):
        return True
    if first:
        if found is Role.INVOLVEMENT and "/" not in mention.date.edtf:
            return _OF_ONE_IN_CARE.fullmatch(view, start, mention.start) is not None
        opens = mention.start - start < _OPENS and found is Role.DISCLOSURE  # "Between 2013 and 2018 a boy ..."
        return opens or found in (Role.INCIDENT, Role.UNKNOWN)
    told = _SHOWN.search(view, start, mention.start)
    aside = next(reversed(list(_ASIDE.finditer(view, max(start, mention.start - _REACH), mention.start))), None)
    ended = _AND_DIED.search(view, start, mention.start)
    begin = max(start, mention.start - _REACH, *(passed.end() for passed in (told, aside, ended) if passed))
    return found is Role.INCIDENT and not _EARLIER.search(view, begin, mention.start)


def _had_come(view: str, start: int, at: int) -> bool:
    """Whether the words before a date tell only when the child or those around it had come to where harm was done."""
    came = _HAD_COME.search(view, max(start, at - _REACH), at)
    return came is not None and _nearest(view, came.start(), at, backwards=True) is not Role.INCIDENT


def _is_end(view: str, start: int, mention: DateMention) -> bool:
    """Whether harm that goes on ended on a date, and no other date is told: "neglect of two boys until they ..."."""
    until = _UNTIL.search(view, max(start, mention.start - _REACH), mention.start)
    return bool(until and _GOES_ON.search(view, start, until.start()) and not find_dates(view, start, until.start()))


def role(text: str, start: int, end: int, mention: DateMention) -> Role:
    """The role of a date in the sentence from `start` to `end`, from the words of its own clause, then of the sentence.

    The nearest verb before the date decides; nouns such as "assault" say nothing once somebody has disclosed one.
    """
    start, end = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
    ends = [start, *(m.end() for m in _CLAUSE.finditer(text, start, mention.start))]
    clause = next(end for end in reversed(ends) if end == start or text[end : mention.start].strip(" ,"))
    later = _WHEN.search(text, mention.end, end) if "/" in mention.date.edtf else None
    after = later.start() if later else end  # "over the years to 2011, when they were removed": harm lasted till then
    behind, before = (mention.end, after, False), (start, clause, False)
    apart = text.startswith(";", mention.end)  # what follows tells of something else: "in July 2024; the inquest was"
    for first, last, backwards in ((clause, mention.start, True), *((before, behind) if apart else (behind, before))):
        found = _nearest(text, first, last, backwards=backwards)
        if found is not None:
            return found
    return Role.UNKNOWN


_PAIR = deferred(r"\{(\d{4}(?:-(?:0\d|1[0-2]))?),(\d{4}(?:-(?:0\d|1[0-2]))?)\}")
_GOES_ON = pattern(
    r"abus\w+|exploit\w+|neglect\w*|groom\w+|cruelty|beat\w*|hit|struck|(?:ill-?|mal)treat\w*|mistreat\w+|starv\w+"
    r"|humiliat\w+|illness|harmful|violence|rap(?:e[ds]?|ing)|repeated(?:ly)?|occasions|restrain\w*"
    r"|(?:several|many|different|various|\w+) (?:dates|days|times)|drawing|radicalis\w+"
)
_STRETCH = deferred(r"\b(?:between|from)\s+\Z", re.IGNORECASE)
_AGAIN = pattern("(?:and|then) again in")  # "raped in 2013 and again in 2014" was raped twice
_AT_ONCE = pattern(r"deaths?|died|killed|murder\w*|stabb\w+|drown\w*|fatal\w*")
_OPENS = 15  # characters
_REACH = 1_000  # characters around a date, so that a sentence without end costs no more than its length
_CLAUSE = pattern(
    r"[;:(]|(?:,|and) (?:who|which|when|where|after|before|following|having|he|she|they)|, and"
    r"|(?<!aged\s\d)(?<!aged\s\d\d)(?<!and\s\d)(?<!and\s\d\d),(?! aged)|(?<!looked\W)after|before|until"
)
_UNTIL = deferred(
    r"\buntil +(?:(?:he|she|they|(?:the|all|both) +(?:[\w-]+ +){0,2}[\w-]+) +(?:was|were|came|went|moved|had been)"
    r"|(?:his|her|their) +(?:removal|placement|admission|move))\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_DIED_AT_BIRTH = pattern(
    r"[^.;]{0,80}? (?:and|but|who|he|she|,) ?(?:had |was )?(?:died|lived|dead) (?:[\w-]+ ){0,5}?(?:hours?"
    r"|minutes?|days?|same day|at birth|shortly after\w*|soon after\w*|later that day)(?! before)"
)
_OF_ONE_IN_CARE = pattern(  # "Death of a girl in care in May 2019": the words between say who she was
    r"(?:[\w-]+ ){0,5}?(?:deaths?|suicides?|murders?|killings?|stabbings?|shooting|drowning|injur(?:y|ies)|overdose"
    r"|self-harm|rape|assault)(?=[ ])(?:(?!\b(?:who|which|whose|when|where|while|after|before|until|since|following"
    r"|placed|moved|removed|taken|came|referr\w+|began|met|involve\w*|contact|work\w*|covers?|period|review\w*"
    r"|conferences?|meetings?|visit\w*|assess\w*|agencies)\b)[^,.;:]){3,150} (?:in|on|during|over) (?:the )?"
)
_WHEN = pattern(", (?:when|until|after which|at which)")
_SHOWN = pattern(  # "the film showed that he had been hit" tells of the incident and of no time before it
    r"(?:show(?:ed|s|n)|reveal(?:ed|s)|found|emerged|established|confirmed|discovered|transpired) that [^.;]{3,60}? had"
)
_ASIDE = deferred(r",\s+(?:who|which|whose)\b[^,.;]*,")  # "the boys, who had moved in 2017, were found in"
_HAD_COME = deferred(  # "her aunt, with whom she had come to live in": when the place or the people became hers
    r"\b(?:who|whom|whose|which|where)\b(?: +[\w'-]+){0,4}? +had +(?:(?:only|first|just|then|both|all|already) +)*"
    r"(?:come|gone|moved|arrived|settled|returned|lived|stayed|(?:been +)?(?:sent|brought|adopted|fostered|placed"
    r"|left +with)|taken +(?:him|her|them|both|the +\w+) +in)\b"
    r"(?:(?! (?:and|but|when|after|until|before|while)\b)[^,.;:]){0,80}\b(?:in|since|on|from|during) +\Z",
    re.IGNORECASE,
)
_AND_DIED = pattern(  # "had been seen by a nurse in 2016 and died in"
    r"(?:and|but)(?: he| she| they)? (?:died|drowned|collapsed"
    r"|(?:was|were) (?:killed|found|stabbed|shot|injured|admitted))"
)
_EARLIER = pattern("had|previous(?:ly)?|earlier|years before")
_TRIGGERS = Rules((pattern(words), kind) for kind, words in (*_ROLE_WORDS, (Role.INCIDENT, _INCIDENT_VERBS)))
_NOUNS = Rule(pattern(_INCIDENT_NOUNS))


def _nearest(text: str, start: int, end: int, *, backwards: bool) -> Role | None:
    hits = [(match.start(), kind) for match, kind in _TRIGGERS.finditer(text, start, end)]
    reported = min((at for at, kind in hits if kind in (Role.DISCLOSURE, Role.SENTENCE)), default=None)
    nouns = [m.start() for m in _NOUNS.finditer(text, start, end)]
    hits += [(at, Role.INCIDENT) for at in nouns if reported is None or at < reported]
    if not hits:
        return None
    return max(hits, key=lambda hit: hit[0])[1] if backwards else min(hits, key=lambda hit: hit[0])[1]
