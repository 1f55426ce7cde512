"""The page's modules as one script, without a bundler: each in a scope of its own, after those it imports."""

import re
from functools import cache

from kg.explorer.closed import own

FOLDER = "explorer"
ENTRY = "page.js"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+|\[[^\]]*\])", re.MULTILINE)


@cache
def script() -> str:
    """The whole script of the page, closed to whatever a browser extension adds."""
    return '"use strict";\n(() => {\n' + "\n".join(map(_scoped, order())) + "})();\n"


def source(name: str) -> str:
    """The text of one module."""
    return own(f"{FOLDER}/{name}")


def order(entry: str = ENTRY) -> tuple[str, ...]:
    """The modules that the entry needs, each after those it imports, the entry last."""
    seen: dict[str, None] = {}

    def visit(name: str) -> None:
        for _, imported in _IMPORT.findall(source(name)):
            if f"{imported}.js" not in seen:
                visit(f"{imported}.js")
        seen.setdefault(name)

    visit(entry)
    return tuple(seen)


def _scoped(name: str) -> str:
    """A module as a function that hands out what it exports; what it imports was handed out before."""
    text = source(name)
    exported = ", ".join(found.strip("[]") for found in _EXPORTED.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = $\2;", text))
    return f"const ${name.removesuffix('.js')} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"
