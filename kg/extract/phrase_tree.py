"""Phrases as a tree of keys: walked from each word of a text, it finds every phrase that begins there."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.lemmas import ARTICLE, plain, words
from kg.extract.phrase import Hit, Phrase


@dataclass(slots=True)
class Node:
    """A place in the tree: the keys that may follow, and the phrases that end here, each with its words as a line."""

    following: "dict[str, Node]" = field(default_factory=dict)
    phrases: tuple[tuple[str, Phrase], ...] = ()

    def add(self, keys: Iterable[str], phrase: Phrase) -> None:
        """Let a phrase be found by these keys."""
        node = self
        for key in keys:
            node = node.following.setdefault(key, Node())
        node.phrases = tuple(dict.fromkeys((*node.phrases, (_line(words(phrase.text)), phrase))))


def walk(node: Node, text_words: list[str], keys: list[str], first: int, hits: list[Hit]) -> None:
    """Add to `hits` the phrases at and below `node`, which the word at `first` has led to; articles are passed over.

    The keys end in one that is in no phrase. This is where the time goes, hence one loop and no generator.
    """
    last = first + 1
    while True:
        if node.phrases:
            found = _line(text_words[first:last])
            for line, phrase in node.phrases:
                hits.append(Hit(first, last, phrase, phrase.exact if found == line else phrase.inflected))
        while keys[last] == ARTICLE:
            last += 1
        if keys[last] not in node.following:
            return
        node = node.following[keys[last]]
        last += 1


def _line(text_words: list[str]) -> str:
    """Words as one line in lower case, by which two spellings of the same words are equal."""
    line = " ".join(text_words).lower()
    return line if line.isascii() else plain(line)
