"""What can go wrong between here and an engine on the network, each with the next step."""

from kg.errors import KGError
from kg.folder import MissingStoreError, StoreError


class AddressError(StoreError):
    """What was given is not an address that may be used."""


class UnreachableError(StoreError):
    """No connection came about, or it was cut."""

    def __init__(self, words: str, *, may_pass: bool = True) -> None:
        self.may_pass = may_pass  # whether it can be another matter a moment later
        super().__init__(words)


class SlowServerError(StoreError):
    """The server took longer than it may."""

    def __init__(self, where: str, seconds: float) -> None:
        super().__init__(
            f"{where} did not answer within {seconds:g} seconds: ask in smaller steps, or give it more time with "
            "KG_STORE_TIMEOUT."
        )


class ServerRefusedError(StoreError):
    """The server answered that it will not do it."""

    def __init__(self, words: str, status: int, said: str) -> None:
        self.status = status
        self.said = said  # the first line of the server's own words
        super().__init__(words)


class BrokenAnswerError(StoreError):
    """What the server sent is not a whole answer."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} sent an answer that cannot be read ({reason}): check that it is the address of SPARQL queries, "
            "and ask in smaller steps if the server gave up on the way."
        )


class NothingStoredError(MissingStoreError):
    """The engine holds no document of ours."""

    def __init__(self, where: str) -> None:
        KGError.__init__(
            self, f"The engine at {where} holds no documents: run `kg load FILE... --store {where}` first."
        )


class NoUnionError(StoreError):
    """The engine shows named graphs only one by one."""

    def __init__(self, where: str, graphs: int) -> None:
        super().__init__(
            f"{where} does not show its named graphs as one, and {graphs:,} are too many to name in each question: "
            "switch the union default graph on (docs/engines.md says how)."
        )


class BrokenOffError(StoreError):
    """A load ended before all documents were stored."""

    def __init__(self, reason: StoreError) -> None:
        super().__init__(f"{reason} Documents stored so far are whole: the same command goes on from there.")
