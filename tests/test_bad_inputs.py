"""A hundred bad inputs: each ends in one clear line and exit status 1, with the store as it was.

Files are made here, so that nothing harmful lies in the repository. Own queries and values are bad in the ways users
and attackers make them bad.
"""

import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.paths import sample

DIGEST = (sample() / "nspcc-2023-07.txt").read_text(encoding="utf-8")


def zipped(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


FILES: dict[str, bytes] = {
    "empty": b"",
    "one space": b" ",
    "only white space": b" \n\t\r\n   \n" * 50,
    "only a byte order mark": b"\xef\xbb\xbf",
    "only NUL bytes": bytes(64),
    "a NUL in the text": DIGEST.encode()[:4000] + b"\0" + DIGEST.encode()[4000:],
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4,
    "GIF": b"GIF89a" + bytes(range(256)) * 4,
    "WebP": b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(range(256)),
    "TIFF": b"II*\x00" + bytes(range(256)) * 4,
    "MP3": b"ID3\x03\x00\x00\x00" + bytes(range(256)) * 4,
    "MP4": b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4,
    "a truncated PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Cat",
    "a PDF of no pages": b"%PDF-1.4\n%%EOF\n",
    "ZIP": zipped("a.txt", b"hello"),
    "a truncated ZIP": zipped("a.txt", b"hello" * 99)[:40],
    "a damaged Word file": zipped("word/document.xml", b"<w:document"),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "gzip": gzip.compress(DIGEST.encode()),
    "bzip2": b"BZh91AY&SY" + bytes(range(256)),
    "xz": b"\xfd7zXZ\x00" + bytes(range(256)),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(range(256)),
    "an ELF program": b"\x7fELF\x02\x01\x01" + bytes(512),
    "a Windows program": b"MZ\x90\x00\x03" + bytes(512),
    "a SQLite database": b"SQLite format 3\x00" + bytes(512),
    "a Parquet file": b"PAR1" + bytes(256) + b"PAR1",
    "RTF": rb"{\rtf1\ansi Serious case review}",
    "UTF-16 without a mark": DIGEST.encode("utf-16-le"),
    "UTF-32": DIGEST.encode("utf-32"),
    "EBCDIC": DIGEST.replace("–", "-").encode("cp500"),
    "random bytes": bytes((i * 7919 + 13) % 256 for i in range(4096)),
    "every byte": bytes(range(256)) * 16,
    "control characters": b"\x01\x02\x03\x04\x05\x06\x07" * 100,
    "UTF-8 cut inside a character": DIGEST.encode()[: DIGEST.encode().index("–".encode()) + 2],
    "a letter": b"Dear all,\n\nPlease find the minutes attached.\n\nKind regards\n",
    "a heading alone": "NSPCC Repository – July 2023\n".encode(),
    "a heading and a preface": b"Case reviews published in 2019\n\nFor help, contact the helpline.\n",
    "numbers": b"1\n2\n3\n4\n5\n",
    "one word": b"hello",
    "one very long word": b"x" * 200_000,
    "a thousand empty lines": b"\n" * 1000,
    "JSON": json.dumps({"reviews": []}).encode(),
    "CSV": b"id,name\n1,a\n2,b\n",
    "Turtle": b"@prefix a: <http://a.invalid/> . a:b a a:c .\n",
    "SPARQL": b"SELECT * WHERE { ?s ?p ?o }\n",
    "Python": b"import os\nprint(os.getcwd())\n",
    "a log": b"2023-07-01 12:00:00 INFO started\n" * 20,
    "an XML bomb": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    "a web page without a review": b"<!doctype html><html><body><p>Nothing here.</p></body></html>",
    "a web page of scripts": b"<html><script>alert(1)</script></html>",
    "a shopping list": b"1. Milk\n2. Bread\n3. Eggs\n",
    "a poem": b"Roses are red\nViolets are blue\n\nA garden in summer\n",
    "base64": b"U2VyaW91cyBjYXNlIHJldmlldw==\n" * 40,
}


@dataclass(frozen=True)
class Bad:
    """What a user types, what lies about when they do, and a word the answer must hold."""

    arguments: list[str]
    says: str = ""
    prepare: Callable[[Path], object] = field(default=lambda _: None)
    standard_input: bytes | None = None
    writes_to_store: bool = True


def write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def lock(folder: Path) -> object:
    """Hold the store's lock as another process would, while there is something new to store."""
    with (folder / "digest.txt").open("a", encoding="utf-8") as text:
        text.write("\n")
    code = (
        "import sys; from kg.store import Store; store = Store.open(sys.argv[1], read_only=False);"
        "print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(folder / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    return holder


def newer(folder: Path) -> object:
    path = folder / "newer"
    shutil.copytree(folder / "store", path)
    about = path / "kg.json"
    held = json.loads(about.read_text())
    key = next(key for key, value in held.items() if isinstance(value, int))
    return about.write_text(json.dumps(held | {key: 9999}))


def foreign(folder: Path) -> object:
    (folder / "foreign").mkdir()
    return (folder / "foreign" / "notes.txt").write_text("not a store")


def damaged(folder: Path) -> object:
    path = folder / "damaged"
    shutil.copytree(folder / "store", path)
    for file in path.rglob("*"):
        if file.is_file() and file.name != "kg.json":
            file.write_bytes(b"damaged")
    return path


def mixed(folder: Path) -> object:
    (folder / "mixed").mkdir()
    for name in ("PNG", "empty", "a letter", "an ELF program"):
        (folder / "mixed" / name.replace(" ", "-")).write_bytes(FILES[name])
    return None


def make_socket(folder: Path) -> object:
    here = Path.cwd()
    os.chdir(folder)
    try:
        bound = socket.socket(socket.AF_UNIX)
        bound.bind("socket.txt")
    finally:
        os.chdir(here)
    return bound


def huge(folder: Path) -> object:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    return file


NESTED = "SELECT * WHERE " + "{" * 5000 + "}" * 5000
CASES: dict[str, Bad] = {
    **{
        f"load: {name}": Bad(["load", "bad.txt"], "bad.txt", write("bad.txt", content))
        for name, content in FILES.items()
    },
    "load: no such file": Bad(["load", "missing.txt"], "missing.txt"),
    "load: no such folder": Bad(["load", "missing/"], "missing"),
    "load: an empty folder": Bad(["load", "folder"], "folder", lambda f: (f / "folder").mkdir()),
    "load: a folder of mixed files, none a digest": Bad(["load", "mixed"], "mixed", mixed),
    "load: a dangling link": Bad(["load", "link.txt"], "link.txt", lambda f: (f / "link.txt").symlink_to("nowhere")),
    "load: a link to itself": Bad(["load", "loop.txt"], "loop.txt", lambda f: (f / "loop.txt").symlink_to("loop.txt")),
    "load: a socket": Bad(["load", "socket.txt"], "socket.txt", make_socket),
    "load: a named pipe": Bad(["load", "pipe.txt"], "pipe.txt", lambda f: os.mkfifo(f / "pipe.txt")),
    "load: a device": Bad(["load", "/dev/zero"], "zero"),
    "load: over the size limit": Bad(["load", "huge.txt"], "huge.txt", huge),
    "load: a name of 300 characters": Bad(["load", "x" * 300], "xxx"),
    "load: empty standard input": Bad(["load", "-"], standard_input=b""),
    "load: a picture on standard input": Bad(["load", "-"], standard_input=FILES["PNG"]),
    "load: a letter on standard input": Bad(["load", "-"], standard_input=FILES["a letter"]),
    "extract: a picture": Bad(["extract", "bad.png"], "bad.png", write("bad.png", FILES["PNG"])),
    "extract: no review": Bad(["extract", "bad.txt"], "bad.txt", write("bad.txt", FILES["a letter"])),
    "extract: no such file": Bad(["extract", "missing.txt"], "missing.txt"),
    **{
        f"{name}: no store there": Bad([*arguments, "--store", "nowhere"], "nowhere")
        for name, arguments in {
            "query": ["query", "themes-by-reviews"],
            "graph": ["graph", "-o", "page.html"],
            "export": ["export", "-o", "out.ttl"],
            "validate": ["validate"],
            "stats": ["stats"],
        }.items()
    },
    "query: a store of a newer version": Bad(["query", "themes-by-reviews", "--store", "newer"], "newer", newer),
    "load: into a store of a newer version": Bad(["load", "digest.txt", "--store", "newer"], "newer", newer),
    "query: a folder that is no store": Bad(["query", "themes-by-reviews", "--store", "foreign"], "foreign", foreign),
    "load: into a folder that is no store": Bad(["load", "digest.txt", "--store", "foreign"], "foreign", foreign),
    "query: a file for a store": Bad(["query", "themes-by-reviews", "--store", "digest.txt"], "digest.txt"),
    "query: a damaged store": Bad(["query", "themes-by-reviews", "--store", "damaged"], "damaged", damaged),
    "load: into a damaged store": Bad(["load", "digest.txt", "--store", "damaged"], "damaged", damaged),
    "load: into a store that another process writes": Bad(["load", "digest.txt"], "store", lock),
    "load: a base with a space": Bad(
        ["load", "digest.txt", "--base", "https://example.org/a b/"], "https://example.org/a b/"
    ),
    "load: a base that is no address": Bad(["load", "digest.txt", "--base", "reviews"], "reviews"),
    "load: a base that engines refuse": Bad(["load", "digest.txt", "--base", "https://example.org/50%off/"], "50%off"),
    "load: a store under a file": Bad(["load", "digest.txt", "--store", "digest.txt/store"], "digest.txt"),
    "query: no such saved question": Bad(["query", "themes-by-review"], "themes-by-reviews"),
    "query: nothing like it": Bad(["query", "zzzz"], "zzzz"),
    "query: a missing value": Bad(["query", "asked-of-agency"], "agency"),
    "query: no such theme": Bad(["query", "reviews-naming-theme", "-p", "theme=curiosity"], "professional-curiosity"),
    "query: an empty theme": Bad(["query", "reviews-naming-theme", "-p", "theme="], "theme"),
    "query: no such code": Bad(["query", "asked-of-agency", "-p", "agency=polis"], "police"),
    "query: a word for a number": Bad(["query", "theme-pairs", "-p", "least=two"], "least"),
    "query: a fraction for a whole number": Bad(["query", "theme-pairs", "-p", "least=1.5"], "least"),
    "query: no such parameter": Bad(["query", "theme-pairs", "-p", "most=2"], "least"),
    "query: SPARQL for a number": Bad(["query", "theme-pairs", "-p", "least=1) || (true"], "least"),
    "query: a bad value for a theme": Bad(["query", "reviews-naming-theme", "-p", "theme=<x> } #"], "theme"),
    "query: no such file": Bad(["query", "missing.rq"], "missing.rq"),
    "query: an empty file": Bad(["query", "own.rq"], "own.rq", write("own.rq", b"")),
    "query: not SPARQL": Bad(["query", "own.rq"], "own.rq", write("own.rq", b"which themes are there?")),
    "query: an unclosed brace": Bad(["query", "-"], standard_input=b"SELECT * WHERE { ?s ?p ?o"),
    "query: an update": Bad(["query", "-"], standard_input=b"DELETE WHERE { ?s ?p ?o }"),
    "query: an update of everything": Bad(["query", "-"], standard_input=b"CLEAR ALL"),
    "query: a load": Bad(["query", "-"], standard_input=b"LOAD <http://127.0.0.1:9/x>"),
    "query: another server": Bad(
        ["query", "-"], "SERVICE", standard_input=b"SELECT * { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }"
    ),
    "query: another server, in small letters": Bad(
        ["query", "-"], standard_input=b"SELECT * { service silent <http://127.0.0.1:9/x> { ?s ?p ?o } }"
    ),
    "query: five thousand braces": Bad(["query", "-"], standard_input=NESTED.encode()),
    "query: bytes that are no text": Bad(["query", "own.rq"], "own.rq", write("own.rq", FILES["random bytes"])),
    "query: an unknown prefix": Bad(["query", "-"], standard_input=b"SELECT * WHERE { ?s nope:p ?o }"),
    "query: a header that is wrong": Bad(
        ["query", "own.rq"], "own.rq", write("own.rq", b"#+ param x: colour\nSELECT * { ?s ?p ?_x } ORDER BY ?s")
    ),
    "export: an unknown ending": Bad(["export", "-o", "out.docx"], ".ttl"),
    "export: no ending": Bad(["export", "-o", "out"], ".ttl"),
    "export: no such folder": Bad(["export", "-o", "missing/out.ttl"], "missing"),
    "export: a folder in its place": Bad(["export", "-o", "out.ttl"], "out.ttl", lambda f: (f / "out.ttl").mkdir()),
    "export: a pipe without a format": Bad(["export", "-o", "-"], "--format"),
    "export: an unknown format": Bad(["export", "-o", "-", "--format", "pdf"], "ttl"),
    "graph: an unknown ending": Bad(["graph", "-o", "page.pdf"], ".html"),
    "graph: no such folder": Bad(["graph", "-o", "missing/page.html"], "missing"),
    "graph: a folder in its place": Bad(["graph", "-o", "p.html"], "p.html", lambda f: (f / "p.html").mkdir()),
    "themes: no such theme": Bad(["themes", "curiosity"], "professional-curiosity"),
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "digest.txt").write_text(DIGEST, encoding="utf-8")
    assert kg(folder, ["load", "digest.txt"]).exit_code == 0
    return folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(loaded, tmp_path, dirs_exist_ok=True)
    yield tmp_path


def kg(folder: Path, arguments: list[str], standard_input: bytes | None = None) -> Result:
    here = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(cli, arguments, input=standard_input, env={"KG_STORE": "store"})
    finally:
        os.chdir(here)


def exported(folder: Path) -> bytes:
    return kg(folder, ["export", "-o", "-", "--format", "nq"]).stdout_bytes


@pytest.fixture(scope="module")
def before(loaded: Path) -> bytes:
    """What the store holds before anything bad happens to it."""
    graph = exported(loaded)
    assert graph.count(b"\n") > 1000
    return graph


def test_there_are_a_hundred_bad_inputs() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_input_ends_in_one_line_and_leaves_the_store_as_it_was(case: Bad, folder: Path, before: bytes) -> None:
    held = case.prepare(folder)
    result = kg(folder, case.arguments, case.standard_input)
    if isinstance(held, subprocess.Popen):
        held.kill()
        held.wait()
    assert result.exit_code == 1, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    said = result.stderr.strip().splitlines()
    assert len([line for line in said if line.startswith("Error: ")]) == 1, said
    assert case.says in said[-1] or any(case.says in line for line in said)
    assert "Traceback" not in result.output
    assert exported(folder) == before
