"""What a loader makes of a file: its text, where its pages begin, and the addresses behind its words."""

import re
from typing import NamedTuple

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Content(NamedTuple):
    """The text of a file, and what is known of places in it."""

    text: str
    pages: tuple[int, ...] = ()  # the offset at which each page begins; none where the format has no pages
    links: tuple[tuple[int, int, str], ...] = ()  # start, end and address of linked words


def legal(content: Content) -> Content:
    """The content with a space for each character that no text file may hold, so that offsets stay true."""
    return content._replace(text=_FORBIDDEN.sub(" ", content.text))
