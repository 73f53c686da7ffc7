"""Whether as many years or months lie between as a sentence says: `over the eight years to 2032`."""

import re
from itertools import combinations

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.dated import dates_of
from actqa.answering.gate.sentence import Sentence
from actqa.answering.standing import TIMES, times_of
from actqa.figures import Figure

_UNTIL = re.compile(r"\s(?:up )?(?:to|until|till|through|ending(?: in)?|before|by) (?:the end of )?(?P<year>20\d\d)\b")


def is_time_between(figure: Figure, sentence: Sentence, cited: Cited) -> bool:
    """Whether a number of years or months lies between times that the sentence, or else what it cites, names."""
    count = int(figure.value)
    if count != figure.value or count < 1:
        return False
    if figure.unit == "months":
        months = {12 * year + month for read in cited.reads for month, year in dates_of(read.sentence.text)}
        return any(abs(one - other) == count for one, other in combinations(months, 2))
    own = {year for f in sentence.figures if f.kind in TIMES for year in times_of(f)}
    there = own | {
        year
        for read in cited.reads
        for it in (read.sentence, read.governing)
        for f in it.figures
        if f.kind in TIMES
        for year in times_of(f)
    }
    until = _UNTIL.match(sentence.text, figure.span.end)
    if until:
        return int(until["year"]) - count in there
    ones, others = (own, own) if len(own) > 1 else (own or there, there)
    return any(abs(one - other) == count for one in ones for other in others)
