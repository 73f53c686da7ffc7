"""What is ranked: places, companies, or the segments of a dimension, and how a figure's subject is one of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from actqa.answering.asked.cues import ranked
from actqa.answering.asked.places import places_in
from actqa.answering.asked.question import Question
from actqa.answering.asked.wanted import wanted
from actqa.answering.asked.words import stems
from actqa.answering.lists.choosing import by_words
from actqa.answering.seen.view import ReportView
from actqa.places import is_place, is_region, lies_in


@dataclass(frozen=True, slots=True)
class Things:
    """What is ranked."""

    key: Callable[[str], frozenset[str]]
    """What tells the one that a figure's subject is; empty where it is none of them."""
    all: frozenset[frozenset[str]] = frozenset()
    """Each of them, where the report lists them."""
    places: frozenset[frozenset[str]] = frozenset()
    """The same of places, of which a table may have others."""


def kind_ranked(question: Question, view: ReportView) -> str:
    """Among what a rank is asked for, by the noun; else by the dimension that the question names."""
    lower = question.text.lower()
    called = ranked(lower) or next((kind for kind, nouns in _NOUNS.items() if nouns.search(lower)), "")
    return called or ("segment" if next(named(question, view, "dimension"), None) else "")


_NOUNS = {
    "place": re.compile(r"\b(?:region|countr(?:y|ies)|geograph\w+|state|continent|nation)s?\b"),
    "player": re.compile(r"\b(?:compan(?:y|ies)|player|vendor|firm|brand|maker|manufacturer|supplier|provider)s?\b"),
}


def _segments(question: Question, view: ReportView) -> Things | None:
    """Those of the dimension that the question names."""
    own = frozenset(named(question, view, "dimension"))
    return Things(lambda subject: _one_of(own, subject, view), own) if own else None


def _one_of(own: frozenset[frozenset[str]], subject: str, view: ReportView) -> frozenset[str]:
    """Which of them the subject of a figure is, be it with words that say no more than that it is ranked."""
    said = stems(subject) - view.subject
    return next((thing for thing in own if thing == said or (thing <= said and said - thing <= _BESIDE)), NONE)


NONE: frozenset[str] = frozenset()
_BESIDE = stems("segment category market ranked second third next followed follows ahead of still the largest leading")
"""Words that a figure's subject may have besides its name."""


def named(question: Question, view: ReportView, kind: str) -> Iterator[frozenset[str]]:
    """Stems of what the dimension holds that the question names, but the rest."""
    dimensions = [listing for listing in view.listings if listing.kind == kind and not listing.is_inner]
    if kind == "dimension":
        common = view.subject - frozenset(s for listing in dimensions for s in listing.stems)
        found = by_words(wanted(question, common).full, dimensions, common)
        dimensions = [found[0][1]] if found else []
    for item in dimensions[0].items if dimensions else ():
        said = stems(item.name) - view.subject
        if said and not _REST.match(item.name):
            yield said


_REST = re.compile(r"(?:all |the )?(?:others?|rest)\b", re.IGNORECASE)


def _places(question: Question, view: ReportView) -> Things:
    """Places; regions are those that the report lists where they have no names of the map."""
    lower = question.text.lower()
    own = frozenset(named(question, view, "regions"))
    names = tuple(_region_names(view))
    if "region" in lower and own and not any(is_place(name) for name in names):
        return Things(lambda subject: _one_of(own, subject, view), own)

    def key(subject: str) -> frozenset[str]:
        told = frozenset(places_in(subject)) - view.places
        inside = not question.places or any(lies_in(at, whole) for at in told for whole in question.places)
        regions = any(map(is_region, told))
        return NONE if ("countr" in lower and regions) or not inside or len(told) > 1 else told

    return Things(key, places=frozenset(told for name in names if (told := key(name))))


def _region_names(view: ReportView) -> Iterator[str]:
    for listing in view.listings:
        if listing.kind == "regions" and not listing.is_inner:
            yield from (item.name for item in listing.items)


def _players(_: Question, view: ReportView) -> Things:
    names = [player.name.lower() for player in view.facts.players]
    return Things(lambda subject: stems(next((name for name in names if name in subject.lower()), "")))


THINGS: dict[str, Callable[[Question, ReportView], Things | None]] = {
    "place": _places,
    "player": _players,
    "segment": _segments,
}
