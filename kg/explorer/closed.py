"""What makes a page one closed file: a policy with the hash of all it runs, and data that cannot end their element."""

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

TEMPLATES = Path(__file__).parents[1] / "templates"


def policy(style: str, scripts: Iterable[str]) -> str:
    """A content security policy that allows these texts and nothing else, neither to load nor to send."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def as_json(data: object) -> str:
    """JSON that cannot end the element it stands in, nor begin a comment there."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def own(name: str) -> str:
    """The text of one of our templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def style_of(folder: str) -> str:
    """The style of a page: what both pages look like, then its own."""
    return own("shared.css") + own(f"{folder}/page.css")


@cache
def template(name: str) -> Template:
    """A template that escapes what is put into it."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template(name)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
