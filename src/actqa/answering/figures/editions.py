"""What this edition of the report says beside what an older one said: `How did the forecast change?`"""

from dataclasses import replace

from actqa.answering.asked.editions import metric_of, of_editions
from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures.figures import is_end, stating
from actqa.answering.figures.finding import METRICS, Match, find
from actqa.answering.figures.operands import WHOLE


def compose_editions(asked: Asked) -> Drafted | None:
    """The figure of this edition, then that of the other; None where no two are asked for, or the report gives one."""
    text = asked.question.text
    if not of_editions(text):
        return None
    question = replace(
        asked.question, metric=metric_of(text), years=(), operation="", unit="", leader="", of_others=False, names=()
    )
    slots = asked.slots if asked.slots.names or asked.slots.places else WHOLE
    found = find(question, slots, asked.view, asked.near)
    now, then = ([m for m in found if m.stated.is_rival == of_other] for of_other in (False, True))
    then = then or [
        Match(s, 0.0, 0.0) for s in asked.view.stated if s.is_rival and s.metric in METRICS[question.metric]
    ]
    if not now or not then:
        return None
    first, other = _last(asked, now), _last(asked, then)
    values = f"{first.stated.figure.text} here, {other.stated.figure.text} there"
    drafts = (stating(asked, first, now), stating(asked, other, then))
    return Drafted(drafts, f"The two editions differ: {values}.")


def _last(asked: Asked, matches: list[Match]) -> Match:
    """Of the best statement the figure that its forecast ends with."""
    ends = [m for m in matches if is_end(asked, m.stated)] or matches
    beside = (m for m in ends if m.stated.unit is ends[0].stated.unit)
    return max(beside, key=lambda m: m.stated.year or 0)
