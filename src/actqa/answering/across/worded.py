"""What several reports say: composed, or worded by a model, each statement from one report, which it names."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from actqa.answering.across.joined import Note, Part, fitting, joined
from actqa.answering.answer import Answer, Statement
from actqa.answering.asked.words import stems
from actqa.answering.assemble import finished, passed
from actqa.answering.desk import Desk
from actqa.answering.draft import Draft
from actqa.answering.events import StatementEvent, StatusEvent
from actqa.answering.verify import Failure
from actqa.answering.writing import Doing, Subject, Writing
from actqa.answering.written import Shown, noted


@dataclass(frozen=True, slots=True)
class Several:
    """What can be said of several reports without a model."""

    typed: str
    """The question as it was typed."""
    question: str
    """As it is understood."""
    history: tuple[str, ...]
    parts: Sequence[Part]
    notes: Sequence[Note]
    refusal: str
    engine: str
    subjects: tuple[Subject, ...] = ()
    """What a model may write of; none where it may not."""

    def answer(self, withheld: Sequence[Failure] = ()) -> Answer:
        """The whole of it; `withheld` is what a model said and could not show."""
        return joined(self.typed, self.parts, self.notes, self.refusal, self.engine, withheld)


def written_across(writing: Writing, several: Several) -> Shown:
    """The model's answer with what is composed of the reports that it says nothing of; or the composed one."""
    desk = Desk(writing.subjects[0].asked.view.report)
    for step in writing.steps():
        if isinstance(step, Doing):
            yield StatusEvent(text=step.text, stage=step.stage)
            continue
        desk.turn_to(step.of.asked.view.report)
        if not desk.repeats(step.draft):
            yield desk.state(_naming(step.draft, step.of))
    if not desk.statements:
        return noted(several.answer(writing.withheld), writing)
    for failure in writing.withheld:
        desk.withhold(failure)
    yield from _of_others(desk, several)
    return noted(finished(several.typed, desk, writing.model.name, ()), writing)


def _naming(draft: Draft, subject: Subject) -> Draft:
    """The statement with the name of its report before it, where it does not say it itself."""
    if stems(subject.label) <= stems(draft.text):
        return draft
    return replace(draft, text=f"{subject.label}: {draft.text}")


def _of_others(desk: Desk, several: Several) -> Generator[StatementEvent, None, None]:
    """The composed statements from reports that are not cited, and what is said of all together."""
    told = {citation.report for citation in desk.citations}
    for part in several.parts:
        if part.report.id not in told:
            desk.turn_to(part.report)
            made = passed(part.report, part.draft, several.typed)
            if not isinstance(made, Failure):
                yield desk.state(made)
    cited = tuple(citation.id for citation in desk.citations)
    for note in fitting(several.notes, several.typed):
        if not note.first:
            desk.statements.append(Statement(text=note.text, citations=cited))
            yield StatementEvent(statement=desk.statements[-1])
