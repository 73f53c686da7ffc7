"""An answer that a model words: its statements as they pass, the report's rival figures, and what fills a gap.

Where the model has nothing that answers, or does not work, it is the answer that is composed without it.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from actqa.answering.answer import Answer, Mended, Statement
from actqa.answering.assemble import assemble, conflicts, finished, passed
from actqa.answering.desk import Desk
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.events import StatementEvent, StatusEvent
from actqa.answering.verify import Failure
from actqa.answering.writing import Doing, Subject, Writing

Shown = Generator[StatusEvent | StatementEvent, None, Answer]
"""What is shown while the answer comes about, and last the answer."""

WITHOUT = "This answer was composed without it."
BROKEN_OFF = "What it had written before that has passed the checks."


@dataclass(frozen=True, slots=True)
class Plain:
    """What can be said without the model."""

    asked: Asked
    drafted: Drafted
    engine: str

    @property
    def question(self) -> str:
        """As it is understood."""
        return self.asked.question.text

    @property
    def typed(self) -> str:
        """As it was typed."""
        return self.asked.said or self.asked.question.text

    @property
    def history(self) -> tuple[str, ...]:
        """Earlier questions."""
        return self.asked.history

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What a model may write of."""
        return (Subject(self.asked, self.drafted),)

    def answer(self, withheld: Sequence[Failure] = ()) -> Answer:
        """The whole of it; `withheld` is what a model said and could not show."""
        asked = self.asked
        return assemble(asked.said, asked.view.report, self.drafted, self.engine, asked.history, withheld)

    def passing(self) -> list[Draft]:
        """Its statements that pass the gate."""
        made = (passed(self.asked.view.report, draft, self.asked.said) for draft in self.drafted.drafts)
        return [draft for draft in made if not isinstance(draft, Failure)]


def written(writing: Writing, plain: Plain) -> Shown:
    """The model's answer, or the plain one."""
    desk = Desk(plain.asked.view.report)
    differing: list[Statement] = []
    for step in writing.steps():
        if isinstance(step, Doing):
            yield StatusEvent(text=step.text, stage=step.stage)
        elif not desk.repeats(step.draft):
            event = desk.state(step.draft)
            yield event
            if len(desk.statements) == 1:
                differing.append(event.statement)
                yield from _rivals(desk, plain, differing)
    if not desk.statements:
        return noted(plain.answer(writing.withheld), writing)
    for failure in writing.withheld:
        desk.withhold(failure)
    if writing.withheld:
        yield from _in_place(desk, plain)
    differ = conflicts(plain.drafted.conflict, desk, differing)
    return noted(finished(plain.asked.said, desk, writing.model.name, differ), writing)


def _rivals(desk: Desk, plain: Plain, differing: list[Statement]) -> Generator[StatementEvent, None, None]:
    """What is composed beside the model's first statement.

    Where the report gives several figures for what is asked, the others; where the two give different ones, the first.
    """
    drafts = plain.passing()
    agrees = any(desk.gives(draft) for draft in drafts)
    if not plain.drafted.conflict:
        drafts = drafts[:1] if plain.asked.question.kind == "figure" and not agrees else []
    for draft in drafts:
        if not desk.gives(draft):
            event = desk.state(draft)
            differing.append(event.statement)
            yield event


def _in_place(desk: Desk, plain: Plain) -> Generator[StatementEvent, None, None]:
    """The composed statement that answers, where one of the model's was withheld."""
    first = next(iter(plain.passing()), None)
    if first is not None and not desk.gives(first):
        yield desk.state(first)


def noted(answer: Answer, writing: Writing) -> Answer:
    """With what it got right at the second try, and why it had no part in it, or broke off."""
    mended = tuple(Mended(text=it.text, reason=it.reason, became=draft.text) for it, draft in writing.mended)
    fault = writing.fault
    note = "" if fault is None else f"{fault} {BROKEN_OFF if writing.led else WITHOUT}"
    return answer.model_copy(update={"mended": mended, "note": note})
