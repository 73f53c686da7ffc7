"""An assistant that holds the reports a test gives it and answers as the test says; all the rest is the real server."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import uvicorn
from PIL import Image

from actqa.answering.answer import Answer, AnswerFigure, Citation, Statement
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.assistant import Assistant, Ids
from actqa.errors import PageNotFound, ReportNotFound
from actqa.index.boxes import Rectangle
from actqa.reading import Report, read_report
from actqa.serving.app import create_app
from actqa.serving.run import listening_socket
from actqa.settings import Settings

Script = Callable[[str], Iterable[Event]]


@dataclass(frozen=True)
class Asked:
    question: str
    report: str | None
    history: tuple[str, ...]


@dataclass
class Told:
    """What a test gives: reports by id, and what is streamed for a question."""

    reports: dict[str, Report] = field(default_factory=dict)
    script: Script = lambda question: ()
    asked: list[Asked] = field(default_factory=list)
    suggested: tuple[str, ...] = ()
    take: Callable[[str, bytes], object] = lambda name, data: None
    """Called with each file that is added, before it is there; may wait, or raise what is wrong with it."""
    boxes: dict[int, list[Rectangle]] = field(default_factory=dict)
    """By page, where what is cited stands on it."""

    def hold(self, id: str, text: str) -> Report:
        """Reads the text as the Markdown report `id`."""
        self.reports[id] = read_report(text.encode(), id=id, name=f"{id}.md")
        return self.reports[id]

    def answer(self, answer: Answer) -> None:
        """Answers every question so from now on."""
        self.script = lambda question: stream_of(answer)


class Shelf(Assistant):
    """The assistant over what a test has told."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.told = Told()

    def reports(self, *, among: Ids = None) -> list[object]:
        return [
            SimpleNamespace(
                id=r.id, title=r.title, source=r.source, characters=len(r.text), pages=r.pages, revision=r.revision
            )
            for r in self.told.reports.values()
        ]

    def report(self, id: str, *, among: Ids = None) -> Report:
        if id not in self.told.reports or (among is not None and id not in among):
            raise ReportNotFound(f"There is no report {id}; pick one of the list.")
        return self.told.reports[id]

    def add(self, name: str, data: bytes, progress: object = None) -> tuple[str, object]:
        self.told.take(name, data)
        id = name.rpartition(".")[0]
        change = "changed" if id in self.told.reports else "added"
        self.told.hold(id, data.decode())
        return id, SimpleNamespace(**{"added": (), "changed": (), change: (id,)})

    def remove(self, id: str, progress: object = None) -> None:
        del self.told.reports[id]

    def page_image(self, id: str, page: int, width: int = 1200, *, among: Ids = None) -> bytes:
        if not self.told.boxes:
            raise PageNotFound("Pages cannot be shown.")
        image = BytesIO()
        Image.new("RGB", (width, width * 2), (255, 255, 255)).save(image, "PNG")
        return image.getvalue()

    def page_boxes(self, id: str, page: int, start: int, end: int, *, among: Ids = None) -> list[Rectangle]:
        return self.told.boxes.get(page, [])

    def suggest(self, report: str | None = None, *, among: Ids = None) -> tuple[str, ...]:
        return self.told.suggested

    def check(self, question: str, report: str | None = None, *, among: Ids = None) -> None:
        if report is not None:
            self.report(report, among=among)

    def stream(
        self, question: str, report: str | None = None, history: Sequence[str] = (), *, among: Ids = None
    ) -> Iterator[Event]:
        self.told.asked.append(Asked(question, report, tuple(history)))
        yield from self.told.script(question)


@contextmanager
def serving(**options: object) -> Iterator[tuple[str, Shelf]]:
    """The application over a shelf, listening on a free port: its address and the shelf."""
    with TemporaryDirectory() as state, _listening(Settings(_env_file=None, **{"state": state, **options})) as started:
        yield started


@contextmanager
def _listening(settings: Settings) -> Iterator[tuple[str, Shelf]]:
    shelf = Shelf(settings)
    listener = listening_socket("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(shelf, settings), log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", shelf
    finally:
        server.should_exit = True
        thread.join(20)


def cite(report: Report, quote: str, id: int = 1, **changes: object) -> Citation:
    """A citation of the quote's first place in the report."""
    start = report.text.index(quote)
    section = max((at for at, one in enumerate(report.sections) if one.span.start <= start), default=0)
    path = report.path(section)
    citation = Citation(
        id=id,
        report=report.id,
        section=path[-1] if path else "",
        path=path,
        revision=report.revision,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
    return citation.model_copy(update=changes)


def answering(
    *citations: Citation, text: str = "It is so.", figures: Sequence[AnswerFigure] = (), **more: object
) -> Answer:
    """An answer of one statement that all the citations support."""
    statement = Statement(text=text, citations=tuple(citation.id for citation in citations))
    given = {"statements": (statement,), "answer": text, "question": "?", "answered": True} | more
    return Answer(citations=citations, figures=tuple(figures), **given)


def stream_of(answer: Answer) -> Iterator[Event]:
    """The answer as it is streamed; everything it rests on comes with the first statement."""
    yield StatusEvent(text="Searching")
    for at, statement in enumerate(answer.statements):
        first = at == 0
        yield StatementEvent(
            statement=statement,
            citations=answer.citations if first else (),
            figures=answer.figures if first else (),
        )
    yield AnswerEvent(answer=answer)


def revised(report: Report, text: str) -> Report:
    """The report after its file has changed."""
    return read_report(text.encode(), id=report.id, name=report.source)
