"""Whether a statement answers what was asked: a true one about something else is no answer."""

from actqa.answering.draft import Asked, Draft
from actqa.answering.places import places_in
from actqa.answering.verify import Failure, years_in


def answers(asked: Asked, draft: Draft) -> Failure | None:
    """None where the statement is about what is asked for; else why it is no answer."""
    reason = _of_another_year(asked, draft) or _of_another_place(asked, draft)
    return Failure(draft.text, reason) if reason else None


def _of_another_year(asked: Asked, draft: Draft) -> str:
    """Why, where every figure is of a year that was not asked for."""
    years = set(asked.question.years)
    figures = (*draft.figures, *(draft.computed.operands if draft.computed else ()))
    said = {figure.year for figure in figures} | years_in(draft.text)
    if years and said - {None} and not years & said:
        return f"it is not about {' or '.join(map(str, sorted(years)))}"
    return ""


def _of_another_place(asked: Asked, draft: Draft) -> str:
    """Why, where the statement names places, and none that was asked for."""
    wanted = asked.slots.places
    said = frozenset(places_in(draft.text)) - asked.view.places
    if wanted and said and not wanted & said:
        return f"it is not about {' or '.join(sorted(wanted))}"
    return ""
