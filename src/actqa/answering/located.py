"""Where the figures of a free text stand in the report."""

from collections.abc import Iterator, Sequence

from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.rounding import stands_for
from actqa.answering.standing import TIMES, joined, said_lines
from actqa.facts.said import product
from actqa.figures import Figure, parse
from actqa.reading import Report, Span


def figures_of(report: Report, text: str, places: Sequence[Span]) -> tuple[Figure, ...]:
    """The report's figures within the places that those of the text stand for, in the text's order, each once.

    One may be given rounded or in another scale; of several that it may stand for, the one of its year, then the one
    that is most like it.
    """
    there = list(_within(report, places))
    found: dict[Span, Figure] = {}
    for figure in parse(text, product=product(report)):
        if figure.kind not in TIMES:
            hedge = hedge_of(text, figure)
            fits = [f for f in there if stands_for(figure, hedge, f, hedge_of(report.text, f))]
            if fits:
                best = max(fits, key=lambda f: _likeness(figure, f))
                found.setdefault(best.span, best)
    return tuple(found.values())


def _within(report: Report, places: Sequence[Span]) -> Iterator[Figure]:
    valid = [place for place in places if 0 <= place.start < place.end <= len(report.text)]
    for place in joined(report.text, valid):
        for line in said_lines(report, place):
            yield from (f for f in line.figures if f.kind not in TIMES)


def _likeness(said: Figure, cited: Figure) -> tuple[bool, bool, bool]:
    return said.year == cited.year, said.text == cited.text, said.value == cited.value
