"""Words, neighbours and near pairs of words in an item: what learned weights are of.

A feature is one content word, as its lemma; two words side by side, one of which is a content word; or two content
words, in either order, at most six words apart. Articles and marks are passed over.
"""

from collections.abc import Iterator, Sequence

from kg.extract.text.lemmas import ARTICLE, COMMA, FULL_STOP

NEAR = 6  # words from one to the other
BETWEEN = " ~ "  # the two words of a near pair, the first by the alphabet before it
PASSED_OVER = frozenset((ARTICLE, COMMA, FULL_STOP))
# Words that say nothing of a theme by themselves, as lemmas.
_SAYING_NOTHING = (
    "and or but if than then so not no of to in on at by for with from as into about after before too very also "
    "be have do will would can could may might must should shall it its this that these those there they them their "
    "he him his she her who whom which what when where how i we us our you your all any each both same such only own "
    "more most other one two some"
)
_FUNCTION_WORDS = frozenset(_SAYING_NOTHING.split())

# A word, two that follow each other, or two that stand near each other: as the table of weights writes them.
Feature = str
Found = tuple[Feature, int, int]  # with the places of its first and its last word


def features(lemmas: Sequence[str]) -> Iterator[Found]:
    """Yield the features of an item's words; one that stands there twice comes twice."""
    kept = [(place, word) for place, word in enumerate(lemmas) if word not in PASSED_OVER]
    content = [is_content(word) for _, word in kept]
    for number, (place, word) in enumerate(kept):
        if content[number]:
            yield word, place, place
            for further in range(number + 1, min(number + 1 + NEAR, len(kept))):
                if content[further]:
                    other_place, other = kept[further]
                    yield (
                        (f"{word}{BETWEEN}{other}" if word <= other else f"{other}{BETWEEN}{word}"),
                        place,
                        other_place,
                    )
        if number + 1 < len(kept) and (content[number] or content[number + 1]):
            yield f"{word} {kept[number + 1][1]}", place, kept[number + 1][0]


def is_content(word: str) -> bool:
    """Whether a word says something by itself."""
    return word not in _FUNCTION_WORDS and not word.isdigit()
