"""The words of a report that an abbreviation stands for by their initials: EVOO, of extra virgin olive oil."""

import re
from collections.abc import Iterable

from actqa.answering.asked import vocabulary
from actqa.answering.asked.spoken import asking_words
from actqa.answering.asked.words import is_plain, stem
from actqa.answering.seen.view import ReportView
from actqa.figures.grammar import SYMBOLS, THINGS
from actqa.index.word_ranks import rank_of
from actqa.places import find

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
    """The text with what is short for words of the report written out, where it never says the short form: its names,
    and what is short for the market's own name, typed large or small: FM, of facility management; the base year, and
    the last of the forecast, in digits."""
    base_year = view.facts.report.base_year
    text = _ELECTRIC.sub(lambda found: _electric(found, view), text)
    text = _TWO_SHORT.sub(lambda found: _both_in_full(found, view), text)
    text = _LARGE_FIRMS.sub(lambda found: _firms(found, view), text)
    text = _BASE_YEAR.sub(f"in {base_year}", text) if base_year else text
    last_year = _last_year(view)
    text = _LAST_YEAR.sub(f"in {last_year}", text) if last_year else text
    for name in names:
        if name.isupper() and not _says(name, view):
            spelled = spelled_out(name, view, in_capitals=False)
            text = re.sub(rf"\b{re.escape(name)}\b", " ".join(spelled), text) if spelled else text
    return _SHORT.sub(lambda found: " ".join(_of_market(found.group(), view)) or found.group(), text)


_ELECTRIC = re.compile(r"(?<![\w-])e(?P<dash>-?)(?P<thing>[a-z]{4,})(?![\w-])", re.IGNORECASE)
_E = ("electric", "electronic", "digital", "online")
"""What an e before a word is short for."""


def _electric(found: re.Match[str], view: ReportView) -> str:
    """`E-tractor` is an electric tractor, and `ewallets` are digital wallets, where the report never says them so."""
    whole, thing = found.group().lower().removesuffix("s"), found["thing"].lower().removesuffix("s")
    if whole in view.lower:
        return found.group()
    full = next((said for said in _E if f"{said} {thing}" in view.lower), "electric" if found["dash"] else "")
    is_said = full in view.lower and (found["dash"] or not _is_known(found.group().lower(), view))
    return f"{full} {found['thing']}" if full and is_said else found.group()


def _is_known(word: str, view: ReportView) -> bool:
    """Whether it is a word of the language."""
    return rank_of(word, view.names.word_ranks) is not None


_TWO_SHORT = re.compile(r"(?<![\w-])(?P<one>[a-z]{3,5}) (?P<two>[a-z]{3,5}?)(?P<several>s?)(?![\w-])")


def _both_in_full(found: re.Match[str], view: ReportView) -> str:
    """The two words of the report that two words cut short begin: `nat cats`, of natural catastrophes."""
    one, two = found["one"], found["two"]
    if any(_is_word(word) or stem(word) in view.stems for word in (one, two, f"{two}{found['several']}")):
        return found.group()
    full = re.search(rf"(?<!\w){one}[a-z]+[ -]{two}[a-z]+(?!\w)", view.lower)
    return full.group() if full else found.group()


_FIRMS = r"(?:compan(?:y|ies)|firms|businesses|corporates|corporations|enterprises|organi[sz]ations)"
_LARGE_FIRMS = re.compile(rf"\b(?:big|large|bigger|larger) {_FIRMS}(?! (?:hold|control|have|dominate|lead))\b", re.I)


def _firms(found: re.Match[str], view: ReportView) -> str:
    """Big companies by the name under which the report tells them as buyers: large enterprises."""
    named = (f"large {firms}" for firms in ("enterprises", "organizations", "organisations", "corporations"))
    return next((name for name in named if name in view.lower), found.group())


_BASE_YEAR = re.compile(r"\b(?:in|for|of|at) (?:the |its )?base year\b", re.IGNORECASE)
_LAST_YEAR = re.compile(
    r"\b(?:in|for|of|at|by|until|till) (?:the |its )?(?:very )?(?:end|close|last year|final year) of "
    r"(?:the |its |this )?(?:(?:forecast|analysis|study|projection|outlook)(?:['’]s)?(?: (?:period|horizon|window|"
    r"years))?|"
    r"period|horizon)\b",
    re.IGNORECASE,
)


def _last_year(view: ReportView) -> int | None:
    """The year with which the report's forecast ends: as it says of itself, else that of its own first forecast."""
    about = view.facts.report
    if about.study_period:
        return about.study_period[1]
    own = (row.end_year for row in view.facts.forecasts if row.market == about.market)
    return next((year for year in own if year), None)


_SHORT = re.compile(r"(?<![\w$€£.&'’/-])(?:[A-Za-z]{2,5}|[2-5][A-Za-z]{2,3})(?![\w&/-]|['’.]\w)")
_DIGITS = {"2": "s", "3": "t", "4": "f", "5": "f"}
"""Initials of what a digit is read as: 3PL, of third-party logistics."""


def _of_market(short: str, view: ReportView) -> tuple[str, ...]:
    """Words that stand next to each other in the market's name and begin with its letters, or the one word of it
    that is cut short: refrig, of refrigeration; empty for none."""
    letters = "".join(_DIGITS.get(c, c) for c in short.lower())
    name = [w for w in re.split(r"[\s-]+", view.facts.report.market.lower()) if w[:1].isalpha() and w not in _JOINING]
    at = "".join(w[0] for w in name).find(letters)
    if _is_word(short) or _says(short, view):
        return ()
    begun = [word for word in name if len(short) >= FEWEST and word.startswith(short.lower()) and word != short.lower()]
    return tuple(name[at : at + len(letters)]) if at >= 0 else tuple(begun) if len(begun) == 1 else ()


_JOINING = {"and", "of", "for", "the", "in", "market", "industry", "sector"}


def _is_word(short: str) -> bool:
    """Whether it is a word, a place or a unit by itself."""
    lower = short.lower()
    tables = (vocabulary.STOP_WORDS, vocabulary.SOFT, vocabulary.ABBREVIATIONS, SYMBOLS, THINGS, asking_words())
    return any(lower in table for table in tables) or bool(find(short.upper()) or find(short))


def _says(short: str, view: ReportView) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(short.lower())}(?![\w-])", view.lower))


def _initial(letter: str, view: ReportView, between: str, *, may_miss: bool) -> str:
    """A word that begins with the letter; where `may_miss`, one of the market's own name may be left out."""
    may_miss = may_miss and any(own.startswith(letter) for own in view.subject)
    return rf"(?:[\s-]*{between}\b({letter}[a-z]+)){'?' if may_miss else ''}"
