"""A question set → its score."""

import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from actqa.answering.answer import Answer
from actqa.assistant import Assistant
from actqa.errors import ActqaError, QuestionError, QuestionSetError, ReportNotFound
from actqa.evaluation.marks import TextOf, mark
from actqa.evaluation.types import Check, Count, LabelledQuestion, Marks, Miss, Score

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


class _Result(NamedTuple):
    question: LabelledQuestion
    answer: Answer | None
    marks: Marks
    seconds: float


def evaluate(assistant: Assistant, questions: Sequence[LabelledQuestion], progress: Progress | None = None) -> Score:
    """Asks every question, and scores the answers.

    Raises QuestionSetError where a question cannot be put to this index, before any is asked; IndexFault and
    EncoderError where none can be. Any other failure of one question makes that one wrong.
    """
    for question in questions:
        _check(assistant, question)
    for question in questions[:1]:
        _ask(assistant, question)  # loads the encoder, which is no part of how long an answer takes
    text_of = cache(lambda id: assistant.report(id).text)
    results = []
    for number, question in enumerate(questions, 1):
        results.append(_result(assistant, question, text_of))
        if progress:
            progress("asking", number, len(questions))
    return _score(results)


def _check(assistant: Assistant, question: LabelledQuestion) -> None:
    try:
        assistant.check(question.question, question.report)
    except (QuestionError, ReportNotFound) as error:
        raise QuestionSetError(f"{question.name}: {error}") from error


def _ask(assistant: Assistant, question: LabelledQuestion) -> Answer | Exception:
    try:
        return assistant.ask(question.question, question.report, question.history)
    except ActqaError:
        raise
    except Exception as error:
        return error


def _result(assistant: Assistant, question: LabelledQuestion, text_of: TextOf) -> _Result:
    started = time.perf_counter()
    answer = _ask(assistant, question)
    seconds = time.perf_counter() - started
    if isinstance(answer, Answer):
        return _Result(question, answer, mark(question, answer, text_of), seconds)
    lacks = (f"asking failed ({type(answer).__name__}: {answer})",)
    return _Result(question, None, Marks(checks={"right": Count(hits=0, of=1)}, lacks=lacks), seconds)


def _score(results: Sequence[_Result]) -> Score:
    kinds = sorted({it.question.kind for it in results})
    seconds = sorted(it.seconds for it in results if it.answer)
    wrong = [it for it in results if it.marks.lacks]
    return Score(
        questions=len(results),
        reports=len({it.question.report for it in results}),
        right=_total(results, "right"),
        by_kind={kind: _total([it for it in results if it.question.kind == kind], "right") for kind in kinds},
        right_place_cited=_total(results, "right_place_cited"),
        answer_comes_first=_total(results, "answer_comes_first"),
        short_enough=_total(results, "short_enough"),
        few_other_figures=_total(results, "few_other_figures"),
        offsets_exact=_total(results, "offsets_exact"),
        figures_traceable=_total(results, "figures_traceable"),
        errors=sum(not it.answer for it in results),
        seconds_median=_percentile(seconds, 0.5),
        seconds_95th_percentile=_percentile(seconds, 0.95),
        misses=tuple(Miss(question=it.question, answer=it.answer, lacks=it.marks.lacks) for it in wrong),
    )


def _total(results: Sequence[_Result], check: Check) -> Count:
    return sum((it.marks.checks.get(check, Count()) for it in results), Count())


def _percentile(ordered: Sequence[float], part: float) -> float | None:
    """The value that so large a part lies below; of the two in the middle of an even number, the larger."""
    return round(ordered[int(len(ordered) * part)], 4) if ordered else None
