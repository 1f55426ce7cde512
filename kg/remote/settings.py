"""Who asks and how long an answer may take, from the environment."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.remote.errors import AddressError

SECONDS = 60.0  # for an answer, unless KG_STORE_TIMEOUT says otherwise
CONNECTING = 10.0  # the most seconds until a connection stands


@dataclass(frozen=True, slots=True)
class Settings:
    """How an engine is spoken to. Secrets are kept out of what is printed."""

    seconds: float = SECONDS
    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """KG_STORE_TIMEOUT, and either KG_STORE_TOKEN or KG_STORE_USER with KG_STORE_PASSWORD.

    Raises: AddressError, if the time is not a number of seconds, a token is none, or both kinds of proof are given.
    """
    user, token = environment.get("KG_STORE_USER") or None, environment.get("KG_STORE_TOKEN") or None
    if user and token:
        raise AddressError("KG_STORE_USER and KG_STORE_TOKEN are both set: leave one of them out.")
    if token and not (token.isascii() and token.isprintable()):
        raise AddressError(
            "KG_STORE_TOKEN holds a character that no token may (a line end, a control or a letter that is not ASCII): "
            "set it anew, without what was copied along."
        )
    return Settings(
        _seconds(environment.get("KG_STORE_TIMEOUT")), user, environment.get("KG_STORE_PASSWORD", ""), token
    )


def _seconds(text: str | None) -> float:
    try:
        seconds = SECONDS if not text else float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise AddressError(f"KG_STORE_TIMEOUT is {text!r}, not a number of seconds: write 60 or 0.5.")
    return seconds
