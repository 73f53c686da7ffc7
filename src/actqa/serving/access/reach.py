"""An assistant bounded to the reports of whoever calls: the others are as if they were not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from actqa.answering.answer import Answer
from actqa.answering.events import Event
from actqa.assistant import Assistant
from actqa.facts import ReportFacts
from actqa.index.boxes import Rectangle
from actqa.index.library import ReportCard
from actqa.reading import Report
from actqa.serving.access.caller import Caller
from actqa.serving.access.door import CALLER
from actqa.settings import Settings


@dataclass(frozen=True, slots=True)
class Reach:
    """The assistant's calls, as far as the caller may go."""

    assistant: Assistant
    caller: Caller

    @property
    def settings(self) -> Settings:
        """The assistant's."""
        return self.assistant.settings

    def reports(self) -> list[ReportCard]:
        """As the assistant has it."""
        return self.assistant.reports(among=self.caller.reports)

    def report(self, id: str) -> Report:
        """As the assistant has it."""
        return self.assistant.report(id, among=self.caller.reports)

    def facts(self, id: str) -> ReportFacts:
        """As the assistant has it."""
        return self.assistant.facts(id, among=self.caller.reports)

    def page_image(self, id: str, page: int, width: int) -> bytes:
        """As the assistant has it."""
        return self.assistant.page_image(id, page, width, among=self.caller.reports)

    def page_boxes(self, id: str, page: int, start: int, end: int) -> list[Rectangle]:
        """As the assistant has it."""
        return self.assistant.page_boxes(id, page, start, end, among=self.caller.reports)

    def suggest(self, report: str | None = None) -> tuple[str, ...]:
        """As the assistant has it."""
        return self.assistant.suggest(report, among=self.caller.reports)

    def check(self, question: str, report: str | None = None) -> None:
        """As the assistant has it."""
        self.assistant.check(question, report, among=self.caller.reports)

    def ask(self, question: str, report: str | None = None, history: Sequence[str] = ()) -> Answer:
        """As the assistant has it."""
        return self.assistant.ask(question, report, history, among=self.caller.reports)

    def stream(self, question: str, report: str | None = None, history: Sequence[str] = ()) -> Iterator[Event]:
        """As the assistant has it."""
        return self.assistant.stream(question, report, history, among=self.caller.reports)


async def the_caller(request: Request) -> Caller:
    """Who the door let in."""
    caller: Caller = request.scope[CALLER]
    return caller


async def the_reach(request: Request, caller: Annotated[Caller, Depends(the_caller)]) -> Reach:
    """The application's assistant, bounded."""
    return Reach(request.app.state.assistant, caller)


Called = Annotated[Caller, Depends(the_caller)]
Served = Annotated[Reach, Depends(the_reach)]
