"""Where an engine takes questions and graphs: told by the environment, or by the conventions of known servers."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.remote.errors import AddressError

_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
# The end of a query address, and what the addresses of graphs and of updates have in its place. The first that fits
# counts.
_BESIDE = (
    (
        r"/repositories/([^/]+)$",
        r"/repositories/\1/rdf-graphs/service",
        r"/repositories/\1/statements",
    ),  # RDF4J, GraphDB
    (r"/([^/]+)/(?:query|sparql)$", r"/\1/data", r"/\1/update"),  # Fuseki
    (r"^/query$", "/store", "/update"),  # Oxigraph
    (r"^/sparql$", "/sparql-graph-crud-auth", "/sparql-auth"),  # Virtuoso
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one engine."""

    query: str
    graphs: str  # SPARQL 1.1 Graph Store Protocol
    update: str | None = None  # SPARQL 1.1 Update: only where it was told, in the place of `graphs`
    is_local: bool = False  # nothing that is sent leaves this machine

    @property
    def changes(self) -> str:
        """Where a change to part of a graph goes, as an update: as told, or by convention."""
        return self.update or _beside(self.query, of_updates=True)


def addresses(where: str, environment: Mapping[str, str] = os.environ) -> Addresses:
    """The addresses of the engine whose queries go to `where`; a bare host means its `/query`.

    Raises: AddressError.
    """
    is_insecure = environment.get("KG_STORE_INSECURE", "").lower() in ("1", "true", "yes")
    query = _checked(where, is_insecure=is_insecure)
    if urlsplit(query).path in ("", "/"):
        query = _with_path(query, "/query")
    told = {name: environment.get(f"KG_STORE_{name}") for name in ("GRAPHS", "UPDATE")}
    all_told = {name: _checked(address, is_insecure=is_insecure) for name, address in told.items() if address}
    every = (query, *all_told.values())
    return Addresses(
        query, all_told.get("GRAPHS") or _beside(query), all_told.get("UPDATE"), is_local=all(map(_is_local, every))
    )


def _beside(query: str, *, of_updates: bool = False) -> str:
    path = urlsplit(query).path.rstrip("/")
    for ending, graphs, updates in _BESIDE:
        if re.search(ending, path):
            return _with_path(query, re.sub(ending, updates if of_updates else graphs, path))
    return _with_path(query, path)


def _checked(address: str, *, is_insecure: bool) -> str:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError(f"{address} is not an address ({error}): write https://host/path.") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise AddressError(f"{address} is not an address of the web: write https://host/path.")
    if "@" in parts.netloc:
        raise AddressError(
            f"The address of {host} holds a user or a password, which would end up in logs: take them out and set "
            "KG_STORE_USER and KG_STORE_PASSWORD."
        )
    if parts.scheme.lower() == "http" and not (is_insecure or _is_local(address)):
        raise AddressError(
            f"http://{host} is not encrypted, and the texts are of real children: write https://, or set "
            "KG_STORE_INSECURE=1 where the network itself is closed."
        )
    return urlunsplit(parts._replace(fragment=""))


def _is_local(address: str) -> bool:
    return _LOOPBACK.fullmatch(urlsplit(address).hostname or "") is not None


def _with_path(address: str, path: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=path, query=""))
