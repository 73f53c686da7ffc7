"""Workbooks and CSV files → canonical text: each sheet a section, its rows table rows."""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from actqa.errors import ReadingError
from actqa.reading.decoding import decode
from actqa.reading.formats.canonical import Canonical, Limits, escaped, table, whole

MOST_COLUMNS = 500
_SIGN = re.compile(r'\[\$([^\]-]{1,4})|"?([$€£¥₹])"?')


def read_csv(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError."""
    text = decode(data, name)
    limits.check_characters(len(text), name)
    sample = text[:20_000]
    delimiter = max(",;\t|", key=lambda sign: (_evenness(sample, sign), sample.count(sign)))
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise ReadingError(f"{name} is no CSV file that can be read ({error}): export it again.") from error
    return Canonical(_sheet(rows, limits, name) + "\n")


def _evenness(sample: str, sign: str) -> int:
    """How many of the first lines have as many of the signs as most have."""
    counts = [line.count(sign) for line in sample.splitlines()[:50] if line.strip()]
    common = max(set(counts), key=counts.count) if counts else 0
    return counts.count(common) if common else 0


def read_xlsx(data: bytes, name: str, limits: Limits) -> Canonical:
    """Raises ReadingError for what is damaged."""
    import warnings

    import openpyxl

    with warnings.catch_warnings(), whole(name, "workbook: open it in Excel and save it again."):
        warnings.simplefilter("ignore")  # what openpyxl leaves out is none of our business
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        parts = [_part(sheet, limits, name) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return Canonical("\n\n".join(part for part in parts if part) + "\n")


def _part(sheet: Any, limits: Limits, name: str) -> str:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    told = _sheet(_shown(sheet), limits, name)
    return f"## {escaped(' '.join(sheet.title.split()))}\n\n{told}" if told else ""


def _shown(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        yield [_as_shown(cell) for cell in row]


def _as_shown(cell: Any) -> str:
    """A cell's value as it is shown, to all its digits."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if not isinstance(value, int | float):
        return str(value)
    form = cell.number_format or "General"
    if "%" in form:
        return f"{_digits(value * 100, grouped=False)}%"
    sign = _SIGN.search(form)
    return (sign[1] or sign[2] if sign else "") + _digits(value, grouped="," in form)


def _digits(value: float, *, grouped: bool) -> str:
    """To twelve digits, which leaves out what binary fractions add."""
    number = float(f"{value:.12g}")
    if number.is_integer() and abs(number) < 1e15:
        return f"{int(number):,}" if grouped else str(int(number))
    return f"{number:,}" if grouped else str(number)


def _sheet(rows: Iterable[list[str]], limits: Limits, name: str) -> str:
    """Rows next to each other as tables; those of one cell ahead of a table as text."""
    size = 0
    kept: list[list[str]] = []
    for row in rows:
        size += sum(map(len, row)) + 1
        limits.check_characters(size, name)
        kept.append(row)
    blocks: list[str] = []
    for empty, run in groupby(kept, key=lambda row: not any(cell.strip() for cell in row)):
        if not empty:
            blocks += _run(list(run))
    return "\n\n".join(blocks)


def _run(rows: list[list[str]]) -> Iterator[str]:
    while rows and sum(bool(cell.strip()) for cell in rows[0]) < 2:
        yield escaped(" ".join("".join(rows[0]).split()))
        rows = rows[1:]
    if rows:
        used = [at for at in range(max(map(len, rows))) if any(at < len(row) and row[at].strip() for row in rows)]
        yield table([[row[at] if at < len(row) else "" for at in used] for row in rows])
