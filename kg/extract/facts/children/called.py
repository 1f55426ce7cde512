"""What a summary calls the children of a title: by the whole of "Child Q2", or by the code alone, "Q2", "RX" or "R"."""

import re
from collections.abc import Sequence

from kg.extract.text.parsed import deferred

_CODED = deferred("(?:Child|Baby|Young Person|Sibling|Infant|Twin) (?=[A-Z]{1,3}[0-9]{0,3}$)")
_SAID_OF = r"(?: *[,(]|'s\b| +(?:was|is|had|has|and)\b)"  # behind a letter that names a child: "A, a girl", "A was"
_WORD = deferred(rf"\b(?:A|I)\b(?!{_SAID_OF})")  # of the language: "A nurse"
_NO_CHILD = deferred(  # "Adult R", "School S"
    r"\b(?:adults?|mothers?|father|parents?|carers?|partner|man|woman|m(?:r|s|rs)|dr|famil(?:y|ies)|(?:foster )?home"
    r"|schools?|nursery|college|hospital|surgery|agency|area|authority|board|council|county|team"
    r"|worker|nurse|officer|trust"
    r"|uncle|aunt|grandmother|grandfather|stepfather|stepmother|vitamin|hepatitis|class|year|section|appendix|part"
    r"|figure|table|level|tier|panel|group|ward|unit|case|review) +(?P<code>[A-Z]{1,3})\b",
    re.IGNORECASE,
)


def code_of(label: str) -> str:
    """The code alone of "Child Q"; any other label whole."""
    return _CODED.sub("", label)


def as_called(view: str, label: str) -> str:
    """The name that a summary uses: the code alone, where the whole of "Child Q2" stands nowhere and "Q2" does.

    A single letter is left out, for it can be a word.
    """
    code = code_of(label)
    alone = len(code) > 1 and label not in view and re.search(rf"(?<![\w'-]){re.escape(code)}(?![\w-])", view)
    return code if alone else label


def all_as_called(view: str, labels: Sequence[str]) -> list[str]:
    """The same for several children, of single letters too where each stands as a name does: "R, a girl; S was"."""
    codes = [code_of(label) for label in labels]
    letters = [
        code
        for code, label in zip(codes, labels, strict=True)
        if code != label not in view and re.search(rf"(?<![\w'-]){re.escape(code)}(?={_SAID_OF})", view)
    ]
    return codes if len(letters) == len(labels) > 1 else [as_called(view, label) for label in labels]


def without_words(view: str, labels: Sequence[str]) -> str:
    """`view`, with small letters for what is as the code of one of the `labels` and no name of it: "A nurse"."""
    codes = {code_of(label) for label in labels} - set(labels)
    if not codes:
        return view
    level = _WORD.sub(lambda word: word[0].lower(), view) if {"A", "I"} & codes else view
    return _NO_CHILD.sub(lambda said: said[0].lower() if said["code"] in codes else said[0], level)
