"""Learns what words say of themes, from labelled sentences and digests, and writes `ontology/weights/themes.tsv`.

Run as `python -m scripts.theme_weights` after sentences, digests or the labels of the scheme have changed. It takes a
minute and 1 GB, and needs the extra `learning`. Two steps, both convex and with a fixed seed, so that the result is the
same each time:

1. For each theme, a linear support vector machine from the features of a sentence (weighted by how rare they are) to
   whether it has the theme, over `tests/gold/sentences`, the reviews in `tests/gold/reviews` and the labelled items of
   `LABELLED_ITEMS`; of all weights the largest are kept.
2. Logistic regression, over the digests of `LABELLED_REVIEWS`, from what matched and what words say to whether both
   readers gave the theme to the review. No label of the scheme and no sentence was made for these digests.

Sources: Hsieh, C.-J. et al. (2008), A dual coordinate descent method for large-scale linear SVM, Proc. ICML, 408-415;
Cox, D. R. (1958), Journal of the Royal Statistical Society B 20, 215-242.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from kg import paths
from kg.atomic import write_text
from kg.evaluation import comparison, evaluate
from kg.evaluation.calibration import FOLDS, Case, fold
from kg.evaluation.comparison import LISTS, Pair
from kg.extract.text.lemmas import lemma, words
from kg.extract.themes.confidence import (
    KINDS,
    MATCH_IN_SUMMARY,
    NAMED_FROM,
    NOTHING,
    SUGGESTED_FROM,
    SUMMARY,
    WORDS,
    WORDS_IN_SUMMARY,
    kind,
)
from kg.extract.themes.features import Feature, features
from kg.extract.themes.heard import Lexicon, heard
from kg.extract.themes.matches import matches
from kg.extract.themes.shipped import scheme
from kg.extract.themes.word_weights import SQUARES, WEIGHTS, Table, lines, probability
from kg.extract.themes.word_weights import table as shipped
from kg.extract.themes.written import written

GOLD = Path(__file__).parents[1] / "tests" / "gold"
SENTENCES = GOLD / "sentences"
REVIEWS = GOLD / "reviews"
LABELLED_ITEMS = ("dev", "dev2", "dev4")
LABELLED_REVIEWS = ("dev5", "dev6", "dev7", "dev8")
LINES = ("S", "L", "R")  # summaries, learning points and recommendations, of the lines in `REVIEWS`
LEAST = 2  # sentences that a feature stands in
COST = 1.0  # of a sentence on the wrong side, beside half the sum of squares of a theme's weights
PENALTY = 1.0  # of the logistic regression, half the sum of squares
MOST = 400_000  # weights that are written
SCALE = 10  # of what words say, so that one is about as much as a match
COLUMNS = (*KINDS, WORDS, SUMMARY, WORDS_IN_SUMMARY, MATCH_IN_SUMMARY, NOTHING)

Matrix = NDArray[np.float64]


class Example(NamedTuple):
    """A sentence or an item, and its themes."""

    text: str
    themes: frozenset[str]


class Rows(NamedTuple):
    """Examples as rows of numbers, each of length one: a column for each feature."""

    features: tuple[Feature, ...]
    rarity: Matrix  # of each feature
    values: csr_matrix


class Beside(NamedTuple):
    """A theme beside an item: what speaks for it, in the order of `COLUMNS`, and whether its review has the theme."""

    known: list[float]
    is_right: bool
    is_matched: bool
    is_summary: bool


def main() -> None:
    """Learn, write the table, and say how large it is."""
    learned = table([*sentences(), *labelled_lines(), *labelled_items()])
    fitted = replace(
        learned, confidence=confidence(learned, evaluate([GOLD / name for name in LABELLED_REVIEWS]).pairs)
    )
    path = paths.ontology() / "weights" / "themes.tsv"
    write_text(path, "\n".join(lines(fitted)) + "\n")
    print(f"{len(fitted.features)} features, {len(fitted.weights)} weights")


def sentences() -> Iterator[Example]:
    """The labelled sentences, file by file."""
    for file in sorted(SENTENCES.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            names, text = line.split("\t")
            yield Example(text, _ids(names))


def labelled_lines() -> Iterator[Example]:
    """The labelled lines of reviews that were written for this, file by file."""
    for file in sorted(REVIEWS.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind_of_line, text, *names = line.split("\t")
            if kind_of_line in LINES:
                yield Example(text, _ids(*names))


def _ids(names: str) -> frozenset[str]:
    return frozenset(names.split(",")) - {"-"}


def labelled_items() -> Iterator[Example]:
    """The items of labelled digests whose themes were given item by item."""
    for pair in evaluate([GOLD / name for name in LABELLED_ITEMS]).pairs:
        for item in comparison.items(pair):
            if item.gold.themes is not None and item.read is not None:
                yield Example(item.read["text"], item.gold.themes)


def table(examples: Sequence[Example]) -> Table:
    """The weights of words, without those of matches."""
    themes = tuple(sorted({theme for example in examples for theme in example.themes}))
    wanted = np.array([[theme in example.themes for theme in themes] for example in examples])
    rows = rows_of([{feature for feature, _, _ in features(lemmas(example.text))} for example in examples])
    weights = largest(separating(rows, wanted), MOST)
    return Table.of(themes, {}, dict(_weighed(rows, weights)))


def lemmas(text: str) -> list[str]:
    """The lemmas of a text's words."""
    return [lemma(word) for word in words(text)]


def rows_of(found: Sequence[AbstractSet[Feature]]) -> Rows:
    """Examples as rows of all features that stand in several of them."""
    often = Counter(feature for each in found for feature in each)
    chosen = sorted(feature for feature, count in often.items() if count >= LEAST)
    number = {feature: n for n, feature in enumerate(chosen)}
    rarity = np.array([log((len(found) + 1) / (often[feature] + 1)) + 1 for feature in chosen])
    standing = [sorted(number[feature] for feature in each & number.keys()) for each in found]
    lengths = [sqrt(np.square(rarity[columns]).sum()) or 1 for columns in standing]
    values = np.concatenate([rarity[columns] / length for columns, length in zip(standing, lengths, strict=True)])
    places = np.concatenate(standing).astype(int), np.cumsum([0, *map(len, standing)])
    return Rows(tuple(chosen), rarity, csr_matrix((values, *places), (len(found), len(chosen))))


def separating(examples: Rows, wanted: NDArray[np.bool_]) -> Matrix:
    """The weight of each feature for each theme: those that part the examples of the theme from all others.

    How rare a theme is by itself, the intercept, is let go: it would count what was written, not what is published.
    """
    machines = (LinearSVC(C=COST, random_state=0).fit(examples.values, each) for each in wanted.T)
    return np.array([machine.coef_[0] for machine in machines]).T


def largest(weights: Matrix, most: int) -> Matrix:
    """The weights, without those that are not among the largest of all."""
    size = np.abs(weights)
    least = np.partition(size, -most, axis=None)[-most] if most < size.size else 0
    return np.where(size >= least, weights, 0)


def _weighed(examples: Rows, weights: Matrix) -> Iterator[tuple[Feature, tuple[int, dict[int, int]]]]:
    """Each feature that weighs something, in whole numbers."""
    whole = np.rint(SCALE * WEIGHTS * weights * examples.rarity[:, None]).astype(int)
    for feature, rare, row in zip(examples.features, examples.rarity, whole, strict=True):
        if row.any():
            yield feature, (round(rare**2 * SQUARES), {int(theme): int(row[theme]) for theme in row.nonzero()[0]})


def confidence(learned: Table, pairs: Iterable[Pair]) -> dict[str, float]:
    """What each kind of match adds to the odds of a theme, and how much words count beside it."""
    lexicon = Lexicon(learned)
    seen = [beside for pair in pairs for beside in _beside(lexicon, pair)]
    fitted = logistic(np.array([each.known for each in seen]), np.array([float(each.is_right) for each in seen]))
    return dict(zip(COLUMNS, map(float, fitted), strict=True))


def cross_validated() -> tuple[Case, ...]:
    """The themes read in digests whose document had no part in saying what a match adds, a fifth at a time."""
    learned, pairs = shipped(), evaluate([GOLD / name for name in LABELLED_REVIEWS]).pairs
    documents = sorted({pair.document for pair in pairs})
    return tuple(
        case
        for n in range(FOLDS)
        for case in _predicted(
            learned,
            [pair for pair in pairs if fold(pair.document, documents) != n],
            [pair for pair in pairs if fold(pair.document, documents) == n],
        )
    )


def _predicted(learned: Table, known: Sequence[Pair], left_out: Sequence[Pair]) -> Iterator[Case]:
    """Each theme that would be read in the pairs left out, with the confidence that the others teach."""
    adds, lexicon = confidence(learned, known), Lexicon(learned)
    for pair in left_out:
        for beside in _beside(lexicon, pair):
            sum_of_all = sum(adds[name] * value for name, value in zip(COLUMNS, beside.known, strict=True))
            chance = round(float(probability(np.array(sum_of_all))), 2)
            if chance >= (NAMED_FROM if beside.is_matched else SUGGESTED_FROM):
                yield Case(pair.document, "review" if beside.is_summary else "item", chance, beside.is_right)


def logistic(known: Matrix, right: Matrix) -> Matrix:
    """The weights of columns under which what is right is likeliest, by Newton's method; the last is not held down."""
    weights = np.zeros(known.shape[1])
    penalty = np.full(known.shape[1], PENALTY)
    penalty[-1] = 0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (right - chance) - penalty * weights
        step = np.linalg.solve((known * (chance * (1 - chance))[:, None]).T @ known + np.diag(penalty), slope)
        weights += step
        if np.abs(step).max() < 1e-10:
            break
    return weights


def _beside(lexicon: Lexicon, pair: Pair) -> Iterator[Beside]:
    """Each theme beside each item of a review and its summary, but for themes that one reader gave."""
    gold = pair.gold.themes
    if gold is None:
        return
    for text, is_summary in _told(pair):
        said, phrases = written([text]), scheme().phrases
        what, matched = heard(said, lexicon), matches(phrases, said, np.array([is_summary]))
        hits = zip(matched.themes.tolist(), matched.hits.confidence.tolist(), strict=True)
        sure = {phrases.theme_names[number]: confidence for number, confidence in hits}
        denied = {phrases.theme_names[number] for number in matched.found[0].nonzero()[0]} - set(sure)
        for theme, says in zip(lexicon.themes, (what.sums[0] / what.length[0]).tolist(), strict=True):
            if theme not in pair.gold.themes_either | denied:
                known = columns(says, sure.get(theme, 0.0), is_summary=is_summary)
                yield Beside(known, theme in gold, theme in sure, is_summary)


def columns(says: float, match: float, *, is_summary: bool) -> list[float]:
    """What is known of a theme in an item, in the order of `COLUMNS`."""
    kinds = [float(bool(match) and name == kind(match)) for name in KINDS]
    told = float(is_summary)
    return [*kinds, says, told, told * says, told * bool(match), 1.0]


def _told(pair: Pair) -> Iterator[tuple[str, bool]]:
    read = pair.read or {}
    yield from ((item["text"], False) for name in LISTS for item in read.get(name) or ())
    if read.get("summary"):
        yield read["summary"], True


if __name__ == "__main__":
    main()
