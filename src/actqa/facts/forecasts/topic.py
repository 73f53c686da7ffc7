"""What a sentence goes on from: the subject, years and things that those before it have named, handed on and reset."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from actqa.facts.forecasts import outlook as words
from actqa.facts.said import Said, called
from actqa.figures import Figure
from actqa.figures.grammar import FACTORS
from actqa.places import find


@dataclass(frozen=True, slots=True)
class Size:
    """A size as it was given."""

    figure: Figure
    year: int
    expected: bool
    subject: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What is being spoken of where a sentence begins."""

    earlier: tuple[Said, ...] = ()
    """The sentences that it goes on from, first to last."""
    subjects: tuple[str | None, ...] = ()
    """For each of them the region or segment that its first figure is of, empty the whole; None where it has none."""
    sizes: tuple[Size, ...] = ()
    """Those that the last of them to give any gives with their years."""
    other: tuple[Size, ...] = ()
    """Those given before them that are expected where they are not, or the other way round."""
    thing: str = ""
    """What was counted last."""
    beside: bool = False
    """Whether a paragraph goes on from the one before it as the next of several on one thing each."""

    @property
    def before(self) -> Said | None:
        """The sentence before."""
        return self.earlier[-1] if self.earlier else None

    def gives(self, figure: Figure) -> bool:
        """Whether the sentence before gave sizes in the unit of the figure, which goes on from them."""
        last = self.before
        return last is not None and any(
            size.figure.unit == figure.unit and (self.beside or size.figure in last.figures) for size in self.sizes
        )

    def handed_to(self, line: Said) -> "Topic":
        """What the line goes on from: a sentence from those of its block, another from the one before if it says so."""
        last = self.before
        if last is None or line.kind in {"row", "heading"}:
            return Topic()
        if line.block == last.block:
            return self
        if line.at.section != last.at.section:
            return Topic()
        if words.MEASURE_OPENS.match(line.opening):
            return replace(self, earlier=(last,), subjects=self.subjects[-1:])
        told = words.FOLLOWS.match(line.opening) or (_KEYED.match(line.opening) and _KEYED.match(last.opening))
        beside = bool(told) or (bool(self.sizes) and _is_on_place(line) and _is_on_place(self.earlier[0]))
        return Topic((last,), (None,), self.sizes, self.other, beside=True) if beside else Topic()

    def after(self, line: Said, subject: str | None, sizes: Sequence[Size]) -> "Topic":
        """What the next sentence goes on from; `subject` is what the first figure of the line is of, if it has any."""
        sizes, other = self._sizes_after(line, tuple(sizes))
        thing = _counted(line) or self.thing
        return Topic((*self.earlier[-6:], line), (*self.subjects[-6:], subject), sizes, other, thing)

    def _sizes_after(self, line: Said, sizes: tuple[Size, ...]) -> tuple[tuple[Size, ...], tuple[Size, ...]]:
        """The last sizes, and those of the other tense before them; other years that a line names end both."""
        if sizes:
            tenses = {size.expected for size in sizes}
            return sizes, tuple(size for size in (*self.other, *self.sizes) if size.expected not in tenses)
        years = {int(figure.value) for figure in line.figures if figure.kind in {"year", "period"}}
        told = {size.year for size in (*self.other, *self.sizes)}
        ended = bool(told) and any(year < max(told) for year in years) and not years & told
        return ((), ()) if ended else (self.sizes, self.other)


def _is_on_place(line: Said) -> bool:
    """Whether a paragraph opens with a place."""
    return line.kind == "paragraph" and any(named.start == 0 for named in find(line.text[:40]))


def _counted(line: Said) -> str:
    """What the line counts last."""
    for figure in reversed(line.figures):
        thing = " ".join(w for w in figure.unit.split() if w not in FACTORS)
        if figure.kind == "quantity" and thing:
            return thing
    return ""


_KEYED = re.compile(r"[^:.;]{2,40}:\s+\D{0,12}\d")
"""A name with its figure, as in a list of such: `Europe: USD 5 million`."""

POINTS_BACK = re.compile(
    r"(?:(?:in|by|for|from|over|during|through|until|at)\s[^,]{2,40},?\s)?"
    r"(?:it|its|they|their|this|these|(?:the|this|that)\s(?:segment|sub-segment|region|country|category|area|figure|"
    r"number|total|amount|count|sum|level|continent|kingdom|republic|island|province))\b",
    re.IGNORECASE,
)
"""Opens a sentence on what the one before it is on."""


def with_things(line: Said, topic: Topic) -> list[Figure]:
    """The line's figures; a bare count is of what was counted before it: `it has 3 million units, of 5 million`."""
    told = _THINGS.match(line.opening) if line.figures else None
    opened = re.sub(r"^unit .*", "units", (told["thing"] or "units").lower()) if told else ""
    out: list[Figure] = []
    thing, here, dated = topic.thing, False, False
    again = bool(topic.sizes) and bool(words.SAME_YEAR.search(line.text))
    for figure in line.figures:
        sure = bool(opened) or again or (here and dated)
        out.append(_of_thing(line, figure, opened or thing, sure=sure, dated=again or figure.year is not None))
        own = " ".join(w for w in figure.unit.split() if w not in FACTORS)
        if figure.kind == "quantity" and own:
            thing, here, dated = own, True, figure.year is not None
    return out


def _of_thing(line: Said, figure: Figure, thing: str, *, sure: bool, dated: bool) -> Figure:
    """The figure, a bare count with a year made one of the thing; where not `sure`, of the product alone."""
    ours = thing in {"units", called(line.report)}
    if not dated or not thing or not (ours or (sure and thing not in words.COUNTED_ASIDE)):
        return figure
    if figure.kind == "quantity" and figure.unit in FACTORS:
        return replace(figure, unit=f"{figure.unit} {thing}")
    if figure.kind == "count" and figure.unit == "units" and sure:
        return replace(figure, kind="quantity", unit=thing)
    return figure


_THINGS = re.compile(
    r"(?:the\s)?(?P<thing>(?!sales\b)[a-z]{3,}s|unit (?:sales|shipments|demand|volumes?)) (?:reached|"
    r"sold|shipped|"
    r"bought|delivered|placed|"
    r"installed|produced|made|in use|sales|rose|grew|were|was|are|will|came)\b",
    re.IGNORECASE,
)
"""Opens a sentence whose bare counts are of units."""
