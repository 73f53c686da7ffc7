"""How long an answer takes where reports and model are loaded, and in which stage of answering the time goes."""

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Annotated

import typer

from actqa import Assistant, Settings
from actqa.bench.page import put_section, table
from actqa.bench.stages import REST, STAGES, StageClock, watched
from actqa.evaluation import LabelledQuestion, read_questions
from actqa.index.encoder import SentenceEncoder, load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library

WARMING = (
    "What is the market size?",
    "What are the main segments?",
    "Why does the market grow?",
    "Which factors could slow tourism down?",
    "How large is the share of bicycles?",
)
"""Asked of every report before its questions: one for each way of answering, the last in words it does not use."""
NEIGHBOURS = 10
"""What the floor asks Chroma for."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a call."""

    wall: float
    processor: float


@dataclass(frozen=True, slots=True)
class Round:
    """Every question once."""

    answers: Sequence[Spent]
    stages: Mapping[str, float]
    """Seconds of processor time."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of the benchmark."""

    characters: Sequence[int]
    """Of each report."""
    first: Sequence[Spent]
    """The first question to each report."""
    warming: Sequence[Spent]
    """All questions of `WARMING` to each report."""
    floor: Sequence[Spent]
    """For each question."""
    new: Round
    """Questions that were not asked before, each to its report."""
    again: Round
    """The same ones, as often as was said."""
    open: Round
    """The same ones without a report's name, over all reports, put to another assistant."""


def questions(
    corpus: Annotated[Path, typer.Option(help="Folder of reports.", exists=True, file_okay=False)],
    questions: Annotated[Path, typer.Option(help="File of questions as `actqa evaluate` reads it.", exists=True)],
    rounds: Annotated[int, typer.Option(min=1, help="How often every question is asked again.")] = 2,
    index: Annotated[Path | None, typer.Option(help="Folder to keep the index in, for the next time.")] = None,
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the figures in.")] = None,
) -> None:
    """Asks a set of questions over a folder of reports, and times the answers and their stages."""
    asked = read_questions(questions)
    with TemporaryDirectory() as temporary:
        settings = Settings(corpus=corpus, index=index or Path(temporary) / "index")
        with Assistant.open(settings) as assistant:
            assistant.build()
        body = told(measured(settings, asked, rounds))
    typer.echo(body)
    if write:
        put_section(write, "Questions", body)


def measured(settings: Settings, asked: Sequence[LabelledQuestion], rounds: int) -> Measured:
    """The times of warm assistants."""
    floor = _floor(settings, asked)
    with Assistant.open(settings) as assistant:
        opened = _warmed(assistant)[1:]
        new = _round(assistant, asked)
        again = _together([_round(assistant, asked) for _ in range(rounds)])
    with Assistant.open(settings) as assistant:  # one that has not met the questions yet
        _warmed(assistant)
        over_all = _round(assistant, [question.model_copy(update={"report": None}) for question in asked])
        characters = [card.characters for card in assistant.reports()]
    first, warming = [times[0] for times in opened], [_sum(times) for times in opened]
    return Measured(characters, first, warming, floor, new, again, over_all)


def _warmed(assistant: Assistant) -> list[list[Spent]]:
    """What `WARMING` took of each report; the first report's times hold what loading encoder and index takes."""
    assistant.ask(WARMING[0])
    return [[spent(partial(assistant.ask, question, card.id)) for question in WARMING] for card in assistant.reports()]


def spent(work: Callable[[], object]) -> Spent:
    """What the call took."""
    wall, processor = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - wall, process_time() - processor)


def _round(assistant: Assistant, asked: Iterable[LabelledQuestion]) -> Round:
    """As over HTTP, the answer is made into JSON."""
    clock, answers = StageClock(), []
    with watched(clock):
        for one in asked:
            with clock.stage(REST):
                answers.append(spent(partial(_ask, assistant, one)))
    return Round(answers, clock.seconds)


def _together(rounds: Sequence[Round]) -> Round:
    names = {name for each in rounds for name in each.stages}
    stages = {name: sum(each.stages.get(name, 0.0) for each in rounds) for name in names}
    return Round([answer for each in rounds for answer in each.answers], stages)


def _ask(assistant: Assistant, one: LabelledQuestion) -> str:
    return assistant.ask(one.question, one.report, one.history).model_dump_json()


def _sum(times: Sequence[Spent]) -> Spent:
    return Spent(sum(each.wall for each in times), sum(each.processor for each in times))


def _floor(settings: Settings, asked: Sequence[LabelledQuestion]) -> list[Spent]:
    """What no answer can do without: the question encoded, and one query to Chroma."""
    encoder = load_encoder(settings.embedding_model, settings.cache)
    with Library(home_of(settings)) as library, library.snapshot() as snapshot:

        def find(question: str, encoder: SentenceEncoder = encoder) -> None:
            snapshot.nearest(encoder.encode([question])[0], NEIGHBOURS)

        find(WARMING[0])
        return [spent(partial(find, one.question)) for one in asked]


def percentile(values: Iterable[float], part: float) -> float:
    """The value that so large a part lies below."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def told(found: Measured) -> str:
    """The figures as Markdown."""
    return "\n\n".join((_about(found), _times(found), _stages(found), _first(found)))


def _about(found: Measured) -> str:
    size = (
        f"{len(found.new.answers)} questions to {len(found.characters)} reports of {sum(found.characters):,} characters"
    )
    return (
        f"{size}; {os.cpu_count()} cores, Python {platform.python_version()}. Milliseconds, of processor time where "
        "not said otherwise; the floor is the question encoded and one query to Chroma. An answer includes its JSON."
    )


def _times(found: Measured) -> str:
    head = ("", "median", "95th percentile", "median by the clock", "95th by the clock", "median over floor")
    rows = {
        "asked for the first time": found.new.answers,
        "asked again": found.again.answers,
        "of all reports": found.open.answers,
        "floor": found.floor,
    }
    least = median(each.processor for each in found.floor)
    return table(head, [(name, *_row(times), f"{_median(times) / least:.1f}") for name, times in rows.items()])


def _row(times: Sequence[Spent]) -> list[str]:
    sides = ([each.processor for each in times], [each.wall for each in times])
    return [f"{1000 * percentile(side, part):.1f}" for side in sides for part in (0.5, 0.95)]


def _median(times: Sequence[Spent]) -> float:
    return percentile((each.processor for each in times), 0.5)


def _stages(found: Measured) -> str:
    """Means over all questions, so that they add up."""
    rounds = (found.new, found.again, found.open)
    rows = [
        (name, *(f"{1000 * each.stages.get(name, 0.0) / len(each.answers):.2f}" for each in rounds))
        for name in (*STAGES, REST)
    ]
    rows.append(("sum", *(f"{1000 * sum(each.stages.values()) / len(each.answers):.2f}" for each in rounds)))
    return table(("mean of a question", "first time", "again", "all reports"), rows)


def _first(found: Measured) -> str:
    if not found.first:
        return "One report alone: the first question to another was not timed."
    return (
        f"The first question to a report, which loads and looks through it: {_spread(found.first)}. The first "
        f"{len(WARMING)}, after which it is warm, each way of answering having been used: {_spread(found.warming)}."
    )


def _spread(times: Sequence[Spent]) -> str:
    values = [1000 * each.processor for each in times]
    return f"median {median(values):.0f}, highest {max(values):.0f}"
