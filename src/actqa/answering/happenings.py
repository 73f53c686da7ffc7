"""Composes what happened: deals, launches and the like, each in the report's words."""

import re

from actqa.answering import list_words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.refusal import refused
from actqa.answering.words import stems
from actqa.facts.types import Development
from actqa.reading import Span

MOST = 6
LONGEST = 220
"""Characters of an event that are given; a longer one is cut before a clause that goes on."""


def asks_what_happened(lower: str) -> bool:
    """Whether a question, in lower case, asks for developments."""
    return bool(list_words.HAPPENED.search(lower))


def compose_happenings(asked: Asked) -> Drafted:
    """Those of the company, the year and the sort asked for; of many the latest."""
    found = [event for event in asked.view.facts.developments if _fits(asked, event)]
    if not found:
        return refused(asked)
    latest = sorted(found, key=lambda event: event.date, reverse=True)[:MOST]
    return Drafted(tuple(_draft(event) for event in found if event in latest))


def _fits(asked: Asked, event: Development) -> bool:
    question = asked.question
    if question.years and int(event.date[:4]) not in question.years:
        return False
    said = stems(f"{event.company} {event.event}")
    companies = [name.stems for name in asked.slots.names if name.kind == "player"]
    named = companies or [stems(name) for name in question.names]
    if named and not any(name <= said for name in named):
        return False
    lower = question.text.lower()
    sorts = set() if list_words.ANY_EVENT.search(lower) else _sorts(lower)
    return not sorts or bool(sorts & _sorts(event.event.lower()))


def _sorts(lower: str) -> set[str]:
    return {sort for sort, words in list_words.EVENTS.items() if re.search(words, lower)}


def _draft(event: Development) -> Draft:
    """The event; of a row that tells date and company apart, those too."""
    place = event.evidence[0]
    text = _short(event.event)
    if not stems(event.company) & stems(text):
        text = f"{event.company}: {text}"
    if event.date[:4] not in text and event.date[:4] in place.quote:
        text = f"{event.date[:4]}, {text}"
    return Draft(text, (Span(place.start, place.end),))


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
