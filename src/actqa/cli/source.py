"""A citation opened: its words, and what stands around them."""

from typing import TYPE_CHECKING

from actqa.reading import Report, Span, shown

if TYPE_CHECKING:
    from actqa.answering.answer import Citation

AROUND = 300
"""Characters shown of what stands before and after."""


def place_of(citation: "Citation") -> str:
    """`tea: Market › Size, page 3, characters 531–668`."""
    where = " › ".join(citation.path or (citation.section,))
    page = f"page {citation.page}" if citation.page else ""
    characters = f"characters {citation.start:,}–{citation.end:,}"
    return f"{citation.report}: {', '.join(filter(None, (where, page, characters)))}"


def surroundings(report: Report, span: Span) -> list[tuple[bool, str]]:
    """The text from the block before the span to the one after it, in pieces: whether it is the span's, and as read."""
    touched = [at for at, block in enumerate(report.blocks) if block.span.overlaps(span)]
    if not touched:
        return [(True, shown(report.text, span))]
    blocks = report.blocks[max(0, touched[0] - 1) : touched[-1] + 2]
    pieces = [piece for block in blocks for piece in _pieces(report, block.content, span)]
    return [piece for piece in pieces if piece[1]]


def _pieces(report: Report, block: Span, span: Span) -> list[tuple[bool, str]]:
    def read(start: int, end: int) -> str:
        return shown(report.text, Span(start, end)) if start < end else ""

    before = read(block.start, min(block.end, span.start))
    after = read(max(block.start, span.end), block.end)
    inside = read(max(block.start, span.start), min(block.end, span.end))
    return [(False, _end_of(before)), (True, inside), (False, _beginning_of(after))]


def _beginning_of(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + " …"


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]
