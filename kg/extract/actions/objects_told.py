"""Verbs that say little, with what is ensured, found out, checked or taught: "confirm that", "build skills"."""

from kg.extract.actions.nouns import ANY, CREATED, DOCUMENT_NOUN, FEW, LESSONS, NEAR, STAFF, THE, TRAINING
from kg.model import Action

A = Action

_ENSURE = r"(?:ensur\w+|mak\w+ sure) (?:that )?"


TOLD_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # What is to be ensured of what was learned, of policies and of information.
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{THE}(?:[\w-]+ )?(?:learning|findings|lessons) "
            rf"{NEAR}?(?:reach|shared|spread"
            r"|disseminat|cascad|known|heard|communicated)\w*"
        ),
        (A.DISSEMINATE,),
    ),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{THE}{FEW}{DOCUMENT_NOUN} (?:is|are) (?:[a-z]+ )?(?:known"
            r"|understood|promoted"
            r"|publicised)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{THE}(?:[\w-]+ ){{0,3}}?(?:information|records|concerns"
            r"|referrals)(?: (?:about|on|from|regarding|of) [^;,]{1,50}?)? (?:is|are)"
            r" (?:[a-z]+ )?(?:shared|passed|transferred|sent|exchanged)"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        (
            rf"{_ENSURE}[^;,]*? and (?:that )?(?:the|their|its|any) (?:findings|results|outcomes?|records?|information"
            r"|intelligence) (?:is|are) (?:shared|passed|sent|copied)"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{FEW}(?:is|are) (?:always |promptly )?(?:told|informed"
            r"|notified|alerted)"
            r" (?:of|when|whenever|about|if)"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        (
            r"ensur\w+ (?:an? )?(?:more )?(?:co-?ordinated|joined-up|multi-agency|joint|integrated) (?:[\w-]+ "
            r")?(?:response|approach"
            r"|plan|support)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"(?:need|requir)\w* (?:[\w-]+ )?(?:updating|revision|revising|reviewing|strengthening|clarification"
            r"|clarifying"
            r"|refreshing|rewriting|to change)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (rf"need\w* (?:an? |one )(?:[\w-]+ ){{0,3}}?{CREATED}", (A.DEVELOP,)),
    (rf"(?:put together|com\w+ up with|set\w* out in writing) {THE}?{FEW}", (A.DEVELOP,)),
    (
        r"understand\w* (?:the |each |every )*(?:child's|lived experience|daily life|history|baby's|family's)",
        (A.ENSURE_PRACTICE,),
    ),
    (rf"provid\w* (?:more |regular )?(?:opportunit\w+|time) for {STAFF}", (A.TRAIN,)),
    (
        (
            r"(?:undertak|carr|do|commission)\w* (?:out )?(?:[\w-]+ ){0,4}?work to (?:better )?(?:understand"
            r"|explore|identify|map|find out)"
        ),
        (A.EXPLORE,),
    ),
    (r"look\w* (?!again|afresh|anew|jointly)(?:[\w-]+ ){1,3}at (?!a sample)|test\w* out with", (A.EXPLORE,)),
    (r"get\w* across|put\w* an? (?:[\w-]+ )?reminder", (A.RAISE_AWARENESS,)),
    (r"(?:provid|giv)\w* [^;,]*? with (?:re)?assurances?", (A.SEEK_ASSURANCE,)),
    (r"put\w* (?:more|extra|additional) |increas\w* the (?:availability|provision|supply) of", (A.COMMISSION,)),
    (
        (
            r"(?:review|look|check|read|examin)\w* (?:at )?(?:an? (?:[\w-]+ )?sample|(?:five|ten|twenty"
            r"|fifty|\d+) (?:cases|files|plans|records))|(?:undertak|do|carr)\w* (?:out "
            r")?deep[ -]dives?"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r"(?:call|hold|arrang|have)\w* (?:more )?regular (?:[\w'-]+ ){0,2}?meetings?|link\w* up with", (A.COORDINATE,)),
    (rf"(?:escalat|rais)\w* {NEAR}nationally", (A.ESCALATE_NATIONAL,)),
    (r"updat\w* the (?:board|partnership|executive|committee|panel)", (A.OVERSEE_IMPLEMENTATION,)),
    (
        (
            r"(?:produc|develop|prepar|writ|creat|draw)\w* (?:up )?(?:an? )?(?:[\w-]+ )?learning (?:briefing"
            r"|summary|bulletin|resource)"
        ),
        (A.DISSEMINATE,),
    ),
    (
        rf"(?:add|includ|incorporat|build|writ)\w* (?:in|into|to) {THE}(?:[\w-]+ ){{0,2}}?{DOCUMENT_NOUN}",
        (A.REVIEW_GUIDANCE,),
    ),
    # To see for oneself, or to be shown, that something is done.
    (
        (
            rf"(?:check|confirm)\w* (?:[\w-]+ ){{0,4}}?(?:that |whether )?{NEAR}?(?:steps|actions"
            r"|recommendations|changes) "
            r"(?:[\w-]+ ){0,6}?(?:have been|has been|are|is) (?:taken|made|completed|carried)"
        ),
        (A.OVERSEE_IMPLEMENTATION, A.SEEK_ASSURANCE),
    ),
    (
        (
            rf"(?:check|ensur)\w* (?:that )?{THE}{FEW}{DOCUMENT_NOUN} (?:reflect|comply|include|cover|mention"
            r"|say|match)s?"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (r"check\w* (?:one|two|three|five|ten|twenty|\d+|a (?:sample|selection|number)) ", (A.QUALITY_ASSURE,)),
    (r"check(?:s|ed|ing)? (?:(?!each|every)[\w'-]+ ){0,6}?(?:that|whether|if)", (A.SEEK_ASSURANCE,)),
    (r"check(?:s|ed|ing)? (?:each|every) (?:month|quarter|year|term) (?:that|whether|if)", (A.SEEK_ASSURANCE,)),
    (r"(?:show|demonstrat|evidenc|prov)(?:e|es|s|ing)? (?:[\w-]+ ){0,2}?(?:that|how)", (A.SEEK_ASSURANCE,)),
    (
        (
            r"(?:provid|giv|seek|obtain|requir|request|ask)\w* (?:for )?(?:[\w-]+ ){0,2}?(?:evidence|proof"
            r"|confirmation|reassurance)"
            r" (?:of|that|on|from|about)"
        ),
        (A.SEEK_ASSURANCE,),
    ),
    (
        rf"(?:ask|press|requir|request)\w* {NEAR}for (?:[\w-]+ ){{0,2}}?(?:assurances?|evidence|proof)",
        (A.SEEK_ASSURANCE,),
    ),
    (rf"ask\w* {NEAR}how (?:it|they|each) (?:knows?|can|assures?)", (A.SEEK_ASSURANCE,)),
    (r"test\w* with ", (A.SEEK_ASSURANCE,)),
    (r"(?:assured|confident|satisfied|reassured) (?:that|about|of)", (A.SEEK_ASSURANCE,)),
    # What was learned, brought to others.
    (
        (
            rf"(?:put|post|publish|plac)\w* {ANY}on (?:the|its|their|our|every) (?:[\w-]+ )?(?:website"
            r"|intranet|web ?page)s?"
        ),
        (A.DISSEMINATE,),
    ),
    (
        (
            rf"(?:us|build|incorporat|includ|add|put|feed|writ|tak)\w* {ANY}(?:in|into|to) {FEW}"
            r"(?:training|induction|curriculum|e-learning|courses?)"
        ),
        (A.TRAIN,),
    ),
    (
        rf"(?:build|add|includ|put)\w* {ANY}(?:in|into|to) {FEW}audit (?:programme|cycle|plan|schedule|calendar)",
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?:shar|publish|circulat|distribut|discuss|present|communicat|spread|cascad|pass|roll|get|tak|mak"
            r"|report|brief|display)\w*"
            rf" (?:on |out |back )?{THE}(?:{STAFF} on (?:the |these )?)?(?:[\w'-]+ ){{0,2}}?{LESSONS}"
        ),
        (A.DISSEMINATE,),
    ),
    (
        rf"send\w* (?:out )?(?:this |these |the (?=findings|lessons|learning)|its (?=findings))(?:[\w'-]+ )?{LESSONS}",
        (A.DISSEMINATE,),
    ),
    # What staff are to learn.
    (
        rf"us\w+ (?:the |this |these )*(?:learning|findings|lessons|review)[^;]*? to (?:[\w-]+ ){{1,4}}?{TRAINING}",
        (A.DISSEMINATE, A.TRAIN),
    ),
    (
        (
            rf"{_ENSURE}[^,;]*?(?:access to|can (?:get|attend)|(?:is|are) (?:offered|given"
            rf"|provided with)|receives?|attends?) (?:[\w-]+ ){{0,4}}?{TRAINING}"
            rf"|{_ENSURE}(?:[\w-]+ ){{0,3}}?{TRAINING} [^,;]*?(?:is|are) (?:available|offered)"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:review|refresh|updat|revis|extend|strengthen|improv|widen|broaden|repeat|develop)\w* "
            rf"{THE}(?:[\w-]+ ){{0,3}}?{TRAINING}(?! (?:needs|records))"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:develop|improv|increas|strengthen|enhanc|rais|build)\w* (?:the )?(?:[\w'-]+ ){0,3}?"
            r"(?:skills?|confidence|knowledge|competenc\w+|expertise|capability)"
        ),
        (A.TRAIN,),
    ),
    (
        rf"help(?:s|ing)? {THE}{STAFF} (?:to )?(?:recognise|understand|identify|spot|respond|feel|talk|know|develop)",
        (A.TRAIN,),
    ),
    (r"learn(?:s|ing)? (?:about|from|how)", (A.TRAIN,)),
    (
        (
            rf"(?:offer|provid|giv|hold|run|deliver|arrang|put|complet"
            rf"|attend)\w* (?:on )?(?:(?![\w'-]+, with\b)[\w',-]+ ){{0,8}}?{TRAINING}"
        ),
        (A.TRAIN,),
    ),
)
