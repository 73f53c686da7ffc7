"""What a number in a sentence means: value, unit, currency, scale, year."""

from actqa.figures.parse import parse
from actqa.figures.rows import parse_row
from actqa.figures.types import Figure

__all__ = ["Figure", "parse", "parse_row"]
