"""One small report, indexed with the real encoder, for tests that look at a part of answering by itself."""

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

from actqa import Answer, Assistant, Settings
from actqa.answering.draft import Asked
from actqa.answering.history import complete
from actqa.answering.question import Question
from actqa.answering.view import ReportView, view
from actqa.index.encoder import SentenceEncoder, load_encoder
from actqa.index.library import Library
from actqa.retrieval import encoded, rank


class Desk:
    """A report on a desk of its own: its view, what is asked of it, and whole answers."""

    def __init__(self, home: Path, text: str) -> None:
        (home / "corpus").mkdir()
        (home / "corpus" / "report.md").write_text(text, encoding="utf-8")
        self.text = text
        self._stack = ExitStack()
        self.settings = Settings(corpus=home / "corpus", index=home / "index")
        self._assistant = self._stack.enter_context(Assistant.open(self.settings))
        self._assistant.build()
        self._library = self._stack.enter_context(Library(self.settings.index))

    def close(self) -> None:
        """Lets go of the index."""
        self._stack.close()

    @cached_property
    def encoder(self) -> SentenceEncoder:
        """The one that the index was built with."""
        return load_encoder(self.settings.embedding_model, self.settings.cache)

    @cached_property
    def view(self) -> ReportView:
        """The report as answering looks at it."""
        with self._library.snapshot() as snapshot:
            return view(snapshot.report("report"), self.encoder)

    def asked(self, question: str | Question, *history: str) -> Asked:
        """The question with what the report has on it."""
        understood = complete(question, history) if isinstance(question, str) else question
        with self._library.snapshot() as snapshot:
            query = encoded(snapshot, self.encoder, understood.text)
            near = snapshot.vectors("report") @ query.vector
            return Asked(understood, self.view, rank(snapshot, query, "report", 60), near)

    def answer(self, question: str, *history: str) -> Answer:
        """The whole answer."""
        return self._assistant.ask(question, "report", history)

    def figures(self, question: str, *history: str) -> list[str]:
        """The answer's figures as written."""
        return [figure.text for figure in self.answer(question, *history).figures]
