"""Web pages (HTML): the words of the page itself, without scripts, navigation, notices and what is hidden."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.read.content import Content
from kg.read.elements import DROPPED, DROPPED_NAMES, DROPPED_ROLES, LINES, NEVER_NESTED, PARAGRAPHS
from kg.read.errors import UnreadableError
from kg.read.limits import DEEPEST, LARGEST_PAGE
from kg.read.text import decoded
from kg.read.writer import BULLET, FEWEST_COLUMNS, FEWEST_ROWS, Writer

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"' ]*(iso-8859-\d{1,2}|windows-125\d)", re.IGNORECASE)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = ", ".join(sorted((PARAGRAPHS | LINES) - {"td", "dd"}))
_LONGEST_NAME, _LONGEST_VALUE = 40, 80  # characters of a field
_CELLS_OF_FIELD = 2  # its name and its value
_LEAST_SHARE = 0.2  # of the page's words that its main part has to hold, to be taken for it


def document(name: str, data: bytes) -> Content:
    """The text of a web page: paragraphs apart by an empty line, items of lists and rows of tables each on a line.

    Raises: UnreadableError, if it is too large or too deep.
    """
    if len(data) > LARGEST_PAGE:
        raise UnreadableError(f"{name} is a web page of more than {LARGEST_PAGE // 1_000_000} MB: split it.")
    source = _decoded(name, data)
    if _is_deep(source):
        raise UnreadableError(f"{name} is a web page with elements more than {DEEPEST:,} deep: save its text instead.")
    tree = LexborHTMLParser(source)
    writer = Writer()
    if tree.body is not None:
        _write(_main(tree.body), writer, _base(tree))
    return writer.content


def _decoded(name: str, data: bytes) -> str:
    """UTF-8, else what the page says it is in, else Windows-1252."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(declared[1].decode(), "replace") if declared else decoded(name, data)


def _is_deep(source: str) -> bool:
    """Whether more elements are open at once than the limit; elements that close each other are not counted."""
    opened: dict[str, int] = {}
    depth = 0
    for closing, tag in _TAG.findall(_UNSEEN.sub("", source)):
        kind = tag.lower()
        if kind in NEVER_NESTED:
            continue
        if not closing:
            opened[kind], depth = opened.get(kind, 0) + 1, depth + 1
        elif opened.get(kind):
            opened[kind], depth = opened[kind] - 1, depth - 1
        if depth > DEEPEST:
            return True
    return False


def _main(body: LexborNode) -> LexborNode:
    """The main part of a page; the whole body where it has none, or several, or an empty one."""
    parts = body.css("main, [role=main]") or body.css("article")
    if len(parts) != 1:
        return body
    return parts[0] if len(_words(parts[0])) > _LEAST_SHARE * len(_words(body)) else body


def _words(node: LexborNode) -> str:
    return "".join(
        each.text_content or "" for each in node.traverse(include_text=True) if each.is_text_node and not _is_code(each)
    )


def _is_code(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag in ("script", "style", "noscript", "template")


def _base(tree: LexborHTMLParser) -> str:
    """The address that the page's own addresses start from, where it says so; else nothing."""
    for selector, key in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
    ):
        found = tree.css_first(selector)
        if found is not None and found.attributes.get(key):
            return found.attributes[key] or ""
    return ""


def _write(root: LexborNode, writer: Writer, base: str) -> None:
    """Write what is seen below an element."""
    links: list[ExitStack] = []
    numbers: Counter[int] = Counter()  # of the items so far, by the list they are in
    data: set[int] = set()  # the rows of tables of data, and their cells but the first of each
    for node, enters in _steps(root):
        if node.is_text_node:
            _text(node, writer)
        elif enters:
            _break(node, writer)
            _begin_of_table(node, writer, data)
            if node.tag == "li":
                writer.mark(_mark(node, numbers))
            links.append(ExitStack())
            links[-1].enter_context(_link(node, writer, base))
        else:
            links.pop().close()
            if node.tag == "li":
                writer.mark("")
            _break(node, writer)
            if node.tag == "tr" and node.mem_id in data:
                writer.end_row()


def _begin_of_table(node: LexborNode, writer: Writer, data: set[int]) -> None:
    """Begin a row or another cell of a table of data, whose rows are told by its head."""
    if node.tag == "table":
        rows = _data_rows(node)
        data.update(row.mem_id for row in rows)
        data.update(cell.mem_id for row in rows for cell in (_cells(row)[1:] or row.iter()))
    elif node.tag == "tr" and node.mem_id in data:
        writer.row()
    elif node.tag in ("td", "th") and node.mem_id in data:
        writer.cell()
    elif node.tag in ("td", "dd") and _is_value(node):
        writer.beside()


def _is_value(node: LexborNode) -> bool:
    """Whether an element holds a few words that the one before it names: "Published" and "May 2022"."""
    if node.tag == "td" and (node.parent is None or len(_cells(node.parent)) != _CELLS_OF_FIELD):
        return False
    name = node.prev
    while name is not None and not name.is_element_node:
        name = name.prev
    if name is None or name.tag not in ("th", "dt") or node.css_first(_BLOCKS) is not None:
        return False
    words, said = name.text().strip(), node.text().strip()
    return 0 < len(words) <= _LONGEST_NAME and words[-1].isalpha() and 0 < len(said) <= _LONGEST_VALUE


def _data_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of a table whose first row heads several columns; none of one that lays a page out or has fields."""
    if len(table.css("table")) > 1:
        return []
    rows = [row for row in table.css("tr") if _cells(row)]
    heads = _cells(rows[0]) if rows else []
    are_heads = len(heads) >= FEWEST_COLUMNS and all(map(_is_head, heads))
    return rows if are_heads and len(rows) >= FEWEST_ROWS else []


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _is_head(cell: LexborNode) -> bool:
    """Whether a cell heads a column: it is marked so, or all its words are in bold."""
    bold = cell.css_first("strong, b")
    return cell.tag == "th" or (bold is not None and bold.text().strip() == cell.text().strip())


def _mark(node: LexborNode, numbers: Counter[int]) -> str:
    """The number or bullet that a browser prints before an item of a list."""
    if node.parent is None or node.parent.tag != "ol":
        return BULLET
    numbers[node.parent.mem_id] += 1
    return f"{numbers[node.parent.mem_id]}. "


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield nodes in reading order, an element twice: where it begins (true) and where it ends."""
    waiting = [(root, True)]
    while waiting:
        node, enters = waiting.pop()
        if not enters:
            yield node, False
        elif node.is_text_node or (node.is_element_node and not _is_beside(node)):
            yield node, True
            if node.is_element_node:
                waiting.append((node, False))
                waiting += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _is_beside(node: LexborNode) -> bool:
    """Whether an element is not of the page's own words: code, navigation, a notice, or hidden."""
    tag, attributes = node.tag or "", node.attributes
    if tag in DROPPED or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(attributes.get("style") or "") or (attributes.get("role") or "").lower() in DROPPED_ROLES:
        return True
    named = re.split(r"[-_\s]+", f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower())
    return not DROPPED_NAMES.isdisjoint(named) and tag not in ("body", "main", "article") and not _holds_the_page(node)


def _holds_the_page(node: LexborNode) -> bool:
    return node.css_first("main, article, h1") is not None


def _text(node: LexborNode, writer: Writer) -> None:
    words = node.text_content or ""
    if node.parent is not None and node.parent.tag == "pre":
        writer.words(words, as_printed=True)
    else:
        writer.flowing(words)


def _break(node: LexborNode, writer: Writer) -> None:
    """The break before or after an element."""
    tag = node.tag or ""
    if tag in PARAGRAPHS:
        writer.paragraph()
    elif tag in LINES:
        writer.line()


def _link(node: LexborNode, writer: Writer, base: str) -> AbstractContextManager[None]:
    address = node.attributes.get("href") if node.tag == "a" else None
    if not address:
        return nullcontext()
    try:
        return writer.linked(urlsplit(urljoin(base, address.strip())).geturl())
    except ValueError:  # what is printed is no address
        return nullcontext()
