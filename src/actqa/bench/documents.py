"""Whether answers come from the right file and page: two public sets of PDFs, each asked of all its files at once.

Docugami's quarterly reports (KG-RAG datasets) say which files a worked answer comes from; the annual reports of the
Enterprise RAG Challenge ask mostly for what none of them says. Neither says on which page: a right one is a page of a
right file on which a figure of the worked answer stands.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from actqa import Answer, Assistant, Settings
from actqa.bench.page import put_section, table
from actqa.bench.retrieval import CUTS, RANKERS, measures
from actqa.index.encoder import load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library, Snapshot
from actqa.retrieval.rank import Query

HEADING = "Questions about financial statements"
QUARTERLY, ANNUAL = "sec-10-q", "annual-reports"
NOT_GIVEN = "N/A"

ABOUT = """Each question is asked of all files of its set. A right page is one of a right file on which a figure of the
worked answer stands; an answer is right that gives a figure of the worked answer's first sentence."""

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+, ")
_SENTENCE = re.compile(r"(?<=[\w)%])\.\s+(?=[A-Z])")
DIGITS = 3
"""A figure that is told by fewer is found on too many pages."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A question, and what is right."""

    text: str
    files: frozenset[str] = frozenset()
    """Names of the files that the worked answer comes from."""
    figures: tuple[str, ...] = ()
    """Of the worked answer, by their leading digits."""
    leading: tuple[str, ...] = ()
    """Those of its first sentence."""
    given: bool = True
    """Whether a file says it."""


@dataclass(slots=True)
class Found:
    """What became of the questions of a set."""

    files: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in RANKERS})
    """For each ranker the ranks of the first right file, from 1; 0 where none is found."""
    pages: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in RANKERS})
    answers: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def documents(
    folder: Annotated[Path, typer.Argument(help="Folder of the question sets.", exists=True, file_okay=False)],
    index: Annotated[Path | None, typer.Option(help="Folder to keep the indexes in, for the next time.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Name the questions whose answer is not right.")] = False,
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the figures in.")] = None,
) -> None:
    """Asks sets of PDFs for files, pages and figures, and for what they do not say."""
    with TemporaryDirectory() as temporary:
        place = index or Path(temporary)
        quarterly = _asked(folder / QUARTERLY, place / QUARTERLY, read_quarterly(folder / QUARTERLY))
        annual = _asked(folder / ANNUAL, place / ANNUAL, read_annual(folder / ANNUAL))
    body = told(quarterly, annual)
    typer.echo(body)
    if misses:
        typer.echo("\n".join([*quarterly.misses, *annual.misses]))
    if write:
        put_section(write, HEADING, body)


def read_quarterly(folder: Path) -> list[Sought]:
    """The questions of `qna_data.csv`."""
    names = [path.name for path in folder.glob("*.pdf")]
    with (folder / "qna_data.csv").open(encoding="utf-8-sig", newline="") as file:
        return [_worked(row, names) for row in csv.DictReader(file)]


def _worked(row: Mapping[str, str], names: Iterable[str]) -> Sought:
    answer = row["Answer"].partition("SOURCE")[0].strip()
    patterns = [one.strip().replace(" ", "-") for one in row["Source Docs"].split(",")]
    files = frozenset(name for name in names if any(fnmatch(name, pattern) for pattern in patterns))
    first = _SENTENCE.split(answer)[0]
    return Sought(row["Question"], files, tuple(figures_in(answer)), tuple(figures_in(first)))


def read_annual(folder: Path) -> list[Sought]:
    """The questions of `questions.json`, those left out that may be answered or refused as one likes."""
    asked = json.loads((folder / "questions.json").read_bytes())
    return [
        Sought(one["question"], leading=tuple(str(right) for right in one["answer"] if given), given=given)
        for one in asked
        for given in (NOT_GIVEN not in one["answer"],)
        if given or one["answer"] == [NOT_GIVEN]
    ]


def figures_in(text: str) -> Iterator[str]:
    """The figures of a text by their digits, without years, days and what is told by fewer than `DIGITS`."""
    for found in _FIGURE.finditer(_DATE.sub("", text)):
        digits = significant(found.group())
        if len(digits) >= DIGITS and not _YEAR.fullmatch(found.group()):
            yield digits


def significant(figure: str) -> str:
    """Its digits without zeros before and after: what stays of it in any unit of thousands or millions."""
    return re.sub(r"\D", "", figure).strip("0")


def same(one: str, other: str) -> bool:
    """Whether two figures are the same to the digits of the shorter, rounded or cut."""
    short, long = sorted((one, other), key=len)
    rounded = str(round(int(long) / 10 ** (len(long) - len(short)))) if short else ""
    return bool(short) and (long.startswith(short) or rounded == short)


def _asked(files: Path, place: Path, asked: Sequence[Sought]) -> Found:
    settings = Settings(corpus=place / "corpus", index=place / "index")
    settings.corpus.mkdir(parents=True, exist_ok=True)
    for file in files.glob("*.pdf"):  # the answers stand beside them
        if not (settings.corpus / file.name).exists():
            copyfile(file, settings.corpus / file.name)
    found = Found()
    with Assistant.open(settings) as assistant:
        assistant.build()
        for one in asked:
            if one.leading or not one.given:
                answer = assistant.ask(one.text, None)
                kind = judged(answer, one)
                found.answers[kind] += 1
                if kind not in RIGHT:
                    found.misses.append(f"{kind}: {one.text} → {answer.answer[:200]}")
    _ranked(settings, [one for one in asked if one.files], found)
    return found


RIGHT = ("right", "refused, and rightly")


def judged(answer: Answer, one: Sought) -> str:
    """What an answer is worth: that it gives a figure of the worked answer's first sentence, or none where none is."""
    if not answer.answered:
        return "refused" if one.given else "refused, and rightly"
    if not one.given:
        return "answered what no file says"
    given = [significant(figure.text) for figure in answer.figures]
    if any(same(figure, right) for figure in given if len(figure) > 1 for right in map(significant, one.leading)):
        return "right"
    return "another figure" if given else "words without a figure"


def _ranked(settings: Settings, asked: Sequence[Sought], found: Found) -> None:
    encoder = load_encoder(settings.embedding_model, settings.cache)
    vectors = encoder.encode([one.text for one in asked])
    with Library(home_of(settings)) as library, library.snapshot() as snapshot:
        for one, vector in zip(asked, vectors, strict=True):
            right = {id for id, card in snapshot.reports.items() if card.source in one.files}
            pages = set(_pages_with(snapshot, right, one.figures))
            for name, ranker in RANKERS.items():
                units = ranker(snapshot, Query(one.text, vector))
                found.files[name].append(_first([id for id, _ in units], right))
                if pages:
                    found.pages[name].append(_first([_page_of(snapshot, *unit) for unit in units], pages))


def _pages_with(snapshot: Snapshot, ids: Iterable[str], figures: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The pages of these reports on which one of the figures stands."""
    for id in ids:
        report = snapshot.report(id).report
        bounds = [*report.page_starts, len(report.text)]
        for page, (start, end) in enumerate(pairwise(bounds), start=1):
            if not set(figures_in(report.text[start:end])).isdisjoint(figures):
                yield id, page


def _page_of(snapshot: Snapshot, id: str, unit: int) -> tuple[str, int | None]:
    indexed = snapshot.report(id)
    return id, indexed.report.page_of(indexed.units[unit].content)


def _first(found: Iterable[object], right: set[str] | set[tuple[str, int]]) -> int:
    """The rank, from 1, of the first that is right, each counted once; 0 where none is."""
    return next((at for at, one in enumerate(dict.fromkeys(found), start=1) if one in right), 0)


def told(quarterly: Found, annual: Found) -> str:
    """The figures as Markdown."""
    asked = len(next(iter(quarterly.files.values())))
    paged = len(next(iter(quarterly.pages.values())))
    head = [*(f"first {cut}" for cut in CUTS), "MRR"]
    return "\n\n".join(
        (
            ABOUT,
            table([f"right file, {asked} questions", *head], _rows(quarterly.files)),
            table([f"right page, {paged} questions", *head], _rows(quarterly.pages)),
            table(["figures of quarterly reports", "answers"], quarterly.answers.most_common()),
            table(["annual reports, most asked for what none says", "answers"], annual.answers.most_common()),
        )
    )


def _rows(ranks: Mapping[str, list[int]]) -> list[list[str]]:
    return [
        [name, *(f"{100 * one:.1f} %" for one in row[:-1]), f"{row[-1]:.3f}"]
        for name, row in ((name, measures(found)) for name, found in ranks.items() if found)
    ]
