"""A file → Report: canonical text, and sections, paragraphs, list items and table rows, each knowing its span."""

from actqa.reading.files import SUFFIXES, assign_ids, find_files, read_report
from actqa.reading.markup import shown
from actqa.reading.tables import column_heads
from actqa.reading.types import Block, Report, Section, Span

__all__ = [
    "SUFFIXES",
    "Block",
    "Report",
    "Section",
    "Span",
    "assign_ids",
    "column_heads",
    "find_files",
    "read_report",
    "shown",
]
