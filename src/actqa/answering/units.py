"""A unit of a report as answering looks at it: with its words, figures and places."""

import re
from dataclasses import dataclass

from actqa.answering.places import places_in
from actqa.answering.words import stems
from actqa.facts.said import Said, said
from actqa.figures import Figure, parse
from actqa.index.units import Unit
from actqa.reading import Report, Span, shown


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit."""

    unit: Unit
    text: str
    """As read; a row as `key: value`."""
    around: str
    """Titles of the sections it stands in, below the top, and its column heads."""
    columns: tuple[str, ...]
    """Of a row, the heads over its cells as read."""
    figures: tuple[Figure, ...]
    stems: frozenset[str]
    """Of the text and what is around it."""
    said: frozenset[str]
    """Of the text alone."""
    before: frozenset[str]
    """Of the sentence before it in its paragraph, where it leans on that: `Its sales should double.`"""
    places: frozenset[str]
    """Named in the text, or else in the titles above it; not those that the whole report is about."""
    said_places: bool
    """Whether its own words name any place, be it the report's own."""
    head: Span | None
    """Of a row, where the heads over its cells stand, so that a year or unit that only they name can be cited."""
    is_head: bool
    """Names columns rather than says something."""

    @property
    def heads(self) -> str:
        """The column heads in one line."""
        return " ".join(self.columns)


def heads_in(report: Report) -> dict[int, Span]:
    """For each table, by its group, where the row stands that names its columns."""
    out: dict[int, Span] = {}
    for block in report.blocks:
        if block.head and block.group not in out and any(c.isalnum() for c in block.content.of(report.text)):
            out[block.group] = block.content
    return out


OPENING = 90
"""Characters in which a sentence says what it is about."""
LEANS = re.compile(
    r"^\W*(?:demand|sales|spending|revenues?|consumption|volumes?|growth|shipments|output|this|these|such|here|there)\b"
    r"|\b(?:it|its|they|their|(?:the|this|that) (?:segment|region|country|category|class|application|company|type|line|"
    r"niche|group|former|latter|same|product|channel|technology|vertical|end user|material|grade))\b",
    re.IGNORECASE,
)
"""How a sentence says that it is about what the one before it is about."""


def lines_by_start(report: Report) -> dict[int, Said]:
    """What the extractors go through, by where it stands: its figures are those that the facts were made from."""
    return {line.span.start: line for line in said(report)}


def unit_view(
    report: Report,
    unit: Unit,
    lines: dict[int, Said],
    heads_at: dict[int, Span],
    own: frozenset[str],
    above: str,
    before: UnitView | None,
) -> UnitView:
    """Looks at a unit once; `own` are places that the whole report is about, `above` what its paragraph opens with."""
    block = report.blocks[unit.block]
    line = lines.get(unit.content.start)
    names = line.heads if line is not None and block.kind == "row" else ()
    titles = " › ".join(report.path(unit.section)[1:])
    around = " ".join(filter(None, (titles, *names, above)))
    text = _row_text(line.cells if line else ()) if block.kind == "row" else shown(report.text, unit.content)
    figures = line.figures if line is not None else parse(report.text, unit.content)
    own_words = frozenset(places_in(text))
    leant = before if before is not None and block.kind != "row" and LEANS.search(text[:OPENING]) else None
    nearby = leant.places if leant is not None else frozenset[str]()
    places = (own_words or nearby or frozenset(places_in(above)) or frozenset(places_in(titles))) - own
    telling = stems(text)
    head = heads_at.get(block.group) if block.kind == "row" and not block.head else None
    return UnitView(
        unit=unit,
        text=text,
        around=around,
        columns=names,
        figures=figures,
        stems=telling | stems(around),
        said=telling,
        before=(leant.said | leant.before) if leant is not None else frozenset(),
        places=places,
        said_places=bool(own_words),
        head=head,
        is_head=block.head,
    )


def opening(text: str) -> str:
    """What a paragraph opens with that is but a name: `China.`, `Asia Pacific:`; else empty."""
    return text.strip(" .:–—-*") if len(text.split()) <= LONGEST_OPENING and len(text) < 40 else ""


LONGEST_OPENING = 4
"""Words."""


def _row_text(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell]
    return ": ".join(filled) if len(filled) == 2 else " – ".join(filled)
