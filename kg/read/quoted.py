"""Mails that quote a digest: the marks at the heads of their lines are the mail's, and none of the digest's words."""

import re

_MARKS = re.compile(r"^(?:>[ \t]?)+?(?=>[ \t]*\[?Read\b)|^(?:>[ \t]?)+(?![ \t>]*\[?Read\b)", re.MULTILINE)
_BARE = re.compile(r"^>[> \t]*\n(?=>)", re.MULTILINE)  # an empty line that was quoted
_RUN = re.compile(r"(?:^>[^\n]*\n){5}", re.MULTILINE)  # no list has so many links one below the other
_FEWEST = 2  # quoted lines that are empty


def without_quotes(text: str) -> str:
    """The text without the marks of quoted lines; one before a link that no other mark stands before is a digest's."""
    if not text.startswith(">") and "\n>" not in text:
        return text
    bare = _BARE.finditer(text)
    is_quoted = all(next(bare, None) for _ in range(_FEWEST)) or _RUN.search(text)
    return _MARKS.sub("", text) if is_quoted else text
