"""What moves a market: drivers, restraints, opportunities and challenges, by name."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from actqa.facts.kept import as_read
from actqa.facts.names import is_chapter, key
from actqa.facts.said import Said, said
from actqa.facts.segments.dimensions import lead, splits
from actqa.facts.series import Piece, pieces
from actqa.facts.stems import holds
from actqa.facts.types import Dynamic, Dynamics, Evidence
from actqa.reading import Block, Report, Span
from actqa.reading.headings import is_strong

_KINDS = r"(?:growth |market |key |main |major )*"
_FORCES = {
    "drivers": _KINDS + r"(?:drivers?|driving (?:forces?|factors?)|growth factors?|tailwinds?|enablers?)",
    "restraints": _KINDS
    + r"(?:restraints?|restraining factors?|constraints?|barriers?|obstacles?|inhibitors?|headwinds?)",
    "opportunities": _KINDS + r"opportunit(?:y|ies)",
    "challenges": _KINDS + r"(?:challenges?|threats?|pitfalls?)",
}
"""How the forces are called."""

_AROUND = (
    r"^(?:[\dIVX]+(?:\.\d+)*\.?\s+)?(?:(?:key|main|major|top|global|the)\s+)*"
    r"(?:[\w' -]{{0,80}}\bmarket\s*[:,-]?\s*)?{force}"
)
_BEHIND = (
    r"(?:\s*(?:impact )?(?:analysis|impact|overview))?"
    r"(?:\s+(?:of|in|for|facing)\s+(?:the\s+)?[^:]{2,90})?\s*[:;–-]*\s*$"
)
_HEADS = {kind: re.compile(_AROUND.format(force=force) + _BEHIND, re.IGNORECASE) for kind, force in _FORCES.items()}
_NAMED = {
    kind: re.compile(_AROUND.format(force=force) + r"\s*(?::|\s[–—-]\s|\d:)\s*(?=\S)", re.IGNORECASE)
    for kind, force in _FORCES.items()
}
_STEMS = tuple(
    "driver|driving|factor|tailwind|enabler|restrain|constraint|barrier|obstacle|inhibitor|headwind|opportunit|"
    "challenge|threat|pitfall|what|why|forces|reasons".split("|")
)
"""What every phrase for a force holds."""
_THAT = r"factors (?:that are |that |which are )?"
_SENTENCES = {
    kind: re.compile(
        rf"^(?:[^.;:,]{{0,60}}\s)?(?:key|main|major|primary|chief|top)\s(?:{words})\b[^.;:,]{{0,80}}?"
        r"\b(?:include|are|such as)(?=[\s:])[\s:]+",
        re.IGNORECASE,
    )
    for kind, words in {
        "drivers": rf"(?:growth |market )?drivers|{_THAT}(?:driving|drive|fuell?ing|boosting|propelling)",
        "restraints": rf"(?:market )?(?:restraints|barriers|obstacles)|{_THAT}(?:restrain|hamper|hinder|limit)ing",
        "opportunities": r"(?:growth |market )?opportunities",
        "challenges": r"(?:market )?challenges",
    }.items()
}
"""Words before a series of forces."""
_NUMBERED = re.compile(r"[#\s]*(\d+(?:\.\d+)*)\.?\s")
_TALK = re.compile(r"[.;!?]\s|[.!?]$|,\s(?:which|as|because|since|while|where)\b")


def dynamics(report: Report) -> Dynamics:
    """Each force once, in the report's order."""
    found: dict[str, dict[str, tuple[str, list[Span]]]] = {kind: {} for kind in _FORCES}
    for kind, name, place in _Page(report).forces():
        known = found[kind].setdefault(key(name) or name, (name, []))
        known[1].append(place)
    return Dynamics(**{kind: _rows(report, names.values()) for kind, names in found.items()})


def _rows(report: Report, names: Iterable[tuple[str, list[Span]]]) -> tuple[Dynamic, ...]:
    return tuple(
        Dynamic(name=name, evidence=tuple(Evidence.at(report, place) for place in sorted(set(places))))
        for name, places in names
    )


_ASKED = {
    "drivers": re.compile(
        r"(?:what|why|factors|forces|reasons)\b[^?:]{0,40}?\b(?:driv(?:es?|ing)|pushes|lifts?|fuels?|propels?|"
        r"behind the growth|boosts?|"
        r"supports?|moves)\b[^:?]{0,60}\??$",
        re.IGNORECASE,
    ),
    "restraints": re.compile(
        r"(?:what|factors|forces)\b[^?:]{0,40}?\b(?:holds?|holding|slows?|slowing|restrains?|restraining|hampers?|hampering|limits?|brakes)"
        r"\b[^:?]{0,60}\??$",
        re.IGNORECASE,
    ),
}
"""Headings that ask after a force, or say it in other words: `What drives the market`."""


def force(line: str) -> str:
    """The force a heading is about; empty where it is none, or several."""
    asked = [kind for kind, pattern in _ASKED.items() if pattern.match(line.strip())]
    return (
        asked[0]
        if len(asked) == 1
        else next((kind for kind, pattern in _HEADS.items() if pattern.match(line.strip())), "")
    )


class _Page:
    """The report's blocks as read."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.seen = [as_read(report, block.content) for block in report.blocks]

    def forces(self) -> Iterator[tuple[str, str, Span]]:
        """Every naming of a force, in order."""
        for at, block in enumerate(self.report.blocks):
            text = self.seen[at].text
            if block.kind != "row" and len(text) < 400 and holds(text, _STEMS):
                yield from self._line(at, text)
        group, column = -1, ""
        for one in said(self.report):
            if one.kind == "row":
                if opened := _opens_column(one):
                    group, column = one.at.group, opened
                else:
                    yield from self._row(one, column if group == one.at.group else "")
            elif one.kind != "heading" and one.span.end - one.span.start < 600 and holds(one.text, _STEMS):
                yield from self._sentence(one)

    def _sentence(self, one: Said) -> Iterator[tuple[str, str, Span]]:
        """`Key drivers include A, B and C`."""
        seen = one.shown
        for kind, pattern in _SENTENCES.items():
            cue = pattern.search(seen.text)
            found = pieces(seen.text, cue.end(), len(seen.text), paired=False) if cue else []
            if len(found) > 1 and all(_fits(p.text) and len(p.text.split()) < 12 for p in found):
                yield from ((kind, p.text, seen.raw(p.start, p.end)) for p in found)

    def _line(self, at: int, text: str) -> Iterator[tuple[str, str, Span]]:
        block = self.report.blocks[at]
        kind = force(text)
        if kind and block.kind == "heading":
            yield from ((kind, *named) for named in self._below(at))
        elif kind and (block.kind == "item" or text.endswith(":")):
            yield from ((kind, *named) for named in self._items(at + 1, at))
        elif block.kind in {"heading", "paragraph", "item"}:
            yield from self._after_colon(at, text)

    def _after_colon(self, at: int, text: str) -> Iterator[tuple[str, str, Span]]:
        """`Driver: chips for AI, 5G and cars`."""
        for kind, pattern in _NAMED.items():
            found = pattern.match(text)
            if found:
                for piece in pieces(text, found.end(), len(text)) if ";" in text else [_rest(text, found.end())]:
                    if _fits(piece.text):
                        yield kind, piece.text, self.seen[at].raw(piece.start, piece.end)
                return

    def _below(self, at: int) -> Iterator[tuple[str, Span]]:
        """What a heading about a force heads: a list, a table's rows, a heading each."""
        blocks = self.report.blocks
        if at + 1 == len(blocks):
            return
        first = blocks[at + 1]
        if first.kind == "item":
            yield from self._items(at + 1, None)
        elif first.kind == "heading":
            yield from self._headings(at)
        elif first.kind == "paragraph":
            name, end = self._name(at + 1)
            short = end == len(self.seen[at + 1].text) and len(name.split()) <= 12 and _fits(name)
            if short and not self.seen[at + 1].text.endswith("."):
                yield name, self.seen[at + 1].raw(0, end)
            elif self.seen[at + 1].text.endswith(":") and at + 2 < len(blocks) and blocks[at + 2].kind == "item":
                yield from self._items(at + 2, None)
            elif blocks[at].span != blocks[at].content:
                yield from self._headings(at)

    def _headings(self, at: int) -> Iterator[tuple[str, Span]]:
        """Headings under a heading about a force; without levels, the next one alone."""
        blocks, sections = self.report.blocks, self.report.sections
        home = blocks[at].section
        end = bisect_left(blocks, sections[home].span.end, key=lambda block: block.span.start)
        inside = [b for b in blocks[at + 1 : end] if b.kind == "heading" and sections[b.section].parent == home]
        under = inside or list(blocks[at + 1 : at + 2])
        for block in under:
            text = as_read(self.report, block.content).text
            if is_chapter(text) or lead(text) or splits(text) or self._numbers_on(blocks[at], block):
                break
            if force(text) or (is_strong(text, self.report.title) and len(under) == 1) or not _fits(text):
                continue
            yield text.strip().rstrip(":"), block.content

    def _numbers_on(self, block: Block, other: Block) -> bool:
        """Whether the numbers of two headings say that they are level: `4.3` and `4.4`."""
        found = [_NUMBERED.match(self.report.text, one.span.start) for one in (block, other)]
        depths = [number[1].count(".") for number in found if number]
        return len(depths) == len(found) and depths[0] >= depths[1]

    def _items(self, first: int, lead: int | None) -> Iterator[tuple[str, Span]]:
        """A list's names; under an item those deeper, or on its level up to the next chapter."""
        blocks = self.report.blocks
        if first >= len(blocks) or blocks[first].kind != "item":
            return
        over = blocks[lead].depth if lead is not None else -1
        nested = blocks[first].depth > over
        for at in range(first, len(blocks)):
            block, text = blocks[at], self.seen[at].text
            if block.kind != "item" or block.group != blocks[first].group or block.depth < blocks[first].depth:
                break
            if (force(text) or is_chapter(text)) and not (nested and lead is None and not force(text)):
                break
            if lead is not None and blocks[lead].kind == "item" and not nested and not _stays(text):
                break
            if lead is not None and self._numbers_on(blocks[lead], block):
                break
            name, end = self._name(at)
            if block.depth == blocks[first].depth and _fits(name) and end:
                yield name, self.seen[at].raw(0, end)

    def _name(self, at: int) -> tuple[str, int]:
        """The name an item opens with, where it goes on to explain it."""
        text = self.seen[at].text
        told = re.match(r"([^:.!?]{3,110}?)(?:\s?:\s|\s[–—-]\s)(?=\S)", text)
        if told:
            return told[1].strip(), told.end(1)
        first = re.match(r"[^.!?]{3,160}?(?=[.!?]\s|[.!?]?$)", text)
        return (first[0], first.end()) if first else (text[:160], min(160, len(text)))

    def _row(self, one: Said, column: str) -> Iterator[tuple[str, str, Span]]:
        """A row of a table of forces, those of `column` where a row above has said so, or one whose key is a force."""
        if one.at.head or not one.cells or not one.cells[0]:
            return
        kinds = [at for at, cell in enumerate(one.cells[1:3], 1) if force(cell) and len(cell.split()) < 4]
        if len(one.cells) > 2 and kinds and not force(one.cells[0]) and _fits(one.cells[0]):
            yield force(one.cells[kinds[0]]), one.cells[0], one.at.cells[0]
            return
        names = len(one.heads) < 2 or bool(_NAMES_FORCES.search(one.heads[1]))
        if len(one.cells) > 2 and force(one.cells[0]) and _fits(one.cells[1]) and names:
            yield force(one.cells[0]), one.cells[1], one.at.cells[1]
            return
        column = column or (force(one.heads[0]) if one.heads else "")
        if column and _fits(one.cells[0]) and not force(one.cells[0]):
            yield column, one.cells[0], one.at.cells[0]
        elif len(one.cells) == 2 and (kind := force(one.cells[0])) and one.cells[1]:
            cell = as_read(self.report, one.at.cells[1])
            several = pieces(cell.text, 0, len(cell.text)) if re.search(r"[;•]", cell.text) else [_rest(cell.text, 0)]
            yield from ((kind, piece.text, cell.raw(piece.start, piece.end)) for piece in several if _fits(piece.text))


_COLUMN = re.compile(r"(?:^|[a-z\s])(DRIVERS?|RESTRAINTS?|OPPORTUNIT(?:Y|IES)|CHALLENGES?)$")
"""Ends the first cell of a row of heads, be it glued to the title over it: `Drivers Impact AnalysisDRIVER`."""


def _opens_column(one: Said) -> str:
    """The force whose column a row of heads, also one within a table, opens."""
    found = _COLUMN.search(one.cells[0]) if len(one.cells) > 1 else None
    return force(found[1]) if found else ""


_NAMES_FORCES = re.compile(
    r"\b(?:factors?|names?|forces?|drivers?|dynamics?|items?|descriptions?|details?|elements?|issues?|trends?|what|topics?|"
    r"influences?|key)\b",
    re.IGNORECASE,
)
"""Heads a column of forces rather than of what they do to something."""


def _rest(text: str, start: int) -> Piece:
    name = re.split(r",\s(?:which|as|because|since|while|where)\b", text[start:])[0].rstrip(". ")
    return Piece(name, start, start + len(name))


def _stays(text: str) -> bool:
    return len(text.split()) <= 12


def _fits(name: str) -> bool:
    """Whether it is a name rather than a paragraph."""
    if re.match(r"(?:what|how|why|who|which|analysis|overview|introduction)\b", name, re.IGNORECASE):
        return False
    return 0 < len(name.split()) <= 20 and not _TALK.search(name) and bool(re.search(r"[^\W\d_]", name))
