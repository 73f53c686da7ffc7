"""Halves, quarters and months: a figure of one of them is no figure of another."""

import re
from functools import lru_cache

from actqa.answering.asked.vocabulary import MONTHS
from actqa.reading import Span

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4"}
_MONTHS = "|".join(sorted(MONTHS - {"may", "march"}))
_PARTS = re.compile(
    r"\b(?P<half>h[12]|[12]h)\b|\b(?P<halves>first|second) half\b|\b(?P<quarter>q[1-4]|[1-4]q)\b"
    rf"|\b(?P<quarters>first|second|third|fourth|last) quarter\b|\b(?P<month>{_MONTHS})\b"
    r"|\b(?P<cased>March|May)\b(?=,? \d)",
    re.IGNORECASE,
)


def short_parts(text: str) -> list[Span]:
    """Where a text says `Q4` or `H1`, whose digit is no number of its own."""
    return [Span(*part.span()) for part in _PARTS.finditer(text) if part["half"] or part["quarter"]]


@lru_cache(maxsize=65_536)
def parts_of_year(text: str) -> frozenset[str]:
    """Those that a text names: `h1`, `q3`, `december`."""
    found = set()
    for part in _PARTS.finditer(text):
        if part["half"] or part["quarter"]:
            letter, digit = sorted(part.group().lower(), reverse=True)
            found.add(f"{letter}{digit}")
        elif part["halves"]:
            found.add(f"h{_ORDINALS[part['halves'].lower()]}")
        elif part["quarters"]:
            found.add(f"q{_ORDINALS[part['quarters'].lower()]}")
        else:
            found.add(part.group().lower())
    return frozenset(found)


def spans_of_parts(text: str) -> list[tuple[str, Span]]:
    """Quarters and halves, each with where it stands."""
    found = ((parts_of_year(part.group()), Span(*part.span())) for part in _PARTS.finditer(text))
    return [(next(iter(names)), span) for names, span in found if names and len(next(iter(names))) == len("q1")]


LATE = frozenset({"december", "q4", "h2"})
"""What the end of a year may be said as."""
AT_THE_END = re.compile(r"\b(?:end|close|ye|year[- ]end) (?:of |in )?(?:the year )?(?:19|20)\d\d\b", re.IGNORECASE)


def fits_part(asked: str, clause: str, sentence: str) -> bool:
    """Whether a figure's words name the part of the year that the question names, where it names one."""
    wanted = parts_of_year(asked)
    return not wanted or bool(wanted & (parts_of_year(clause) or parts_of_year(sentence)))


def leaning(asked: str, clause: str) -> float:
    """How the part of the year that a figure's words name speaks for it, or, where none is asked for, against it."""
    said = parts_of_year(clause)
    if not said or parts_of_year(asked):
        return 0.0
    return 0.3 if AT_THE_END.search(asked) and said & LATE else -0.3
