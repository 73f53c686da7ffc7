"""What a streamed answer is made of: status lines, statements one at a time, last the whole."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from actqa.answering.answer import Answer, AnswerFigure, Citation, Statement


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True)


Stage = Literal["searching", "reading", "writing", "checking", "mending"]
"""Of an answer: the index is searched, the model reads and writes, what it wrote is checked, and goes back once."""


class StatusEvent(_Event):
    """What is being done."""

    event: Literal["status"] = "status"
    text: str
    stage: Stage = "searching"


class StatementEvent(_Event):
    """One checked statement, with its figures, and the citations that no earlier one brought."""

    event: Literal["statement"] = "statement"
    statement: Statement
    citations: tuple[Citation, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()


class AnswerEvent(_Event):
    """The whole answer."""

    event: Literal["answer"] = "answer"
    answer: Answer


Event = StatusEvent | StatementEvent | AnswerEvent
