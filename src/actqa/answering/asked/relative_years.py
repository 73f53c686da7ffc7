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
    return _RELATIVE.sub(_in_digits, _DECADE.sub(_at_its_end, _COUNTED.sub(_counted_on, text)))


_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)}
_COUNTED = re.compile(
    rf"\b(?:in |by )?(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)}) years? "
    r"(?P<way>after|from|past|following|before|prior to|ahead of) (?P<since>(?:19|20)\d\d|now|today)\b"
    r"(?P<stated>,? (?:i\.?e\.?|that is|so),? (?:in |by )?(?P<year>20\d\d))?",
    re.IGNORECASE,
)
"""`Ten years after 2023`, `five years from now, i.e. 2031`."""


def _counted_on(found: re.Match[str]) -> str:
    """The year that is counted to; as the question says it, where it does."""
    if found["stated"]:
        return f"in {found['year']}"
    count = _NUMBERS.get(found["count"].lower()) or int(found["count"])
    since = int(found["since"]) if found["since"].isdigit() else this_year()
    is_before = found["way"].lower() in {"before", "prior to", "ahead of"}
    return f"in {since - count if is_before else since + count}"


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
