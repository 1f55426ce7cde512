"""Addresses that people give: which of them are IRIs (RFC 3987), so that every engine and format takes them."""

import re
from functools import cache

from kg.errors import KGError
from kg.rdf.terms import iri


def as_base(address: str) -> str:
    """What the IRIs of data are to begin with.

    Raises: KGError, where no IRI begins so.
    """
    if as_iri(f"{address}x") is None:
        raise KGError(f"No IRI begins with {address!r}; name an absolute one, such as https://example.org/id/.")
    return address


def as_iri(address: str) -> str | None:
    """A printed address in angle brackets; `None` where what is printed is not an absolute IRI.

    An address that has a number of IPv6 for its host counts as none, since no digest prints one.
    """
    try:
        return iri(address) if _pattern().fullmatch(address) else None
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    far = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    letter = rf"(?:[A-Za-z0-9._~!$&'()*+,;=\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF{far}]|%[0-9A-Fa-f]{{2}})"
    authority = rf"(?://(?:(?:{letter}|:)*+@)?{letter}*+(?::[0-9]*+)?(?=[/?#]|\Z))"
    path, rest = rf"(?:{letter}|[:@/])*+", rf"(?:{letter}|[:@/?])*+"
    return re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*+:(?:{authority}|(?!//)){path}(?:\?{rest})?(?:#{rest})?")
