"""Whether months are said with the year that they have in what is cited, and quarters and halves at all."""

import re

from actqa.answering.asked.parts_of_year import parts_of_year
from actqa.answering.gate.cited import Cited
from actqa.answering.gate.dating import years_back
from actqa.answering.gate.sentence import Sentence

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {name[:3]: at for at, name in enumerate(_MONTHS, 1)}
_DATE = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)}|sept)\.?)[\s-](?:\d{{1,2}}(?:st|nd|rd|"
    rf"th)?,?\s)?(?:of\s|in\s)?"
    r"(?P<year>(?:19|20)\d\d)|\b(?P<iso>(?:19|20)\d\d)[-/](?P<number>0[1-9]|1[0-2])\b"
    r"|(?<![\d.])(?:\d{1,2}[./])?(?P<short>0?[1-9]|1[0-2])[./](?P<of>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def misdated(sentence: Sentence, cited: Cited) -> str:
    """Why a month may not be said with its year, or a quarter or half of one at all."""
    parts = _parts(sentence.text)
    for part in parts - frozenset[str]().union(*(_parts(read.lower) for read in cited.reads)) if parts else ():
        return f"{part.upper()} does not stand in what it cites"
    said = dates_of(sentence.text)
    there = {date for read in cited.reads for date in _dates_with_earlier(read.sentence.text)} if said else set()
    for month, year in said - there:
        if any(month == other for other, _ in there) or _MONTHS[month - 1][:3] not in cited.lower:
            return f"{_MONTHS[month - 1].title()} {year} does not stand in what it cites"
    return ""


def _parts(text: str) -> frozenset[str]:
    """Quarters and halves."""
    return frozenset(part for part in parts_of_year(text) if len(part) == len("q1"))


def _dates_with_earlier(text: str) -> set[tuple[int, int]]:
    """With those that are told by how long before another they were: `in May 2024, and two years before`."""
    dates = dates_of(text)
    return dates | {(month, year - back) for month, year in dates for back in years_back(text)}


def dates_of(text: str) -> set[tuple[int, int]]:
    """Month and year."""
    out = set()
    for m in _DATE.finditer(text):
        number = m["number"] or m["short"]
        month = int(number) if number else _SHORT[m["month"][:3].lower()]
        out.add((month, int(m["year"] or m["iso"] or m["of"])))
    return out
