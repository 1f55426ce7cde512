"""How the site was started."""

from dataclasses import dataclass, field

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may ask for."""

    body: int = 1_000_000  # bytes that a form or a query may have
    rows: int = 1_000  # of an answer on a page; a download has all of them
    page: int = 25  # reviews, quotes or recommendations on one page
    seconds: float = 10.0  # that a question of somebody's own may take
    answer: int = 20_000_000  # bytes of an answer to such a question
    workers: int = 2  # such questions at once


@dataclass(frozen=True, slots=True)
class Settings:
    """What store is served, to whom, and whether people may decide."""

    store: str  # a folder, or whatever else a store can be opened from
    curate: bool = False
    hosts: tuple[str, ...] = LOCAL_HOSTS  # the names, without a port, under which the site may be asked
    limits: Limits = field(default_factory=Limits)
