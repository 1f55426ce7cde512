"""Whole numbers as printed: in digits, or in words from one to ninety-nine; and places in a row up to the twentieth."""

import re

from kg.extract.text.wording import letter_by_letter

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate([*_ONES, *_TEENS], 1)},
    **{ten: value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{ten}{gap}{one}": value + unit
        for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for unit, one in enumerate(_ONES, 1)
        for gap in "- "
    },
}
ORDINALS: tuple[str, ...] = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"  # a pattern for one such place in a row
NUMBER = (  # a pattern for one such number
    rf"(?:\d{{1,3}}|{letter_by_letter(_TENS)}(?:(?:-| ){letter_by_letter(_ONES)})?"
    rf"|{letter_by_letter(_TEENS)}|{letter_by_letter(_ONES)})"
)


def number(printed: str) -> int:
    """The number that `printed` stands for.

    Raises: KeyError, if it is neither digits nor a number in words.
    """
    return int(printed) if printed.isdigit() else WORDS[" ".join(printed.lower().split())]


def ordinal(printed: str) -> int:
    """The place in a row that `printed` stands for: "3rd", "third" or a bare "3".

    Raises: ValueError, if it is neither digits nor one of `ORDINALS`.
    """
    digits = re.match(r"\d+", printed)
    return int(digits[0]) if digits else ORDINALS.index(printed.lower()) + 1
