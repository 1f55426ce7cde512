"""Whole numbers as printed: in digits, or in words from one to ninety-nine."""

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
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"  # a pattern for one such number


def number(printed: str) -> int:
    """The number that `printed` stands for.

    Raises: KeyError, if it is neither digits nor a number in words.
    """
    return int(printed) if printed.isdigit() else WORDS[" ".join(printed.lower().split())]
