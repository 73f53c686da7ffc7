"""A page as an image."""

import io

from actqa.reading.formats.pdf.words import opened

NARROWEST, WIDEST = 100, 2400
"""Pixels across."""


def draw(data: bytes, name: str, page: int, width: int) -> bytes:
    """The page, from 1, as a PNG. Raises ReadingError."""
    with opened(data, name) as document:
        sheet = document[page - 1]
        across, down = sheet.get_size()
        scale = min(max(width, NARROWEST), WIDEST) / max(across, 1)
        scale = min(scale, 2 * WIDEST / max(down, 1))
        out = io.BytesIO()
        sheet.render(scale=scale).to_pil().save(out, "PNG")
        return out.getvalue()
