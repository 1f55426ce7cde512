"""A digest that states every kind of fact. Its text is invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from kg.codes import Verdict
from kg.curation.decision import Decision, Target, Withdrawal
from kg.duplicates.decisions import SameReview, pair_of
from kg.model import (
    Action,
    Addressee,
    Age,
    Child,
    Digest,
    DocumentType,
    Harm,
    Incident,
    LearningPoint,
    Link,
    Outcome,
    PartialDate,
    Passage,
    Recommendation,
    Relation,
    Review,
    ReviewType,
    Sex,
    SourceDocument,
    Stated,
    Status,
    Strength,
    ThemeAssignment,
    passage,
)
from kg.rdf.iris import review_iri

TEXT = """Invented digest – May 2021

This month two case reviews were added, featuring housing and curiosity.

1. Serious case review: Child Q: overview report

Death of a 5-month-old girl in March 2020 in Nowhereshire through an accident. There may have been
neglect. Mother's partner was charged.

Learning includes: housing matters
for safety; staff can lose professional curiosity.

Recommendations for the partnership include: staff should be trained in professional curiosity; the policy on
housing must be reviewed.

Keywords: fathers. Record NC000000, published 2021. Read overview report (PDF): https://example.org/q.pdf

2. Learning review: Child R

Serious harm to a boy.
"""


def digest() -> Digest:
    """The invented digest as the reader of documents would return it."""
    document = SourceDocument(
        "invented.txt", sha256(TEXT.encode()).hexdigest(), "application/pdf", TEXT, pages=(0, TEXT.index("2. Learning"))
    )
    return Digest(
        document,
        (_first(), _second()),
        title=_at("Invented digest – May 2021"),
        issued=Stated(PartialDate("2021-05"), _at("May 2021")),
        abstract=_at("This month two case reviews were added, featuring housing and curiosity."),
        announced=Stated(2, _at("two")),
    )


def _at(words: str) -> Passage:
    start = TEXT.index(words)
    return passage(TEXT, start, start + len(words))


def _within(item: Passage, words: str) -> Passage:
    start = TEXT.index(words, item.start)
    return passage(TEXT, start, start + len(words))


def _first() -> Review:
    girl = Child(
        label=Stated("Child Q", _at("Child Q")),
        sex=Stated(Sex.FEMALE, _at("girl")),
        age=Stated(Age("P5M"), _at("5-month-old")),
    )
    return Review(
        number=1,
        title=_at("Serious case review: Child Q: overview report"),
        labels=(Stated("Child Q", _at("Child Q")),),
        identifier=Stated("NC000000", _at("NC000000")),
        review_type=Stated(ReviewType.SERIOUS_CASE_REVIEW, _at("Serious case review")),
        document_type=Stated(DocumentType.OVERVIEW_REPORT, _at("overview report")),
        place=Stated("Nowhereshire", _at("Nowhereshire")),
        published=Stated(PartialDate("2021"), _at("published 2021")),
        summary=passage(TEXT, TEXT.index("Death of"), TEXT.index("Learning includes")),
        children=(girl,),
        incident=_incident(),
        learning=_learning(),
        recommendations=_recommendations(),
        keywords=(_at("fathers"),),
        context_themes=(_theme("fathers-and-male-carers", _at("fathers"), "fathers"),),
        links=(Link(_at("Read overview report (PDF)"), "https://example.org/q.pdf"),),
    )


def _second() -> Review:
    boy = Child(sex=Stated(Sex.MALE, _at("boy")))
    return Review(
        number=2,
        title=_at("Learning review: Child R"),
        labels=(Stated("Child R", _at("Child R")),),
        review_type=Stated(ReviewType.LEARNING_REVIEW, _at("Learning review")),
        summary=_at("Serious harm to a boy."),
        children=(boy,),
        incident=Incident(outcome=Stated(Outcome.SERIOUS_HARM, _at("Serious harm"))),
    )


def _incident() -> Incident:
    return Incident(
        outcome=Stated(Outcome.DEATH, _at("Death")),
        harms=(Stated(Harm.ACCIDENT, _at("accident")),),
        hedged_harms=(Stated(Harm.NEGLECT, _at("may have been\nneglect")),),
        date=Stated(PartialDate("2020-03"), _at("March 2020")),
        alleged_perpetrators=(Stated(Relation.MOTHERS_PARTNER, _at("Mother's partner was charged")),),
    )


def _learning() -> tuple[LearningPoint, ...]:
    housing, curiosity = _at("housing matters\nfor safety"), _at("staff can lose professional curiosity")
    return (
        LearningPoint(housing, 1, (_theme("housing-and-homelessness", housing, "housing"),)),
        LearningPoint(curiosity, 2, (_theme("professional-curiosity", curiosity, "professional curiosity"),)),
    )


def _recommendations() -> tuple[Recommendation, ...]:
    train = _at("staff should be trained in professional curiosity")
    policy = _at("the policy on\nhousing must be reviewed")
    return (
        Recommendation(
            train,
            1,
            themes=(_theme("professional-curiosity", train, "professional curiosity"),),
            actions=(Stated(Action.TRAIN, _within(train, "trained")),),
            addressees=(Stated(Addressee.SAFEGUARDING_PARTNERSHIP, _at("the partnership")),),
            addressee_text="the partnership",
            strength=Stated(Strength.SHOULD, _within(train, "should")),
        ),
        Recommendation(
            policy,
            2,
            themes=(_theme("housing-and-homelessness", policy, "housing", Status.SUGGESTED),),
            actions=(Stated(Action.REVIEW_GUIDANCE, _within(policy, "reviewed")),),
            strength=Stated(Strength.MUST, _within(policy, "must")),
        ),
    )


def _theme(theme: str, item: Passage, words: str, status: Status = Status.STATED) -> ThemeAssignment:
    return ThemeAssignment(theme, _within(item, words), 0.97, words, status)


def decision() -> Decision:
    """A person's decision that says all that a decision can say."""
    item = "the policy on housing must be reviewed"
    target = Target(
        "invented.txt", "Serious case review: Child Q: overview report", 0, "recommendation", item, "theme",
        "housing-and-homelessness", "housing",
    )  # fmt: skip
    return Decision(
        target, Verdict.CHANGE, "A. Reader", date(2026, 1, 31), "neglect", "An invented comment.", 0.97, "housing", 1, 1
    )


def withdrawn() -> Decision:
    """The same decision after a person took it back."""
    return replace(decision(), withdrawn=Withdrawal("B. Reader", date(2026, 2, 28)))


def same_review() -> SameReview:
    """A person's word that the two reviews are one."""
    first, second = (review_iri("invented.txt", review.title.text) for review in digest().reviews)
    return SameReview(pair_of(first, second), Verdict.ACCEPT, "A. Reader", date(2026, 1, 31), Decimal("0.51"))
