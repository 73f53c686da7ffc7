"""The sum of a whole column: of all segments of a dimension, or of what all drivers add to the growth."""

import re
from collections.abc import Iterator

from actqa.answering.asked.wanted import wanted
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked
from actqa.answering.figures.operands import Worked
from actqa.answering.figures.operations import Computed
from actqa.answering.lists.choosing import by_words
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import Stated

_ALL = re.compile(
    r"\b(?:sum|total|add(?:ed)? up|altogether|combined|together)\b.*\b(?:all|every|each|the (?:two|three|four|five|"
    r"six))\b|"
    r"\b(?:all|every|the (?:two|three|four|five|six))\b.*\b(?:sum|total|add(?:ed)? up|altogether|combined|together)\b",
    re.IGNORECASE,
)
_IMPACT = re.compile(r"\b(?:impact|effect|contribution)\b", re.IGNORECASE)
FEWEST = 2


def total(asked: Asked) -> Worked | None:
    """The sum over the rows that give a figure for each of what is asked for; None where one has none."""
    if not _ALL.search(asked.question.text):
        return None
    names = list(_named(asked))
    for column in _columns(asked):
        rows = [next((s for s in column if name <= stems(_label(asked, s))), None) for name in names]
        found = [s for s in rows if s is not None]
        if len(found) == len(names) >= FEWEST and len({s.figure.span for s in found}) == len(found):
            computed = Computed("sum", tuple(s.figure for s in found), 0, None)
            places = [s.unit.unit.content for s in found] + [s.unit.head for s in found[:1] if s.unit.head is not None]
            return Worked(computed, tuple(places), "All together they come to")
    return None


def _named(asked: Asked) -> Iterator[frozenset[str]]:
    """Stems of each of those that are to be added."""
    topic = asked.question.topic
    kind = topic if topic in {"drivers", "restraints"} else "dimension"
    listings = [it for it in asked.view.listings if it.kind == kind and not it.is_inner]
    if kind == "dimension":
        chosen = by_words(wanted(asked.question, asked.view.subject).full, listings, asked.view.subject)
        listings = [it for _, it in chosen]
    told = [said for item in (listings[0].items if listings else ()) if (said := stems(item.name))]
    yield from (said for said in told if not any(said < other for other in told))


def _columns(asked: Asked) -> Iterator[list[Stated]]:
    """Figures of one column each, those of the year and measure that are asked for."""
    found: dict[tuple[str, str, int | None], list[Stated]] = {}
    impact = asked.question.topic in {"drivers", "restraints"}
    for stated in asked.view.stated:
        if stated.unit.unit.kind != "row" or stated.unit.is_head:
            continue
        head = row_names(asked.view.report, stated.unit, stated.figure.span)[1]
        fits = not asked.question.years or stated.year in asked.question.years
        if fits and bool(_IMPACT.search(head)) == impact and (impact or stated.figure.kind != "percent"):
            found.setdefault((head, stated.figure.unit, stated.year), []).append(stated)
    yield from found.values()


def _label(asked: Asked, stated: Stated) -> str:
    return row_names(asked.view.report, stated.unit, stated.figure.span)[0]
