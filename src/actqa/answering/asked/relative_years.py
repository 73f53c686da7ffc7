"""Years that a question names from today's: `last year`, `this year's growth`."""

import re
from datetime import date

_AFTER = {"last": -1, "this": 0, "next": 1}
_JOINED = "in|for|of|from|since|by|than|over|to|vs|versus|and|or|between|during|until|against|with"
_RELATIVE = re.compile(
    rf"(?P<joined>\b(?:{_JOINED}) )?(?<!the )\b(?P<which>{'|'.join(_AFTER)}) year(?P<of>['’]s)?\b", re.IGNORECASE
)


def dated(text: str) -> str:
    """The text with such years in digits, by the calendar; `the last year` may be any twelve months and stays."""
    return _RELATIVE.sub(_in_digits, _DECADE.sub(_at_its_end, text))


_DECADE = re.compile(
    r"\b(?:(?:by|at|in|until|till|for) )?(?:(?:the )?(?:end|close|turn) of (?:the|this) decade|"
    r"(?:this )?decade['’]?s?[ -]end)\b",
    re.IGNORECASE,
)


def _at_its_end(_: re.Match[str]) -> str:
    """The next year that ends a decade: 2030, from 2021 on."""
    return f"in {-(-this_year() // 10) * 10}"


def _in_digits(found: re.Match[str]) -> str:
    year = this_year() + _AFTER[found["which"].lower()]
    joined = found["joined"] or ("" if found["of"] else "in ")
    return f"{joined}{year}{found['of'] or ''}"


def this_year() -> int:
    """The calendar's year where actqa runs."""
    return date.today().year
