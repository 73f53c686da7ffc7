"""The answering chain: question, report, history → Answer, as a LangChain Runnable."""

import time
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from actqa.answering.across import Across, Several
from actqa.answering.across.worded import written_across
from actqa.answering.answer import Answer
from actqa.answering.asked.history import asks_of_entity, complete
from actqa.answering.asked.outside import declined
from actqa.answering.asked.question import Question, understand
from actqa.answering.asked.referents import referring_to
from actqa.answering.draft import Asked, Drafter
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.answering.seen.initials import in_full
from actqa.answering.seen.view import Views
from actqa.answering.writing import Writer
from actqa.answering.written import Plain, written
from actqa.index.encoder import Encoder
from actqa.index.library import Library, Snapshot
from actqa.index.recall import RecallingEncoder
from actqa.retrieval import Nearness

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable, RunnableConfig


class Answering:
    """Retrieval, drafting and the check, one after the other; with a writer, a model words what one report says."""

    def __init__(self, library: Library, encoder: Encoder, drafter: Drafter, writer: Writer | None = None) -> None:
        self._library = library
        self._encoder = RecallingEncoder(encoder)
        self._drafter = drafter
        self._writer = writer
        self._views = Views(self._encoder)
        self._across = Across(self._encoder, drafter, self._views)

    def answer(
        self,
        text: str,
        report: str | None,
        history: Sequence[str],
        among: Collection[str] | None = None,
        config: "RunnableConfig | None" = None,
    ) -> Answer:
        """The answer, as if there were no reports but those `among` these. Raises ReportNotFound, IndexFault."""
        *_, last = self.events(text, report, history, among, config)
        assert isinstance(last, AnswerEvent)  # noqa: S101 - the last event is
        return last.answer

    def look(self, text: str, report: str) -> None:
        """Does what the first question to a report takes longer for; no model is asked."""
        self._composed(text, report, (), None)

    def events(
        self,
        text: str,
        report: str | None,
        history: Sequence[str],
        among: Collection[str] | None = None,
        config: "RunnableConfig | None" = None,
    ) -> Iterator[Event]:
        """The same as it becomes ready."""
        started = time.perf_counter()
        yield StatusEvent(text="Searching the report" if report else "Searching all reports")
        composed = self._composed(text, report, history, among)
        if self._writer is not None and composed.subjects and not declined(composed.question):
            answer = yield from _written(composed, self._writer, config)
        else:
            answer = composed.answer()
            yield from statements(answer)
        elapsed = round((time.perf_counter() - started) * 1000, 1)
        yield AnswerEvent(answer=answer.model_copy(update={"report": report, "elapsed_ms": elapsed}))

    def chain(self) -> "Runnable[dict[str, Any], Answer]":
        """As a Runnable over `{"question": str, "report": str | None, "history": [str]}`; the last two may miss."""
        from langchain_core.runnables import RunnableConfig, RunnableLambda

        def run(asked: dict[str, Any], config: RunnableConfig) -> Answer:
            history = asked.get("history") or ()
            return self.answer(asked["question"], asked.get("report"), history, config=config)

        return RunnableLambda(run, name="actqa")

    def _composed(
        self, text: str, report: str | None, history: Sequence[str], among: Collection[str] | None
    ) -> Plain | Several:
        """What can be said without a model, of one report or of several.

        The index is let go of here, lest a model that takes its time keeps a former one on the disk.
        """
        with self._library.snapshot(among) as snapshot:
            composed = self._put(snapshot, text, report, history)
            if self._writer is not None:
                for subject in composed.subjects:
                    subject.asked.near.settle()
            return composed

    def _put(self, snapshot: Snapshot, text: str, report: str | None, history: Sequence[str]) -> Plain | Several:
        """To the report, or to those that are meant."""
        if report is None:
            scope = self._across.scope(snapshot, text, history)
            if scope.kind != "one":
                return self._across.composed(snapshot, scope, text, history, words=self._writer is not None)
            report, history = scope.reports[0], history[scope.skip :]
        asked = replace(self._asked(snapshot, text, report, history), said=text, history=tuple(history))
        return Plain(asked, self._drafter.draft(asked), self._drafter.name)

    def _asked(self, snapshot: Snapshot, text: str, report: str, history: Sequence[str]) -> Asked:
        """The question completed by those before it, with what one report has on it."""
        view = self._views.of(snapshot.report(report))
        text = view.spelling.mended_text(text)
        text = in_full(text, understand(text).names, view)
        question = complete(text, history)
        if not asks_of_entity(text, history):
            return self._retrieved(snapshot, question, report)
        before = self._asked(snapshot, history[-1], report, history[:-1])
        meant = referring_to(question, before, self._drafter.draft(before))
        return self._retrieved(snapshot, meant, report)

    def _retrieved(self, snapshot: Snapshot, question: Question, report: str) -> Asked:
        """The report's units, best first."""
        near = Nearness(snapshot, self._encoder, question.text, report)
        return Asked(question, self._views.of(snapshot.report(report)), near)


def _written(
    composed: Plain | Several, writer: Writer, config: "RunnableConfig | None"
) -> Generator[StatusEvent | StatementEvent, None, Answer]:
    """The model's answer; where nothing of it was shown, the composed one."""
    writing = writer.over(composed.subjects, composed.typed, composed.history, config)
    if isinstance(composed, Plain):
        answer = yield from written(writing, composed)
    else:
        answer = yield from written_across(writing, composed)
    if answer.engine != writer.name:
        yield from statements(answer)
    return answer


def statements(answer: Answer) -> Iterator[StatementEvent]:
    """An answer's statements one at a time, each with its figures and the citations that no earlier one brought."""
    cited: set[int] = set()
    for statement in answer.statements:
        fresh = tuple(c for c in answer.citations if c.id in statement.citations and c.id not in cited)
        cited |= {c.id for c in fresh}
        own = tuple(answer.figures[at] for at in statement.figures)
        yield StatementEvent(statement=statement, citations=fresh, figures=own)
