"""A web page → canonical text: its main part, with headings, lists and tables, without what surrounds it."""

import re
from collections.abc import Iterator
from typing import Any

from actqa.reading.decoding import decode
from actqa.reading.formats.canonical import Canonical, Limits, escaped, table

_DROPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video picture map button input select "
    "textarea dialog nav aside footer head link meta".split()
)
_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar".split())
_AROUND = re.compile(
    r"(?:site|page|main|global|top|primary|secondary|mobile|mega|user|left|right|post|article|blog|sticky|back)?[-_]?"
    r"(?:nav|navbar|navigation|menu|breadcrumbs?|footer|masthead|sidebar|side-bar|cookies?|cookie-?(?:banner|notice|bar|consent)"
    r"|consent|gdpr|social|socials|social-?(?:share|links|media|icons)|share-?(?:buttons?|bar|links|icons)|sharing"
    r"|subscribe|subscription|newsletter|newsletter-?(?:form|signup)|popup|pop-up|modal|overlay|lightbox"
    r"|related|related-?(?:posts|articles|reports|links)|recommended|advert|advertisement|ads?|ad-?(?:slot|container|unit)"
    r"|promo|comments?|comment-?(?:list|form)|login|signin|sign-?in|pagination|pager|skip-?(?:link|to-content)|search-?(?:form|box|bar)"
    r"|sr-only|visually-hidden|screen-reader-text|noprint|no-print)"
    r"(?:[-_](?:wrapper|container|wrap|inner|area|section|block|widget|list|content|item|bar|box))?",
    re.IGNORECASE,
)
"""Classes and ids of what stands around the main part."""
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 header hr html legend li main ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LONG = 120
"""Characters of a paragraph that belongs to the main part."""
MOST_SPAN = 60
DEEPEST = 200


def read_html(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError for what is no text or holds none."""
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data, name))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return Canonical("")
    title = _title(root)
    _prune(root)
    main = _main(root)
    writer = _Writer(limits, name)
    heading = next(iter(main.iter("h1")), None)
    if heading is None and title:
        writer.out.append(f"# {escaped(title)}")
    _drop_link_lists(main, heading)
    writer.block(main, 0)
    return Canonical("\n\n".join(writer.blocks()) + "\n")


def _title(root: Any) -> str:
    """The first heading of the first rank, else the page's title without the site's name."""
    heading = next(iter(root.iter("h1")), None)
    found = _plain(heading) if heading is not None else ""
    if not found:
        title = next(iter(root.iter("title")), None)
        found = re.split(r"\s[|»·]\s", _plain(title))[0] if title is not None else ""
    return found


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _prune(root: Any) -> None:
    """Takes out what is no part of what the page tells."""
    for element in list(root.iter()):
        if element.getparent() is not None and isinstance(element.tag, str) and _is_around(element):
            _remove(element)


def _is_around(element: Any) -> bool:
    tag = element.tag.lower()
    if tag in _DROPPED or element.get("role", "").lower() in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or re.search(r"display:\s*none", element.get("style", "")):
        return True
    if (
        tag in {"html", "body", "main", "article", "h1"}
        or next(element.iter("h1", "main", "article"), None) is not None
    ):
        return False
    if tag == "header":
        return next(element.iterancestors("article", "main"), None) is None
    names = [*element.get("class", "").split(), element.get("id", "")]
    return tag not in {"table", "td", "th", "tr", "p"} and any(_AROUND.fullmatch(name) for name in names if name)


def _remove(element: Any) -> None:
    """Takes an element out, but not the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if tail:
        if before is not None:
            before.tail = (before.tail or "") + " " + tail
        else:
            parent.text = (parent.text or "") + " " + tail
    parent.remove(element)


def _main(root: Any) -> Any:
    """The element that holds the main part: the one declared so, if it holds a good share of the text."""
    body = root.find("body") if root.find("body") is not None else root
    whole = len(_plain(body))
    declared = [*root.iter("main"), *(e for e in root.iter() if e.get("role") == "main"), *root.iter("article")]
    return next((e for e in declared if len(_plain(e)) >= 0.4 * whole), body)


def _drop_link_lists(main: Any, heading: Any) -> None:
    """Takes out lists of links ahead of the heading and behind the last long paragraph or table."""
    order = {element: at for at, element in enumerate(main.iter())}
    first = order.get(heading, 0) if heading is not None else 0
    told = [e for e in order if e.tag in {"p", "table"} and (e.tag == "table" or len(_plain(e)) >= LONG)]
    last = max((order[e] for e in told), default=len(order))
    for element in [e for e in order if e.tag in {"ul", "ol"}]:
        outside = order[element] < first or order[element] > last
        if outside and element.getparent() is not None and _is_links(element):
            _remove(element)


def _is_links(element: Any) -> bool:
    whole = len(_plain(element))
    linked = sum(len(_plain(a)) for a in element.iter("a"))
    return whole > 0 and linked >= 0.8 * whole and sum(1 for _ in element.iter("a")) >= 2


class _Writer:
    """Puts down blocks in order."""

    def __init__(self, limits: Limits, name: str) -> None:
        self.out: list[str] = []
        self.line: list[str] = []
        self.limits = limits
        self.name = name
        self.written = 0

    def blocks(self) -> Iterator[str]:
        """Blocks; the items of one list are one."""
        items: list[str] = []
        for block in self.out:
            if re.match(r" *- ", block):
                items.append(block)
                continue
            if items:
                yield "\n".join(items)
                items = []
            yield block
        if items:
            yield "\n".join(items)

    def put(self, text: str) -> None:
        """Adds a block."""
        self.written += len(text)
        self.limits.check_characters(self.written, self.name)
        self.out.append(text)

    def flush(self, prefix: str = "") -> None:
        """Ends the paragraph that is open."""
        for part in "".join(self.line).split("\n"):
            text = " ".join(part.split())
            if text:
                self.put(prefix + escaped(text))
        self.line = []

    def block(self, element: Any, depth: int, prefix: str = "") -> None:
        """What stands in an element; what opens a paragraph in it gets the prefix."""
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if depth > DEEPEST:
            self.line.append(_plain(element))
            return
        if found := re.fullmatch(r"h([1-6])", tag):
            self.flush(prefix)
            self.line.append(_plain(element))
            self.flush("#" * int(found[1]) + " ")
        elif tag == "table":
            self.flush(prefix)
            self._table(element, depth)
        elif tag == "br":
            self.line.append("\n")
        elif tag in {"sup", "sub"}:
            text = _plain(element)
            self.line.append(text.translate(_RAISED) if tag == "sup" and text.isdigit() else text)
        elif tag in _BLOCKS:
            self.flush(prefix)
            nested = sum(1 for _ in element.iterancestors("ul", "ol"))
            own = "  " * max(0, nested - 1) + "- " if tag in {"li", "dt"} else prefix if tag not in {"ul", "ol"} else ""
            self._inside(element, depth, own)
            self.flush(own)
        else:
            self._inside(element, depth, prefix)

    def _inside(self, element: Any, depth: int, prefix: str) -> None:
        self.line.append(element.text or "")
        for child in element:
            self.block(child, depth + 1, prefix)
            self.line.append(child.tail or "")

    def _table(self, element: Any, depth: int) -> None:
        rows = [tr for tr in element.iter("tr") if next(tr.iterancestors("table")) is element]
        laid_out = next(element.iterdescendants("table"), None) is not None
        if laid_out or max((len(_cells(tr)) for tr in rows), default=0) < 2:
            for cell in (cell for tr in rows for cell in _cells(tr)):
                self._inside(cell, depth, "")
                self.flush()
            return
        caption = element.find("caption")
        if caption is not None and _plain(caption):
            self.put(escaped(_plain(caption)))
        heads = 0
        while heads < len(rows) and (rows[heads].getparent().tag == "thead" or _is_head(rows[heads])):
            heads += 1
        self.put(table(_one_head(_grid(rows), heads), heads=min(heads, 1)))


def _cells(tr: Any) -> list[Any]:
    return [cell for cell in tr if cell.tag in {"td", "th"}]


def _is_head(tr: Any) -> bool:
    return bool(_cells(tr)) and all(cell.tag == "th" for cell in _cells(tr))


def _grid(rows: list[Any]) -> list[list[str]]:
    """The cells' texts, one that spans rows or columns of names given to each."""
    out: list[list[str]] = []
    pending: dict[int, tuple[int, str]] = {}
    for tr in rows:
        line: list[str] = []
        cells = iter(_cells(tr))
        while True:
            if len(line) in pending:
                left, text = pending.pop(len(line))
                if left > 1:
                    pending[len(line)] = (left - 1, text)
                line.append(text)
                continue
            cell = next(cells, None)
            if cell is None:
                break
            text, down = _cell_text(cell), _span(cell, "rowspan")
            for at in range(_span(cell, "colspan")):
                if down > 1:
                    pending[len(line)] = (down - 1, text if at == 0 or cell.tag == "th" else "")
                line.append(text if at == 0 or cell.tag == "th" else "")
        out.append(line)
    return [line for line in out if any(line)]


def _cell_text(cell: Any) -> str:
    parts = []
    for element in cell.iter():
        if element.tag in _BLOCKS or element.tag == "br":
            parts.append(" ")
        text = element.text or ""
        parts.append(text.translate(_RAISED) if element.tag == "sup" and text.strip().isdigit() else text)
        if element is not cell:
            parts.append((" " if element.tag in _BLOCKS else "") + (element.tail or ""))
    return " ".join("".join(parts).split())


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isdecimal() and len(value) < 6 else 1


def _one_head(rows: list[list[str]], heads: int) -> list[list[str]]:
    """Rows that name columns made one."""
    if heads < 2 or heads >= len(rows):
        return rows
    width = max(map(len, rows[:heads]))
    columns = [[row[at] for row in rows[:heads] if at < len(row) and row[at]] for at in range(width)]
    return [[" ".join(dict.fromkeys(column)) for column in columns], *rows[heads:]]
