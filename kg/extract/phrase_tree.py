"""Phrases as a tree of keys: walked from each word of a text, it finds every phrase that begins there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.lemmas import ARTICLE, plain, words
from kg.extract.phrase import Hit, Phrase


class Ending(NamedTuple):
    """The phrases of one theme and kind that end at a node: those in these very words, and one for all other forms."""

    as_written: dict[str, Phrase]
    otherwise: Phrase


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
        line = _line(words(phrase.text))
        for ending in node.endings:
            if ending.otherwise[1:3] == phrase[1:3]:
                ending.as_written.setdefault(line, phrase)
                return
        node.endings = (*node.endings, Ending({line: phrase}, phrase))


def walk(node: Node, text_words: list[str], keys: list[str], first: int, hits: list[Hit]) -> None:
    """Add to `hits` the phrases at and below `node`, which the word at `first` has led to; articles are passed over.

    The keys end in one that is in no phrase. This is where the time goes, hence one loop and no generator.
    """
    last = first + 1
    while True:
        if node.endings:
            line = _line(text_words[first:last])
            for as_written, otherwise in node.endings:
                phrase = as_written.get(line)
                if phrase:
                    hits.append((first, last, phrase, phrase.exact))
                else:
                    hits.append((first, last, otherwise, otherwise.inflected))
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
