"""The stuff of invented sentences: frames with gaps, and what may stand in each gap. All of it is made up."""

LABELS = ("Child", "Child", "Child", "Baby", "Young Person", "Family", "Kestrel", "Bramble", "Fennel", "Sorrel")
PLACES = (
    "Eastmere", "Northvale", "Carrow and Weir", "Gwynlas", "Harrowick", "Lindale", "Southmarsh", "Tarnbridge",
    "Upper Fell", "Wexby", "Oakhampton Vale", "Marlowe and Finch", "Stonebeck", "Brackenshire", "Millhaven",
)  # fmt: skip

LEARNING = (
    "{topic} was {seen} by {people} {when}",
    "{people} need to understand how {topic} bears on {family}",
    "the importance of {topic} and of {topic} when {people} {meet}",
    "{topic} can {hide} {matter}, {so}",
    "lack of {quality} {matter} meant that {topic} was {seen}",
    "the need for {people} to {act} {matter} where there is {topic}",
    "{people} did not {act} {matter}, {so}",
    "where {family} {change}, {topic} needs to be {seen} again {when}",
    "{topic}",
    "{topic}; {topic}",
    "{matter} should be {seen} {when}, particularly where {topic} and {topic} are known",
    "the impact of {topic} on {family} was not {seen} {when}",
    "{people} held {quality} information about {topic}, {so}",
    "when {family} {change}, {people} should {act} what it means for {topic}",
    "it is not enough to rely on {matter}; {people} must {act} {topic} {when}",
    "{quality} {matter} is hard to sustain {when}",
    "a {quality} response to {topic} depends on {matter} being {seen} by {people}",
    "the tension between {topic} and {matter} was left to {people}",
    "{people} may {hide} {matter} because of their own views of {topic}",
    "understanding of {topic} varied between {people} and {people}, {so}",
    "the views of {family} about {topic} were {seen} {when}, which {people} could have {done}",
    "opportunities to {act} {topic} arose {when} and were missed",
    "{matter} and {topic} (including {topic}) were {seen} separately by {people}",
    "{people} {meet} with {family} and {act} {matter} without asking about {topic}",
)
RECOMMENDATIONS = (
    "{agency} should {ask} {guidance} on {topic}",
    "{ask} {guidance} so that {topic} is {seen} {when}",
    "{agency} to {ask} {guidance} for {people} about {topic} and {topic}",
    "ensure that {people} {act} {topic} when they {meet} with {family}",
    "seek assurance from {agency} that {topic} is {seen} {when}",
    "a review of {guidance} on {topic}, with attention to {matter}",
    "{agency} must be satisfied that {guidance} covers {topic}",
    "consider how {people} can {act} {matter} where {family} {change}",
    "{guidance} should be {done} by {agency} to reflect learning about {topic}",
    "train {people} in {topic}, including how to {act} {matter}",
    "commission {quality} support for {family} where there is {topic}",
    "remind {people} of {guidance} and of the part that {agency} plays in {topic}",
    "promote the use of {guidance} {when}",
    "{agency} and {agency} should together {ask} {guidance} on {topic}",
    "audit {matter} in cases of {topic} and report to {agency} {when}",
    "explore the barriers to {matter} when {people} {meet} with {family}",
    "{agency} could {ask} a {quality} pathway for {topic}",
    "emphasise {topic} in {guidance}, {so}",
    "develop {guidance} with {agency} so that {people} can {act} {topic}",
    "make sure {matter} is {seen} by {people} before {family} {change}",
    "gain assurance that {guidance} on {topic} is known to {people}",
    "share the learning about {topic} with {people} {when}",
)
INCIDENTS = (
    "Death of a {age} {child} in {date}. LABEL {died}.",
    "Serious injuries to a {age} {child} in {date}. LABEL was {known}.",
    "Non-accidental injuries to a {age} {child} in {date}.",
    "Death of a {age} {child} {cause} in {date}.",
    "Sexual abuse of a {age} {child} by {relation}. LABEL told {people} in {date}.",
    "Neglect of a {age} {child} over a number of years until {date}.",
    "Suicide of a {age} {child} in {date}. LABEL was {known}.",
    "Examines the involvement of agencies with a {age} {child}. There were concerns about {harm}.",
    "Murder of a {age} {child} by {relation} in {date}.",
    "Injuries indicative of {harm} of a {age} {child} in {date}.",
    "Life-threatening harm to a {age} {child} in {date}, possibly through {harm}.",
    "Stabbing of a {age} {child} in {date}. LABEL was {known}.",
)
BACKGROUND = (
    "{Relation} was charged with {crime} and later {sentenced}.",
    "{Relation} pleaded guilty to {crime}.",
    "LABEL was {known} {when}.",
    "LABEL lived with {relation} and had moved {when}.",
    "{Relation} had been known to {agency} as a child.",
    "{People} had {done} {matter} {when}.",
    "There had been {number} referrals to {agency} {when}.",
    "LABEL was of {heritage} heritage.",
    "The family had contact with {people} and with {people} {when}.",
    "LABEL was not brought to {number} appointments with {people}.",
    "{Relation} described {matter} as hard to bear.",
)
_TEXT: dict[str, str] = {
    "people": (
        "practitioners|social workers|health visitors|midwives|teachers|GPs|police officers|school nurses|"
        "family support workers|housing officers|youth workers|probation officers|paediatricians|"
        "staff in all agencies|managers|professionals|frontline staff|independent reviewing officers|hospital staff|"
        "the team around the family|supervisors|early help workers|residential workers|foster carers|nursery staff|"
        "mental health nurses"
    ),
    "People": (
        "Practitioners|Social workers|Health visitors|Midwives|Teachers|Police officers|School nurses|Hospital staff|"
        "Housing officers|Family support workers|Paediatricians"
    ),
    "family": (
        "the family|the child|parents|the mother|the father|both parents|a sibling|young people|the baby|carers|"
        "grandparents|the household|children and families|a new partner|brothers and sisters|the wider family|"
        "adults in the home|a child who does not speak|parents who move often|step-parents|an adolescent"
    ),
    "matter": (
        "the chronology of events|information from other agencies|what the child said|the daily life of the child|"
        "the explanation that was given|the plan and its review|concerns from neighbours|the wishes of the child|"
        "the written record|decisions made at meetings|missed appointments|the history of the parents|"
        "contact between agencies|the reasons behind the behaviour|safety at night|the voice of absent relatives|"
        "the outcome of a referral|signs of change|the weight of the evidence|good practice elsewhere|"
        "the child's own account|repeated small incidents|the home conditions|the purpose of each visit|"
        "the pace of the assessment|the strength of support networks|expected standards|the timing of meetings|"
        "minutes of meetings|the roles of each agency"
    ),
    "seen": (
        "not recognised|understood|considered|overlooked|recorded|explored|shared|seen in isolation|taken seriously|"
        "challenged|minimised|assessed|discussed|followed up|known|treated as routine|weighed|named|revisited|"
        "monitored|acted on|given too little weight|well evidenced|documented"
    ),
    "done": (
        "reviewed|strengthened|shared|updated|improved|rewritten|revisited|tested|simplified|agreed|explained|"
        "completed|published|amended|audited|followed"
    ),
    "act": (
        "ask about|explore|record|share|respond to|consider|recognise|question|follow up|assess|address|reflect on|"
        "talk about|identify|understand|weigh|challenge|speak of|notice|prepare for|act upon|be curious about"
    ),
    "ask": (
        "review|update|strengthen|develop|publish|audit|promote|agree|rewrite|introduce|monitor|revise|explore|"
        "produce|evaluate|simplify|implement|circulate"
    ),
    "meet": "work|meet|speak|engage|visit|plan|keep in touch|build relationships|hold meetings|carry out joint visits",
    "hide": "hide|obscure|distract from|overshadow|delay|crowd out|weaken|distort|prevent|complicate|undermine",
    "change": (
        "move between areas|change school|separate|refuse help|are isolated|withdraw from services|have a new baby|"
        "live in temporary accommodation|are in crisis|disengage|stop attending|ask for help|begin to trust|"
        "lose contact|return home|are seen by many agencies|reach eighteen"
    ),
    "when": (
        "at the time|over several years|before the birth|at weekends and in the evening|during the pandemic|"
        "at each transition|early enough|in the first months of life|at the point of referral|within six months|"
        "as circumstances changed|at every contact|during school holidays|after discharge from hospital|"
        "in supervision|across the partnership|in the weeks before the incident|at child protection conferences|"
        "when cases closed|on each occasion|without delay|from the outset|when staff changed"
    ),
    "so": (
        "so that no agency held the whole picture|which left the child unseen|so risks were not linked|"
        "which delayed a response|so that each event was taken alone|which can leave staff unsure of what to do|"
        "so that good work was not built upon|which should prompt a fresh look|and this was known to others|"
        "so the child's needs came second|which made it harder to speak openly|and decisions were not tested|"
        "so that support comes sooner|which may be the only chance to help|and nobody asked why|"
        "so that responsibility is clear"
    ),
    "quality": (
        "timely|consistent|honest|detailed|shared|skilled|persistent|careful|thorough|joined-up|specialist|partial|"
        "accurate|patient|respectful|purposeful|well-kept|trusted"
    ),
    "agency": (
        "the safeguarding partnership|the local authority|children's social care|the integrated care board|"
        "the police|schools and colleges|the hospital trust|housing providers|the partnership|partner agencies|"
        "adult services|the youth justice service|primary care|the probation service|the education department|"
        "health services|early help services|the national panel|the ambulance service"
    ),
    "guidance": (
        "the practice guidance|the multi-agency procedures|a shared protocol|the training programme|"
        "the threshold document|the escalation policy|a checklist|the audit framework|the referral form|"
        "the supervision policy|the assessment tool|a briefing for staff|the induction of new staff|"
        "the information sharing agreement|the pathway between services|written advice for parents|"
        "the recording standards|the terms of reference|joint training|the quality assurance framework"
    ),
    "weeks": "2|3|5|6|7|8|9|11|12|15|17|20",
    "months": "3|4|5|7|10|13|14|16|19|21",
    "years": "2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17",
    "few": "1|2|4|6|9",
    "word": "two|three|four|five|six|seven|nine|ten",
    "child": "boy|girl|child|boy|girl|baby boy|baby girl",
    "date": (
        "{month} {year}|{month} {year}|{month} {year}|{year}|early {year}|late {year}|the autumn of {year}|"
        "the spring of {year}"
    ),
    "month": "January|February|March|April|May|June|July|August|September|October|November",
    "year": "2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023",
    "died": (
        "died while sleeping on a sofa with {relation}|was found unresponsive in the bath|died of a head injury|"
        "drowned in a garden pond|had swallowed medicine kept at home|died after an asthma attack|"
        "was found in a cot with loose bedding|died in a house fire"
    ),
    "cause": (
        "from abusive head trauma|by drowning|due to non-accidental injuries|from an overdose|"
        "through ill health and neglect|after a fall from a window|by hanging|in a road accident"
    ),
    "known": (
        "subject to a child protection plan at the time|on a child in need plan|looked after by the local authority|"
        "known to mental health services|not in school|educated at home|receiving early help|"
        "not known to children's services|living in foster care|excluded from school"
    ),
    "relation": (
        "the mother|the father|the mother's partner|a stepfather|a grandparent|an older brother|a family friend|"
        "both parents|an uncle|a foster carer"
    ),
    "Relation": "Mother|Father|Mother's partner|The stepfather|Both parents|A family friend|An uncle",
    "harm": (
        "physical abuse|sexual abuse|neglect|emotional abuse|harmful sexual behaviour|criminal exploitation|"
        "domestic abuse|self-harm"
    ),
    "crime": (
        "murder|manslaughter|causing or allowing the death of a child|grievous bodily harm|child cruelty|neglect|rape"
    ),
    "sentenced": "sentenced to {years} years|acquitted|convicted|released|found not guilty",
    "heritage": "mixed|Invented Islands|dual|Northmarch|Southmarch",
    "number": "two|three|four|five|several|repeated|seven|many",
    "age": (
        "{weeks}-week-old|{months}-month-old|{years}-year-old|{years}-year-old|{years}-year-old|{word}-year-old|"
        "{years}-year-{few}-month-old"
    ),
}
GAPS: dict[str, tuple[str, ...]] = {gap: tuple(text.split("|")) for gap, text in _TEXT.items()}
