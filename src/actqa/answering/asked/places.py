"""The places a text names."""

import re
from functools import lru_cache

from actqa.answering.asked import vocabulary
from actqa.places import find

_OF_A_PLACE = re.compile(rf"\s+(?:{vocabulary.ADJECTIVE_NOUNS})\b", re.IGNORECASE)


def places_in(text: str) -> tuple[str, ...]:
    """The places a text names, as the gazetteer spells them; an adjective names one where a market's noun follows."""
    return tuple(dict.fromkeys(place for _, _, place in place_spans(text)))


def places_asked(text: str) -> tuple[tuple[int, int, str], ...]:
    """The same of a question, where an adjective may stand some words before the noun: `chinese cashew market`."""
    return _spans(text, _SOON)


_SOON = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{vocabulary.ADJECTIVE_NOUNS})\b", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def place_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the text names a place, with its canonical name, in order."""
    return _spans(text, _OF_A_PLACE)


def _spans(text: str, noun: re.Pattern[str]) -> tuple[tuple[int, int, str], ...]:
    """Where places are named; an adjective names one where the noun's pattern matches behind it."""
    found = find(text, cased=False)
    loose = find(_POSSESSIVE.sub(lambda m: f"{m[1]} ", text), cased=False) if _POSSESSIVE.search(text) else []
    found += [n for n in loose if not any(n.start < other.end and other.start < n.end for other in found)]
    found.sort(key=lambda n: n.start)
    return tuple((n.start, n.end, n.name) for n in found if n.way != "adjective" or noun.match(text, n.end))


_POSSESSIVE = re.compile(
    r"(?<=[a-z]{3})([a-z])s(?= (?:share|cagr|market|growth|size|revenue|value|slice|part|sales)\b)"
)
"""Names in lower case with a possessive that lacks its apostrophe: `indias cagr`. Spans stay as they are."""
