"""Whom a pronoun means: what the answer to the question before names first."""

import re
from dataclasses import replace

from actqa.answering.asked.history import is_why
from actqa.answering.asked.places import place_spans
from actqa.answering.asked.question import Question, understand
from actqa.answering.asked.words import stems, words
from actqa.answering.draft import Asked, Drafted
from actqa.answering.seen.names import Name


def referring_to(question: Question, before: Asked, drafted: Drafted) -> Question:
    """The question about what the answer to the one before named; unchanged where that named nothing new."""
    if not drafted.drafts or (question.terms and not _asks_only(question, before)) or _is_named(before):
        return question
    if before.question.places and _AT_PLACE.search(question.own):
        return question
    text = drafted.drafts[0].text
    place, name = _first_place(text, before), _first_name(text, before)
    if is_why(question.own) and (name is not None or place is not None):
        found = (
            name[1].text if name is not None and (place is None or name[0] < place[0]) else place[1] if place else ""
        )
        return _why(question, before.question, found)
    if name is not None and (place is None or name[0] < place[0]):
        found = name[1].text
        return replace(
            question,
            text=f"{question.text} {found}",
            names=(),
            terms=tuple(w for w in words(found)),
            stems=stems(found),
            places=(),
        )
    if place is None:
        return question
    return replace(
        question, text=f"{question.text} {place[1]}", names=(), terms=(), stems=frozenset(), places=(place[1],)
    )


_AT_PLACE = re.compile(r"\bthere\b", re.IGNORECASE)
"""Means the place that the question before names."""

RANKED_AS = {"largest": "lead", "smallest": "come last", "fastest": "grow fastest", "slowest": "grow slowest"}


def _why(question: Question, before: Question, first: str) -> Question:
    """Why that which the answer before ranked first is first."""
    text = f"Why does {first} {RANKED_AS[before.leader]}?"
    asked = understand(text)
    return replace(asked, own=question.own, history=question.history, names=(), kind="passage")


def _is_named(before: Asked) -> bool:
    """Whether the question before asked for a figure of something that it names itself, which is then what is meant."""
    named = any(name.kind in {"segment", "player"} for name in before.slots.names) or bool(before.slots.places)
    return before.question.kind == "figure" and not before.question.leader and named


def _asks_only(question: Question, before: Asked) -> bool:
    """Whether the question's terms are but those of the question before."""
    return set(question.terms) <= set(before.question.terms)


def _first_place(text: str, before: Asked) -> tuple[int, str] | None:
    known = {*before.question.places, *before.view.places}
    found = sorted((start, place) for start, _, place in place_spans(text) if place not in known)
    return found[0] if found else None


def _first_name(text: str, before: Asked) -> tuple[int, Name] | None:
    found: list[tuple[int, Name]] = []
    for name in (*before.view.names.all, *before.view.names.namesakes):
        if name.kind in {"dimension", "subject"} or name.stems <= before.question.stems:
            continue
        head = name.text.split(" (")[0]
        at = re.search(rf"(?<!\w){re.escape(head)}(?!\w)", text, re.IGNORECASE)
        at = at or re.search(rf"(?<!\w){re.escape(head.split()[0])}(?!\w)", text) if name.kind == "player" else at
        if at:
            found.append((at.start(), name))
    found.sort(key=lambda pair: (pair[0], -len(pair[1].text)))
    return found[0] if found else None
