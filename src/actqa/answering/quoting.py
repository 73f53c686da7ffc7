"""What is cited of a long place: the sentences, rows and clauses of it that carry the statement, each short."""

import re
from collections.abc import Iterator
from dataclasses import replace

from actqa.answering.asked.words import stems
from actqa.answering.draft import Draft
from actqa.answering.standing import said_lines
from actqa.facts.said import Said
from actqa.figures import Figure
from actqa.reading import Report, Span, shown

LONGEST = 600
"""Characters of one citation; what is longer is no help to who wants to check."""
SHARED = 3
"""Words that a piece must share with the statement to carry it."""

_BREAKS = tuple(map(re.compile, (r"(?<=;)\s", r"(?<=[,:|])\s", r"\s")))
"""Where a sentence may be cut, the better ones first."""


def readable(report: Report, draft: Draft) -> Draft:
    """The draft with every long place in pieces, those first that hold its figures."""
    if all(place.end - place.start <= LONGEST for place in draft.evidence):
        return draft
    evidence = (piece for place in draft.evidence for piece in _carrying(report, draft, place))
    return replace(draft, evidence=tuple(dict.fromkeys(evidence)))


def _carrying(report: Report, draft: Draft, place: Span) -> list[Span]:
    if place.end - place.start <= LONGEST or place.start < 0 or place.end > len(report.text):
        return [place]
    pieces = [piece for line in said_lines(report, place) for piece in _pieces(line.said, line.place)]
    figures = (*draft.figures, *(draft.computed.operands if draft.computed else ()))
    holding = [piece for piece in pieces if any(piece.holds(figure.span) for figure in figures)]
    said = stems(draft.text)
    shares = {piece: len(said & stems(shown(report.text, piece))) for piece in pieces}
    carrying = [piece for piece in pieces if piece not in holding and shares[piece] >= SHARED]
    return [*holding, *carrying] or sorted(pieces, key=lambda piece: -shares[piece])[:1]


def _pieces(said: Said, place: Span) -> Iterator[Span]:
    """The place, cut into pieces that are short enough, no figure cut."""
    text, start = said.report.text, place.start
    while place.end - start > LONGEST:
        end = _cut(text, Span(start, start + LONGEST), said.figures)
        yield Span(start, end)
        start = end + len(text[end : place.end]) - len(text[end : place.end].lstrip())
    if start < place.end:
        yield Span(start, place.end)


def _cut(text: str, within: Span, figures: tuple[Figure, ...]) -> int:
    """The last good place to cut in the second half; where there is none, the end."""
    half = within.start + LONGEST // 2
    for mark in _BREAKS:
        cuts = [m.start() for m in mark.finditer(text, half, within.end)]
        free = [cut for cut in cuts if not any(f.span.start < cut < f.span.end for f in figures)]
        if free:
            return free[-1]
    return within.end
