"""How much of what is asked a text says."""

from actqa.answering.question import Question
from actqa.answering.view import ReportView


def asked_stems(question: Question, view: ReportView) -> frozenset[str]:
    """Stems that a list or sentence should say: those of the question but for what the whole report is about."""
    return question.stems - view.subject


def coverage(asked: frozenset[str], said: frozenset[str]) -> float:
    """The part of the asked stems that is said; stems that begin alike for five letters count. One half for none."""
    if not asked:
        return 0.5
    beginnings = {s[:5] for s in said if len(s) >= 5}
    return sum(s in said or s[:5] in beginnings for s in asked) / len(asked)
