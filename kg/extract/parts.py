"""The parts a document falls into before any fact is read: blocks (one a review), sections, the items of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Passage


class Layout(StrEnum):
    """How a review is set out, told by its title."""

    NUMBERED = "numbered"  # 3. Child safeguarding practice review: Kubus
    LISTED = "listed"  # 2019 – Anonymous – Katie
    LABELLED = "labelled"  # Baby C, alone on its line
    CATALOGUED = "catalogued"  # Title: ... LSCB: ... Date of publication: ... Summary: ...


class SectionKind(StrEnum):
    """What a section of a review holds."""

    SUMMARY = "summary"
    LEARNING = "learning"
    RECOMMENDATIONS = "recommendations"
    BACKGROUND = "background"
    MODEL = "model"
    KEYWORDS = "keywords"
    LINKS = "links"
    DONE = "done"  # what went well, what was done since, what comes next, whom to ask
    DENIAL = "denial"  # says that there is no learning, or that nothing is recommended
    BYLINE = "byline"  # lines below a title that tell of the report: its kind, its board, its date
    OTHER = "other"


LISTS = (SectionKind.LEARNING, SectionKind.RECOMMENDATIONS)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words that open a section, found in a stretch of text."""

    kind: SectionKind
    start: int
    end: int
    whole: bool = False  # what they open is one item, whatever marks stand in it


Part = tuple[LeadIn, int, int]  # the words that open a section, and where its body begins and ends


@dataclass(frozen=True, slots=True)
class Block:
    """One review's stretch of a document: its title, and everything from there to the next title."""

    layout: Layout
    title: Passage  # as printed, without a number before it
    start: int  # of the body, which follows the title
    end: int
    lead_ins: tuple[LeadIn, ...]
    identifier: Passage | None = None  # a catalogue number printed before the title


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one kind inside a block; `lead_in` holds the words that opened it, such as "Learning includes:"."""

    kind: SectionKind
    lead_in: Passage | None
    body: Passage
    whole: bool = False  # one item


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `asked` holds the nearest words before it that may say who is asked.

    These are the name of its group ("LA1 partnership:") where there is one, else the section's lead-in. `groups`
    holds the names of earlier groups that this one takes up ("both services:").
    """

    passage: Passage
    asked: Passage | None
    groups: tuple[Passage, ...] = ()


Contents = Mapping[Section, tuple[ListItem, ...]]  # the sections of a review in order, each list with its items
