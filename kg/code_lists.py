"""The code lists by the names of what takes a code from them."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from kg import codes

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


def ids(name: str) -> tuple[str, ...]:
    """The ids of the list that a name like `harm` takes its code from; of all lists, if it is the name of none."""
    return _ids(name if name in _LISTS else "")


@cache
def _ids(name: str) -> tuple[str, ...]:
    lists = [_LISTS[name]] if name else _LISTS.values()
    return tuple(dict.fromkeys(str(code) for each in lists for code in each))
