"""Plain text and Markdown as they stand, but for broken words, marks that quote lines in a mail, and feet of pages.

Offsets count in the text returned here.
"""

import re

from kg.read.errors import UnreadableError
from kg.read.furniture import without_furniture
from kg.read.quoted import without_quotes

PLAIN_TEXT = "text/plain"
_MAY_BE_BROKEN = re.compile(r"[-\u00ad\u2010](?<=\w.)\s+[A-Za-z]")
_STRANGE = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decoded(name: str, data: bytes) -> str:
    r"""The text of UTF-8 (its byte order mark dropped) or else Windows-1252 bytes, every line end as `\n`.

    Words in Windows-1252 that were put into a text of UTF-8 are read as such, and the rest as what it is.

    Raises: UnreadableError, if the bytes are neither.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _mixed(name, data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def whole(text: str) -> str:
    """The text with the words whole that lines broke on the page it was copied from.

    Marks of quotation and what stands at the heads and feet of pages are left out.
    """
    text = without_furniture(without_quotes(text))
    if not _MAY_BE_BROKEN.search(text):
        return text
    from kg.read.whole_words import with_whole_words  # whose patterns few texts need

    return with_whole_words(text)


def _mixed(name: str, data: bytes) -> str:
    """Bytes of which some are no UTF-8: all of them in Windows-1252, unless more letters are UTF-8 than are not."""
    text = data.decode("utf-8-sig", "surrogateescape")  # a byte that is no UTF-8 becomes a lone surrogate
    strange = len(_STRANGE.findall(text))
    if 2 * strange >= len(_NOT_ASCII.findall(text)):
        return _western(name, data)
    return _STRANGE.sub(lambda byte: _western(name, byte[0].encode("utf-8", "surrogateescape")), text)


def _western(name: str, data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"{name} is in an unknown encoding: save it as UTF-8 text first.") from None
