"""Public question sets as corpora: each context becomes a Markdown report that knows where its wholes stand.

A whole is a paragraph or a table: what a set says that an answer comes from. TAT-QA (Zhu et al., ACL 2021) asks about
financial reports' tables and the paragraphs beside them; SQuAD 2.0 (Rajpurkar et al., ACL 2018) about paragraphs of
encyclopedia articles.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import Any

from actqa.reading import Span

Whole = tuple[str, int]
"""The report's id, and the whole's position in it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report to be written."""

    id: str
    text: str
    wholes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the wholes of which each is a right find."""

    text: str
    right: frozenset[Whole]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Reports and questions, each asked of all the reports together."""

    name: str
    sources: tuple[Source, ...]
    questions: tuple[Asked, ...]


def read_tatqa(file: Path) -> QuestionSet:
    """Its contexts, each a table and the paragraphs around it."""
    sources: list[Source] = []
    questions: list[Asked] = []
    for number, context in enumerate(json.loads(file.read_bytes())):
        id = f"context-{number:03}"
        paragraphs = {str(each["order"]): at for at, each in enumerate(context["paragraphs"], start=1)}
        sources.append(
            _source(id, [_table(context["table"]["table"]), *(each["text"] for each in context["paragraphs"])])
        )
        for question in context["questions"]:
            wholes = [paragraphs[order] for order in question["rel_paragraphs"] if order in paragraphs]
            wholes += [0] if "table" in question["answer_from"] else []
            questions.append(Asked(question["question"], frozenset((id, whole) for whole in wholes)))
    return QuestionSet("TAT-QA", tuple(sources), tuple(questions))


def read_squad(file: Path) -> QuestionSet:
    """Its articles, with the questions that the paragraphs answer."""
    sources: list[Source] = []
    questions: list[Asked] = []
    for number, article in enumerate(json.loads(file.read_bytes())["data"]):
        id = f"article-{number:03}"
        sources.append(_source(id, [each["context"] for each in article["paragraphs"]]))
        questions += _answerable(id, article["paragraphs"])
    return QuestionSet("SQuAD 2.0", tuple(sources), tuple(questions))


SETS: Mapping[str, Callable[[Path], QuestionSet]] = {
    "tatqa/tatqa_dev.json": read_tatqa,
    "squad/squad2_dev_10_articles.json": read_squad,
}
"""The files that are looked for in the folder of question sets."""


def _answerable(id: str, paragraphs: Sequence[Mapping[str, Any]]) -> Iterator[Asked]:
    for at, paragraph in enumerate(paragraphs):
        for question in paragraph["qas"]:
            if not question["is_impossible"]:
                yield Asked(question["question"], frozenset({(id, at)}))


def _source(id: str, wholes: Sequence[str]) -> Source:
    """The wholes, an empty line between them."""
    text, spans = "", []
    for whole in wholes:
        plain = "\n".join(line.strip() for line in whole.splitlines() if line.strip())
        spans.append(Span(len(text), len(text) + len(plain)))
        text += f"{plain}\n\n"
    return Source(id, text, tuple(spans))


def _table(rows: Sequence[Sequence[str]]) -> str:
    """In Markdown, where one line holds the heads: the first rows that name no subject are set into one."""
    above = max(1, len(list(takewhile(lambda row: not row[0].strip(), rows))))
    heads = [" ".join(filter(None, column)) for column in zip_longest(*rows[:above], fillvalue="")]
    return "\n".join([_line(heads), _line(["---"] * len(heads)), *(_line(row) for row in rows[above:])])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in cells)} |"
