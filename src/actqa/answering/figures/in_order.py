"""Several things in their order: `top 3 regions by revenue`, `rank the regions by share`."""

from dataclasses import replace

from actqa.answering.asked.rankings import Ranking, ranking_asked
from actqa.answering.assemble import passed
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import wording
from actqa.answering.figures.operands import places_of
from actqa.answering.figures.ranked_things import kind_ranked
from actqa.answering.figures.ranking import FEWEST, Order, asking_for, in_their_order, stated_of
from actqa.answering.figures.told_order import told_in_order
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView
from actqa.figures import Figure

ONLY_THESE = "The report ranks no more of them."
AMONG = "Only those with a figure are ranked."
"""Said where others may come among them."""


def compose_ranking(asked: Asked) -> Drafted | None:
    """Those that are asked for in their order, each with its figure; None where no order is asked for, or told."""
    ranking = ranking_asked(asked.question.text)
    if ranking is None:
        return None
    question = asking_for(asked.question, ranking)
    kind = kind_ranked(question, asked.view)
    order = in_their_order(question, asked.view, kind, ranking)
    told = told_in_order(question, asked.view, kind, ranking)
    enough = order is not None and len(order.rows) >= max(ranking.count, FEWEST)
    if told and not enough and (order is None or told.count > len(order.rows)):
        drafts = tuple(Draft(unit.text, (unit.unit.content,), _shares(asked, unit)) for unit in told.units)
        return Drafted(_with(drafts, ONLY_THESE if told.count < ranking.count else ""))
    return _in_order(asked, order, ranking) if order is not None else None


def _shares(asked: Asked, unit: UnitView) -> tuple[Figure, ...]:
    return tuple(s.figure for s in asked.view.stated if s.unit is unit and s.metric in {"share", "part"})


def _in_order(asked: Asked, order: Order, ranking: Ranking) -> Drafted | None:
    """One sentence with all; where that does not pass the check, each in the report's own words."""
    stated = stated_of(order, asked.view)
    if len(stated) < len(order.rows):
        return None
    more = ONLY_THESE if len(stated) < ranking.count else "" if order.is_whole else AMONG
    names = [row.name for row in order.rows]
    listed = ", ".join(f"{name} ({it.figure.text})" for name, it in zip(names, stated, strict=True))
    figures = tuple(it.figure for it in stated)
    for lead in _leads(asked, order, stated):
        whole = Draft(f"{lead}: {listed}.", places_of(stated), figures)
        if isinstance(passed(asked.view.report, whole, asked.question.text), Draft):
            return Drafted(_with((whole,), more))
    by_text: dict[str, list[Stated]] = {}
    for it in stated:
        by_text.setdefault(wording(asked, it), []).append(it)
    drafts = tuple(Draft(text, places_of(told), tuple(s.figure for s in told)) for text, told in by_text.items())
    return Drafted(_with(drafts, more))


def _leads(asked: Asked, order: Order, stated: list[Stated]) -> tuple[str, ...]:
    """What to open the sentence with, the most telling first: a column's head, or by what they are ranked."""
    rows = [row_names(asked.view.report, s.unit, s.figure.span)[1] for s in stated if s.unit.columns]
    if len(set(rows)) == 1 and len(rows) == len(stated):
        return (f"{rows[0]}, in order",)
    by = {"percent": "share", "growth": "growth"}.get(order.measure, "size")
    return (f"In order of {by} in {order.year}", f"In order of {by}") if order.year else (f"In order of {by}",)


def _with(drafts: tuple[Draft, ...], more: str) -> tuple[Draft, ...]:
    """The statements, the last with what has to be said of the order."""
    if not more:
        return drafts
    *first, last = drafts
    return (*first, replace(last, text=f"{last.text} {more}", frame=(*last.frame, more)))
