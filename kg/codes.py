"""The small code lists. A member's value is the code's id in the ontology (`code:` + value), proven by a test."""

from enum import StrEnum


class ReviewType(StrEnum):
    """What kind of review was held."""

    SERIOUS_CASE_REVIEW = "serious-case-review"
    CHILD_SAFEGUARDING_PRACTICE_REVIEW = "child-safeguarding-practice-review"
    LEARNING_REVIEW = "learning-review"
    SIGNIFICANT_CASE_REVIEW = "significant-case-review"
    CHILD_PRACTICE_REVIEW = "child-practice-review"
    CASE_MANAGEMENT_REVIEW = "case-management-review"
    DOMESTIC_HOMICIDE_REVIEW = "domestic-homicide-review"
    SAFEGUARDING_ADULT_REVIEW = "safeguarding-adult-review"
    THEMATIC_REVIEW = "thematic-review"


class DocumentType(StrEnum):
    """What kind of document reports the review."""

    OVERVIEW_REPORT = "overview-report"
    EXECUTIVE_SUMMARY = "executive-summary"
    REVIEW_REPORT = "review-report"
    LEARNING_SUMMARY = "learning-summary"
    LEARNING_BRIEF = "learning-brief"
    CATALOGUE_RECORD = "catalogue-record"


class Outcome(StrEnum):
    """What came of the incident, as the English serious incident notifications divide it."""

    DEATH = "death"
    SERIOUS_HARM = "serious-harm"
    OTHER = "other"


class Harm(StrEnum):
    """What was done to the child, or happened to them."""

    PHYSICAL_ABUSE = "physical-abuse"
    SEXUAL_ABUSE = "sexual-abuse"
    EMOTIONAL_ABUSE = "emotional-abuse"
    NEGLECT = "neglect"
    DOMESTIC_ABUSE = "domestic-abuse"
    HARMFUL_SEXUAL_BEHAVIOUR = "harmful-sexual-behaviour"
    CHILD_SEXUAL_EXPLOITATION = "child-sexual-exploitation"
    CHILD_CRIMINAL_EXPLOITATION = "child-criminal-exploitation"
    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    HOMICIDE = "homicide"
    DOMESTIC_HOMICIDE = "domestic-homicide"
    FABRICATED_OR_INDUCED_ILLNESS = "fabricated-or-induced-illness"
    UNSAFE_SLEEP = "unsafe-sleep"
    ACCIDENT = "accident"
    MEDICAL_CAUSE = "medical-cause"


class Relation(StrEnum):
    """An alleged perpetrator, by relation to the child."""

    MOTHER = "mother"
    FATHER = "father"
    MOTHERS_PARTNER = "mothers-partner"
    FATHERS_PARTNER = "fathers-partner"
    SIBLING = "sibling"
    OTHER_RELATIVE = "other-relative"
    FAMILY_FRIEND = "family-friend"
    OTHER_KNOWN = "other-known"
    PROFESSIONAL = "professional"
    PEER = "peer"
    STRANGER = "stranger"
    UNSPECIFIED = "unspecified"


class AgeBand(StrEnum):
    """The age bands of the English national analyses, plus three."""

    UNBORN = "unborn"
    UNDER_1 = "under-1"
    FROM_1_TO_5 = "1-5"
    FROM_6_TO_10 = "6-10"
    FROM_11_TO_15 = "11-15"
    FROM_16_TO_17 = "16-17"
    FROM_18 = "18-and-over"


class Sex(StrEnum):
    """The sex of a child, where the document states it."""

    FEMALE = "female"
    MALE = "male"


class Action(StrEnum):
    """What a recommendation asks for."""

    DEVELOP = "develop"
    ENSURE_PRACTICE = "ensure-practice"
    REVIEW_GUIDANCE = "review-guidance"
    TRAIN = "train"
    EXPLORE = "explore"
    RAISE_AWARENESS = "raise-awareness"
    SEEK_ASSURANCE = "seek-assurance"
    COMMISSION = "commission"
    QUALITY_ASSURE = "quality-assure"
    COORDINATE = "coordinate"
    ESCALATE_NATIONAL = "escalate-national"
    DISSEMINATE = "disseminate"
    OVERSEE_IMPLEMENTATION = "oversee-implementation"
    SHARE_INFORMATION = "share-information"


class Addressee(StrEnum):
    """Who is asked to act."""

    SAFEGUARDING_PARTNERSHIP = "safeguarding-partnership"
    ALL_PARTNER_AGENCIES = "all-partner-agencies"
    PRACTITIONERS = "practitioners"
    CHILDRENS_SOCIAL_CARE = "childrens-social-care"
    ADULT_SOCIAL_CARE = "adult-social-care"
    POLICE = "police"
    HEALTH_UNSPECIFIED = "health-unspecified"
    COMMISSIONER = "commissioner"
    MATERNITY = "maternity"
    HEALTH_VISITING = "health-visiting"
    PRIMARY_CARE = "primary-care"
    ACUTE_HOSPITAL = "acute-hospital"
    MENTAL_HEALTH = "mental-health"
    SCHOOLS = "schools"
    EARLY_YEARS = "early-years"
    HOUSING = "housing"
    YOUTH_JUSTICE = "youth-justice"
    PROBATION = "probation"
    SUBSTANCE_MISUSE_SERVICE = "substance-misuse-service"
    DOMESTIC_ABUSE_SERVICE = "domestic-abuse-service"
    COURTS = "courts"
    MARAC_MAPPA = "marac-mappa"
    VOLUNTARY_PRIVATE = "voluntary-private"
    STRATEGIC_LEADERS = "strategic-leaders"
    NATIONAL_BODY = "national-body"
    REGULATOR = "regulator"
    NATIONAL_PANEL = "national-panel"
    PUBLIC = "public"


class Strength(StrEnum):
    """How strongly a recommendation is put: "consider" asks for less than "should"."""

    MUST = "must"
    SHOULD = "should"
    CONSIDER = "consider"


class Status(StrEnum):
    """Who stands behind an assignment: a rule that read the words, a guess, or a person's decision."""

    STATED = "stated"
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Verdict(StrEnum):
    """What a person decides about something read from a document."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
