"""An application over an assistant that does as it is told, behind a real server on loopback."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import httpx
import pytest
import uvicorn

from actqa.answering.answer import Answer, AnswerFigure, Citation, Statement
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.assistant import Assistant, Ids
from actqa.errors import IndexMissing, QuestionError, ReportNotFound
from actqa.facts import ReportFacts, extract
from actqa.reading.types import Block, Report, Section, Span
from actqa.serving.app import create_app
from actqa.serving.run import listening_socket
from actqa.settings import Settings

TEXT = "# Overview\n😀 The market reaches USD 5 million.\n"
REPORT = Report(
    id="tiny",
    title="Tiny",
    source="tiny.md",
    text=TEXT,
    revision="0123456789abcdef",
    pages=None,
    sections=(Section("Overview", 1, Span(0, 47), None),),
    blocks=(
        Block("heading", Span(0, 10), Span(2, 10), 0, 0, (Span(2, 10),)),
        Block("paragraph", Span(11, 46), Span(11, 46), 0, 1, (Span(11, 46),)),
    ),
)
CITATION = Citation(
    id=1,
    report="tiny",
    section="Overview",
    path=("Overview",),
    revision=REPORT.revision,
    start=13,
    end=46,
    quote="The market reaches USD 5 million.",
)
FIGURE = AnswerFigure(text="USD 5 million", value=5, unit="USD million", citations=(1,))
STATEMENT = Statement(text="The market reaches USD 5 million [1].", citations=(1,), figures=(0,))


def answer_to(question: str, report: str | None = None) -> Answer:
    return Answer(
        question=question,
        report=report,
        answer=STATEMENT.text,
        answered=True,
        statements=(STATEMENT,),
        figures=(FIGURE,),
        citations=(CITATION,),
    )


class Told(Assistant):
    """Holds the one tiny report; `on_ask` and `on_stream` may be replaced, and what was asked is kept."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.forget()

    def forget(self) -> None:
        self.asked: list[tuple[str, str | None, tuple[str, ...]]] = []
        self.among: list[Ids] = []
        self.missing = False
        self.on_ask: Callable[[], None] = lambda: None
        self.on_stream: Callable[[], Iterator[Event]] = lambda: iter(())

    def reports(self, *, among: Ids = None) -> list[object]:
        if self.missing:
            raise IndexMissing("Nothing is indexed yet: run actqa index.")
        card = SimpleNamespace(
            id="tiny", title="Tiny", source="tiny.md", characters=len(TEXT), pages=None, revision=REPORT.revision
        )
        return [card] if among is None or "tiny" in among else []

    def suggest(self, report: str | None = None, *, among: Ids = None) -> tuple[str, ...]:
        return (f"How large is {self.report(report or 'tiny', among=among).id}?",)

    def report(self, id: str, *, among: Ids = None) -> Report:
        if id != "tiny" or not (among is None or "tiny" in among):
            raise ReportNotFound(f"There is no report {id}; GET /api/reports lists them.")
        return REPORT

    def facts(self, id: str, *, among: Ids = None) -> ReportFacts:
        return extract(self.report(id, among=among))

    def check(self, question: str, report: str | None = None, *, among: Ids = None) -> None:
        self.reports()
        if not question.strip() or len(question) > self.settings.max_question_characters:
            raise QuestionError("Ask a question of 1 to 2,000 characters.")
        if report is not None:
            self.report(report, among=among)

    def ask(
        self, question: str, report: str | None = None, history: Sequence[str] = (), *, among: Ids = None
    ) -> Answer:
        self.check(question, report, among=among)
        self.among.append(among)
        self.asked.append((question, report, tuple(history)))
        self.on_ask()
        return answer_to(question, report)

    def stream(
        self, question: str, report: str | None = None, history: Sequence[str] = (), *, among: Ids = None
    ) -> Iterator[Event]:
        self.among.append(among)
        self.asked.append((question, report, tuple(history)))
        yield StatusEvent(text="Searching")
        yield StatementEvent(statement=STATEMENT, citations=(CITATION,), figures=(FIGURE,))
        yield from self.on_stream()
        yield AnswerEvent(answer=answer_to(question, report))


class Running(httpx.Client):
    """A client of a server in this process, and the assistant behind it."""

    def __init__(self, url: str, assistant: Told) -> None:
        super().__init__(base_url=url, timeout=20, trust_env=False)
        self.assistant = assistant


@contextmanager
def running(**options: object) -> Iterator[Running]:
    """The application on a free port, with the assistant above."""
    with TemporaryDirectory() as state, _listening(Settings(_env_file=None, **{"state": state, **options})) as client:
        yield client


@contextmanager
def _listening(settings: Settings) -> Iterator[Running]:
    assistant = Told(settings)
    listener = listening_socket("127.0.0.1", 0)
    config = uvicorn.Config(
        create_app(assistant, settings), log_config=None, proxy_headers=False, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with Running(f"http://127.0.0.1:{listener.getsockname()[1]}", assistant) as client:
        yield client
    server.should_exit = True
    thread.join(20)


@pytest.fixture
def run_app() -> Iterator[Callable[..., Running]]:
    """`run_app(**settings)`: an application of the test's own."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(running(**options))


@pytest.fixture(scope="session")
def shared() -> Iterator[Running]:
    """The application with the settings as they are by default."""
    with running() as client:
        yield client


@pytest.fixture
def client(shared: Running) -> Running:
    """The same, with nothing told or asked yet."""
    shared.assistant.forget()
    return shared
