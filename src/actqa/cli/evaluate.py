"""The command `evaluate`: a labelled question set, answered and scored."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actqa.cli.options import EmbeddingModel, Index, settings_from
from actqa.cli.progress import bar
from actqa.cli.show import plain, show_data

if TYPE_CHECKING:
    from actqa.evaluation import Count, Miss, Score

WIDTH = 36
"""Of the column of names."""


def evaluate(
    questions: Annotated[
        Path, typer.Argument(metavar="QUESTIONS.jsonl", help="One labelled question a line.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the score as JSON, answers included.")] = False,
    misses: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="List at most so many misses; all if left out.")
    ] = None,
    no_misses: Annotated[bool, typer.Option("--no-misses", help="List no misses.")] = False,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> None:
    """Answer a labelled question set, and score the answers.

    Prints how many are right, in all and by kind of question, and what was wrong with those that are not. A line is an
    object: {"report": ID, "question": …, "history": […], "kind": …, "expect": {"figures": [{"value", "unit"}],
    "items": […], "quotes": […], "refuse": false}}.
    """
    from actqa.assistant import Assistant
    from actqa.evaluation import evaluate, read_questions

    asked = read_questions(questions)
    with Assistant.open(settings_from(index=index, embedding_model=embedding_model)) as assistant, bar() as progress:
        score = evaluate(assistant, asked, progress)
    listed = score.misses[: 0 if no_misses else misses]
    if as_json:
        show_data(score.model_copy(update={"misses": listed}).model_dump_json(indent=2).encode() + b"\n")
        return
    sys.stdout.writelines(f"{line}\n" for line in (*_lines(score), *_miss_lines(score, listed)))


def _lines(score: "Score") -> Iterator[str]:
    yield f"{_of(score.questions, 'question')} on {_of(score.reports, 'report')}"
    yield ""
    yield _row("right", score.right)
    for kind, count in score.by_kind.items():
        yield _row(f"  {kind}", count)
    yield ""
    yield _row("right place cited", score.right_place_cited)
    yield _row("answer comes first", score.answer_comes_first)
    yield _row("short enough", score.short_enough)
    yield _row("at most three figures not asked for", score.few_other_figures)
    yield _row("citation offsets exact", score.offsets_exact)
    yield _row("figures traceable", score.figures_traceable)
    if score.seconds_median is not None:
        yield f"{'seconds, median':{WIDTH}}{score.seconds_median:>5.3f}"
        yield f"{'seconds, 95th percentile':{WIDTH}}{score.seconds_95th_percentile:>5.3f}"
    if score.errors:
        yield f"{'asking failed':{WIDTH}}{score.errors:>5}"


def _of(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _row(name: str, count: "Count") -> str:
    share = f"{count.hits / count.of:7.1%}" if count.of else "      –"
    return f"{name:{WIDTH}}{count.hits:>5} of {count.of:>5}  {share}"


def _miss_lines(score: "Score", listed: "tuple[Miss, ...]") -> Iterator[str]:
    for number, miss in enumerate(listed, 1):
        yield ""
        yield f"{number}. {plain(_heading(miss))}"
        for name, what in _details(miss):
            yield f"    {name:<9} {plain(what)}"
    if listed and len(listed) < len(score.misses):
        yield ""
        yield f"… and {len(score.misses) - len(listed):,} more that are wrong."


def _heading(miss: "Miss") -> str:
    return f"{miss.question.name}, {miss.question.report}, {miss.question.kind}"


def _details(miss: "Miss") -> Iterator[tuple[str, str]]:
    question, expect = miss.question, miss.question.expect
    for earlier in question.history:
        yield "after", earlier
    yield "asked", question.question
    if expect.refuse:
        yield "expected", "that the report does not say"
    if expect.figures or expect.items:
        yield "expected", "; ".join([*map(str, expect.figures), *expect.items])
    elif expect.quotes:
        yield "expected", " or ".join(f"“{quote}”" for quote in expect.quotes)
    if miss.answer:
        yield "came", miss.answer.answer
    yield "wrong", "; ".join(miss.lacks)
