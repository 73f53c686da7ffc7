"""A unit of a report as answering looks at it: with its words, figures and places."""

import re
from dataclasses import dataclass

from actqa.answering.asked.cues import MONTH
from actqa.answering.asked.places import places_in
from actqa.answering.asked.words import stems
from actqa.facts.said import Said, said
from actqa.figures import Figure, parse
from actqa.index.units import Unit
from actqa.places import is_region
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
    titled_places: frozenset[str]
    """Named by what its paragraph opens with, or by the titles above it."""
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
    r"niche|group|former|latter|same|product|channel|technology|vertical|end user|material|grade|number|figure|total|"
    r"count))\b",
    re.IGNORECASE,
)
"""How a sentence says that it is about what the one before it is about."""


_KIND = re.compile(
    r"\W*(?:the|this|that) (?:segment|region|country|category|class|application|type|niche|group|product|channel|"
    r"technology|material|grade|company|firm)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is about the paragraph's thing, whatever the sentences between are about."""


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
    first: UnitView | None,
) -> UnitView:
    """Looks at a unit once; `own` are places that the whole report is about, `above` what its paragraph opens with,
    `before` the sentence before and `first` the first of the paragraph."""
    block = report.blocks[unit.block]
    line = lines.get(unit.content.start)
    names = line.heads if line is not None and block.kind == "row" else ()
    titles = " › ".join(report.path(unit.section)[1:])
    around = " ".join(filter(None, (titles, *names, above)))
    text = _row_text(line.cells if line else ()) if block.kind == "row" else shown(report.text, unit.content)
    figures = line.figures if line is not None else parse(report.text, unit.content)
    own_words = frozenset(places_in(without_dateline(text)))
    leant = before if before is not None and block.kind != "row" and LEANS.search(text[:OPENING]) else None
    carried = (leant.said | leant.before) if leant is not None else frozenset[str]()
    if leant is not None and first is not None and _KIND.match(text):
        carried |= first.said
    titled = (frozenset(places_in(above)) or frozenset(places_in(titles))) - own
    nearby = _pointed_at(text, leant.places) if leant is not None else frozenset[str]()
    places = (own_words - own) or (frozenset() if own_words else nearby - own or titled)
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
        before=carried,
        places=places,
        said_places=bool(own_words),
        titled_places=titled,
        head=head,
        is_head=block.head,
    )


_REGION = re.compile(r"\b(?:the|this|that) region\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\b(?:the|this|that) (?:country|nation)\b", re.IGNORECASE)


def _pointed_at(text: str, places: frozenset[str]) -> frozenset[str]:
    """Of the places that the sentence before names, those that this one may mean: `the region` is no country."""
    if _REGION.search(text):
        return frozenset(filter(is_region, places))
    if _COUNTRY.search(text):
        return frozenset(place for place in places if not is_region(place))
    return places


_DATELINE = re.compile(
    rf"^\W*(?:[^\W\d_][\w.'’-]*[,]?\s){{1,6}}?\(?{MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\)?"
    rf"(?:\s?\([^)]{{1,40}}\))?\s?(?:--|[-–—:/])",
    re.IGNORECASE,
)
"""Where and when a press release was given out: `PUNE, India, April 14, 2025 -- `."""


def without_dateline(text: str) -> str:
    """The text without its dateline, whose place is the author's and not the market's."""
    return text[found.end() :] if (found := _DATELINE.match(text)) else text


def opening(text: str) -> str:
    """What a paragraph opens with that is but a name: `China.`, `Asia Pacific: …`; else empty."""
    if (label := _LABEL.match(text)) and len(label[1].split()) <= LONGEST_OPENING:
        return label[1]
    return text.strip(" .:–—-*") if len(text.split()) <= LONGEST_OPENING and len(text) < 40 else ""


_LABEL = re.compile(r"\W*([A-Z][^:.;\d]{1,38}?)\W?:\s")
LONGEST_OPENING = 4
"""Words."""


def _row_text(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell]
    return ": ".join(filled) if len(filled) == 2 else " – ".join(filled)
