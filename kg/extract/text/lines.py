"""Lines and paragraphs of a document, looked at no further than a title can reach."""

from kg.extract.text.parsed import deferred

REACH = 400  # characters looked ahead for the end of a title
LAST_WORD = 40  # characters at the end of a line in which its last word stands
SENTENCE_END = deferred(r"[.!?][\"')]*\s+(?=[A-Z])")  # as far as it tells two sentences from one
_WINDOW = 200  # characters looked back at, so that a page on one line costs no more than one on many
_BLANK = deferred(r"\n\s*(?:\n|$)")


def begins_line(text: str, position: int) -> bool:
    """Whether only marks, such as those of a quotation or a bullet, stand before a place on its line."""
    line = text.rfind("\n", max(0, position - _WINDOW), position) + 1
    return not text[max(line, position - _WINDOW) : position].strip(" >#*•(-")


def line_end(text: str, position: int) -> int:
    """The end of the line, or of as much of a long line as a title can need."""
    reach = min(len(text), position + REACH)
    end = text.find("\n", position, reach)
    return reach if end < 0 else end


def stripped_end(text: str, start: int, end: int) -> int:
    """The end without the spaces before it, and the marks that close a heading."""
    return start + len(text[start:end].rstrip(" #"))


def after_sentence(text: str, position: int) -> bool:
    """Whether what stands before a place ends as a sentence or a bracket does."""
    return text[max(0, position - _WINDOW) : position].rstrip()[-1:] in tuple(".!?)]")


def paragraph_begins(text: str, start: int) -> bool:
    """Whether the line that holds a place is the first of its paragraph."""
    line = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    above = text[max(0, start - _WINDOW) : line]
    first = start < _WINDOW and not above.strip()
    return first or not above.rpartition("\n")[0].rpartition("\n")[2].strip()


def paragraph_end(text: str, start: int) -> int:
    """The end of the paragraph, or of as much of a long one as a title can need."""
    reach = min(len(text), start + REACH)
    blank = _BLANK.search(text, start, reach)
    return stripped_end(text, start, blank.start() if blank else reach)
