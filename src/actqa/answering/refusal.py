"""How actqa says that the report is silent: what was looked for, and the nearest thing that there is."""

from dataclasses import replace

from actqa.answering.asked import vocabulary
from actqa.answering.asked.question import Question
from actqa.answering.assemble import SILENT
from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures.finding import Match, find
from actqa.answering.seen.slots import Slots
from actqa.figures.arithmetic import base

METRIC_NAMES = {
    "size": "a size or value",
    "growth": "a growth rate",
    "yoy": "a year-on-year growth rate",
    "share": "a share",
    "contribution": "a contribution to growth",
    "price": "a price or cost",
    "utilization": "a rate of use",
    "average": "an average",
    "moved": "a change",
    "deal": "what was paid",
    "increase": "an increase",
    "count": "a count",
    "": "an answer",
}
MOST_YEARS = 4


def refused(asked: Asked) -> Drafted:
    """What was looked for, and where the report gives the same for another year or place, that, without its value."""
    looked = looked_for(asked.question)
    near = _nearest(asked)
    if near is None:
        return Drafted(refusal=f"{SILENT}: I looked for {looked} and found none.")
    said, match = near
    return Drafted(
        refusal=f"{SILENT}: I looked for {looked} and found none; {said}", nearest=(match.stated.unit.unit.content,)
    )


def looked_for(question: Question) -> str:
    """What the question asks for, in a few words."""
    listed = question.kind == "list" and question.topic
    what = f"a list of {question.topic}" if listed else METRIC_NAMES[question.metric]
    where = " and ".join(question.places)
    names = " ".join([word for word in question.terms if word not in vocabulary.SOFT][:6])
    years = " or ".join(map(str, question.years))
    measure = "" if question.metric == "count" else _measure(question.unit)
    parts = [what, measure, f"for {where}" if where else ""]
    parts += [f"about “{names}”" if names else "", f"in {years}" if years else ""]
    parts.append(f"without “{question.left_out}”" if question.left_out else "")
    return " ".join(part for part in parts if part)


def _measure(unit: str) -> str:
    """How what is asked for is to be counted; empty where any unit, or any money, will do."""
    return {"": "", "money": "", "volume": "by volume"}.get(unit, f"in {unit}")


def _nearest(asked: Asked) -> tuple[str, Match] | None:
    """The same metric of the same thing in another unit or other years, or of the whole market for a place."""
    question, slots = asked.question, asked.slots
    if question.kind != "figure" or not question.metric:
        return None
    if question.unit:
        others = find(replace(question, unit=""), slots, asked.view, asked.near)
        if others and (given := base(others[0].stated.figure.value, others[0].stated.figure.unit)[1]):
            return f"it gives {METRIC_NAMES[question.metric]} in {given} only.", others[0]
    if question.years:
        others = find(replace(question, years=()), slots, asked.view, asked.near)
        years = sorted({m.stated.year for m in others if m.stated.year} - set(question.years))
        if years and others:
            first = next(m for m in others if m.stated.year in years)
            shown = years if len(years) <= MOST_YEARS else [years[0], years[-1]]
            joined = ", ".join(map(str, shown)) if len(years) <= MOST_YEARS else f"years from {shown[0]} to {shown[1]}"
            return f"it gives {joined}, not {' or '.join(map(str, question.years))}.", first
    if slots.places:
        whole = Slots((), frozenset(), frozenset(), frozenset(), ())
        others = find(question, whole, asked.view, asked.near)
        if others:
            return f"it gives {METRIC_NAMES[question.metric]} for the whole market only.", others[0]
    return None
