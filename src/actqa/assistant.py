"""The Python door: one object that builds the index, answers, and hands out reports."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from actqa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.runnables import Runnable

    from actqa.answering.answer import Answer
    from actqa.answering.events import Event
    from actqa.index.build import BuildResult
    from actqa.index.library import ReportCard
    from actqa.reading.types import Report


class Assistant:
    """Opens an index and answers from it; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @classmethod
    def open(cls, settings: Settings | None = None) -> Self:
        """With these settings, else those of the environment. The index is opened at the first use."""
        return cls(settings or Settings())

    def close(self) -> None:
        """Lets go of the index."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def build(
        self, paths: Sequence[Path] = (), progress: Callable[[str, int, int], None] | None = None
    ) -> "BuildResult":
        """Brings the index up to date with the corpus, or with the given files and folders."""
        raise NotImplementedError

    def is_stale(self) -> bool:
        """Whether the index is missing or differs from the corpus; False where there is no corpus but an index."""
        raise NotImplementedError

    def reports(self) -> "list[ReportCard]":
        """What is indexed, by title. Raises IndexMissing."""
        raise NotImplementedError

    def report(self, id: str) -> "Report":
        """One report as read. Raises ReportNotFound."""
        raise NotImplementedError

    def check(self, question: str, report: str | None = None) -> None:
        """Raises what `ask` would raise before it begins: QuestionError, ReportNotFound, IndexMissing."""
        raise NotImplementedError

    def ask(self, question: str, report: str | None = None, history: Sequence[str] = ()) -> "Answer":
        """The answer, from one report or, with None, from all; `history` holds the earlier questions, oldest first."""
        raise NotImplementedError

    def stream(self, question: str, report: str | None = None, history: Sequence[str] = ()) -> "Iterator[Event]":
        """The same answer as events: what is being done, each statement, last the whole."""
        raise NotImplementedError

    @property
    def chain(self) -> "Runnable[dict[str, Any], Answer]":
        """The same as a LangChain Runnable over `{"question", "report", "history"}`."""
        raise NotImplementedError

    @property
    def retriever(self) -> "BaseRetriever":
        """The passages alone, as a LangChain retriever."""
        raise NotImplementedError
