"""Children as a summary first tells of them, together, and as it tells of each by name: both made one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.facts.children.told_apart import Told
from kg.extract.text.parsed import deferred
from kg.model import Age, Child, Sex, Stated, passage

_OF_SEVERAL = deferred("girls|boys|sisters|brothers|daughters|sons", re.IGNORECASE)


def by_name(
    text: str, children: tuple[Child, ...], labels: Sequence[Stated[str]], told: Sequence[Told]
) -> tuple[Child, ...]:
    """`children`, one for each of `labels`, with what is `told` of each of these; as they are where that fits no way.

    Ages by name are believed where each child has one and the ages read together are the same, or lack one.
    """
    named = [
        Child(label=label, sex=_sexed(text, one), age=_aged(text, one)) for label, one in zip(labels, told, strict=True)
    ]
    known, lacking = Counter(map(_age, children)), any(child.age is None for child in children)
    named = _with_last(children, named) if lacking else named
    if None not in map(_age, named) and (lacking or known == Counter(map(_age, named))):
        return tuple(replace(child, sex=child.sex or _sex_of(children, child, named)) for child in named)
    known_by = _labelled(children, labels, [label for label, one in zip(labels, told, strict=True) if one.is_twin])
    children = _of_twins(
        tuple(replace(child, sex=child.sex or _named_sex(child, named)) for child in known_by),
        are_told=any(one.is_twin for one in told),
        titled=all(label.value.startswith("Twin ") for label in labels),
    )
    if len(known) > 1 or not any(child.sex for child in named):
        return children
    return tuple(
        replace(child, label=one.label, sex=child.sex or one.sex) for child, one in zip(children, named, strict=True)
    )


def _labelled(
    children: tuple[Child, ...], labels: Sequence[Stated[str]], twins: Sequence[Stated[str]]
) -> tuple[Child, ...]:
    """`children`, with the last label for the one without, of whom nothing is told, or that of the other's twin."""
    taken = {child.label.value for child in children if child.label}
    free = [label for label in labels if label.value not in taken]
    if len(free) == len(children) == len(("each", "other")) and len(twins) == 1 and children[1] == Child():
        first = next(label for label in labels if label not in twins)
        return (replace(children[0], label=first), Child(label=twins[0]))
    if len(free) != 1:
        return children
    return tuple(replace(child, label=free[0]) if child == Child() else child for child in children)


def _named_sex(child: Child, named: Sequence[Child]) -> Stated[Sex] | None:
    """The sex that is told by name of a child whose name is known."""
    label = child.label.value if child.label else None
    return next((one.sex for one in named if one.label and one.label.value == label), None)


def _of_twins(children: tuple[Child, ...], *, are_told: bool, titled: bool) -> tuple[Child, ...]:
    """`children`, with one age for all whom the title, or the summary of two, calls twins, where one alone has it.

    So with their sex, where it is told of all: "one of twin girls".
    """
    aged = [child.age for child in children if child.age]
    if len(aged) != 1 or not (titled or (are_told and len(children) == len(("each", "other")))):
        return children
    sexes = [child.sex for child in children if child.sex]
    both = sexes[0] if len(sexes) == 1 and _OF_SEVERAL.fullmatch(sexes[0].passage.text) else None
    return tuple(replace(child, age=aged[0], sex=child.sex or both) for child in children)


def _with_last(children: Sequence[Child], named: list[Child]) -> list[Child]:
    """`named`, with what was read of the one child whom no name describes for the one name of which nothing is told."""
    untold = [index for index, child in enumerate(named) if child.age is None]
    ages = set(map(_age, named))
    others = [child for child in children if child.age and _age(child) not in ages]
    if len(untold) != 1 or len(others) != 1:
        return named
    (index,), (other,) = untold, others
    return [
        *named[:index],
        replace(named[index], sex=named[index].sex or other.sex, age=other.age),
        *named[index + 1 :],
    ]


def _sex_of(children: Sequence[Child], child: Child, named: Sequence[Child]) -> Stated[Sex] | None:
    """The sex read for the one child of that age, or the one sex of all."""
    aged = [other.sex for other in children if _age(other) == _age(child)]
    if len(aged) == 1 and sum(_age(one) == _age(child) for one in named) == 1:
        return aged[0]
    sexes = {other.sex.value if other.sex else None for other in children}
    return children[0].sex if len(sexes) == 1 else None


def _age(child: Child) -> str | None:
    return child.age.value.iso if child.age else None


def _sexed(text: str, told: Told) -> Stated[Sex] | None:
    return Stated(told.sex[0], passage(text, *told.sex[1:])) if told.sex else None


def _aged(text: str, told: Told) -> Stated[Age] | None:
    return Stated(told.ages.ages[0], passage(text, told.ages.start, told.ages.end)) if told.ages else None
