"""Facts as tables, for people and their sheets; JSON is the facts' own form.

tables.py     which rows and columns there are, once for every format
cells.py      what one cell may hold
delimited.py  CSV
markdown.py   Markdown
workbook.py   XLSX
"""

from actqa.facts.export.delimited import BOM, to_csv
from actqa.facts.export.markdown import to_markdown
from actqa.facts.export.tables import BASE, KINDS, Kind, Table, What, kinds_of, part_of, table
from actqa.facts.export.workbook import to_xlsx

__all__ = [
    "BASE",
    "BOM",
    "KINDS",
    "Kind",
    "Table",
    "What",
    "kinds_of",
    "part_of",
    "table",
    "to_csv",
    "to_markdown",
    "to_xlsx",
]
