"""What one cell may hold, and how it is written where everything is text."""

import re
from decimal import Decimal

Cell = str | int | float | None
"""None: the report does not say."""

_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a formula begins, as OWASP's page on CSV injection lists it; spreadsheets skip white space before it.

https://owasp.org/www-community/attacks/CSV_Injection
"""


def is_like_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    return _FORMULA.match(text) is not None


def written(cell: Cell) -> str:
    """As text: numbers with a point, without grouping or exponent, and without `.0`."""
    if isinstance(cell, float):
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    return "" if cell is None else str(cell)
