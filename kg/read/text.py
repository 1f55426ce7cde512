"""Plain text and Markdown, as they stand: offsets count in the text returned here."""

from kg.read.errors import UnreadableError

PLAIN_TEXT = "text/plain"


def decoded(name: str, data: bytes) -> str:
    r"""The text of UTF-8 (its byte order mark dropped) or else Windows-1252 bytes, every line end as `\n`.

    Raises: UnreadableError, if the bytes are neither.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _western(name, data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _western(name: str, data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"{name} is in an unknown encoding: save it as UTF-8 text first.") from None
