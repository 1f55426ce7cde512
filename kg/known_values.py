"""Which values a query can be given for a theme or a code: the ids of the vocabulary and of the code lists."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kg.model import codes
from kg.vocabulary import themes

_LISTS: Mapping[str, Iterable[str]] = MappingProxyType(
    {
        "review_type": codes.ReviewType,
        "document_type": codes.DocumentType,
        "outcome": codes.Outcome,
        "harm": codes.Harm,
        "perpetrator": codes.Relation,
        "relation": codes.Relation,
        "band": codes.AgeBand,
        "age_band": codes.AgeBand,
        "sex": codes.Sex,
        "action": codes.Action,
        "addressee": codes.Addressee,
        "agency": codes.Addressee,
        "strength": codes.Strength,
        "status": codes.Status,
    }
)


def theme_ids() -> tuple[str, ...]:
    """The ids of all themes, sorted."""
    return tuple(themes())


def code_ids(name: str) -> tuple[str, ...]:
    """The ids of the list that a parameter of this name takes its code from, or of all lists."""
    every = (code for each in _LISTS.values() for code in each)
    return tuple(map(str, _LISTS.get(name, dict.fromkeys(every))))
