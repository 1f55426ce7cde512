"""Finds sequences of keys in all sentences of a document at once: a step further from every place at a time.

A path is the steps of a phrase; those that begin alike share their first steps. From each place in the text that the
steps so far have led to, the places within reach of the next step are looked up, together with those of all others.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from kg.extract.themes.number_pairs import Pairs
from kg.extract.themes.ragged import Numbers, begins, columns, in_order, ragged, runs_until, spread, up_to

# How many words may stand before a key, and the keys that will do, by number.
Step = tuple[int, frozenset[int]]
Path = tuple[Step, ...]


class Ends(NamedTuple):
    """Where paths were found: from which place to before which, and the end that the path was given."""

    first: Numbers
    last: Numbers
    end: Numbers


class _At(NamedTuple):
    """The places that steps have led to: from where, to where, and the number of the steps so far."""

    first: Numbers
    last: Numbers
    steps: Numbers


class KeyPaths:
    """Paths of keys from 0 to below a number, each with the number of an end; several may share either."""

    def __init__(self, keys: int, paths: Iterable[tuple[Path, int]]) -> None:
        steps = _Steps(keys)
        for path, end in paths:
            steps.add(path, end)
        self._ends, self._within, self._reach = ragged(steps.ends), np.array(steps.gaps) + 1, np.array(steps.reach)
        self._next, self._leads = Pairs(*columns(steps.next)), ragged(list(steps.next.values()))

    def find(self, keys: Numbers, sentences: Numbers, places: Numbers) -> Ends:
        """Every end that is reached inside a sentence, by place; of a path and its first key, by the shortest way.

        Of each key its sentence is given and its place in the text.
        """
        found = self._ends_by_length(keys, sentences)
        first, last, end = (np.concatenate(each) for each in zip(*found, strict=True))
        first, last = places[first], places[last]
        way = first * len(self._ends.starts) + end
        order = in_order(way * (1 + places.max(initial=0)) + last)
        shortest = order[begins(way[order])]
        return Ends(first[shortest], last[shortest] + 1, end[shortest])

    def _ends_by_length(self, keys: Numbers, sentences: Numbers) -> Iterator[Ends]:
        every = up_to(len(keys))
        left = runs_until(sentences) - every - 1
        at = _At(every, every, keys)
        yield self._ends_at(at)
        while len(at.first):
            at = self._further(at, keys, left)
            yield self._ends_at(at)

    def _ends_at(self, at: _At) -> Ends:
        rows, ends = self._ends.taken(at.steps)
        return Ends(at.first.take(rows), at.last.take(rows), ends)

    def _further(self, at: _At, keys: Numbers, left: Numbers) -> _At:
        """The places a step further; `left` says how many keys of its sentence stand behind each place."""
        rows, places = spread(at.last + 1, np.minimum(self._reach.take(at.steps), left.take(at.last)))
        known, leads = self._next.find(at.steps.take(rows), keys.take(places))
        again, steps = self._leads.taken(leads)
        known = known.take(again)
        rows, places = rows.take(known), places.take(known)
        near = (places - at.last.take(rows) <= self._within.take(steps)).nonzero()[0]
        return _At(at.first.take(rows.take(near)), places.take(near), steps.take(near))


class _Steps:
    """Steps by number: those of one key alone have its number, all others come after them."""

    def __init__(self, keys: int) -> None:
        self.ends: list[list[int]] = [[] for _ in range(keys)]
        self.gaps = [0] * keys  # before the last of the steps
        self.reach = [0] * keys  # how far the next key may be away; 0 where there is no next step
        self.next: dict[tuple[int, int], list[int]] = {}  # by the steps so far and a key, what they lead to
        self._numbers: dict[tuple[int | Step, Step], int] = {}  # by the steps so far, or the first, and the next

    def add(self, path: Path, end: int) -> None:
        """Let an end be reached by a path."""
        so_far: tuple[int, ...] = tuple(path[0][1])
        known: int | Step = path[0]
        for step in path[1:]:
            known = self._after(so_far, known, step)
            so_far = (known,)
        for number in so_far:
            self.ends[number].append(end)

    def _after(self, so_far: tuple[int, ...], known: int | Step, step: Step) -> int:
        number = self._numbers.get((known, step))
        if number is None:
            gap, keys = step
            number = self._numbers[known, step] = len(self.ends)
            self.ends.append([])
            self.gaps.append(gap)
            self.reach.append(0)
            for before in so_far:
                self.reach[before] = max(self.reach[before], gap + 1)
                for key in keys:
                    self.next.setdefault((before, key), []).append(number)
        return number
