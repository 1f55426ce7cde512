"""Words for people, by their relation to the child: who "a coach who knew him" or "mother's former partner" is."""

from kg.model import Relation

_M, _F, _MP, _FP = Relation.MOTHER, Relation.FATHER, Relation.MOTHERS_PARTNER, Relation.FATHERS_PARTNER
PARTNER = (
    r"(?:male |female |new |former |current |then |ex-|ex |previous |live-in |abusive |estranged |on-off |long-term "
    r"|long-standing |longstanding |co-?habiting |common-law |older |violent )*"
)
MEN = r"(?:partner|girlfriend|boyfriend|husband|fianc[eé]|lover|(?:co-?)?habitee|(?:co-?)?habiting partner)"
WOMEN = r"(?:partner|girlfriend|wife|fianc[eé]e?|(?:co-?)?habitee)"
_KIN = r"(?:great-|maternal |paternal |older |younger |elder |half-|step-|step|adult |teenage |\S+-year-old |eldest )*"
_OF_PARENT = r"(?:his|her|their|the|the child's|the baby's|\S+)"
_RELATIVE = r"(?:uncle|aunt|cousin|grandfather|grandmother|grandparent|granddad|grandad|gran|nan|relative|nephew|niece)"
_PARENT = r"(?:(?:step-? ?)?(?:mother|father|mum|dad|parent)|(?:mother|father)'s partner)"
_IN_A_COUPLE = (
    r"(?:had |has |was |is )*(?:recently )?(?:begun|started|been|just met|met|seeing|dating|formed|married|moved in"
    r"|living"
    r"|lived|in a relationship)(?: an? (?:new )?relationship)?"
)
# One of 19 is no child's peer for that alone.
_YOUNG_MAN = r"m[ae]n(?!,? (?:both )?aged [^.;,]{0,12}?(?:1[89]|2\d)\b)"
_YOUNG = (
    rf"(?:boys?|girls?|pupils?|students?|young (?:people|person|{_YOUNG_MAN})|teenagers?|youths?|child|children"
    r"|residents?)"
)
# What tells that the partner of a mother is the father of the child as well, and not only of another.
FATHER_TOO = (
    r",? (?:and |who (?:is|was) )?(?:(?:also |the )*(?:birth |biological )?father (?:of|to)"
    r" (?!an? |another |(?:his|her|their) (?:[\w-]+ ){0,2}?(?:half-|step-?)?(?:sibling|sister|brother))"
    r"(?:(?:her|his|their|the) (?:[\w-]+ ){0,2}?(?:children|child|sons?|daughters?|boys?|girls?|twins|baby)\b)?"
    r"|(?:his|their|(?:the )?(?:child|children|baby|boy|girl|twins)'s?) (?:own |birth )?father\b)"
)
_KNOWN = (  # one of an age with the child is a peer, known or not
    r" (?:who (?:was|were) )?(?:(?:well )?known to (?:him|her|them)"
    r"|(?:whom |who |that )?(?:he|she|they) (?:knew|had known)(?: (?:from|at|through) [\w' -]{1,20}?)?)"
)
_GROWN_AGE = r"[2-9]\d\b"
_GROWN = r"(?:adult|[2-9]\d-year-old)"
_MAN = r"(?:m[ae]n|person|adult|male|woman)"
_SOMEBODY = (
    r"(?:m[ae]n|wom[ae]n|\S+-year-olds?|people|passengers?|customers?|drivers?|intruders?"
    r"|persons?|adults?|boys|males?|criminals?|offenders?|individuals?|some(?:one|body))"
)

# Longest match wins, so "mother's partner" is no mother; an empty tuple is somebody who is not meant.
RELATIONS: tuple[tuple[str, tuple[Relation, ...]], ...] = (
    (rf"(?:mother|mum)'?s'? {PARTNER}{MEN}s?|{PARTNER}{MEN} of {_OF_PARENT} (?:mother|mum)", (_MP,)),
    (r"step-? ?(?:father|dad)s?|step-?parent(?: \(male\))?", (_MP,)),
    (
        (
            rf"m[ae]n (?:(?:with whom|to whom|whom|who|that) )?(?:his|her|their|the) (?:\w+ )?(?:mother"
            rf"|mum) {_IN_A_COUPLE}"
            r"|m[ae]n (?:(?:who|that) )?(?:(?:was |had been |had )?(?:lived|living|moved in|in a relationship"
            r"|married)) (?:with|to) (?:his|her|their|the) (?:\w+ )?(?:mother|mum)"
        ),
        (_MP,),
    ),
    (
        (
            rf"wom[ae]n (?:with whom|to whom|whom|who|that) (?:his|her|their|the) (?:\w+ )?(?:father"
            rf"|dad) {_IN_A_COUPLE}"
            r"|wom[ae]n (?:(?:who|that) )?(?:(?:was |had been |had )?(?:lived|living|moved in|in a relationship"
            r"|married)) (?:with|to) (?:his|her|their|the) (?:\w+ )?(?:father|dad)"
        ),
        (_FP,),
    ),
    (
        rf"{_PARENT}'?s'? (?:(?!and |or )[\w-]+ )?(?:brother|sister|uncle|aunt|cousin|father|mother|parents|nephew)s?",
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            r"(?:husband|wife|fianc[eé]e?)'s (?:[\w-]+ )?(?:brother|sister|uncle|aunt|cousin|father|mother"
            r"|parents|nephew)s?"
            r"|(?:aunt|uncle|grandmother|grandfather|cousin)'s (?:[\w-]+ )?(?:husband|wife|partner|boyfriend"
            r"|girlfriend)"
        ),
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            rf"(?:new |former |then )?(?:husband|wife|partner|boyfriend|girlfriend) of (?:his|her|their|an?|the)"
            rf" (?:[\w-]+ )?(?:{_RELATIVE}|sister|brother)|(?:brother|sister|uncle|aunt|cousin|nephew|niece"
            rf"|father|mother)"
            rf" of (?:his|her|their|the)"
            r" (?:[\w-]+ )?(?:mother's \w+|(?:step-?)?(?:mother|father))"
        ),
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            r"(?:husband|wife|partner|son|brother) of (?:his|her|their|an?|the) (?:[\w-]+ )?(?:child ?minder|neighbour"
            r"|teacher|carer|coach|baby-?sitter)"
            r"|(?:father|mother|brother|uncle|grandfather) of (?:an?|his|her|their|one of (?:his|her|their))"
            r" (?:[\w-]+ )?"
            r"(?:(?:school ?)?friend|classmate|girlfriend|boyfriend)s?"
            r"|friends? of (?:his|her|their) (?:[\w-]+ )?(?:sister|brother|sibling|cousin)(?:'s \w+)?"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            r"(?:friend|classmate|girlfriend|boyfriend|neighbour)'s (?:[\w-]+ )?(?:father|mother|dad|mum|brother"
            rf"|{_RELATIVE})"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (rf"(?:father|dad)'?s'? {PARTNER}{WOMEN}|{PARTNER}{WOMEN} of {_OF_PARENT} (?:father|dad)", (_FP,)),
    (r"step-? ?(?:mother|mum)s?", (_FP,)),
    (rf"(?:mother|mum) and (?:her|the|an?) {PARTNER}{MEN}", (_M, _MP)),
    (r"(?:mother|mum) and step-? ?(?:father|dad)", (_M, _MP)),
    (rf"(?:father|dad) and (?:his|the|an?) {PARTNER}{WOMEN}", (_F, _FP)),
    (r"neither (?:of (?:the |his |her |their )?)?parents?", (_M, _F)),
    (r"(?:which|either|one) (?:of the |of (?:his|her|their) )?parents?", ()),
    (r"(?:both |birth |adoptive |biological |natural )*parents|(?:prospective )?adopters", (_M, _F)),
    (r"(?:birth |biological |adoptive |natural )?(?:mother|mum)s?", (_M,)),
    (r"(?:birth |biological |adoptive |natural )?(?:father|dad)s?", (_F,)),
    (rf"{_KIN}(?:brother|sister|sibling|twin)s?", (Relation.SIBLING,)),
    (rf"{_KIN}{_RELATIVE}s?(?:'s {PARTNER}(?:{MEN}|wife))?", (Relation.OTHER_RELATIVE,)),
    (
        (
            r"(?:extended |wider )?family members?|members? of (?:the|his|her|their) (?:\w+ )?family"
            r"|special guardians?|kinship carers?|(?:brother|sister|son|daughter)s?-in-law"
        ),
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            rf"(?:close )?(?:family|{_PARENT}'?s'?) (?:(?:best|close|old|own) )?friends?"
            r"|m[ae]n (?:whom|who|that) (?:the|his|her|their) (?:family|parents|mother|father) (?:had |has )*(?:known"
            r"|befriended|trusted)"
            r"|(?:(?:couple|m[ae]n|wom[ae]n|people) who (?:was|were) (?:an? )?(?:[\w-]+ )?)?friends? (?:of|to)"
            r" (?:the|his|her|their)"
            r" (?:\w+ )?(?:family|mother|father|parents|uncle|aunt|step-?(?:mother|father)"
            r"|grand(?:mother|father|parents))(?!'s)"
        ),
        (Relation.FAMILY_FRIEND,),
    ),
    (
        (
            r"(?:(?:male|female|adult|older|former|next-door) )*(?:neighbour|lodger|baby-?sitter|acquaintance"
            r"|landlord|shop ?keeper|nanny|au pair|"
            r"(?:foster (?:carer|parent|mother|father)|child ?minder|teacher|coach|neighbour|lodger|baby-?sitter)s?'s?"
            r" (?:[\w-]+ )?(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|brother|father|nephew)"
            r"|housemate|flatmate"
            r"|employer|(?:takeaway|shop|caf[eé]|restaurant|hotel|pub|gym|garage) (?:owner|manager|worker))s?"
            rf"|(?:{_GROWN} )(?:boyfriend|girlfriend)|(?:boyfriend|girlfriend)(?=,? (?:(?:who was|aged) )?{_GROWN_AGE})"
            rf"|{_MAN} (?:from )?next door"
            r"|(?:brother|sister|sibling)'s (?:\w+ )?(?:partner|boyfriend|girlfriend|husband|wife|friend)"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            r"(?:m[ae]n|wom[ae]n|males?|adults?|people|person|(?:drug )?dealers?|gang members?) to whom (?:he|she|they)"
            r" (?:(?:had )?owed|(?:was|were|had been) in debt)"
            rf"|{_MAN} (?:(?:whom|who|that) )?(?:he|she|they) (?:had )?(?:first )?(?:met|befriended|got to know|become"
            r" friends with|been talking to|been in contact with)"
            rf"|{_MAN} (?:lodging|renting a room|staying) (?:with|in|at) (?:him|her|them|an?|the|his|their)"
            r"(?: (?:[\w-]+ )?(?:family|home|house|flat|room))?"
            rf"|{_MAN} (?:who|whom) (?:rented|lived|lodged|stayed|was (?:staying|lodging|living)|ran"
            r"|coached|taught|worked|looked after|(?:he|she|they) (?:knew|had known))[^,.;]*"
            r"|(?:(?:m[ae]n|adults?|males?|wom[ae]n|person|people|someone|somebody) )?(?:of \d\d,? )?(?:well )?known"
            r" to (?:him|her|them|the (?:family|child|children|mother))"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            r"(?:(?:male|female|former|registered|respite|temporary|music|sports|football|swimming|gymnastics|dance"
            r"|school|church|religious|martial arts|private|supply|residential|youth|children's home) )*"
            r"(?:foster (?:carer|parent|mother|father)|teacher|coach|tutor|instructor|trainer|childminder|child minder"
            r"|priest|vicar|chaplain|rabbi|monk|nun|deacon|curate|scoutmaster|imam|pastor|minister|clergyman"
            r"|church leader|scout leader|youth leader|social worker|"
            r"care worker|support worker|night worker|respite carer|paid carer|care assistant|agency worker"
            r"|(?:taxi|bus|minibus|transport) driver who (?:took|drove|transported|collected) (?:him|her|them)"
            r"|paramedic|ambulance (?:driver|worker|technician)"
            r"|(?:manager|owner|head|director|proprietor|principal|warden|governor|house ?parent)s? (?:of"
            r"|at) (?:an?|the|his"
            r"|her|their) (?:[\w'-]+ ){0,3}?(?:home|school|nursery|unit|club|college|centre|academy)"
            r"|(?:prison|custody|detention) officer|school (?:bus|taxi|minibus) driver|driver of (?:his|her|their|the"
            r"|a) school (?:bus|taxi|minibus|transport)|nursery (?:worker|nurse)|nurse|doctor|paediatrician"
            r"|members? of (?:(?:the|its|their|school|care|nursery|residential|teaching|support|night) )*staff|staff"
            r"|(?:nursery|early years|child ?care|day ?care|pre-?school|playgroup|teaching|support) (?:practitioner"
            r"|assistant|manager|worker|leader)|room leader|house ?parent|(?-i:GP)|general practitioner"
            r"|consultant|surgeon|dentist|psychologist|physiotherapist"
            r"|practitioners?(?=,? (?:aged [^.;,]{1,20},? )?(?:was|were|has|have|who|pleaded|admitted)\b)"
            r"|house-?(?:master|mistress)|employee|residential worker|youth worker|volunteer|police officer|key"
            r" worker|teaching assistant"
            r"|therapist|counsellor|clinician|caretaker|head ?teacher|choirmaster|chaperone|escort)s?"
        ),
        (Relation.PROFESSIONAL,),
    ),
    (
        (
            rf"(?:gangs?|groups?) of (?:[\w-]+ )?{_YOUNG}|peers?|classmates?|school-?(?:mate|friend)s?|team-?mates?"
            rf"|(?:an? |another |older |two |three )*(?:{_YOUNG}|\S+-year-olds?) (?:in|at|from) (?:his|her"
            rf"|their|the same) (?:own )?"
            r"(?:class|school|year|college|unit|home|estate|village|football club|team)"
            rf"|room-?mates?|(?:an)?other \S+-year-olds?|(?:other"
            rf"|another|fellow|older|young|\S+-year-old|teenage|two|three|four"
            rf"|group of|local)"
            rf" (?:other |older |teenage )?{_YOUNG}(?:{_KNOWN})?"
            rf"|{_YOUNG}{_KNOWN}"
            r"|(?:ex-|former )?(?:boyfriend|girlfriend)|young (?:people|person)|boys?|teenagers?"
            rf"|young {_YOUNG_MAN}"
            r"|(?:1[0-7]|teenage)(?:-year-old)? (?:acquaintance|friend)s?"
            r"(?: of (?:his|hers|(?:the|one) (?:boy|girl|victim|child)(?: who (?:died|was killed|was stabbed))?))?"
            r"|youths?(?! (?:club|work\w*|justice|offending|centre|service|leader))|friends?"
            r"|\S+-year-old(?=(?:,? who)?(?: from (?:an?|the|his|her|another) (?:[\w-]+ )?\w+)? (?:was|were|has|have|is"
            r"|pleaded|admitted|later))"
        ),
        (Relation.PEER,),
    ),
    (
        (
            rf"{_SOMEBODY},? (?:who (?:was|were) )?(?:described|said|believed|thought|found|shown)[^.;,]{{0,40}}?"
            r" (?:as|to be|to have been) (?:an? |complete |total )*strangers?"
            rf"|strangers?|passers?-?by|{_SOMEBODY} (?:who|whom|that) (?:did not|didn't) know (?:him|her|them)"
            rf"|{_SOMEBODY} (?:(?:whom|who|that) )?(?:(?:he|she|they) (?:did not|didn't) know|none of them knew)"
            rf"|{_SOMEBODY} (?:with|who had) no (?:connection|link|relation|tie)s? (?:to|with) (?:him|her|them"
            rf"|(?:the|his|her|their) (?:family|child|children))"
            rf"|{_SOMEBODY} [^.;,]{{3,50}}? and whom (?:he|she|they) had (?:never|not) (?:seen|met|known)(?: before)?"
            rf"|{_SOMEBODY}(?: [\w-]+)?,? (?:whom |who |that )?(?:he|she|they) (?:had |has "
            rf"|have )?(?:never|not)"
            rf" met|{_SOMEBODY} (?:who (?:was|were) )?(?:unknown|not (?:previously )?known) to"
            r" (?:him|her|them|the family)"
            r"|unknown (?:m[ae]n|males?|assailants?|persons?)|random attacker"
        ),
        (Relation.STRANGER,),
    ),
    (
        (
            r"people(?=(?:,? (?:all )?aged [^.;,]{1,20},?)? (?:was|were|have been|are|later))"
            r"|\S+-year-olds(?= (?:was|were|have|are|pleaded|admitted|later))"
            r"|persons? unknown|unknown persons|others (?:who|not|whose)"
            r"|(?:drug )?dealers"
        ),
        (Relation.UNSPECIFIED,),
    ),
    (
        (
            r"(?:members? of (?:an?|the|another|one) )?(?:criminal |local |rival |street |drugs? |organised )?gangs?"
            r"|(?:organised )?(?:crime|criminal) (?:group"
            r"|network"
            r"|gang)s?|county lines (?:group|gang|network)s?|(?:networks?|rings?) of (?:\w+ )?(?:m[ae]n|adults"
            r"|offenders)|attackers?|(?:older |adult |young )?(?:m[ae]n|males?|adults?|perpetrators?|gangs?"
            r"|gang members|wom[ae]n|individuals?"
            r"|offenders?|criminals|drug networks?|groups? of adults)"
        ),
        (Relation.UNSPECIFIED,),
    ),
    (r"(?:mother|father|parent|carer)s?'s? (?:history|mental|own|care|home|house|address|death)", ()),
)
