"""XLSX: a sheet for each kind, with real numbers, a frozen header, a filter, and links that open the source."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from actqa.facts.export.cells import Cell, is_like_formula
from actqa.facts.export.tables import Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold: https://www.w3.org/TR/xml/#charsets"""

WIDTHS = {"quote": 80, "summary": 80, "event": 60, "market": 50, "points": 40, "path": 40, "name": 30, "value": 30}
WIDTH = 14


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """The tables as a workbook; one without rows has its header all the same."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "actqa"
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.kind), table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: "Worksheet", table: Table) -> None:
    _write_header(sheet, table.header)
    for number, row in enumerate(table.rows, 2):
        sheet.append([_cell(sheet, value) for value in row])
        if url := row[-1]:
            link = sheet.cell(number, len(row))
            link.hyperlink = str(url)
            link.style = "Hyperlink"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write_header(sheet: "Worksheet", header: Sequence[str]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for column, name in enumerate(header, 1):
        sheet.cell(1, column, name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, WIDTH)


def _cell(sheet: "Worksheet", value: Cell) -> "SheetCell":
    """Text stays text: openpyxl by itself makes a formula of `=…`, and an error of `#N/A`."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, _NOT_XML.sub("\ufffd", value))
    cell.data_type = "s"
    cell.quotePrefix = is_like_formula(value)  # Excel's own mark for text, which stays when the cell is edited
    return cell
