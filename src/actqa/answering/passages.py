"""Composes the answer to a question for words: the sentences that answer, verbatim, best first."""

import re

from actqa.answering.assemble import SILENT
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.scoring import Scored, Scoring, can_answer
from actqa.answering.units import UnitView
from actqa.answering.wording import beside

MOST = 3
CLOSE = 0.9
"""Of the best score: what a second sentence from elsewhere must have."""
SHORT = 9
"""Words up to which a sentence announces what the next one says."""

_LEANS = re.compile(
    r"(?:it|its|this|that|these|those|they|their|such|both|he|she|the (?:reason|gap|segment|region|former|latter|same|"
    r"result|effect)|because|therefore|hence|thus|so|as a result|consequently|here|there|then|for (?:this|that)|"
    r"one|another|a further|a second)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says little without the one before."""


def compose_passage(asked: Asked) -> Drafted:
    """One to three sentences."""
    scoring = Scoring(asked)
    ranked = scoring.best()
    if not ranked or not _answers(asked, scoring, ranked[0]):
        return Drafted(refusal=f"{SILENT}: I looked for “{asked.question.text}” and found nothing on it.")
    chosen = _chosen(scoring, ranked)
    return Drafted(tuple(_draft(asked.view.units[at]) for at in chosen))


def _answers(asked: Asked, scoring: Scoring, best: Scored) -> bool:
    return True


def _chosen(scoring: Scoring, ranked: list[Scored]) -> list[int]:
    units, best = scoring.view.units, ranked[0]
    chosen = _with_neighbours(scoring, best)
    for other in ranked[1:]:
        if len(chosen) >= MOST or other.score < CLOSE * best.score:
            break
        if other.at not in chosen:
            chosen.append(other.at)
    return chosen[:MOST]


def _with_neighbours(scoring: Scoring, best: Scored) -> list[int]:
    """The best sentence, led in by the one it leans on, followed by the one that leans on it."""
    units = scoring.view.units
    before, after = beside(units, best.at, -1), beside(units, best.at, 1)
    text = units[best.at].text
    if before is not None and _LEANS.match(text) and can_answer(units[before]):
        return [before, best.at]
    if after is not None and can_answer(units[after]):
        leans = bool(_LEANS.match(units[after].text))
        if len(text.split()) <= SHORT or (leans and any(c.said.search(units[after].text) for c in scoring.cues)):
            return [best.at, after]
    return [best.at]


def _draft(unit: UnitView) -> Draft:
    return Draft(unit.text, (unit.unit.content,))
