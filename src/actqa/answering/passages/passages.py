"""Composes the answer to a question for words: the sentences that answer, verbatim, best first."""

import re
from collections.abc import Sequence

from actqa.answering.asked.cues import FASTEST, RANKS, REASON, SLOWEST
from actqa.answering.asked.kinds import rank_asked
from actqa.answering.asked.words import stems
from actqa.answering.assemble import SILENT
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import wording
from actqa.answering.figures.ranked_things import kind_ranked, named
from actqa.answering.figures.ranking import Rank, by_figures
from actqa.answering.lists.announcing import announced
from actqa.answering.passages.scoring import Scored, Scoring
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.wording import beside, can_answer
from actqa.figures import Figure

MOST = 3
CLOSE = 0.9
"""Of the best score: what a second sentence from elsewhere must have."""
CLOSE_IN_DOUBT = 0.75
"""The same where the best is in doubt, so that what answers may be another one."""
BESIDE = 0.75
"""The same for the sentence that follows the best."""
ROOM = 450
"""Characters up to which sentences are added to the best."""
FAIR = 0.6
"""Of the best score: what a sentence must have that gives the reason asked for where better ones give none."""
SAME = 0.7
"""Part of the words of the shorter of two sentences from which they say the same."""
SHORT = 9
"""Words up to which a sentence announces what the next one says."""

_LEANS = re.compile(
    r"(?:it|its|this|that|these|those|they|their|such|both|he|she|the (?:reason|gap|segment|region|former|latter|"
    r"same|"
    r"result|effect)|because|therefore|hence|thus|so|as a result|consequently|here|there|then|for (?:this|that)|"
    r"one|another|a further|a second)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says little without the one before."""
_POINTS_BACK = re.compile(r"\bthe (?:region|country|segment|category|practice|former|latter)\b")
"""What names again in passing that which the sentence before is about."""

LEAST = 1.25
"""Certainty below which the report does not answer. Of 87 questions whose answer is on top 81 are above it, and one of
five that were written for reports on other things, mostly such as any report may answer."""
SURE = 1.7
"""Certainty below which the best is in doubt."""


def compose_passage(asked: Asked) -> Drafted:
    """One to three sentences."""
    scoring = Scoring(asked)
    ranked = scoring.best()
    if scoring.slots.missing:
        return Drafted(refusal=f"{SILENT}: it does not mention {scoring.slots.missing}.")
    ranked = [scored for scored in ranked if _answers(scoring, scored)]
    if any(cue in RANKS for cue in scoring.cues) and not scoring.slots.naming:
        of_these = [scored for scored in ranked if _ranks_one(asked, scored.at)]
        if ranked and not of_these and (first := _by_figures(asked, scoring)) is not None:
            return Drafted((first,))
        ranked = of_these or ranked
    if not ranked and any(cue in RANKS for cue in scoring.cues) and not scoring.slots.naming:
        first = _by_figures(asked, scoring)
        if first is not None:
            return Drafted((first,))
    if not ranked:
        return Drafted(refusal=f"{SILENT}: I looked for “{asked.question.text}” and found nothing on it.")
    chosen = _chosen(scoring, ranked)
    best, *others = [asked.view.units[at] for at in chosen]
    figures = _figures(best, dates=bool(_ASKS_WHEN.match(asked.question.text)))
    return Drafted((_draft(best, figures=figures), *map(_draft, others)))


def _ranks_one(asked: Asked, at: int) -> bool:
    """Whether a sentence ranks a region, or one of the dimension of which one is asked to rank first."""
    kind, view = kind_ranked(asked.question, asked.view), asked.view
    text = view.units[at].text
    if kind == "place":
        return _ONE_OF_MANY.search(text) is None or len(_RANKING.findall(text)) > 1
    things = list(named(asked.question, view, "dimension")) if kind == "segment" else []
    return not things or any(thing <= stems(text) - view.subject for thing in things)


_ONE_OF_MANY = re.compile(
    r"\b(?:an?|one of the|some of the|among the) (?:leading|largest|biggest|top|main)\b", re.IGNORECASE
)
_RANKING = re.compile(r"\b(?:lead\w*|largest|biggest|top|main|first|highest|dominat\w+)\b", re.IGNORECASE)


def _by_figures(asked: Asked, scoring: Scoring) -> Draft | None:
    """What ranks as asked for by the report's figures, where no sentence says so."""
    question, view = asked.question, asked.view
    rank = Rank(
        fastest=FASTEST in scoring.cues or SLOWEST in scoring.cues,
        at=rank_asked(question.text.lower()),
        last=question.leader in {"smallest", "slowest"},
    )
    found = by_figures(question, view, kind_ranked(question, view), rank)
    if found is None:
        return None
    number, stated = found
    unit = view.units[number]
    if stated is None:
        return _draft(unit)
    head = (unit.head,) if unit.head is not None and unit.columns else ()
    return Draft(wording(asked, stated), (unit.unit.content, *head), (stated.figure,))


def _answers(scoring: Scoring, scored: Scored) -> bool:
    if scoring.is_general and scoring.cues:
        return scoring.is_cued(scored.at)
    return _certainty(scoring, scored) >= LEAST


def _certainty(scoring: Scoring, scored: Scored) -> float:
    return scored.score + scoring.nearest


def _chosen(scoring: Scoring, ranked: list[Scored]) -> list[int]:
    """The best, and what comes close to it, each with the neighbour it needs; what the report says twice but once."""
    best = ranked[0]
    close = CLOSE if _certainty(scoring, best) >= SURE else CLOSE_IN_DOUBT
    chosen = _with_neighbours(scoring, best.at)
    most = max(MOST, len(chosen))
    follows = beside(scoring.view.units, best.at, 1)
    others = [s for s in ranked[1:] if s.score >= (BESIDE if s.at == follows else close) * best.score]
    for scored in others:
        if scored.at not in chosen and not any(_says_the_same(scoring, scored.at, at) for at in chosen):
            added = [at for at in _with_neighbours(scoring, scored.at) if at not in chosen]
            if len(chosen) + len(added) <= MOST and _width(scoring, chosen + added) <= ROOM:
                chosen += added
    return _with_reason(scoring, ranked, chosen[:most])


def _width(scoring: Scoring, chosen: list[int]) -> int:
    return sum(len(scoring.view.units[at].text) for at in chosen)


def _with_reason(scoring: Scoring, ranked: list[Scored], chosen: list[int]) -> list[int]:
    """The chosen; where the question asks why and none of them says so, the best with what it goes on with, and the
    sentence that does."""
    units = scoring.view.units
    if not scoring.asks_why or any(REASON.said.search(units[at].text) for at in chosen):
        return chosen
    least = FAIR * ranked[0].score
    telling = (s.at for s in ranked if s.score >= least and REASON.said.search(units[s.at].text))
    reason = next(telling, None)
    if reason is None:
        return chosen
    goes_on = [at for at in chosen[1:2] if at == beside(units, chosen[0], 1) and scoring.shares_telling(chosen[0], at)]
    return [chosen[0], *goes_on, reason]


def _says_the_same(scoring: Scoring, at: int, other: int) -> bool:
    one, two = scoring.wording.keys[at], scoring.wording.keys[other]
    return len(one & two) > SAME * min(len(one), len(two))


def _with_neighbours(scoring: Scoring, at: int) -> list[int]:
    """The sentence, led in by the one it leans on, followed by the one that leans on it; what answers a question of the
    report's own from its first word."""
    units = scoring.view.units
    if several := announced(units, at) or _under_label(units, at):
        return several
    question = scoring.wording.asked_by[at]
    if question is not None and 1 < at - question < MOST:
        return list(range(question + 1, at + 1))
    before, after = beside(units, at, -1), beside(units, at, 1)
    text = units[at].text
    points = bool(_LEANS.match(text) or (_POINTS_BACK.search(text) and not units[at].said_places))
    if before is not None and points and can_answer(units[before]):
        return [before, at]
    if after is not None and can_answer(units[after]):
        leans = bool(_LEANS.match(units[after].text)) and any(c.said.search(units[after].text) for c in scoring.cues)
        goes_on = REASON.said.search(units[after].text) or scoring.shares_telling(at, after)
        explains = scoring.asks_why and not REASON.said.search(text) and bool(goes_on)
        announces = len(text.split()) <= SHORT and not any(cue.needed for cue in scoring.cues)
        if announces or leans or explains:
            return [at, after]
    return [at]


_LABEL = re.compile(r"(?:driver|restraint|opportunity|challenge|trend|threat|risk)s?\s?[:–-]\s.*\w", re.IGNORECASE)
MOST_UNDER_LABEL = 2


def _under_label(units: Sequence[UnitView], at: int) -> list[int]:
    """The first sentences under a line that only names what they tell: `Restraint: Dependence on one vendor`."""
    if units[at].unit.kind != "sentence" or not _LABEL.fullmatch(units[at].text) or len(units[at].text.split()) > SHORT:
        return []
    after = range(at + 1, min(at + 1 + MOST_UNDER_LABEL, len(units)))
    block = units[at + 1].unit.block if at + 1 < len(units) else -1
    below = [i for i in after if units[i].unit.block == block and units[i].unit.section == units[at].unit.section]
    return [i for i in below if units[i].unit.kind == "sentence" and can_answer(units[i])]


def _draft(unit: UnitView, figures: tuple[Figure, ...] = ()) -> Draft:
    return Draft(unit.text, (unit.unit.content,), figures)


MOST_FIGURES = 3
SHOWN = {"money", "percent", "quantity", "multiple"}


_ASKS_WHEN = re.compile(
    r"(?:and |so )?(?:when|what year|in (?:what|which) year|since when)\b|.*\? (?:and )?when\b", re.IGNORECASE
)


def _figures(unit: UnitView, *, dates: bool = False) -> tuple[Figure, ...]:
    """Those that the sentence says, so that they are tied to their place as well; years where a date is asked for."""
    shown = {"year"} if dates else SHOWN
    return tuple({f.value: f for f in reversed(unit.figures) if f.kind in shown}.values())[:MOST_FIGURES]
