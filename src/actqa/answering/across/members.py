"""In which reports something is: a player, a place, a market, or words that they say."""

import re
from collections.abc import Iterator, Mapping, Sequence

from actqa.answering.across.briefs import Brief
from actqa.answering.across.joined import Note, Part, labelled, listed
from actqa.answering.asked.list_words import in_words
from actqa.answering.asked.words import stem, stems
from actqa.answering.draft import Draft
from actqa.facts import ReportFacts
from actqa.facts.types import Evidence, Segment
from actqa.figures import parse
from actqa.index.library import IndexedReport, Snapshot
from actqa.places import canonical
from actqa.reading import Span, shown

MOST_SHOWN = 10
LOOKED_AT = 200
LONGEST = 260
"""Characters of a sentence that is given; of a longer one only where it stands."""
SHOWN = {"money", "percent", "quantity", "multiple"}


def players(snapshot: Snapshot, briefs: Mapping[str, Brief], asked: frozenset[str]) -> list[Part]:
    """A statement for each report that names such a player."""
    parts = []
    for brief in briefs.values():
        named = {n.text for n in brief.names.all if n.kind == "player" and n.stems <= asked}
        if named:
            listed_here = [p for p in snapshot.facts(brief.id).players if p.name in named]
            parts += [_said(snapshot, brief, f"names {p.name} among the players", p.evidence) for p in listed_here]
    return parts


def places(snapshot: Snapshot, briefs: Mapping[str, Brief], asked: Sequence[str]) -> list[Part]:
    """A statement for each report that has all of the places in its tables."""
    parts = []
    for brief in briefs.values():
        if set(asked) <= brief.places:
            found = _places(snapshot.facts(brief.id), asked)
            said = " and ".join(asked)
            covers = f"covers {said}"
            parts.append(_said(snapshot, brief, covers, found) if found else _titled(snapshot, brief, f" {covers}"))
    return parts


def _places(facts: ReportFacts, asked: Sequence[str]) -> tuple[Evidence, ...]:
    """The first place in the report for each."""
    rows: list[tuple[str, tuple[Evidence, ...]]] = [
        *((s.name, s.evidence) for split in facts.segmentations for top in split.segments for s in _with_inner(top)),
        *((row.market, row.evidence) for row in facts.forecasts),
        *((share.subject, share.evidence) for share in facts.shares),
    ]
    firsts = (next((places[0] for name, places in rows if canonical(name) == place), None) for place in asked)
    return tuple(it for it in firsts if it is not None)


def _with_inner(segment: Segment) -> Iterator[Segment]:
    yield segment
    for child in segment.children:
        yield from _with_inner(child)


def markets(snapshot: Snapshot, briefs: Sequence[Brief]) -> list[Part]:
    """The reports themselves."""
    return [_titled(snapshot, brief) for brief in briefs]


def _titled(snapshot: Snapshot, brief: Brief, said: str = "") -> Part:
    indexed = snapshot.report(brief.id)
    label, more = labelled(brief.label, indexed)
    return Part(indexed.report, Draft(f"{label}{said}.", (indexed.units[0].content, *more)))


def _said(snapshot: Snapshot, brief: Brief, text: str, evidence: Sequence[Evidence]) -> Part:
    indexed = snapshot.report(brief.id)
    label, more = labelled(brief.label, indexed)
    places = tuple(dict.fromkeys(Span(it.start, it.end) for it in evidence[:2]))
    return Part(indexed.report, Draft(f"{label} {text}.", (*places, *more)))


def mentions(snapshot: Snapshot, briefs: Mapping[str, Brief], words: Sequence[str]) -> list[Part]:
    """For each report that says all of the words in one sentence, row or item, the first that does."""
    wanted = frozenset(stem(part) for word in words for part in word.split("-") if part)
    found: dict[str, list[int]] = {}
    for hit in snapshot.lexical_nearest(" ".join(words), LOOKED_AT) if wanted else ():
        indexed = snapshot.report(hit.report)
        if wanted <= stems(shown(indexed.report.text, indexed.units[hit.unit].content)):
            found.setdefault(hit.report, []).append(hit.unit)
    reports = {id: snapshot.report(id) for id in found}
    return [_mention(briefs[id], it, _most_telling(it, found[id], wanted)) for id, it in reports.items()]


def _most_telling(indexed: IndexedReport, found: Sequence[int], wanted: frozenset[str]) -> int:
    """What says the words and nothing else, such as an item of a list; else a sentence."""
    texts = [shown(indexed.report.text, indexed.units[at].content) for at in found]
    named = (at for at, text in zip(found, texts, strict=True) if stems(text) == wanted)
    told = (at for at, text in zip(found, texts, strict=True) if text[-1:] in {".", "!", "?"})
    return next(named, next(told, found[0]))


def _mention(brief: Brief, indexed: IndexedReport, at: int) -> Part:
    unit = indexed.units[at]
    label, more = labelled(brief.label, indexed)
    text = shown(indexed.report.text, unit.content).strip("| -")
    figures = tuple(f for f in parse(indexed.report.text, unit.content) if f.kind in SHOWN)
    title = indexed.report.sections[unit.section].title
    if len(text) <= LONGEST and unit.kind != "row":
        under = f", under “{title}”" if len(text.split()) <= 4 and not re.search(r"\d", title) else ""
        return Part(indexed.report, Draft(f"{label}: {text}{under}", (unit.content, *more), figures))
    under = f" under “{title}”" if title and not re.search(r"\d", title) else ""
    return Part(indexed.report, Draft(f"{label} says it{under}.", (unit.content, *more)))


def counted(
    parts: Sequence[Part], briefs: Mapping[str, Brief], *, counts: bool, most: int = MOST_SHOWN
) -> tuple[list[Part], list[Note]]:
    """As many as are shown; how many they are in all, where that is asked or not all are shown."""
    by_report: dict[str, Part] = {}
    for part in parts:
        by_report.setdefault(part.report.id, part)
    found = list(by_report)
    shown_parts = [part for part in parts if part.report.id in found[:most]]
    notes = []
    if counts:
        all_of_them = f"of the {in_words(len(briefs))} reports"
        said = f"{in_words(len(found)).capitalize()} {all_of_them}."
        notes.append(Note(said, first=True, counted=(said,)))
    if len(found) > most:
        labels = tuple(briefs[id].label for id in found[MOST_SHOWN:])
        notes.append(Note(f"Also {listed(labels)}.", named=labels, counted=(listed(labels),)))
    return shown_parts, notes


def count_of(reports: int) -> str:
    """How many reports there are, in words."""
    return f"{in_words(reports).capitalize()} report{'s' if reports != 1 else ''}:"
