"""Letters of patterns that ignore case, spelt out as sets of both their forms, which are matched as they are written.

Where case counts, the engine of `re` runs through what one set repeats in one go, and skips each choice that cannot
begin at a place. Where it is ignored, it sets out anew on each letter that a set repeats, and on each choice in turn.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

_IGNORES_CASE = int(re.IGNORECASE)
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_Part = tuple[Any, Any]


@cache
def speller() -> Callable[[Any, int], None]:
    """What spells out the sets of a tree, and the first letters of its choices; the long s and such lose their kin.

    Raises: ModuleNotFoundError, AttributeError, where this Python has its parser elsewhere.
    """
    return _Speller(import_module("re._constants")).spell_out


class _Speller:
    def __init__(self, kinds: Any) -> None:  # noqa: ANN401 - the parser's own names
        self._kinds = kinds
        self._repeats = tuple(getattr(kinds, name) for name in _REPEATS)
        self._forms = cache(self._spelt)

    def spell_out(self, nodes: Any, flags: int) -> None:  # noqa: ANN401 - the parser's own trees
        """Spell out what these nodes and those inside them hold, all of it under `flags`."""
        kinds = self._kinds
        for at, (kind, value) in enumerate(nodes.data):
            if kind is kinds.IN and flags & _IGNORES_CASE:
                nodes.data[at] = self._as_written(nodes, [form for part in value for form in self._forms(*part)])
            elif kind is kinds.SUBPATTERN:
                self.spell_out(value[-1], (flags | value[1]) & ~value[2])
            elif kind is kinds.BRANCH:
                for choice in value[1]:
                    self.spell_out(choice, flags)
                    self._begin_with_a_set(choice, flags)
            elif kind in self._repeats:
                self.spell_out(value[2], flags)
            elif kind is kinds.ASSERT or kind is kinds.ASSERT_NOT:
                self.spell_out(value[1], flags)
            elif kind is kinds.ATOMIC_GROUP:
                self.spell_out(value, flags)

    def _begin_with_a_set(self, choice: Any, flags: int) -> None:  # noqa: ANN401 - the parser's own trees
        if not choice.data:
            return
        kind, value = choice.data[0]
        if kind is self._kinds.SUBPATTERN and value[0] is None:
            self._begin_with_a_set(value[-1], (flags | value[1]) & ~value[2])
        elif kind is self._kinds.LITERAL and flags & _IGNORES_CASE and len(forms := self._forms(kind, value)) > 1:
            choice.data[0] = self._as_written(choice, list(forms))

    def _as_written(self, nodes: Any, letters: list[_Part]) -> _Part:  # noqa: ANN401 - the parser's own trees
        """A set in which case counts."""
        inside = type(nodes)(nodes.state, [(self._kinds.IN, letters)])
        return self._kinds.SUBPATTERN, (None, 0, _IGNORES_CASE, inside)

    def _spelt(self, kind: Any, value: Any) -> tuple[_Part, ...]:  # noqa: ANN401 - the parser's own trees
        """A part of a set with the other forms of its letters, but for forms of several letters."""
        if kind is self._kinds.LITERAL:
            letters = range(value, value + 1)
        elif kind is self._kinds.RANGE:
            letters = range(value[0], value[1] + 1)
        else:
            return ((kind, value),)
        forms = {form for letter in map(chr, letters) for form in (letter, letter.lower(), letter.upper())}
        return tuple((self._kinds.LITERAL, ord(form)) for form in sorted(forms) if len(form) == 1)
