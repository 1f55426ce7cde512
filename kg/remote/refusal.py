"""What a server says when it will not do something, as one line with the next step."""

import html
import re
from dataclasses import dataclass
from http import HTTPStatus

from kg.remote.errors import ServerRefusedError

_LONGEST = 200  # characters of the server's words
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(style|script).*?</\1>|<[^>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    kind: str  # the media type of the body, without parameters
    body: bytes
    wait: float | None = None  # seconds, if it says when to come again
    moved: str = ""  # where else it says to ask


def refusal(where: str, named_by: str, reply: Reply, sent: int) -> ServerRefusedError:
    """The error for a reply that is none: status, the first line of the server's words, next step.

    `named_by` is the option or variable that names the address, `sent` the size of what was sent in bytes.
    """
    said = first_line(reply)
    words = f"{reply.status} {_phrase(reply.status)}".strip() + (f": {said}" if said else "")
    return ServerRefusedError(
        f"{where} refused ({words.rstrip('.')}): {_next_step(named_by, reply, sent)}.", reply.status, said
    )


def first_line(reply: Reply) -> str:
    """The first line of what the server said, as plain text; of a page of HTML its title."""
    text = reply.body[:20_000].decode("utf-8", "replace")
    if "html" in reply.kind or text.lstrip()[:1] == "<":
        title = _TITLE.search(text)
        text = html.unescape(_TAG.sub("\n", title[1] if title else text))
    lines = (" ".join("".join(c if c.isprintable() else " " for c in line).split()) for line in text.splitlines())
    line = next(filter(None, lines), "")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _next_step(named_by: str, reply: Reply, sent: int) -> str:
    other_address = f"name the right address with {named_by} (docs/engines.md)"
    steps = {
        401: "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN, as the server knows you",
        403: "ask whoever keeps the server for the right to do this, or log in as another user",
        404: other_address,
        405: other_address,
        413: f"raise the largest body that the server takes above {sent:,} bytes",
        501: other_address,
    }
    if 300 <= reply.status < 400:
        return f"name the address {reply.moved or 'it has moved to'} instead"
    if reply.status in steps:
        return steps[reply.status]
    return "try again later" if reply.status >= 500 or reply.status == 429 else "see what the server's log says"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
