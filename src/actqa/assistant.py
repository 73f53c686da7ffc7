"""The Python door: one object that builds the index, answers, and hands out reports."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Self

from actqa.answering.quiet import Quiet
from actqa.errors import IndexMissing, ModelUnset, PageNotFound, QuestionError, ReadingError, ReportNotFound
from actqa.index import build as building
from actqa.index.corpus import file_name, put, take_out
from actqa.index.encoder import SentenceEncoder, load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library, ReportCard
from actqa.index.survey import Candidate, read_content
from actqa.reading import Limits, Span, assign_ids, read_report
from actqa.reading.formats.child import draw_apart
from actqa.reading.formats.kinds import kind_of
from actqa.settings import Settings

Ids = Collection[str] | None
"""Bounds a call to the reports with these ids, as if there were no others; None: to none."""

Progress = Callable[[str, int, int], None] | None
"""Is told the stage, how much of it is done, and of how much (0: not counted)."""

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.runnables import Runnable

    from actqa.answering.answer import Answer
    from actqa.answering.chain import Answering
    from actqa.answering.events import Event
    from actqa.facts import ReportFacts
    from actqa.facts.with_model import Spent
    from actqa.index.boxes import Rectangle
    from actqa.index.build import BuildResult
    from actqa.models import ChatModel
    from actqa.reading.types import Report

SUGGESTING = 12
"""How many reports are looked at to suggest questions."""


class Assistant:
    """Opens an index and answers from it; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._home = home_of(settings)
        self._library = Library(self._home)
        self._quiet = Quiet()

    @classmethod
    def open(cls, settings: Settings | None = None) -> Self:
        """With these settings, else those of the environment. The index is opened at the first use."""
        return cls(settings or Settings())

    def close(self) -> None:
        """Lets go of the index."""
        self._library.close()
        self._home.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def build(self, paths: Sequence[Path] = (), progress: Progress = None) -> "BuildResult":
        """Brings the index up to date with the corpus, or with the given files and folders.

        `progress` is told the stage, how much of it is done, and of how much (0: not counted).
        Raises CorpusError, EncoderError, IndexBusy, IndexUnwritable; the index is then as it was.
        """
        return self._build(paths, progress)

    def _build(self, paths: Sequence[Path], progress: Progress, drop: Collection[str] = ()) -> "BuildResult":
        built = building.build(
            home=self._home,
            corpus=self.settings.corpus,
            paths=paths,
            encoder=self._encoder,
            max_bytes=self.settings.max_report_bytes,
            wait_seconds=self.settings.build_wait_seconds,
            limits=self._limits,
            drop=drop,
            progress=(lambda step: progress(step.stage, step.done, step.total)) if progress else None,
        )
        self._encoder.prepare()  # also for an index that came from elsewhere, lest every question load PyTorch
        return built

    def add(self, name: str, data: bytes, progress: Progress = None) -> tuple[str, "BuildResult"]:
        """Puts a file into the corpus, over one of the same name, and indexes it; its report's id, and what was built.

        What the file is, is told by its content. Raises ReadingError, and the corpus is then as it was, and what
        `build` raises.
        """
        most = self.settings.max_report_bytes
        if len(data) > most:
            raise ReadingError(f"{name} is too large: at most {most:,} bytes are read (ACTQA_MAX_REPORT_BYTES).")
        called = file_name(name, data)
        read_report(data, id="new", name=called, limits=self._limits)
        file = put(self.settings.corpus, called, data)
        built = self.build([file], progress)
        for path, problem in built.failed:
            raise ReadingError(f"{path}: {problem}")
        with self._library.snapshot() as snapshot:
            found = (id for id in snapshot.reports if snapshot.file(id, self.settings.corpus) == file)
            return next(found), built

    def remove(self, id: str, progress: Progress = None) -> "BuildResult":
        """Drops a report from the index, and its file from the corpus folder, if it lies there.

        Raises ReportNotFound, CorpusError, and what `build` raises.
        """
        with self._library.snapshot() as snapshot:
            file = snapshot.file(id, self.settings.corpus)
        if file:
            take_out(file)
        return self._build([], progress, drop=[id])

    def is_stale(self) -> bool:
        """Whether the index is missing or differs from the corpus; False where there is no corpus but an index."""
        return building.is_stale(home=self._home, corpus=self.settings.corpus, encoder=self._encoder)

    def check_model(self) -> None:
        """Sees whether the chat model that is set can be used, without asking it anything. Raises ModelUnset."""
        _ = self._model

    def reports(self, *, among: Ids = None) -> list[ReportCard]:
        """What is indexed, by title. Raises IndexMissing."""
        with self._library.snapshot(among) as snapshot:
            return list(snapshot.reports.values())

    def report(self, id: str, *, among: Ids = None) -> "Report":
        """One report as read. Raises ReportNotFound."""
        with self._library.snapshot(among) as snapshot:
            return snapshot.report(id).report

    def page_image(self, id: str, page: int, width: int = 1200, *, among: Ids = None) -> bytes:
        """A page, from 1, of the report's file as a PNG so many pixels across.

        Raises ReportNotFound, PageNotFound, also where the file is none that can be shown, ReadingError.
        """
        with self._library.snapshot(among) as snapshot:
            snapshot.check_page(id, page)
            name, data = snapshot.card(id).source, snapshot.source(id)
        if kind_of(data, name) != "pdf":
            raise PageNotFound(f"Pages of {name} cannot be shown: only those of PDF files can.")
        return draw_apart(data, name, page, width, self._limits)

    def page_boxes(self, id: str, page: int, start: int, end: int, *, among: Ids = None) -> "list[Rectangle]":
        """Where the characters `start` to `end` of the report stand on a page, from 1, of its file, line by line.

        Raises ReportNotFound, PageNotFound.
        """
        with self._library.snapshot(among) as snapshot:
            snapshot.check_page(id, page)
            return snapshot.boxes(id).on_page(page, Span(start, end))

    def read(self, path: Path) -> "Report":
        """A report file, read now, with neither index nor encoder. Raises ReadingError."""
        content = read_content(Candidate(path.name, "path", path), self.settings.max_report_bytes)
        (id,) = assign_ids([PurePosixPath(path.name)], {}).values()
        return read_report(content.data, id=id, name=path.name, limits=self._limits)

    def facts(self, report: str | Path, *, among: Ids = None) -> "ReportFacts":
        """What an indexed report states, or, with a Path, what that file does. Raises ReportNotFound, ReadingError."""
        if isinstance(report, Path):
            from actqa.facts import extract

            return extract(self.read(report))
        with self._library.snapshot(among) as snapshot:
            return snapshot.facts(report)

    def suggest(self, report: str | None = None, *, among: Ids = None) -> tuple[str, ...]:
        """Questions to begin with that the report, or with None all of them, answer. Raises ReportNotFound."""
        from actqa.answering.suggesting import questions_across

        with self._library.snapshot(among) as snapshot:
            asked = [report] if report is not None else list(snapshot.reports)[:SUGGESTING]
            return questions_across(map(snapshot.facts, asked))

    def facts_with_model(
        self, report: str | Path, progress: "Callable[[Spent], None] | None" = None, *, among: Ids = None
    ) -> "ReportFacts":
        """The same with what the chat model finds besides, each row located in the text; `rejected` holds the others.

        Replies are kept in the cache folder, so asking again costs nothing. Raises ModelUnset, ModelFault.
        """
        from actqa.facts.with_model import extract_with_model
        from actqa.models.kept import Replies

        if self._model is None:
            raise ModelUnset("No chat model is set: name one in ACTQA_MODEL, for example openai:gpt-4o.")
        read = self.read(report) if isinstance(report, Path) else self.report(report, among=among)
        replies = Replies(self.settings.cache.expanduser() / "replies")
        return extract_with_model(read, self._model, replies, self.settings.model_concurrency, progress)

    def check(self, question: str, report: str | None = None, *, among: Ids = None) -> None:
        """Raises what `ask` would raise before it begins: QuestionError, ReportNotFound, IndexMissing."""
        longest = self.settings.max_question_characters
        if not question.strip():
            raise QuestionError("The question is empty: ask something.")
        if len(question) > longest:
            raise QuestionError(f"The question has {len(question):,} characters: ask in at most {longest:,}.")
        with self._library.snapshot(among) as snapshot:
            if report is not None:
                snapshot.card(report)
            if not snapshot.reports and among is not None:
                raise ReportNotFound("There is no report to ask: none of those that may be asked is in the index.")
            if not snapshot.reports:
                raise IndexMissing("The index holds no report: put one into the corpus folder and run `actqa index`.")

    def warm(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Looks at reports as the first question to each does, which takes a second for each hundred pages.

        Whoever asks meanwhile goes first. Ends when as many are looked at as are kept in memory, or once `stopped` says
        so. Raises IndexFault.
        """
        from actqa.answering.seen.view import CHARACTERS_IN_MEMORY

        room = CHARACTERS_IN_MEMORY
        for card in self.reports():
            room -= card.characters
            self._quiet.wait(stopped)
            if stopped() or room < 0:
                return
            self._answering.look(card.title, card.id)

    def ask(
        self, question: str, report: str | None = None, history: Sequence[str] = (), *, among: Ids = None
    ) -> "Answer":
        """The answer, from one report or, with None, from all; `history` holds the earlier questions, oldest first."""
        self.check(question, report, among=among)
        with self._quiet.asked():
            return self._answering.answer(question, report, history, among)

    def stream(
        self, question: str, report: str | None = None, history: Sequence[str] = (), *, among: Ids = None
    ) -> "Iterator[Event]":
        """The same answer as events: what is being done, each statement, last the whole."""
        self.check(question, report, among=among)
        return self._streamed(self._answering.events(question, report, history, among))

    def _streamed(self, events: "Iterator[Event]") -> "Iterator[Event]":
        with self._quiet.asked():
            yield from events

    @property
    def chain(self) -> "Runnable[dict[str, Any], Answer]":
        """The same as a LangChain Runnable over `{"question", "report", "history"}`."""
        return self._answering.chain()

    @property
    def retriever(self) -> "BaseRetriever":
        """The passages alone, as a LangChain retriever over all reports; its `report` and `k` can be set."""
        from actqa.retrieval.retriever import PassageRetriever

        return PassageRetriever(library=self._library, encoder=self._encoder)

    @property
    def _limits(self) -> Limits:
        """What reading a file may take."""
        own = self.settings
        return Limits(pages=own.max_report_pages, seconds=own.read_seconds, megabytes=own.read_megabytes)

    @cached_property
    def _encoder(self) -> SentenceEncoder:
        return load_encoder(self.settings.embedding_model, self.settings.cache)

    @cached_property
    def _answering(self) -> "Answering":
        from actqa.answering.chain import Answering
        from actqa.answering.compose import Composer
        from actqa.answering.writing import Writer

        model = self._model
        return Answering(self._library, self._encoder, Composer(), Writer(model) if model else None)

    @cached_property
    def _model(self) -> "ChatModel | None":
        from actqa.models import open_model

        return open_model(self.settings)
