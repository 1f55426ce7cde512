"""Words that reviews use in place of a general one: a baby and a young person are children, a mother is a parent.

By these, "voice of the child" is also found as "voice of the baby" or "of the young person". Never the other way:
what is said of babies is not said of children. Only nouns that name who is spoken of; what is done to them, or
wrong with them, is the scheme's to say.
"""

from itertools import product

_NARROWER = {
    "agency": "organisation service partner team",
    "child": "baby boy daughter girl infant pupil son teenager toddler young_person young_people youngster",
    "parent": "carer caregiver dad father mother mum",
    "practitioner": "colleague professional staff worker",
    "professional": "colleague practitioner staff worker",
}
_CHOICES = {
    general: tuple(tuple(word.split("_")) for word in (general, *narrower.split()))
    for general, narrower in _NARROWER.items()
}
_MOST = 200  # wordings of one phrase; beyond, it is looked for as it stands


def one_word(key: str) -> frozenset[str]:
    """A word and the single words that may stand in its place."""
    return frozenset(choice[0] for choice in _CHOICES.get(key, ((key,),)) if len(choice) == 1)


def wordings(keys: list[str]) -> list[list[str]]:
    """Every other wording of a phrase with narrower words in place of general ones."""
    choices = [_CHOICES.get(key, ((key,),)) for key in keys]
    size = 1
    for choice in choices:
        size *= len(choice)
    if not 1 < size <= _MOST:
        return []
    return [[key for part in parts for key in part] for parts in product(*choices)][1:]
