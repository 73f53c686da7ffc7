"""A PDF → its canonical text, with where each page begins and where each word stands."""

from collections.abc import Sequence

from actqa.errors import ReadingError
from actqa.reading.formats.canonical import Box, Canonical, Limits
from actqa.reading.formats.pdf.aligned import aligned_table, find_tables
from actqa.reading.formats.pdf.columns import regions
from actqa.reading.formats.pdf.compose import Composer, Part
from actqa.reading.formats.pdf.furniture import without_furniture
from actqa.reading.formats.pdf.grids import grids, inside, level_lines, ruled_table
from actqa.reading.formats.pdf.hyphens import Vocabulary
from actqa.reading.formats.pdf.prose import Type, paragraphs, type_of
from actqa.reading.formats.pdf.rows import Row, rows
from actqa.reading.formats.pdf.tables import Table, finished
from actqa.reading.formats.pdf.words import PageWords, Ruling, Word, opened, read_page

FEWEST_LETTERS = 25
"""On a page of a scanned document stand fewer, such as a stamp."""


def read_pdf(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError for what is damaged, encrypted, too long, or has pictures in place of text."""
    with opened(data, name) as document:
        limits.check_pages(len(document), name)
        pages = [read_page(document, number, name) for number in range(len(document))]
    _check_text(pages, name)
    lines = [rows(page.words) for page in pages]
    type = type_of(row for page in lines for row in page)
    told = without_furniture(lines, [page.height for page in pages], type.body)
    composer = Composer(Vocabulary(row.text for page in told for row in page))
    for page, left in zip(pages, told, strict=True):
        composer.page(_parts(page, left, type))
    text, starts = composer.text()
    boxes = tuple(_box(start, end, word, pages[word.page]) for start, end, word in composer.placed)
    return Canonical(text, starts, boxes)


def _check_text(pages: Sequence[PageWords], name: str) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    pictures = sum(page.has_image for page in pages)
    if letters == 0 and not pictures:
        raise ReadingError(f"{name} is a PDF without text: there is nothing to read in it.")
    if letters < FEWEST_LETTERS * len(pages) and pictures * 2 >= len(pages):
        raise ReadingError(
            f"{name} is a scanned PDF, pictures without text: put a text layer in, e.g. `ocrmypdf in.pdf out.pdf`."
        )


def _parts(page: PageWords, told: Sequence[Row], type: Type) -> list[Part]:
    """What stands on the page, in reading order."""
    words = [word for row in told for word in row.words]
    parts: list[Part] = []
    levels = level_lines(page.rulings)
    for grid in grids(page.rulings):
        within = inside(grid, words)
        table = ruled_table(grid, within) if within else None
        if table is None:
            continue
        taken = {id(word) for word in within}
        above = [w for w in words if id(w) not in taken and w.middle < grid.ys[0]]
        beside = {id(word) for word in above} | taken
        parts += _free(above, type, levels)
        parts.append(finished(table))
        words = [w for w in words if id(w) not in beside]
    return parts + _free(words, type, levels)


def _free(words: Sequence[Word], type: Type, levels: Sequence[Ruling]) -> list[Part]:
    """What stands outside ruled tables."""
    return [part for region in regions(words) for part in _region(region, type, levels)] if words else []


def _region(region: list[Row], type: Type, levels: Sequence[Ruling]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for start, end in find_tables(region):
        parts += paragraphs(region[at:start], type)
        table = finished(aligned_table(region[start:end], levels))
        parts += [table] if len(table.edges) > 1 else paragraphs(region[start:end], type)
        at = end
    return parts + paragraphs(region[at:], type)


def _box(start: int, end: int, word: Word, page: PageWords) -> Box:
    return Box(start, end, word.page + 1, *(round(side, 4) for side in page.fractions(word)))


__all__ = ["Table", "read_pdf"]
