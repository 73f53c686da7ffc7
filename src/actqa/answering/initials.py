"""The words of a report that an abbreviation stands for by their initials: EVOO, of extra virgin olive oil."""

import re
from collections.abc import Iterable

from actqa.answering.view import ReportView
from actqa.answering.words import is_plain

FEWEST, MOST = 3, 6
"""Letters."""
_LEFT_OUT = r"(?:(?:and|of|for|the|&)\s)?"
"""What initials may leave out: `and`, in SME, of small and medium enterprises."""


def spelled_out(word: str, view: ReportView, *, in_capitals: bool) -> tuple[str, ...]:
    """Words that stand next to each other and begin with its letters, in lower case; empty where there are none.

    In what is typed `in_capitals` a word of the market's own name may be left out.
    """
    letters = word.lower()
    if not (FEWEST <= len(letters) <= MOST and letters.isalpha()):
        return ()
    for between in ("", _LEFT_OUT):
        parts = "".join(_initial(letter, view, between, may_miss=in_capitals) for letter in letters)
        found = re.search(rf"(?<![\w-]){parts}(?<=[a-z])(?![\w-])", view.lower)
        if found and found.group().count(" ") and not all(map(is_plain, found.group().split())):
            return tuple(said for said in found.groups() if said)
    return ()


def in_full(text: str, names: Iterable[str], view: ReportView) -> str:
    """The text with those of its names written out that are initials of words of the report, which never says them."""
    for name in names:
        if name.isupper() and not re.search(rf"\b{re.escape(name.lower())}\b", view.lower):
            spelled = spelled_out(name, view, in_capitals=False)
            text = re.sub(rf"\b{re.escape(name)}\b", " ".join(spelled), text) if spelled else text
    return text


def _initial(letter: str, view: ReportView, between: str, *, may_miss: bool) -> str:
    """A word that begins with the letter; where `may_miss`, one of the market's own name may be left out."""
    may_miss = may_miss and any(own.startswith(letter) for own in view.subject)
    return rf"(?:[\s-]*{between}\b({letter}[a-z]+)){'?' if may_miss else ''}"
