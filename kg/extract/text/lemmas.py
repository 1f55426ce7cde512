"""Words and their lemmas: "children's voices" and "the child's voice" become the same keys.

Why lemmas, and why these: docs/decisions/010-lemmas-by-simplemma.md.
"""

import unicodedata
from functools import lru_cache

from kg.extract.text.parsed import deferred

_LETTERS = r"[a-zA-Z0-9\u00c0-\u024f\u0300-\u036f\ufb00-\ufb06]++"  # Latin with accents and ligatures: faster than \w
_INSIDE = "['\u2018\u2019\u02bc&\u00ad]"  # apostrophes, the ampersand of A&E, and the soft hyphen
_END_OF_SENTENCE = r"[.;:!?](?=[\s)\]\"'\u2019\u201d*]|\Z)"

# Hyphens and slashes part words, so that "multi-agency" and "multi agency" are the same two.
_TOKEN = deferred(rf"({_LETTERS}(?:{_INSIDE}{_LETTERS})*+|[,&]|{_END_OF_SENTENCE})")

ARTICLE = ""  # the lemma of "a", "an" and "the": a label matches with and without them
COMMA = ","
FULL_STOP = "."  # any end of a sentence or of a list's item

_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00ad": None})
_FIXED = {
    "a": ARTICLE,
    "an": ARTICLE,
    "the": ARTICLE,
    "&": "and",
    **dict.fromkeys(",", COMMA),
    **dict.fromkeys(".;:!?", FULL_STOP),
    # Where the tables of simplemma leave two forms of one word apart.
    "childrens": "child",
    "dads": "dad",
    "midwives": "midwife",
    # And where they make one of two: an "older boy" is not a "2-year-old boy", nor a "younger sister" a "young sister".
    "older": "older",
    "younger": "younger",
}
_BRITISH = (
    (deferred(r"i[sz]ation$"), "isation"),
    (deferred(r"(?<=[a-z]{3})ize$"), "ise"),
    (deferred(r"yze$"), "yse"),
    (deferred(r"avior"), "aviour"),
    (deferred(r"^pediatr"), "paediatr"),
    (deferred(r"^counsel(?=ing|or)"), "counsell"),
    (deferred(r"^(cent|theat|fib)er$"), r"\1re"),
    (deferred(r"^program$"), "programme"),
    (deferred(r"^judgement"), "judgment"),
)
_AMERICAN = deferred("|".join(american.pattern for american, _ in _BRITISH))  # few words are: one look at the others


def pieces(text: str) -> list[str]:
    """All of a text, piece by piece: what stands before a word or mark and then it, by turns, and last what is left."""
    return _TOKEN.split(text)


def words(text: str) -> list[str]:
    """The words and marks of a text, as written."""
    return _TOKEN.findall(text)


def plain(word: str) -> str:
    """A word with straight apostrophes and without soft hyphens or ligatures."""
    return unicodedata.normalize("NFKC", word.translate(_PLAIN))


def bare(word: str) -> str:
    """A plain word without the `'s` of possession."""
    word = plain(word)
    return word[:-2] if word.endswith(("'s", "'S")) else word


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of one token in British spelling, lower case, without possession."""
    word = bare(word).lower()
    if not word:
        return word
    return _FIXED[word] if word in _FIXED else _british(_dictionary_form(word))


def _dictionary_form(word: str) -> str:
    from simplemma import lemmatize  # its tables take a third of a second to load: only those pay who match themes

    return str(lemmatize(word, lang="en"))


def _british(word: str) -> str:
    if not _AMERICAN.search(word):
        return word
    for american, british in _BRITISH:
        word = american.sub(british, word)
    return word
