"""A file → Report: canonical text, and sections, paragraphs, list items and table rows, each knowing its span."""

from actqa.reading.files import NO_LIMITS, SUFFIXES, PlacedReport, assign_ids, find_files, read_placed, read_report
from actqa.reading.formats.canonical import Box, Limits
from actqa.reading.formats.kinds import listed, suffix_of
from actqa.reading.markup import shown
from actqa.reading.tables import column_heads
from actqa.reading.types import Block, Report, Section, Span

__all__ = [
    "NO_LIMITS",
    "SUFFIXES",
    "Block",
    "Box",
    "Limits",
    "PlacedReport",
    "Report",
    "Section",
    "Span",
    "assign_ids",
    "column_heads",
    "find_files",
    "listed",
    "read_placed",
    "read_report",
    "shown",
    "suffix_of",
]
