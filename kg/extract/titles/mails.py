"""What mails put around a digest: their heads, what stands above a message that is handed on, and signatures."""

import re
from collections.abc import Iterator

from kg.extract.parts import Layout
from kg.extract.text.lines import line_end, stripped_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.places import TitlePlace
from kg.extract.titles.title_lines import is_named
from kg.extract.titles.words import title_end

_HEAD = deferred(  # three fields or more, one below the other
    r"^(?:From|Sent|Date|To|Cc|Subject|Reply-To): [^\n]*(?:\n(?:From|Sent|Date|To|Cc|Subject|Reply-To|Importance"
    r"|Attachments?): ?[^\n]*){2,}",
    re.MULTILINE,
)
_HANDED_ON = deferred(r"^(?:[ -]*(?:Original|Forwarded)\s+[Mm]essage[ -]*|Begin forwarded message:)$", re.MULTILINE)
_SIGNATURE = deferred(  # two dashes above what tells how to reach somebody, the last of a mail
    r"^-- ?\n(?=(?:[^\n]+\n){0,6}?[^\n]*(?:@|https?://|www\.|\b(?:[Tt]el|[Tt]|[Pp]hone|[Mm]ob(?:ile)?):? ?[\d+(]))",
    re.MULTILINE,
)
_SUBJECT = deferred(r"^Subject: +(?:(?:re|fwd?): +)*(?=[A-Z])", re.MULTILINE | re.IGNORECASE)


def mails(text: str) -> Iterator[int]:
    """Where a mail's head or signature begins: the review above it ends there."""
    for pattern in (_HEAD, _HANDED_ON, _SIGNATURE):
        yield from (match.start() for match in pattern.finditer(text))


def subjects(text: str) -> Iterator[TitlePlace]:
    """The title that the subject of a mail is; the review begins below the mail's head."""
    for head in _HEAD.finditer(text):
        subject = _SUBJECT.search(text, *head.span())
        if subject is None:
            continue
        start = subject.end()
        end = stripped_end(text, start, line_end(text, start))
        if title_end(text[start:end]) == end - start and is_named(text[start:end]):
            yield TitlePlace(Layout.LABELLED, head.start(), (start, end), head.end())
