"""One question and its answer → what was right about it.

A question is answered right when the answer holds all that is expected, is short, and brings few figures that were
not asked for. The other checks say more about it, and decide nothing.
"""

from collections.abc import Callable

from actqa.answering.answer import Answer, AnswerFigure, Citation
from actqa.evaluation.equality import COMPUTED, EXACT, names, numbers, same_figure
from actqa.evaluation.types import Check, Count, ExpectedFigure, LabelledQuestion, Marks

LONGEST_CITATION = 600
"""A longer citation points at nothing in particular: it supports no figure, and reaches only quotes of its length."""

ROOM = 500
"""Characters an answer may take beyond twice what is expected."""

MOST_OTHER_FIGURES = 3
NUMERIC = frozenset(("figure", "computed", "followup", "conflict"))
"""Kinds whose answers are to keep to the figures asked for."""
LED = frozenset(("figure", "computed", "followup"))
"""Kinds whose first statement is to bring a figure asked for."""
PLACED = frozenset(("passage", "followup"))
"""Kinds that are answered by the place cited, where neither a figure nor a name is expected."""

TextOf = Callable[[str], str]
"""A report's id → its canonical text."""


def mark(question: LabelledQuestion, answer: Answer, text_of: TextOf) -> Marks:
    """What was right about the answer."""
    checks: dict[Check, Count] = {"offsets_exact": _offsets(answer, text_of), "figures_traceable": _traceable(answer)}
    if question.expect.refuse:
        lacks = [] if not answer.answered and not answer.figures else ["it should say that the report does not say"]
    else:
        quality = _quality(question, answer, text_of(question.report))
        checks |= {check: _one(good) for check, good in quality.items()}
        lacks = _lacks(question, answer, quality)
    return Marks(checks=checks | {"right": _one(not lacks)}, lacks=tuple(lacks))


def _one(good: bool) -> Count:
    return Count(hits=int(good), of=1)


def _offsets(answer: Answer, text_of: TextOf) -> Count:
    exact = [text_of(it.report)[it.start : it.end] == it.quote for it in answer.citations]
    return Count(hits=sum(exact), of=len(exact))


def _traceable(answer: Answer) -> Count:
    quotes = {it.id: it.quote for it in answer.citations if len(it.quote) <= LONGEST_CITATION}
    found = [_is_traceable(it, [quotes[id] for id in it.citations if id in quotes]) for it in answer.figures]
    return Count(hits=sum(found), of=len(found))


def _is_traceable(figure: AnswerFigure, quotes: list[str]) -> bool:
    if figure.origin == "computed":
        return bool(quotes and figure.formula)
    written = numbers(figure.text)
    if not written:  # in words: two-thirds
        return any(figure.text.lower() in quote.lower() for quote in quotes)
    return any(written[0] in numbers(quote) for quote in quotes)


def _quality(question: LabelledQuestion, answer: Answer, text: str) -> dict[Check, bool]:
    """The checks that apply to the question."""
    expect = question.expect
    found: dict[Check, bool] = {}
    if expect.quotes:
        cited = [it for it in answer.citations if it.report == question.report]
        found["right_place_cited"] = any(_reaches(it, quote, text) for it in cited for quote in expect.quotes)
    if expect.figures and question.kind in LED:
        found["answer_comes_first"] = _leads(question, answer)
    if question.kind in NUMERIC:
        found["few_other_figures"] = len(_others(question, answer)) <= MOST_OTHER_FIGURES
    found["short_enough"] = len(answer.answer) <= ROOM + 2 * sum(map(len, expect.quotes + expect.items))
    return found


def _reaches(citation: Citation, quote: str, text: str) -> bool:
    """Whether the citation, unless it is too long, overlaps the quote at any place where that stands."""
    if citation.end - citation.start > max(LONGEST_CITATION, len(quote) + 100):
        return False
    start = text.find(quote, max(0, citation.start - len(quote) + 1))
    return 0 <= start < citation.end


def _leads(question: LabelledQuestion, answer: Answer) -> bool:
    first = numbers(answer.statements[0].text) if answer.statements else []
    asked = [it for it in answer.figures if any(_same(question, wanted, it) for wanted in question.expect.figures)]
    return any(number in first for it in asked for number in numbers(it.text)[:1])


def _others(question: LabelledQuestion, answer: Answer) -> list[AnswerFigure]:
    """Figures nobody asked for; what a computed figure is computed from belongs to it."""
    counted = [it for it in answer.figures if question.kind != "computed" or it.origin == "computed"]
    return [it for it in counted if not any(_same(question, wanted, it) for wanted in question.expect.figures)]


def _same(question: LabelledQuestion, wanted: ExpectedFigure, figure: AnswerFigure) -> bool:
    return same_figure(wanted, figure.value, figure.unit, COMPUTED if question.kind == "computed" else EXACT)


def _lacks(question: LabelledQuestion, answer: Answer, quality: dict[Check, bool]) -> list[str]:
    """Why the answer is wrong, in words."""
    if not answer.answered:
        return ["it says that the report does not say"]
    expect = question.expect
    said = " ".join([answer.answer, *(it.text for it in answer.statements)])
    missing = [str(it) for it in expect.figures if not any(_same(question, it, figure) for figure in answer.figures)]
    unnamed = [item for item in expect.items if not names(said, item)]
    astray = question.kind in PLACED and not (expect.figures or expect.items)
    reasons = {
        f"missing: {'; '.join(missing)}": bool(missing),
        f"not named: {'; '.join(unnamed)}": bool(unnamed),
        "none of the expected places is cited": astray and not quality.get("right_place_cited", True),
        f"{len(_others(question, answer))} figures were not asked for": not quality.get("few_other_figures", True),
        f"it is {len(answer.answer):,} characters long": not quality["short_enough"],
    }
    return [reason for reason, holds in reasons.items() if holds]
