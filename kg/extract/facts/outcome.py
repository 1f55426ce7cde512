"""What came of the incident: a death, serious harm to the child, or harm that the child did to others."""

import re
from collections.abc import Sequence

from kg.extract.facts.harm_context import DENIED_BEFORE, HEDGES
from kg.extract.facts.harms.feared import is_feared, is_taken_back
from kg.extract.facts.of_kin import is_of_kin
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern, sentences, within
from kg.model import Harm, Outcome, Passage, Stated, passage

_DEATH_WORDS = pattern(
    r"(?:deaths?|murders?|killing|homicides?|manslaughter|suicides?|filicide|drowning) of|deaths?|died"
    r"|dies|dying|dead"
    r"|was killed|were killed|killed by|killed (?:his|her|their|both|two) (?:[\w-]+ ){0,3}?(?:wife"
    r"|partner|mother|sons?|daughters?|child\w*|bab\w+)|the li(?:fe|ves) of (?:his|her|their)|murdered"
    r"|fatal(?:ly|ities)?|homicide|suicide|(?:took|taken"
    r"|taking) (?:his|her|their) own li(?:fe|ves)"
    r"|stillborn|stillbirths?|(?:his|her|their) (?:murder|killing|manslaughter)|convicted of (?:the )?(?:murder"
    r"|manslaughter)|stabbed to death|unlawful(?:ly)? kill\w+|killed (?:himself|herself)|drowned"
    r"|smothered|suffocated by|lifeless|lost (?:his|her|their) li(?:fe|ves)|end(?:ed|ing) (?:his|her"
    r"|their) (?:own )?li(?:fe|ves)|(?:the )?bod(?:y|ies) of|killed (?:them|him|her)(?!self)"
    r"|and killed (?:in|on"
    r"|by)"
    r"|hanged (?:himself|herself)|(?:lost|ended|gave up) (?:his|her|their) (?:own )?li(?:fe|ves)"
    r"|passed away|found hanged|found hanging(?![^.;]{0,80}(?:surviv|cut down|recover|resuscitat))|killing (?:an?|the"
    r"|his|her|their|two|three|four|both|him|them) |(?:coroner|inquest|inquest jury|jury at the inquest) (?:later )?"
    r"(?:recorded|returned|concluded|gave|reached|could not)|(?:did|could) not survive|(?:neither|none"
    r"|nobody)(?: of them)? survived"
    r"|could not be (?:saved|resuscitated|revived)|succumbed to|(?-i:SUDI|SUDIC|SUDC|SIDS) of"
)
_DEATH = Rule(_DEATH_WORDS)
_NOT_THIS_DEATH = deferred(
    r"\b(?:attempted|near|risk of|threat\w* (?:of|to)|fear of|history of|charged with|causing or allowing the"
    r"|thoughts of|considered"
    r"|following the|since the|after the|non-|grief|bereave\w+|previous|without|not|conspiracy to|about"
    r"|prevent\w*|cause of"
    r"|attempt(?:ed|s)? (?:at |to commit )?|talk\w* (?:of|about)|nearly|almost|(?:could|would) have"
    r"|(?:none|neither|nobody|no-one|no one|not one)"
    r"(?: +(?:of|had|has)(?: +(?:the|these|those|them|whom|his|her|their))?(?: +[\w-]+)?)?)[ -]*$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = pattern(
    r"deaths? of (?:his|her|their|the child's|a|an older|a previous|an earlier) (?:\w+ )?(?:mother|father"
    r"|parents?|grand\w+|sister|brother|sibling|relative|friend|uncle|aunt|partner|child of)"
    r"|(?:his|her|their|whose) (?:\w+ )?(?:mother|father|grand\w+|sister|brother|sibling|friend|uncle|aunt|parents?"
    r"|dad|mum|nan|gran|stepfather|foster \w+|teacher|best friend)s?(?:,[^,.;]*,)?(?:,? who)? (?:had |later "
    r"|previously |has |since )*(?:died(?: by suicide)?|took|taken|dead)"
    r"|(?:mother|father|grand\w+|sibling|parent)'s (?:\w+ )?(?:death|suicide)"
    r"|(?:mother|father)(?:,? who)? (?:(?:had|has|later|since|then|subsequently) )*died"
    r"|(?:twin|the other)(?: (?:sister|brother|baby|child))?(?:,? who)? "
    r"(?:was stillborn|(?:had )?(?:died|dead) (?:before|at) birth)"
    r"|(?:teacher|carer|offender|abuser|perpetrator|coach|priest|uncle|aunt|neighbour|partner|man|one of (?:the"
    r"|them|his|her))"
    r"(?:,[^,.;]*,)?(?:,? who)? (?:had |has |later |since |subsequently )*"
    r"(?:died|took (?:his|her) own|killed (?:himself|herself))"
    r"|died (?:before|prior to|while awaiting|awaiting) (?:(?:the|his|her|their|any|a) )?(?:trial|sentenc\w+"
    r"|prosecution|court|being (?:charged|tried|sentenced)|(?:he|she|they) (?:could|was|were|went) [^.;,]{0,20}?"
    r"(?:charged|tried|trial|prosecuted|sentenced|interviewed|arrested))|died (?:in (?:prison|custody)|on remand)"
    r"|(?<=,\s)now (?:dead|deceased)|late (?:mother|father|grand\w+|husband|wife)"
    r"|(?:older|elder|previous|earlier|first|another) (?:half-?)?(?:sister|brother|sibling|baby|child)s?"
    r"(?:,[^,.;]*,)? (?:had |has )?(?:previously )?(?:died|dead)|might have died (?:had|if|but|without)"
    r"|suicide attempts?|attempted (?:murder|suicide)|suicide risk|child death (?:overview|review)|dead[ -]line"
    r"|(?:sudden )?infant death (?:syndrome )?leaflet"
)
_HARMED = pattern(
    r"injur(?:y|ies|ed)|serious(?:ly)? (?:harm\w*|ill|assault\w*|incidents?)|significant harm"
    r"|life[ -]threatening|life[ -]changing"
    r"|brain damage|harmed|ingest\w+|collaps\w+|burn(?:s|ed|t)|scald\w*|fractur\w+|stabb(?:ed|ing)|shot"
    r"|overdose|admitted to hospital"
    r"|hospitalised|(?:badly|gravely) (?:hurt|burn\w+)|unconscious|assault\w*|attempted (?:murder|suicide)"
    r"|suicide attempt|poison\w*|bruis\w+|abuse[ds]?|abandoned"
    r"|exploit\w+|neglect\w*|near[ -](?:death|fatal\w*|drowning)|cardiac arrest|harm to"
)
_SERIOUS_HARM = pattern(
    r"(?<!risk\sof\s)(?:serious|significant) (?:\w+ )?harm(?! to others)"
    r"|serious(?:ly)? (?:and [\w-]+ )?(?:harmed|injur\w+)"
    r"|life[ -](?:threatening|changing) (?:[\w-]+ ){0,2}?injur\w+"
)
_ARREST = pattern(
    r"(?:the )?(?:arrest|conviction|trial) of (?:an?|two|three) (?:[\w-]+ ){0,3}?(?:boy|girl|child|young person"
    r"|teenager)s?"
)
_OPENS = pattern("deaths? of an?")  # what a review opens with is its own: "Death of a mother. She was stabbed by"
_LOOK_AT = 6  # sentences
_NEAR = 200  # characters before an injury
_WOUND = pattern(  # what can be seen, whoever did it
    r"injur(?:y|ies|ed)|life[ -]threatening|life[ -]changing|brain damage|collaps\w+|burn(?:s|ed|t)|scald\w*"
    r"|fractur\w+|stabb(?:ed|ing)|shot|serious(?:ly)? ill|admitted to hospital|hospitalised"
    r"|(?:badly|gravely) (?:hurt|burn\w+)|unconscious|bruis\w+|near[ -](?:death|fatal\w*|drowning)|cardiac arrest"
)


def find_death(text: str, summary: Passage) -> Passage | None:
    """The words of a summary that state the death of the person the review is about."""
    view = within(text, summary.start, summary.end)
    spans = list(sentences(view, summary.start, summary.end))[:_LOOK_AT]
    first = spans[0][0] if spans else summary.start
    for start, end in spans:
        deaths = list(_DEATH.finditer(view, start, end))
        others = [match.span() for match in _SOMEBODY_ELSE.finditer(view, start, end)] if deaths else []
        others = [span for span in others if span[0] > first or not _OPENS.match(view, *span)]
        for match in deaths:
            inside = any(first <= match.start() < last for first, last in others)
            inside = inside or is_of_kin(view, summary.start, start, *match.span())
            if not inside and not _NOT_THIS_DEATH.search(view[start : match.start()]):
                return passage(text, *match.span())
    return None


def find_outcome(
    text: str,
    summary: Passage,
    death: Passage | None,
    harms: Sequence[Stated[Harm]],
    hedged: Sequence[Stated[Harm]] = (),
) -> Stated[Outcome] | None:
    """The outcome that the summary states, given the words for a death and the harms found in it, stated and `hedged`.

    Harm that is only possible has no outcome of its own: where an injury is told beside it, the outcome rests on that.
    """
    if death:
        return Stated(Outcome.DEATH, death)
    done_to = [harm for harm in harms if harm.value is not Harm.HARMFUL_SEXUAL_BEHAVIOUR]
    if done_to:
        return Stated(Outcome.SERIOUS_HARM, _serious_harm(text, summary) or done_to[0].passage)
    hurt = _serious_harm(text, summary) if hedged else None
    hurt = hurt or (_hurt(text, summary, hedged) if hedged or not harms else None)
    if harms and not hurt:
        return Stated(Outcome.OTHER, harms[0].passage)
    arrest = _ARREST.match(within(text, summary.start, summary.end), summary.start, summary.end)
    if arrest:
        return Stated(Outcome.OTHER, passage(text, *arrest.span()))
    return Stated(Outcome.SERIOUS_HARM, hurt) if hurt else None


def _serious_harm(text: str, summary: Passage) -> Passage | None:
    view = within(text, summary.start, summary.end)
    told = _SERIOUS_HARM.search(view, summary.start, _first_sentence_end(text, summary))
    return passage(text, *told.span()) if told else None


def _hurt(text: str, summary: Passage, hedged: Sequence[Stated[Harm]]) -> Passage | None:
    """The words of the first sentence, or of one that tells of possible harm, for an injury that is no mere fear."""
    view = within(text, summary.start, summary.end)
    for number, (start, end) in enumerate(sentences(view, summary.start, summary.end)):
        if number and not any(start <= harm.passage.start < end for harm in hedged):
            continue
        for match in _HARMED.finditer(view, start, end):
            is_wound = _WOUND.match(view, *match.span()) is not None
            if (is_wound or not hedged) and not _is_doubtful(view, summary, (start, end), match, is_wound=is_wound):
                return passage(text, *match.span())
    return None


def _is_doubtful(view: str, summary: Passage, sentence: Span, match: re.Match[str], *, is_wound: bool) -> bool:
    first, near = sentence[0], view[max(sentence[0], match.start() - _NEAR) : match.start()]
    if DENIED_BEFORE.search(near) or is_of_kin(view, summary.start, first, *match.span()):
        return True
    return not is_wound and (
        HEDGES.search(near) is not None
        or is_feared(view, first, match.start(), summary.end)
        or is_taken_back(view, first, *match.span(), summary.end)
    )


def _first_sentence_end(text: str, summary: Passage) -> int:
    return next(
        (end for _, end in sentences(within(text, summary.start, summary.end), summary.start, summary.end)), summary.end
    )
