"""One small report, indexed with the real encoder, for tests that look at a part of answering by itself."""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

from actqa import Answer, Assistant, Settings
from actqa.answering.asked.history import complete
from actqa.answering.asked.question import Question
from actqa.answering.draft import Asked
from actqa.answering.seen.view import ReportView, view
from actqa.index.encoder import SentenceEncoder, load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library
from actqa.retrieval import Nearness


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
        self._library = self._stack.enter_context(Library(home_of(self.settings)))

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
            near = Nearness(snapshot, self.encoder, understood.text, "report")
            near.settle()
            return Asked(understood, self.view, near)

    def answer(self, question: str, *history: str) -> Answer:
        """The whole answer."""
        return self._assistant.ask(question, "report", history)

    def figures(self, question: str, *history: str) -> list[str]:
        """The answer's figures as written."""
        return [figure.text for figure in self.answer(question, *history).figures]


def reports_desk(home: Path, reports: Mapping[str, str]) -> Settings:
    """The settings of an index of these reports."""
    (home / "corpus").mkdir()
    for name, text in reports.items():
        (home / "corpus" / f"{name}.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=home / "corpus", index=home / "index")
    with Assistant.open(settings) as assistant:
        assistant.build()
    return settings


GARDEN = """\
# Garden Tools Market Size and Forecast, 2024 - 2032

## Overview

The garden tools market was worth USD 40 billion in 2024 and should reach USD 60 billion by 2032, at a CAGR of 5.2% from 2024 to 2032. In 2024, 800 million units were sold. Another consultancy puts the market at USD 44 billion in 2024. The garden tools market stood at USD 38.5 billion in 2023.

## By Product

- Pruners
- Lawn Mowers
- Hand Trowels

Lawn mowers held 45% of the market in 2024, pruners 30% and hand trowels 25%. The pruners segment is valued at USD 12 billion in 2024 and will grow at 6.1% a year. The fastest-growing product is hand trowels, with a CAGR of 7.4%. None of the makers has more than 6%.

## By Region

| Region | 2024 (USD billion) | 2032 (USD billion) | CAGR 2024-2032 |
|---|---|---|---|
| Europe | 14 | 20 | 4.6% |
| North America | 12 | 17 | 4.4% |
| Asia Pacific | 10 | 18 | 7.6% |

Japan and Germany should grow at CAGRs of 3% and 4.9% respectively. In Europe, Germany held 28% of sales in 2024.

## Prices

A pruner costs USD 25 on average. Batteries cut fuel costs by 35%.

## Companies

The main companies are Havre Garden AB, Milldale Ltd. and Northfield Tools, Inc.

- In March 2024, Milldale Ltd. acquired Oak Handles for USD 90 million.
"""
