"""Composes what happened: deals, launches and the like, each in the report's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.question import Question, years_in
from actqa.answering.asked.words import is_plain, stems
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.passages.passage_slots import ORDINARY
from actqa.answering.refusal import refused
from actqa.answering.seen.view import ReportView
from actqa.facts.types import Development
from actqa.places import find, lies_in
from actqa.reading import Span

MOST = 6
LONGEST = 220
"""Characters of an event that are given; a longer one is cut before a clause that goes on."""

_MONTHS = "|".join(sorted(vocabulary.MONTHS))
_DATED = re.compile(rf"\b[Ii]n (?:{_MONTHS}) (?P<year>(?:19|20)\d\d),? (?=[A-Z])", re.IGNORECASE)
"""How a clause begins that tells what somebody did."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    date: str
    """`2024` or `2024-06`."""
    text: str
    said: frozenset[str]
    """Stems of the text and of who did it."""
    place: Span


def asks_what_happened(lower: str) -> bool:
    """Whether a question, in lower case, asks for developments."""
    return bool(list_words.HAPPENED.search(lower))


_BECAME = re.compile(r"\bwhat (?:did|has|have|happened|happens)\b", re.IGNORECASE)
_TO = re.compile(r"\bwhat (?:has )?happen(?:ed|s) (?:to|with) (?!(?:the )?(?:market|industry|sector)\b)")
SEVERAL = 2


def tells_what_became(asked: Asked) -> bool:
    """Whether the question asks what became of a thing, or what a thing did, rather than for what companies did:
    `What happened to prices when …?`, `What did the ban do?`"""
    question, view = asked.question, asked.view
    if not _BECAME.search(question.text) or not asks_what_happened(question.text.lower()) or question.names:
        return False
    if any(name.kind == "player" for name in view.names.within(question.stems)):
        return False
    lower = question.text.lower()
    if _TO.search(lower):
        return True
    telling = [w for w in question.terms if not is_plain(w) and not list_words.ANY_EVENT.fullmatch(w)]
    return not _sorts(lower) and len([w for w in telling if not stems(w) <= view.subject]) >= SEVERAL


def compose_happenings(asked: Asked) -> Drafted:
    """Those of the company, the year and the sort asked for; of many the latest, in the report's order."""
    found = [event for event in events(asked.view) if _fits(asked, event)]
    found = found or [event for event in _in_sentences(asked.view) if _fits(asked, event)]
    if not found and asked.question.history and asked.question.years and not years_in(asked.question.own):
        return compose_happenings(replace(asked, question=replace(asked.question, years=())))
    if not found:
        return refused(asked)
    latest = sorted(found, key=lambda event: event.date, reverse=True)[:MOST]
    return Drafted(tuple(Draft(event.text, (event.place,)) for event in found if event in latest))


def events(view: ReportView) -> list[Event]:
    """The facts', and those that only the text tells: items under a title that says so, clauses with month and year."""
    known = [_event(development) for development in view.facts.developments]
    told = [*_listed(view), *_dated(view)]
    new = [event for event in told if not any(event.place.overlaps(other.place) for other in known)]
    return sorted((*known, *new), key=lambda event: event.place.start)


def _event(development: Development) -> Event:
    """Of a row that tells date and company apart, with those."""
    place = development.evidence[0]
    text = _short(development.event)
    if not stems(development.company) & stems(text):
        text = f"{development.company}: {text}"
    year = development.date[:4]
    date = re.search(rf"(?:\b[A-Z][a-z]{{2,8}}\.? )?{year}", place.quote)
    if year not in text and date:
        text = f"{date.group()}, {text}"
    said = stems(f"{development.company} {development.event}")
    return Event(development.date, text, said, Span(place.start, place.end))


def _listed(view: ReportView) -> Iterator[Event]:
    for listing in view.listings:
        if listing.kind == "text" and not listing.sentence and listing.stems & list_words.HAPPENINGS:
            units = (
                unit for unit in view.units if any(i.spans[0].start == unit.unit.content.start for i in listing.items)
            )
            for unit in units:
                dated = _DATED.search(unit.text)
                if dated:
                    yield Event(dated["year"], _short(unit.text), unit.said, unit.unit.content)


def _dated(view: ReportView) -> Iterator[Event]:
    """Of a sentence that tells several."""
    for unit in view.units:
        if unit.unit.kind == "sentence" and len(_DATED.findall(unit.text)) > 1:
            for part in re.split(r";\s+(?:and )?", unit.text):
                dated = _DATED.match(part)
                if dated:
                    text = part[0].upper() + part[1:].rstrip(".") + "."
                    yield Event(dated["year"], _short(text), stems(part), _within(unit.unit.content, part, view))


_ANY_SORT = re.compile("|".join(words for sort, words in list_words.EVENTS.items() if sort != "expansions"))
_NAME = re.compile(rf"(?<!^)\b(?!(?:{_MONTHS})\b)[A-Z][\w&’'.-]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _in_sentences(view: ReportView) -> Iterator[Event]:
    """What a sentence tells that somebody bought, launched or agreed in a year."""
    for unit in view.units:
        years = set(_YEAR.findall(unit.text))
        names = len(_NAME.findall(unit.text)) > 1
        if unit.unit.kind == "sentence" and len(years) == 1 and names and _ANY_SORT.search(unit.text.lower()):
            yield Event(years.pop(), _short(unit.text), unit.said, unit.unit.content)


def _within(span: Span, part: str, view: ReportView) -> Span:
    """Where the part stands, if it stands there as it is read."""
    at = view.report.text.find(part, span.start, span.end)
    return Span(at, at + len(part)) if at >= 0 else span


def _fits(asked: Asked, event: Event) -> bool:
    question = asked.question
    if question.years and not _is_then(question, int(event.date[:4])):
        return False
    players = asked.view.names.within(stems(question.text))
    others = [name for name in question.names if name not in ORDINARY]
    named = [name.stems for name in players if name.kind == "player"] or [stems(name) for name in others]
    if named and not any(name <= event.said for name in named):
        return False
    if not _is_there(frozenset(question.places) - asked.view.places, event):
        return False
    lower = question.text.lower()
    sorts = set() if list_words.ANY_EVENT.search(lower) and not _OF_SORT.search(lower) else _sorts(lower)
    return not sorts or bool(sorts & _sorts(event.text.lower()))


_OF_SORT = re.compile(
    r"\b(?:m&a|mergers?(?: (?:and|&) acquisitions?)?|acquisitions?|partnerships?|launch(?:es)?|approvals?|expansions?|"
    r"funding|closures?) (?:activit(?:y|ies)|deals?|news|moves|updates?)\b"
)
"""Asks for what happened of one sort."""
_SINCE = re.compile(
    r"\b(?:since|after|from) (?:early |mid-?|late )?(?:19|20)\d\d\b(?! (?:to|until|through)\b|"
    r"[-–])",
    re.IGNORECASE,
)


def _is_then(question: Question, year: int) -> bool:
    """Whether it happened in a year that is asked for, or since then."""
    if _SINCE.search(question.text) and len(question.years) == 1:
        return year >= question.years[0]
    return year in question.years or (len(question.years) > 1 and min(question.years) <= year <= max(question.years))


def _is_there(places: frozenset[str], event: Event) -> bool:
    """Whether the event names each of the places, or one that lies there."""
    told = frozenset(named.name for named in find(event.text, cased=False))
    return all(place in told or any(lies_in(other, place) for other in told) for place in places)


def _sorts(lower: str) -> set[str]:
    return {sort for sort, words in list_words.EVENTS.items() if re.search(words, lower)}


def _short(event: str) -> str:
    if len(event) <= LONGEST:
        return event
    parts = re.split(r"(?=;\s|,\s(?:which|who|while|whereas|a|as|to|with|adding|making|in order)\b|\s[–—-]\s)", event)
    text = parts[0]
    for part in parts[1:]:
        if len(text) + len(part) > LONGEST:
            break
        text += part
    return text.rstrip(" ,;.") + "."
