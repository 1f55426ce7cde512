"""Parts as files: N-Quads of whole documents, and beside them, written last, what a load must know of each document."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.cluster.places import failures_told, write
from kg.errors import KGError
from kg.loading.parts import Part
from kg.share import Share

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

FORMAT = 1
MANIFEST = "manifest.json"
_PART = re.compile(r"(part-[0-9a-f]+)\.(?:nq|json)(?:\.[0-9a-f]+\.unfinished)?")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where parts are kept, on a system that every machine of the cluster reaches."""

    system: "AbstractFileSystem"
    path: str

    def data(self, key: str) -> str:
        """The path of a part's N-Quads."""
        return f"{self.path}/part-{key}.nq"

    def index(self, key: str) -> str:
        """The path of what says that a part is finished."""
        return f"{self.path}/part-{key}.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What a slice came to: its documents without their statements, which stand in the part, and those refused."""

    key: str
    parts: tuple[Part, ...]
    sizes: tuple[int, ...]  # bytes of each document's N-Quads, in order
    refused: tuple[tuple[str, str], ...] = ()  # names, and why


def keep(folder: Folder, key: str, parts: Sequence[Part], refused: Sequence[tuple[str, str]]) -> Made:
    """Write a part, whole or not at all, and what a load must know of it."""
    lines = [quads(part.graph, part.body) for part in parts]
    made = Made(key, tuple(part._replace(body=b"") for part in parts), tuple(map(len, lines)), tuple(refused))
    write(folder.system, folder.data(key), b"".join(lines))
    if not any(part.misfits for part in parts):  # a report of these needs the decisions: such a part is made anew
        write(folder.system, folder.index(key), _as_json(made))
    return made


def kept(folder: Folder, key: str) -> Made:
    """What a finished part says of itself."""
    with failures_told(folder.system, folder.index(key), "read"):
        told = json.loads(folder.system.cat_file(folder.index(key)))
    parts = tuple(
        Part(each["name"], each["sha256"], each["graph"], b"", each["reviews"], Share(*each["share"]))
        for each in told["documents"]
    )
    sizes = tuple(each["bytes"] for each in told["documents"])
    return Made(key, parts, sizes, tuple((name, why) for name, why in told["refused"]))


def finished(folder: Folder) -> frozenset[str]:
    """The keys of the parts that are finished."""
    with failures_told(folder.system, folder.path, "searched"):
        found = folder.system.ls(folder.path, detail=False) if folder.system.isdir(folder.path) else ()
    names = (path.rsplit("/", 1)[-1] for path in found)
    return frozenset(name[5:-5] for name in names if name.startswith("part-") and name.endswith(".json"))


def clear(folder: Folder) -> None:
    """Remove parts that a store has taken, but none that a manifest names, and the folder if nothing else is in it."""
    with failures_told(folder.system, folder.path, "cleared of the parts that are stored"):
        to_keep = _manifested(folder)
        for path in folder.system.ls(folder.path, detail=False):
            found = _PART.fullmatch(path.rsplit("/", 1)[-1])
            if found and found[1] not in to_keep:
                with suppress(FileNotFoundError):  # another load of the same documents was sooner
                    folder.system.rm_file(path)
        with suppress(OSError):  # something else is in it, or the system has no folders
            folder.system.rmdir(folder.path)


def _manifested(folder: Folder) -> frozenset[str]:
    """The parts that are kept for an engine to load."""
    try:
        told: bytes = folder.system.cat_file(f"{folder.path}/{MANIFEST}")
    except FileNotFoundError:
        return frozenset()
    return frozenset(re.findall(r"part-[0-9a-f]+", told.decode("utf-8", "replace")))


def whole(folder: Folder, made: Made) -> Iterator[Part]:
    """Yield the documents of a part with their statements.

    Raises: KGError, if the part is not as long as it says.
    """
    with failures_told(folder.system, folder.data(made.key), "read"):
        data = folder.system.cat_file(folder.data(made.key)) if made.parts else b""
    if len(data) != sum(made.sizes):
        raise KGError(f"{folder.data(made.key)} is not whole: delete it and its .json, and run the same command again.")
    start = 0
    for part, size in zip(made.parts, made.sizes, strict=True):
        yield part._replace(body=triples(part.graph, data[start : start + size]))
        start += size


def quads(graph: str, body: bytes) -> bytes:
    """The statements of a part, a predicate and an object on each line (kg.loading.parts.turtle), as N-Quads."""
    end = b" <%b> .\n" % graph.encode()
    lines: list[bytes] = []
    subject = b""
    for line in body.split(b"\n"):
        if line.startswith(b"<"):
            subject, _, line = line.partition(b" ")
        elif line.startswith(b";"):
            line = line[1:]
        else:
            continue
        lines.append(subject + b" " + line + end)
    return b"".join(lines)


def triples(graph: str, lines: bytes) -> bytes:
    """N-Quads of one graph as `kg.loading.parts.statements` reads them: Turtle, its dots on lines apart."""
    return lines.replace(b" <%b> .\n" % graph.encode(), b"\n.\n")


def manifest(all_made: Sequence[Made], others: Sequence[str] = ()) -> bytes:
    """What a folder of parts holds: the files to load, and the documents left out, with the reasons."""
    files = [f"part-{made.key}.nq" for made in all_made if made.parts]
    refused = [{"name": name, "reason": why} for made in all_made for name, why in made.refused]
    documents = sum(len(made.parts) for made in all_made)
    told = {"format": FORMAT, "documents": documents, "files": [*others, *files], "refused": refused}
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def _as_json(made: Made) -> bytes:
    documents = [
        {
            **{name: value for name, value in part._asdict().items() if name not in ("body", "misfits", "rows")},
            "bytes": size,
        }
        for part, size in zip(made.parts, made.sizes, strict=True)
    ]
    return (json.dumps({"format": FORMAT, "documents": documents, "refused": made.refused}) + "\n").encode()
