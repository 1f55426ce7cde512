"""Invented reviews in the layouts in which case reviews are published: digests, blogs, yearly lists, records."""

import random
from collections.abc import Sequence

from benchmarks.generator.reviews import Invented, invented

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LEARNING = (
    "Learning includes:", "Learning includes:", "Learning themes include:", "Learning:", "Learning focuses on:",
    "Key issues:", "Issues identified include:",
)  # fmt: skip
_RECOMMENDATIONS = (
    "Recommendations include:", "Recommendations include:", "Recommendations includes:",
    "Recommendations for the partnership include:", "Recommendations for the safeguarding partnership include:",
    "Recommendations to the partnership include:", "Recommendations:",
)  # fmt: skip
_LINKS = (
    "Other resources Read practice review (PDF)",
    "Other resources Read overview report (PDF)",
    "Other resources Read learning review (PDF)",
)
_KINDS = ("Serious case review", "Child safeguarding practice review", "Child practice review", "Learning review")
_PARTS = ("", ": overview report", ": learning summary", ": review report", " (full overview report)")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def digest(chance: random.Random, number: int, size: int) -> str:
    """A monthly digest: numbered titles, each with a summary, learning and recommendations."""
    month = f"{chance.choice(_MONTHS)} {chance.randint(2011, 2025)}"
    reviews = [invented(chance, number * 100 + each) for each in range(size)]
    head = (
        f"Invented Repository – {month}\n\nIn {month} {_NUMBERS[size]} case reviews were published to the Invented "
        f"Repository featuring a number of issues including {_listed([each.topics[0] for each in reviews[:3]])}\n\n"
    )
    return head + "\n".join(_numbered(chance, each, place) for place, each in enumerate(reviews, 1))


def blog(chance: random.Random, number: int, size: int) -> str:
    """A page of a partnership's blog: a few reviews under their labels."""
    reviews = [invented(chance, number * 100 + each) for each in range(size)]
    month = f"{chance.choice(_MONTHS)} {chance.randint(2011, 2025)}"
    head = (
        f"Learning from invented case reviews, {month}\n\n{_NUMBERS[size].capitalize()} case reviews were added to the "
        f"invented collection this month, featuring issues including {_listed([each.topics[0] for each in reviews])}\n"
    )
    return head + "".join(
        f"\n{each.label}{_after(each.label)}\n\n{each.summary}\n\n"
        f"Learning includes: {_joined(each.learning)}\n\nRecommendations include: {_joined(each.recommendations)}\n"
        for each in reviews
    )


def yearly_list(chance: random.Random, number: int, size: int) -> str:
    """The list of one year: place and label in the title, keywords and the link at the end."""
    year = chance.randint(2011, 2025)
    head = f"Case reviews published in {year}\n\nInvented reports added this year. For help, contact the helpline.\n"
    reviews = (invented(chance, number * 100 + each) for each in range(size))
    return head + "".join(_listed_review(chance, each, year) for each in reviews)


def records(chance: random.Random, number: int, size: int) -> str:
    """Records of a library's catalogue: a number, then fields in one run."""
    return "\n".join(
        _record(chance, invented(chance, number * 100 + each), f"NC{900000 + number * 37 + each}")
        for each in range(size)
    )


def _numbered(chance: random.Random, review: Invented, place: int) -> str:
    kind, part = chance.choice(_KINDS), chance.choice(_PARTS)
    title = f"{kind}: {review.label}{part}"
    if chance.random() < 0.15:
        title = f"{review.label}: safeguarding practice review report"
    lists = f"{chance.choice(_LEARNING)} {_joined(review.learning)}"
    advice = f"{chance.choice(_RECOMMENDATIONS)} {_joined(review.recommendations)}"
    if chance.random() < 0.1:
        lists += f" **{advice}**"
    elif chance.random() < 0.93:
        lists += f"\n\n{advice}"
    return f"{place}. {title}\n\n{review.summary}\n\n{lists}\n\n{chance.choice(_LINKS)}\n"


def _listed_review(chance: random.Random, review: Invented, year: int) -> str:
    dash = chance.choice((" - ", " – "))
    date = f"{chance.choice(_MONTHS)} {year}" if year < 2014 else str(year)
    place = chance.choice((review.place, review.place, "Anonymous"))
    lines = [f"\n{date}{dash}{place}{dash}{review.label}", review.summary]
    lines.append(f"{chance.choice(('Learning includes:', 'Key issues:'))} {_joined(review.learning)}")
    if chance.random() < 0.9:
        lines.append(f"Recommendations include: {_joined(review.recommendations)}")
    lines.append(f"Keywords: {', '.join(review.topics)}")
    return "\n".join((*lines, "> Read the overview report\n"))


def _record(chance: random.Random, review: Invented, identifier: str) -> str:
    board = f"{review.place} Safeguarding Children {chance.choice(('Board', 'Partnership'))}"
    title = f"{chance.choice(_KINDS)}: {review.label}{chance.choice(_PARTS)}"
    return (
        f"{identifier}\nTitle: {title}. LSCB: {board} Author: A. Author "
        f"Date of publication: {chance.randint(2011, 2025)}\nSummary: {review.summary} "
        f"Identifies learning, including: {_joined(review.learning)} "
        f"Recommendations include: {_joined(review.recommendations)}\n"
    )


def _after(label: str) -> str:
    """What stands behind a label that does not read as a title by itself."""
    return "" if label.startswith(("Child", "Baby", "Young")) else ": serious case review"


def _joined(items: Sequence[str]) -> str:
    return "; ".join(items[:-1]) + f"; and {items[-1]}." if len(items) > 1 else f"{items[0]}."


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else words[0]
