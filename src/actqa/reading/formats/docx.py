"""A Word document → canonical text: headings, lists and tables by their styles; its headers and footers left out."""

import io
import re
from collections.abc import Iterator
from typing import Any

from actqa.errors import ReadingError
from actqa.reading.formats.canonical import Canonical, Limits, escaped, table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
MOST_SPAN = 60


def read_docx(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError for what is damaged."""
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        styles = _Styles(document)
    except Exception as error:  # a damaged package fails in as many ways as there are parts in it
        raise ReadingError(f"{name} is a damaged Word document: open it in Word and save it again.") from error
    blocks: list[tuple[str, str]] = []
    size = 0
    for kind, text in _blocks(document.element.body, styles):
        size += len(text)
        limits.check_characters(size, name)
        blocks.append((kind, text))
    out = "".join(("\n" if kind == last == "item" else "\n\n") + text for (last, _), (kind, text) in _pairs(blocks))
    return Canonical(out.lstrip("\n") + "\n")


def _pairs(blocks: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    return zip([("", ""), *blocks], blocks, strict=False)


class _Styles:
    """Which styles are headings or lists; a style is what it is based on."""

    def __init__(self, document: Any) -> None:
        self.level: dict[str, int] = {}
        self.listed: set[str] = set()
        parents: dict[str, str] = {}
        for style in document.styles.element.iter(f"{_W}style"):
            id = style.get(f"{_W}styleId", "")
            named, based = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
            name = named.get(f"{_W}val", "").lower() if named is not None else ""
            parents[id] = based.get(f"{_W}val", "") if based is not None else ""
            outline = style.find(f"{_W}pPr/{_W}outlineLvl")
            if name in {"title", "subtitle"}:
                self.level[id] = 1 if name == "title" else 2
            elif found := re.fullmatch(r"heading (\d)", name):
                self.level[id] = int(found[1])
            elif outline is not None and _number(outline) < 9:
                self.level[id] = _number(outline) + 1
            if name.startswith("list") or style.find(f"{_W}pPr/{_W}numPr") is not None:
                self.listed.add(id)
        for id in parents:
            self._inherit(id, parents)

    def _inherit(self, id: str, parents: dict[str, str]) -> None:
        at, seen = parents[id], {id}
        while at and at not in seen:
            if at in self.level:
                self.level.setdefault(id, self.level[at])
            seen.add(at)
            at = parents.get(at, "")


def _number(element: Any) -> int:
    value = element.get(f"{_W}val", "")
    return int(value) if value.isdecimal() else 9


def _blocks(body: Any, styles: _Styles) -> Iterator[tuple[str, str]]:
    for element in body:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tbl":
            text = _table(element)
            if text:
                yield "table", text
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
            yield from _blocks(element, styles)


def _paragraph(element: Any, styles: _Styles) -> Iterator[tuple[str, str]]:
    lines = [" ".join(line.split()) for line in _text(element).split("\n")]
    text = "\n".join(escaped(line) for line in lines if line)
    if not text:
        return
    properties = element.find(f"{_W}pPr")
    style = _value(properties, "pStyle")
    outline = properties.find(f"{_W}outlineLvl") if properties is not None else None
    level = styles.level.get(style, 0) or (_number(outline) + 1 if outline is not None and _number(outline) < 9 else 0)
    numbered = properties.find(f"{_W}numPr") if properties is not None else None
    if level:
        yield "heading", "#" * min(level, 6) + " " + " ".join(text.split())
    elif (numbered is not None or style in styles.listed) and _value(numbered, "numId") != "0":
        depth = _value(numbered, "ilvl")
        indent = "  " * (int(depth) if depth.isdecimal() and len(depth) < 2 else 0)
        yield "item", f"{indent}- " + " ".join(text.split())
    else:
        yield "text", text


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}") if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _text(element: Any) -> str:
    """The text of a paragraph with its line breaks, insertions kept and deletions left out."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
            parts.append(_text(child))
    return "".join(parts)


def _table(element: Any) -> str:
    rows: list[list[str]] = []
    for tr in element.iter(f"{_W}tr"):
        line: list[str] = []
        for tc in _cells(tr):
            text = " ".join(" ".join(_text(p) for p in tc.iter(f"{_W}p")).split())
            properties = tc.find(f"{_W}tcPr")
            merged = properties.find(f"{_W}vMerge") if properties is not None else None
            goes_on = merged is not None and merged.get(f"{_W}val") != "restart"
            if goes_on and rows and len(line) < len(rows[-1]):
                text = rows[-1][len(line)]
            span = _value(properties, "gridSpan")
            wide = min(int(span), MOST_SPAN) if span.isdecimal() and len(span) < 5 else 1
            line += [text] * wide if not rows else [text, *[""] * (wide - 1)]
        if any(line):
            rows.append(line)
    return table(rows) if max(map(len, rows), default=0) > 1 else "\n\n".join(escaped(" ".join(row)) for row in rows)


def _cells(tr: Any) -> Iterator[Any]:
    for child in tr:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"}:
            yield from _cells(child)
