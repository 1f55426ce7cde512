"""Heads, feet and numbers of pages in texts that were copied from pages. Every text here is invented."""

import pytest

from kg.extract import extract
from kg.read import read_bytes

TOLD = (
    "2020 - Harwick - Child N2\n"
    "Death of a 5-month-old boy in February 2019 from a head injury. Child N2 lived with his parents in a hostel.\n"
    "The hostel had no manager for most of that year, and the family had moved there from a flat in another town.\n"
)
FOOT = "Learning Library | Case reviews published in 2020                  Page {number} of 31"
LONG = "worry about who had been in the room that night was put in a diary which the hostel kept for its own staff"


def text_of(words: str) -> str:
    return read_bytes("copied.txt", words.encode()).text


def learning(words: str) -> list[str]:
    document = read_bytes("copied.txt", words.encode())
    return [point.passage.text for point in extract(document).reviews[0].learning]


@pytest.mark.parametrize(
    "foot",
    [
        f"\n\n{FOOT}\n\n",
        f"\n{FOOT}\n",
        f"\n\n{FOOT}\n\f\n",
        "\n\nHarwick Annual Digest                  {number}\n\n",
        "\nNATIONAL LIBRARY OF REVIEWS\n{number}\n",
        "\n\n{number}\nThe library of reviews\n\n",
    ],
)
def test_a_foot_in_the_midst_of_an_item_is_no_part_of_its_words(foot: str) -> None:
    one, two = (foot.format(number=number) for number in (4, 5))
    words = f"{TOLD}Learning includes: a {LONG} that{one}nobody read; and {LONG} by an officer who{two}was not asked.\n"
    assert learning(words) == [f"a {LONG} that nobody read", f"{LONG} by an officer who was not asked"]


def test_numbers_alone_that_count_on_inside_sentences_are_those_of_pages() -> None:
    more = " ".join([LONG] * 3)
    words = f"{TOLD}Learning includes: {more} and\n\n7\n\nwas lost; {more} by\n\n8\n\na brother; calls not made.\n"
    assert learning(words) == [f"{more} and was lost", f"{more} by a brother", "calls not made"]


@pytest.mark.parametrize(
    "words",
    [
        f"Learning:\n\n1\n\n{LONG}.\n\n2\n\n{LONG}.\n\n3\n\n{LONG}.\n",  # a list whose numbers stand alone
        f"Number of calls\n12\n{LONG}.\nNumber of visits\n13\n{LONG}.\n",  # numbers that count something
        f"{LONG} aged\n12\nand a girl aged\n9\n{LONG}.\n",  # ages of which none counts on
        f"Pages:\n12\n{LONG}.\n\nPages:\n13\n{LONG}.\n",  # a field and what it says
    ],
)
def test_other_numbers_on_lines_of_their_own_stay(words: str) -> None:
    assert text_of(words) == words


def test_what_stands_around_a_foot_stays_as_it_is() -> None:
    words = f"- call:\n\n{FOOT.format(number=1)}\n\n  - her\n  - him\n\n{FOOT.format(number=2)}\n\nThe end.\n"
    assert text_of(words) == "- call:\n\n  - her\n  - him\n\nThe end.\n"
