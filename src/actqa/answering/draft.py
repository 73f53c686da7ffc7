"""Statements before they are checked: what a composer, or an LLM, puts forward with what it rests on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from actqa.answering.asked.question import Question
from actqa.answering.figures.operations import Computed
from actqa.answering.seen.slots import Slots, slots_of
from actqa.answering.seen.view import ReportView
from actqa.figures import Figure
from actqa.reading import Span
from actqa.retrieval import Nearness, Ranked


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement put forward."""

    text: str
    evidence: tuple[Span, ...]
    """Places in the report that carry it, the most telling first."""
    figures: tuple[Figure, ...] = ()
    """The figures that answer, each within one of the places."""
    computed: Computed | None = None
    """What is worked out from figures within the places; it comes first."""
    reckoned: tuple[tuple[Figure, Computed], ...] = ()
    """Figures that the text gives and no place does, each with how it comes about."""
    frame: tuple[str, ...] = ()
    """Words around it, without figures, that come from comparing reports, and so stand in none of them."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything put forward for one question."""

    drafts: tuple[Draft, ...] = ()
    conflict: str = ""
    """One sentence, where the figures of the drafts disagree."""
    refusal: str = ""
    """What was looked for, where there is no draft."""
    nearest: tuple[Span, ...] = ()
    """With a refusal: the place of what comes nearest to what was asked for."""


@dataclass(frozen=True)
class Asked:
    """One question to one report."""

    question: Question
    view: ReportView
    near: Nearness
    """What the report's units are to the question."""
    said: str = ""
    """The question as it was typed."""
    history: tuple[str, ...] = ()
    """Earlier questions as they were typed, oldest first."""
    meant: Slots | None = None
    """The question's subject where its words mean something else than they say; else it is found by them."""

    @property
    def found(self) -> list[Ranked]:
        """The report's units as ranked for the question, best first."""
        return self.near.ranked

    @cached_property
    def slots(self) -> Slots:
        """The question's subject in the report's terms."""
        return self.meant or slots_of(self.question, self.view)


class Drafter(Protocol):
    """Puts statements forward without a model; the check decides which of them leave."""

    @property
    def name(self) -> str:
        """As `engine` of the answer."""
        ...

    def draft(self, asked: Asked) -> Drafted:
        """Statements from one report."""
        ...
