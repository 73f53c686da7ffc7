"""Answers to several things asked for in one question, one after the other."""

import re
from collections.abc import Callable
from dataclasses import replace

from actqa.answering.asked.question import understand
from actqa.answering.asked.several import parts_asked
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import stating
from actqa.answering.figures.finding import Match, find
from actqa.answering.figures.operands import entities

FEWEST = 2
MOST = 4
OF_A_THING = {"share", "growth", "size"}
IN_A_YEAR = {"share", "size", "price", "count"}


def compose_parts(asked: Asked, compose: Callable[[Asked], Drafted]) -> Drafted | None:
    """Each part of the question answered by itself; None where it has one, or not every part has an answer."""
    question = asked.question
    parts = parts_asked(question.text) if not (question.history or question.operation) else ()
    told = []
    for part in parts:
        answer = compose(replace(asked, question=understand(part)))
        if not answer.drafts or answer.conflict:
            return None
        told.append(answer.drafts[0])
    return Drafted(_merged(told)) if told else None


def compose_each(asked: Asked) -> Drafted | None:
    """The figure of each thing, or year, that the question names; None where it names one, or one has none."""
    question = asked.question
    if question.kind != "figure" or question.operation or question.leader or not _JOINED.search(question.own):
        return None
    if len(question.years) == FEWEST and question.metric in IN_A_YEAR:
        ways = [find(replace(question, years=(year,)), asked.slots, asked.view, asked.near) for year in question.years]
    elif question.metric in OF_A_THING:
        things = entities(asked)
        ways = [find(replace(question, names=()), thing, asked.view, asked.near) for thing in things]
    else:
        return None
    if not FEWEST <= len(ways) <= MOST or not all(ways):
        return None
    best = _beside(ways)
    if len({m.stated.figure.span for m in best}) < len(best):
        return None
    return Drafted(_merged([stating(asked, m, ways[at]) for at, m in enumerate(best)]))


_JOINED = re.compile(r"\w(?:,| and| &| or| plus| as well as|/) ?(?=\w)", re.IGNORECASE)


def _beside(ways: list[list[Match]]) -> list[Match]:
    """Of each one that stands in the same sentence or row as one of all others, where there are such; else the best."""
    for first in ways[0]:
        beside = [next((m for m in way if m.stated.unit is first.stated.unit), None) for way in ways]
        if None not in beside:
            return [m for m in beside if m is not None]
    return [way[0] for way in ways]


def _merged(drafts: list[Draft]) -> tuple[Draft, ...]:
    """The statements, those in the same words once."""
    by_text: dict[str, Draft] = {}
    for draft in drafts:
        known = by_text.get(draft.text)
        if known is None:
            by_text[draft.text] = draft
            continue
        places = tuple(dict.fromkeys((*known.evidence, *draft.evidence)))
        figures = tuple(dict.fromkeys((*known.figures, *draft.figures)))
        by_text[draft.text] = replace(known, evidence=places, figures=figures)
    return tuple(by_text.values())
