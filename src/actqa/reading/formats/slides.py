"""A presentation → canonical text: each slide a page and a section, with its lists, tables, charts and notes."""

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from actqa.reading.formats.canonical import Canonical, Limits, escaped, table, whole

DEEPEST = 10


def read_pptx(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError for what is damaged."""
    import pptx

    with whole(name, "presentation: open it in PowerPoint and save it again."):
        slides = list(pptx.Presentation(io.BytesIO(data)).slides)
        limits.check_pages(len(slides), name)
        parts = ["\n\n".join(_blocks(slide)) for slide in slides]
    text, starts = "", []
    for part in parts:
        text += "\n\n" if text and part else ""
        starts.append(len(text))
        text += part
        limits.check_characters(len(text), name)
    return Canonical(text + "\n", tuple(starts))


def _blocks(slide: Any) -> Iterator[str]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield "## " + escaped(" ".join(title.text_frame.text.split()))
    own = title.shape_id if title is not None else None
    for shape in _in_order(shape for shape in slide.shapes if shape.shape_id != own):
        yield from _shape(shape, 0)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        notes = slide.notes_slide.notes_text_frame.text.strip()
        if notes:
            yield escaped(notes)


def _in_order(shapes: Iterable[Any]) -> list[Any]:
    """From top to bottom, those at one height from left to right; footers, dates and slide numbers left out."""
    kept = [shape for shape in shapes if not (shape.is_placeholder and _is_furniture(shape))]
    return sorted(kept, key=lambda shape: (round((shape.top or 0) / 300_000), shape.left or 0))


def _is_furniture(shape: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    return shape.placeholder_format.type in {KIND.FOOTER, KIND.DATE, KIND.SLIDE_NUMBER, KIND.HEADER}


def _shape(shape: Any, depth: int) -> Iterator[str]:
    if depth < DEEPEST and hasattr(shape, "shapes"):
        for inner in _in_order(shape.shapes):
            yield from _shape(inner, depth + 1)
    elif getattr(shape, "has_table", False):
        rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
        yield table(rows)
    elif getattr(shape, "has_chart", False):
        yield from _chart(shape.chart)
    elif shape.has_text_frame:
        yield from _text(shape)


def _text(shape: Any) -> Iterator[str]:
    """The paragraphs, those of a body or with a level as items."""
    paragraphs = [p for p in shape.text_frame.paragraphs if p.text.strip()]
    listed = shape.is_placeholder and len(paragraphs) > 1
    lines = [
        ("  " * p.level + "- " if listed or p.level else "") + escaped(" ".join(p.text.split())) for p in paragraphs
    ]
    if lines:
        gaps = ["\n" if a.lstrip()[:2] == b.lstrip()[:2] == "- " else "\n\n" for a, b in pairwise(lines)]
        yield lines[0] + "".join(gap + line for gap, line in zip(gaps, lines[1:], strict=True))


def _chart(chart: Any) -> Iterator[str]:
    """The figures of a chart as a table."""
    if chart.has_title and chart.chart_title.has_text_frame and chart.chart_title.text_frame.text.strip():
        yield escaped(" ".join(chart.chart_title.text_frame.text.split()))
    for plot in chart.plots:
        series = list(plot.series)
        names = [str(category) for category in plot.categories]
        values = [[_number(value) for value in one.values] for one in series]
        if names and series:
            rows = [[name, *(v[at] if at < len(v) else "" for v in values)] for at, name in enumerate(names)]
            yield table([["", *(one.name for one in series)], *rows])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
