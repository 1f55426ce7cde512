"""The theme scheme that ships, ready to be looked for, and kept from one process to the next.

Getting it ready takes most of a second: 12,000 phrases in all their spellings, and the lemma of each of their words.
What comes out rests on the scheme, the learned weights, simplemma's tables and the modules that make it, and is kept
under all of them. None of it is words of documents.
"""

import pickle
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from kg import paths
from kg.collector import resting
from kg.extract.text.kept import KeptFile, beside, is_allowed, states
from kg.extract.text.lemmas import words
from kg.extract.text.parsed import deferred
from kg.extract.themes.confidence import Scheme, odds
from kg.extract.themes.heard import Lexicon
from kg.extract.themes.matches import (
    EXACT_WORD,
    EXACT_WORDS,
    HIDDEN_LABEL,
    INFLECTED_WORD,
    INFLECTED_WORDS,
    LONG_PATTERN,
    PREFERRED_OR_ACRONYM,
    UNBACKED,
)
from kg.extract.themes.phrase import Phrase
from kg.extract.themes.phrases import Phrases
from kg.extract.themes.word_weights import table
from kg.vocabulary import Theme, themes

_WORD_OF_PATTERN = deferred(r"(?<!\S)[^\s~]\S*")

# Names of bodies and meetings that contain a theme's words without speaking of the theme.
NAMES = (
    "child safeguarding practice review panel",
    "multi-agency public protection arrangements",
    "multi-agency risk assessment conference",
    "multi-agency safeguarding hub",
)


@cache
def scheme() -> Scheme:
    """The shipped theme scheme, with the learned weights of words."""
    here = Path(__file__)
    return kept_scheme(KeptFile(beside(here, "scheme"), _made_by(here)))


def kept_scheme(file: KeptFile) -> Scheme:
    """The scheme as a file has it, else made anew and kept there, where anything may be."""
    with resting():  # a third of the time would be the collector's
        found = _read(file)
        if found is None:
            weights = table()
            found = Scheme(index(themes().values()), Lexicon(weights), odds(weights.confidence))
            if is_allowed():
                file.write(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        return found


def index(scheme: Iterable[Theme], names: Iterable[str] = NAMES) -> Phrases:
    """The index of every phrase of some themes, and of names to pass over."""
    phrases = (phrase for theme in scheme for phrase in _phrases(theme))
    return Phrases((*phrases, *(Phrase(name, "mask", "") for name in names)))


def _read(file: KeptFile) -> Scheme | None:
    data = file.read()
    if data is None:
        return None
    try:
        found = pickle.loads(data)  # noqa: S301 - as trusted as the modules beside it
    except Exception:  # noqa: BLE001 - what a damaged file raises depends on where the damage is
        return None
    return found if isinstance(found, Scheme) else None


def _made_by(here: Path) -> tuple[object, ...]:
    """Everything that the scheme's form rests on; of simplemma, when it was installed."""
    package = here.parents[2]
    modules = sorted({*here.parent.glob("*.py"), *(package / "extract" / "text").glob("*.py")})
    tables = [paths.ontology() / "themes.ttl", paths.ontology() / "weights" / "themes.tsv"]
    lemmas = find_spec("simplemma")
    installed = [Path(lemmas.origin)] if lemmas and lemmas.origin else []
    return np.__version__, states([*modules, package / "vocabulary.py", *tables, *installed])


def _phrases(theme: Theme) -> Iterator[Phrase]:
    for text in (theme.label, *theme.alt_labels):
        yield Phrase(text, "label", theme.id, *_confidence(text, preferred=text == theme.label))
    for text in theme.hidden_labels:
        yield Phrase(text, "hidden", theme.id, HIDDEN_LABEL, HIDDEN_LABEL)
    for text in theme.gap_patterns:
        alone = LONG_PATTERN if len(_WORD_OF_PATTERN.findall(text)) > 2 else UNBACKED
        yield Phrase(text, "gap", theme.id, alone, alone)
    for text in theme.exclusions:
        yield Phrase(text, "exclusion", theme.id)


def _confidence(label: str, *, preferred: bool) -> tuple[float, float]:
    """How sure a match of a label is: in its very words, and in other forms of them."""
    if label.removesuffix("s").isupper():
        return PREFERRED_OR_ACRONYM, PREFERRED_OR_ACRONYM
    several = len(words(label)) > 1
    exact = PREFERRED_OR_ACRONYM if preferred else EXACT_WORDS if several else EXACT_WORD
    return exact, INFLECTED_WORDS if several else INFLECTED_WORD
