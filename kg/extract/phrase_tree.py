"""Phrases as a tree of keys: walked from each word of a text, it finds every phrase that begins there."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.lemmas import ARTICLE, plain, words
from kg.extract.phrase import Hit, Phrase

# The phrases of one theme and kind that end at a node: those in these very words, and one for all other forms.
Ending = tuple[dict[str, Phrase], Phrase]


@dataclass(slots=True)
class Node:
    """A place in the tree: the keys that may follow, and the phrases that end here."""

    following: "dict[str, Node]" = field(default_factory=dict)
    endings: tuple[Ending, ...] = ()

    def add(self, keys: Iterable[str], phrase: Phrase) -> None:
        """Let a phrase be found by these keys."""
        node = self
        for key in keys:
            node = node.following.setdefault(key, Node())
        line = " ".join(map(as_written, words(phrase.text)))
        for in_these_words, otherwise in node.endings:
            if (otherwise.kind, otherwise.theme) == (phrase.kind, phrase.theme):
                in_these_words.setdefault(line, phrase)
                return
        node.endings = (*node.endings, ({line: phrase}, phrase))

    def found(self, line: str) -> list[tuple[Phrase, float]]:
        """The phrases that end here, where a text has `line` for them, and how sure each is."""
        found: list[tuple[Phrase, float]] = []
        for in_these_words, otherwise in self.endings:
            phrase = in_these_words.get(line)
            found.append((phrase, phrase.exact) if phrase else (otherwise, otherwise.inflected))
        return found


def walk(node: Node, written: list[str], keys: list[str], first: int, hits: list[Hit]) -> None:
    """Add to `hits` the phrases below `node`, which the word at `first` has led to; articles are passed over.

    Words are `written` as `as_written` gives them. The keys end in one that is in no phrase. This is where the time
    goes, hence one loop and no generator.
    """
    last = first + 1
    while True:
        while keys[last] == ARTICLE:
            last += 1
        if keys[last] not in node.following:
            return
        node = node.following[keys[last]]
        last += 1
        if node.endings:
            line = " ".join(written[first:last])
            for in_these_words, otherwise in node.endings:
                phrase = in_these_words.get(line)
                confidence = phrase.exact if phrase else otherwise.inflected
                hits.append((first, last, phrase or otherwise, confidence))


def as_written(word: str) -> str:
    """A word in lower case, by which two spellings of the same word are equal."""
    word = word.lower()
    return word if word.isascii() else plain(word)
