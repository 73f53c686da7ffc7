"""Answers without an LLM: from the report's own sentences, rows, lists and figures."""

import re
from dataclasses import replace

from actqa.answering.asked.cues import ranked
from actqa.answering.asked.outside import declined
from actqa.answering.asked.question import understand
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures.comparing import compose_comparison
from actqa.answering.figures.concentration import compose_concentration
from actqa.answering.figures.editions import compose_editions
from actqa.answering.figures.figures import compose_figures
from actqa.answering.figures.finding import TIME_UNITS
from actqa.answering.figures.in_order import compose_ranking
from actqa.answering.figures.leaders import leading
from actqa.answering.figures.qualified import compose_alone, compose_qualified
from actqa.answering.figures.rival_leaders import with_rivals
from actqa.answering.figures.several import compose_each, compose_parts
from actqa.answering.figures.top_firms import compose_top_firms
from actqa.answering.lists.buyers import compose_buyers
from actqa.answering.lists.heads import unknown_head
from actqa.answering.lists.in_both import compose_in_both
from actqa.answering.lists.lists import compose_list, wants_list
from actqa.answering.lists.members import compose_member
from actqa.answering.passages.contradictions import compose_contradictions
from actqa.answering.passages.doers import naming_somebody
from actqa.answering.passages.happenings import asks_what_happened, tells_what_became
from actqa.answering.passages.particulars import compose_particulars
from actqa.answering.passages.passages import compose_passage
from actqa.answering.passages.short_forms import compose_short_form
from actqa.answering.passages.summaries import compose_summary
from actqa.answering.refusal import refused

COMPOSERS = {"figure": compose_figures, "list": compose_list, "passage": compose_passage}
IN_WORDS = ("", "drivers", "restraints", "opportunities", "challenges", "trends", "developments")
"""Topics that a report which lists none of them may tell of in sentences."""


class Composer:
    """The Drafter that needs no model."""

    name = "extractive"

    def draft(self, asked: Asked) -> Drafted:
        """Statements by the kind of the question."""
        reason = declined(asked.question.text)
        if reason:
            return Drafted(refusal=reason)
        if unknown_head(asked) and asked.question.leader:
            return refused(asked)
        if (parts := compose_parts(asked, self.draft)) is not None:
            return parts
        special = next((found for compose in SPECIAL if (found := compose(asked)) is not None), None)
        if special is not None:
            return special
        kind = "list" if wants_list(asked) else asked.question.kind
        if kind == "list" and tells_what_became(asked):
            kind = "passage"
        if kind == "figure" and _asks_which(asked):
            kind = "passage"
        drafted = COMPOSERS[kind](asked)
        if not drafted.drafts and kind == "list" and _may_be_told(asked):
            return naming_somebody(asked, compose_passage(asked))
        if not drafted.drafts and kind == "figure" and asked.question.unit == "time" and not asked.question.metric:
            drafted = _lasting(asked) or drafted
        if not drafted.drafts and (member := compose_member(asked)) is not None:
            return member
        is_told = kind == "passage" or not any(";" in draft.text or ":" in draft.text for draft in drafted.drafts)
        return with_rivals(asked, naming_somebody(asked, drafted) if is_told else drafted)


def _lasting(asked: Asked) -> Drafted | None:
    """The sentence that tells how long something lasts, where it is found as one that answers, and tells a time."""
    told = compose_passage(asked)
    units = asked.view.holding(told.drafts[0].evidence) if told.drafts else []
    times = [f for unit in units for f in unit.figures if f.unit.split(" ")[-1] in TIME_UNITS]
    return Drafted((replace(told.drafts[0], figures=tuple(times)),)) if times else None


_USED_FOR = re.compile(
    r"(?:and |so )?(?:what|where) (?:is|are) (?:an? |the )?(?P<thing>[\w\s/&'-]+?) used(?: for| in)?\b", re.IGNORECASE
)


def _uses(asked: Asked) -> Drafted | None:
    """The applications, where it is asked what the market's own thing is used for, and the report lists them."""
    found = _USED_FOR.match(asked.question.text)
    if found is None or not stems(found["thing"]) <= asked.view.subject:
        return None
    drafted = compose_list(replace(asked, question=understand("Which applications are there?")))
    return drafted if drafted.drafts else None


_WHICH = re.compile(
    r"(?:and |so )?(?:which|what) (?:[\w-]+ ){1,3}(?:has|have|shows?|sees?|posts?|will|is|are|holds?|grows?|expands?|"
    r"leads?)\b",
    re.IGNORECASE,
)


def _asks_which(asked: Asked) -> bool:
    """Whether it is asked which one is first in growth, and the report has no figures of any to tell that by."""
    question = asked.question
    which = question.leader and question.metric == "growth" and ranked(question.text.lower())
    return bool(which and _WHICH.match(question.text)) and not leading(asked)


def _may_be_told(asked: Asked) -> bool:
    """Whether sentences may tell what no list does; not what somebody did, or what happened in a year."""
    question = asked.question
    narrowed = asks_what_happened(question.text.lower()) and (question.names or question.years)
    return question.topic in IN_WORDS and not narrowed and not unknown_head(asked)


SPECIAL = (
    compose_contradictions,
    compose_editions,
    compose_particulars,
    compose_short_form,
    compose_summary,
    compose_in_both,
    compose_buyers,
    compose_ranking,
    compose_top_firms,
    _uses,
    compose_concentration,
    compose_qualified,
    compose_alone,
    compose_comparison,
    compose_each,
)
"""Composers of questions that are told by their words alone; each gives None for others."""
