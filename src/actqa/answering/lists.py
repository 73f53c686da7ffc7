"""Composes the answer to a question for a list."""

from dataclasses import dataclass

from actqa.answering import vocabulary
from actqa.answering.coverage import asked_stems, coverage
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.enumerations import Enumeration, enumerations
from actqa.answering.places import places_in
from actqa.answering.question import Question
from actqa.answering.refusal import refused
from actqa.answering.view import ReportView
from actqa.answering.words import stem, stems, words

LONGEST_NAME = 10
"""Words; what has more is no name."""
SHORT_LEAD = 4
"""Stems up to which a lead says hardly anything but what is listed."""
LEAST = 0.8
"""Of a score that reaches 1 for the topic and 1 for the words asked: what a list must have to be an answer."""


@dataclass(frozen=True, slots=True)
class _Scored:
    enumeration: Enumeration
    score: float


def compose_list(asked: Asked) -> Drafted:
    """The list that fits best; for players also a second one that names others."""
    question, view, found = asked.question, asked.view, asked.found
    ranks = {hit.unit: hit.score / found[0].score for hit in found}
    scored = [_Scored(e, _score(question, view, e, ranks)) for e in enumerations(view)]
    scored = sorted((s for s in scored if s.score >= LEAST), key=lambda s: -s.score)
    if not scored:
        return refused(asked)
    best = scored[0]
    other = _other_list(question, best, scored[1:])
    drafts = [Draft(best.enumeration.text, best.enumeration.places)]
    if other is None:
        return Drafted(tuple(drafts))
    drafts.append(Draft(other.enumeration.text, other.enumeration.places))
    return Drafted(tuple(drafts), "The report gives two lists that differ.")


def _score(question: Question, view: ReportView, listed: Enumeration, ranks: dict[int, float]) -> float:
    """Up to 1 for the topic, 1 for the words asked, 0.3 for how high retrieval ranks it, 0.2 for its length."""
    lead = stems(listed.lead)
    asked = asked_stems(question, view)
    topic_words = {stem(w) for w in vocabulary.TOPICS.get(question.topic, "").split()}
    own_words = {stem(w) for w in words(question.text)} & topic_words
    innermost = stems(listed.lead.split(" › ")[-1]) - view.subject
    topic = len(lead & own_words) / len(own_words) if lead & own_words else 0.7 if lead & topic_words else 0.0
    topic *= 1.0 if innermost & topic_words and len(innermost) <= SHORT_LEAD else 0.6
    named = coverage(asked, lead)
    if question.places and not set(question.places) & set(places_in(listed.lead)):
        return 0.0
    if not topic and not (asked and named >= 0.5):
        return 0.0
    retrieved = max((ranks.get(unit, 0.0) for unit in listed.units), default=0.0)
    return topic + named + 0.3 * retrieved + min(len(listed.items), 4) * 0.05


def _other_list(question: Question, best: _Scored, others: list[_Scored]) -> _Scored | None:
    """A list of the same topic whose names are mostly others."""
    if question.topic != "players" or not best.enumeration.items:
        return None
    mine = {stem_of(item) for item in best.enumeration.items}
    for scored in others:
        theirs = {stem_of(item) for item in scored.enumeration.items}
        named = all(len(item.split()) <= LONGEST_NAME for item in scored.enumeration.items)
        if (
            theirs
            and named
            and scored.score >= 0.75 * best.score
            and len(mine & theirs) * 2 < min(len(mine), len(theirs))
        ):
            return scored
    return None


def stem_of(item: str) -> str:
    """The first word of a name, to compare names by."""
    return item.split()[0].lower() if item.split() else ""
