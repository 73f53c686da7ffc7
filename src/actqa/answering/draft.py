"""Statements before they are checked: what a composer, or an LLM, puts forward with what it rests on."""

from dataclasses import dataclass
from typing import Protocol

from actqa.answering.question import Question
from actqa.answering.view import ReportView
from actqa.figures import Figure
from actqa.reading import Span
from actqa.retrieval import Ranked


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement put forward."""

    text: str
    evidence: tuple[Span, ...]
    """Places in the report that carry it, the most telling first."""
    figures: tuple[Figure, ...] = ()
    """The figures that answer, each within one of the places."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything put forward for one question."""

    drafts: tuple[Draft, ...] = ()
    conflict: str = ""
    """One sentence, where the figures of the drafts disagree."""
    refusal: str = ""
    """What was looked for, where there is no draft."""


class Drafter(Protocol):
    """Puts statements forward; the check decides which of them leave. An LLM takes its place here."""

    @property
    def name(self) -> str:
        """As `engine` of the answer."""
        ...

    def draft(self, question: Question, view: ReportView, found: list[Ranked]) -> Drafted:
        """Statements from one report; `found` are its units as ranked for the question, best first."""
        ...
