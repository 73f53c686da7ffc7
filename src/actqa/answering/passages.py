"""Composes the answer to a question for words: the sentences that fit best, verbatim."""

import re

from actqa.answering.assemble import SILENT
from actqa.answering.coverage import coverage
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.question import Question
from actqa.answering.units import UnitView
from actqa.answering.words import stems
from actqa.retrieval import Ranked

MOST = 2
UNRELATED = 0.28
"""Cosine below which a sentence that shares no word with the question is about something else."""

_REASON = re.compile(
    r"\b(?:because|since|due to|driven by|owing to|as a result|thanks to|reason|therefore|so that|attributed to"
    r"|on the back of|contribute|need for|requires?|led by|supported by)\b|,\s(?:as|so|for)\s",
    re.IGNORECASE,
)


def compose_passage(asked: Asked) -> Drafted:
    """One or two sentences, best first."""
    question, view, found = asked.question, asked.view, asked.found
    words = (stems(question.text) - view.subject) or question.stems
    top = found[0].score if found else 1.0
    scored = []
    for hit in found:
        unit = view.units[hit.unit]
        if not _is_sentence(unit) or not _is_related(question, unit, hit, words):
            continue
        covered = coverage(words, unit.stems)
        named = 0.5 if unit.unit.kind == "row" and covered == 1.0 else 0.0
        reason = 0.3 if question.text.lower().startswith("why") and _REASON.search(unit.text) else 0.0
        scored.append((hit.score / top + 0.8 * hit.similarity + 0.6 * covered + reason + named, unit))
    scored.sort(key=lambda pair: -pair[0])
    if not scored:
        return Drafted(refusal=f"{SILENT}: I looked for “{question.text}” and found nothing on it.")
    best = [unit for score, unit in scored[:MOST] if score >= 0.8 * scored[0][0]]
    return Drafted(tuple(Draft(unit.text, (unit.unit.content,)) for unit in best))


def _is_sentence(unit: UnitView) -> bool:
    """Whether the unit says something: a sentence, or a row."""
    if unit.is_head or unit.unit.kind == "heading":
        return False
    return unit.unit.kind == "row" or len(unit.text.split()) >= 5


def _is_related(question: Question, unit: UnitView, hit: Ranked, asked: frozenset[str]) -> bool:
    said = f"{unit.text} {unit.around}".lower()
    if any(name.lower() not in said for name in question.names) and hit.similarity < 0.5:
        return False
    return coverage(asked, unit.stems) > 0 or hit.similarity >= UNRELATED
