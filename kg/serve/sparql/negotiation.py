"""Which of the formats at hand suits an Accept header best."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

Types = Mapping[str, tuple[str, ...]]  # format -> its media types, the one it is sent as first

SOLUTIONS: Types = MappingProxyType(
    {
        "json": ("application/sparql-results+json", "application/json"),
        "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
        "csv": ("text/csv",),
        "tsv": ("text/tab-separated-values",),
    }
)
BOOLEAN: Types = MappingProxyType({name: SOLUTIONS[name] for name in ("json", "xml")})
TRIPLES: Types = MappingProxyType(
    {
        "ttl": ("text/turtle", "application/x-turtle"),
        "nt": ("application/n-triples", "text/plain"),
        "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
        "jsonld": ("application/ld+json", "application/json"),
    }
)
HTML: Types = MappingProxyType({"html": ("text/html", "application/xhtml+xml")})
_ALSO = MappingProxyType({"turtle": "ttl", "ntriples": "nt", "n-triples": "nt", "rdfxml": "rdf", "json-ld": "jsonld"})


def best(accept: str, offered: Types) -> str | None:
    """The format that an Accept header likes best, the first offered where it likes several alike; none if none."""
    wanted = _ranges(accept or "*/*")
    liked = {name: _liking(types, wanted) for name, types in offered.items()}
    name = max(liked, key=lambda each: liked[each], default=None)
    return name if name is not None and liked[name] > 0 else None


def named(word: str, offered: Types) -> str | None:
    """The format of a name such as `json`, `xml` or `turtle`, where it is offered; for triples, `json` is JSON-LD."""
    name = word.lower().lstrip(".")
    name = _ALSO.get(name, name)
    if name in offered:
        return name
    return {"json": "jsonld", "xml": "rdf", "jsonld": "json", "rdf": "xml"}.get(name) if offered is TRIPLES else None


def content_type(name: str) -> str:
    """The Content-Type of a format."""
    type_ = next(types[name][0] for types in (SOLUTIONS, TRIPLES, HTML) if name in types)
    return f"{type_}; charset=utf-8" if type_.startswith("text/") else type_


def _ranges(accept: str) -> Mapping[str, float]:
    """Media range -> quality, parameters left out."""
    return dict(filter(None, map(_range, accept.split(","))))


def _range(part: str) -> tuple[str, float] | None:
    type_, *parameters = (each.strip().lower() for each in part.split(";"))
    return (type_, _quality(parameters)) if type_ else None


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _liking(types: tuple[str, ...], wanted: Mapping[str, float]) -> float:
    """The quality of a type by its name, or of what it is sent as by the narrowest range that holds it."""
    exact = [wanted[type_] for type_ in types if type_ in wanted]
    ranges = (types[0].partition("/")[0] + "/*", "*/*")
    return max(exact) if exact else next((wanted[each] for each in ranges if each in wanted), 0.0)
