"""What many tests share: an invented document, read by hand, and the sample digest in a store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

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
from kg.store import Store

settings.register_profile("kg", deadline=None)  # a shared machine is slow at times
settings.load_profile("kg")

# Invented: no such review, child or place.
TEXT = """Invented digest – July 2023

1. Serious case review: Child Alder: learning summary

Death of a 15-week-old baby boy in Eastmere in July 2021, possibly of neglect. The mother's partner was charged.

Learning includes: the "housing" of the family was poor; nobody asked.

Recommendations include: the partnership should review its guidance on housing.

Keywords: infant deaths

Read learning summary (PDF)
"""


def words(quote: str, text: str = TEXT) -> Passage:
    """The passage of the first place where the words stand."""
    start = text.index(quote)
    return passage(text, start, start + len(quote))


def document(name: str = "invented.txt", text: str = TEXT, sha256: str = "0" * 64) -> SourceDocument:
    return SourceDocument(name, sha256, "text/plain", text)


def theme(quote: str, id_: str, confidence: float = 0.97, status: Status = Status.STATED) -> ThemeAssignment:
    return ThemeAssignment(id_, words(quote), confidence, quote, status)


def invented_review() -> Review:
    return Review(
        number=1,
        title=words("Serious case review: Child Alder: learning summary"),
        labels=(Stated("Child Alder", words("Child Alder")),),
        review_type=Stated(ReviewType.SERIOUS_CASE_REVIEW, words("Serious case review")),
        document_type=Stated(DocumentType.LEARNING_SUMMARY, words("learning summary")),
        place=Stated("Eastmere", words("Eastmere")),
        summary=words("Death of a 15-week-old baby boy in Eastmere in July 2021, possibly of neglect."),
        children=(Child(sex=Stated(Sex.MALE, words("boy")), age=Stated(Age("P15W"), words("15-week-old"))),),
        incident=Incident(
            outcome=Stated(Outcome.DEATH, words("Death")),
            hedged_harms=(Stated(Harm.NEGLECT, words("possibly of neglect")),),
            date=Stated(PartialDate("2021-07"), words("July 2021")),
            alleged_perpetrators=(Stated(Relation.MOTHERS_PARTNER, words("The mother's partner was charged")),),
        ),
        learning=(
            LearningPoint(
                words('the "housing" of the family was poor'), 1, (theme("housing", "housing-and-homelessness"),)
            ),
            LearningPoint(words("nobody asked"), 2, (theme("asked", "professional-curiosity", 0.5, Status.SUGGESTED),)),
        ),
        recommendations=(
            Recommendation(
                words("the partnership should review its guidance on housing"),
                1,
                (theme("housing", "housing-and-homelessness", 1.0),),
                (Stated(Action.REVIEW_GUIDANCE, words("review its guidance")),),
                (Stated(Addressee.SAFEGUARDING_PARTNERSHIP, words("the partnership")),),
                "the partnership",
                Stated(Strength.SHOULD, words("should")),
            ),
        ),
        keywords=(words("infant deaths"),),
        links=(Link(words("Read learning summary (PDF)"), "https://example.org/alder.pdf"),),
    )


@pytest.fixture
def digest() -> Digest:
    """An invented digest of one review, built by hand."""
    return Digest(
        document(),
        (invented_review(),),
        words("Invented digest – July 2023"),
        Stated(PartialDate("2023-07"), words("July 2023")),
    )


@pytest.fixture
def store(digest: Digest) -> Iterator[Store]:
    """A store in memory that holds the invented digest."""
    with Store.open("memory") as opened:
        opened.load([digest])
        yield opened


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The digest that ships with the code, read and stored on disk."""
    from kg import paths
    from kg.pipeline import load

    where = tmp_path_factory.mktemp("sample") / ".kg"
    with Store.open(where, create=True) as opened:
        load([paths.sample()], opened)
    with Store.open(where) as opened:
        yield opened


_NO_LIMITS = {
    "macOS": (
        "RLIMIT_AS, RLIM_INFINITY = 5, -1\n"
        "def getrlimit(what): return RLIM_INFINITY, RLIM_INFINITY\n"
        "def setrlimit(what, limits): raise ValueError('current limit exceeds maximum limit')\n"
    ),
    "Windows": "import os\ndel os.nice\nraise ImportError\n",
}


@pytest.fixture(params=_NO_LIMITS)
def _no_limits(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes of ours find what they find on a system that limits no memory: its answer in place of our own."""
    folder = tmp_path / "system"
    folder.mkdir()
    (folder / "resource.py").write_text(_NO_LIMITS[request.param], encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
