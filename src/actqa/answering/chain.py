"""The answering chain: question, report, history → Answer, as a LangChain Runnable."""

import time
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda

from actqa.answering.across import Across
from actqa.answering.answer import Answer
from actqa.answering.assemble import assemble
from actqa.answering.draft import Asked, Drafter
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.answering.history import asks_of_entity, complete
from actqa.answering.question import Question
from actqa.answering.referents import referring_to
from actqa.answering.view import Views
from actqa.index.encoder import Encoder
from actqa.index.library import Library, Snapshot
from actqa.index.recall import RecallingEncoder
from actqa.retrieval import encoded, rank

DEPTH = 60
"""Ranked units that composing looks at."""


class Answering:
    """Retrieval, drafting and the check, one after the other."""

    def __init__(self, library: Library, encoder: Encoder, drafter: Drafter) -> None:
        self._library = library
        self._encoder = RecallingEncoder(encoder)
        self._drafter = drafter
        self._views = Views(self._encoder)
        self._across = Across(self._encoder, drafter, self._views)

    def answer(
        self, text: str, report: str | None, history: Sequence[str], among: Collection[str] | None = None
    ) -> Answer:
        """The answer, as if there were no reports but those `among` these. Raises ReportNotFound, IndexFault."""
        started = time.perf_counter()
        with self._library.snapshot(among) as snapshot:
            if report is None:
                answer = self._of_any(snapshot, text, history)
            else:
                answer = self._of_one(snapshot, text, report, history)
        elapsed = round((time.perf_counter() - started) * 1000, 1)
        return answer.model_copy(update={"report": report, "elapsed_ms": elapsed})

    def events(
        self, text: str, report: str | None, history: Sequence[str], among: Collection[str] | None = None
    ) -> Iterator[Event]:
        """The same as it becomes ready."""
        yield StatusEvent(text="Searching the report" if report else "Searching all reports")
        answer = self.answer(text, report, history, among)
        yield from statements(answer)
        yield AnswerEvent(answer=answer)

    def chain(self) -> Runnable[dict[str, Any], Answer]:
        """As a Runnable over `{"question": str, "report": str | None, "history": [str]}`; the last two may miss."""

        def run(asked: dict[str, Any]) -> Answer:
            return self.answer(asked["question"], asked.get("report"), asked.get("history") or ())

        return RunnableLambda(run, name="actqa")

    def _of_one(self, snapshot: Snapshot, text: str, report: str, history: Sequence[str]) -> Answer:
        asked = self._asked(snapshot, text, report, history)
        return assemble(text, asked.view.report, self._drafter.draft(asked), self._drafter.name, history)

    def _of_any(self, snapshot: Snapshot, text: str, history: Sequence[str]) -> Answer:
        """The answer of the report that the question is for, or of several."""
        scope = self._across.scope(snapshot, text, history)
        if scope.kind == "one":
            return self._of_one(snapshot, text, scope.reports[0], history[scope.skip :])
        return self._across.answer(snapshot, scope, text, history)

    def _asked(self, snapshot: Snapshot, text: str, report: str, history: Sequence[str]) -> Asked:
        """The question completed by those before it, with what one report has on it."""
        text = self._views.of(snapshot.report(report)).spelling.mended_text(text)
        question = complete(text, history)
        if not asks_of_entity(text, history):
            return self._retrieved(snapshot, question, report)
        before = self._asked(snapshot, history[-1], report, history[:-1])
        meant = referring_to(question, before, self._drafter.draft(before))
        return self._retrieved(snapshot, meant, report)

    def _retrieved(self, snapshot: Snapshot, question: Question, report: str) -> Asked:
        """The report's units, best first."""
        query = encoded(snapshot, self._encoder, question.text)
        near = snapshot.vectors(report) @ query.vector
        return Asked(question, self._views.of(snapshot.report(report)), rank(snapshot, query, report, DEPTH), near)


def statements(answer: Answer) -> Iterator[StatementEvent]:
    """An answer's statements one at a time, each with its figures and the citations that no earlier one brought."""
    cited: set[int] = set()
    for statement in answer.statements:
        fresh = tuple(c for c in answer.citations if c.id in statement.citations and c.id not in cited)
        cited |= {c.id for c in fresh}
        own = tuple(answer.figures[at] for at in statement.figures)
        yield StatementEvent(statement=statement, citations=fresh, figures=own)
