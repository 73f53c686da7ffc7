"""How many false statements the gate stops, and how few true ones: mutations of what is true, and paraphrases."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Annotated, Any

import typer

from actqa.answering.draft import Draft
from actqa.answering.verify import check
from actqa.bench.mutations import FIGURES_AND_NAMES, MUTATIONS, Field
from actqa.bench.page import put_section, table
from actqa.bench.put_to_others import OTHER, put_to_others
from actqa.bench.truths import Source, expected_sources, read_sources, truths
from actqa.reading import Report, Span, read_report

PASSES = 12
"""How often a kind goes through the true statements of a report."""


@dataclass
class Count:
    """Statements by kind, and how many of them were stopped."""

    all: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Kind, report, statement and why: false ones that passed, or true ones that were stopped."""

    def add(self, kind: str, report: str, text: str, reason: str, *, right: bool) -> None:
        """Counts one; `right` where it should pass."""
        self.all[kind] += 1
        self.stopped[kind] += bool(reason)
        if bool(reason) == right:
            self.wrong.append((kind, report, text, reason))


def gate(
    folder: Annotated[Path, typer.Argument(help="Labelled set: reports/, labels/ and questions.jsonl.", exists=True)],
    mutations: Annotated[int, typer.Option(min=1, help="False statements to make, of all kinds together.")] = 10_000,
    seed: Annotated[int, typer.Option(help="The same seed makes the same statements.")] = 1,
    labelled: Annotated[list[Path] | None, typer.Option(help="Folder of reports with files of expected facts.")] = None,
    without: Annotated[list[str] | None, typer.Option(help="A report to leave out.")] = None,
    paraphrases: Annotated[Path | None, typer.Option(help="JSON lines of honest paraphrases.", exists=True)] = None,
    reports: Annotated[list[Path] | None, typer.Option(help="Folder of the reports that these are of.")] = None,
    aside: Annotated[bool, typer.Option(help="Score those that were put aside as well.")] = False,
    misses: Annotated[int, typer.Option(min=0, help="How many wrong verdicts of each kind to print.")] = 0,
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the tables in.")] = None,
) -> None:
    """Makes false statements of true ones, puts both to the gate, and counts."""
    started = perf_counter()
    sources = read_sources(folder, without or ())
    more = [source for own in labelled or () for source in expected_sources(own)]
    true, false = Count(), Count()
    put_to_others(folder, sources, mutations // (len(MUTATIONS) + 1), seed, false)
    measured([*sources, *more], mutations - sum(false.all.values()), seed, (true, false))
    _tell("Mutations", _mutated(false, true, len(sources) + len(more), seed), write)
    if misses:
        _show(true, misses)
        _show(false, misses)
    if paraphrases:
        for is_aside in [False, True][: 1 + aside]:
            counted = honest(paraphrases, reports or (), aside=is_aside)
            _tell("Paraphrases put aside" if is_aside else "Paraphrases", _paraphrased(counted), write)
            if misses and not is_aside:
                _show(counted, misses)
    typer.echo(f"{perf_counter() - started:.0f} seconds")


def measured(
    sources: Sequence[Source], wanted: int, seed: int, counts: tuple[Count, Count] | None = None
) -> tuple[Count, Count]:
    """The verdicts on true statements, and on the false ones made of them; added to `counts`, where these are given."""
    random = Random(seed)  # noqa: S311
    true, false = counts or (Count(), Count())
    names = {source.report.id: [n for group in source.names.values() for n in group] for source in sources}
    kept: dict[tuple[str, str], list[Draft]] = {}
    for source in sources:
        passing = []
        for truth in truths(source):
            reason = _verdict(source, truth.draft)
            true.add(
                "as the report says it" if not truth.points else "in plain words",
                source.report.id,
                truth.draft.text,
                reason,
                right=True,
            )
            if not reason:
                passing.append(truth)
        others = [n for id, own in names.items() if id != source.report.id for n in own if is_telling(n)] or STRANGERS
        there = Field(source, passing, others)
        for kind in MUTATIONS:
            kept[kind, source.report.id] = list(made(kind, there, wanted // MOST_PART, random))
    most = _level([len(drafts) for drafts in kept.values()], wanted)
    by_id = {source.report.id: source for source in sources}
    for (kind, id), drafts in kept.items():
        for draft in drafts[:most]:
            false.add(kind, id, draft.text, _verdict(by_id[id], draft), right=False)
    return true, false


MOST_PART = 40
"""At most one in so many false statements is of one kind on one report."""


def _level(lengths: Sequence[int], wanted: int) -> int:
    """How many to take of each where no more than so many are wanted in all; of what is rare, all are taken."""
    return next((n for n in range(max(lengths, default=0)) if sum(min(n, it) for it in lengths) >= wanted), wanted)


def is_telling(name: str) -> bool:
    """Whether a name tells anything in another report: `Siemens AG`, not `Medium` or `Other Types`."""
    return len(name) > 6 and name[0].isupper() and not name.startswith(("Other", "Rest", "High", "Low"))


STRANGERS = ["Alder Systems", "Birch Optics", "Cedar Textiles", "Dogwood Motors"]


def made(kind: str, there: Field, wanted: int, random: Random) -> Iterator[Draft]:
    """So many false statements of one kind on one report, or as many as there are, each once."""
    seen: set[tuple[str, tuple[Span, ...]]] = set()
    true = {truth.draft.text for truth in there.truths}
    whole = " ".join(there.source.report.text.split()).lower()
    for _ in range(PASSES):
        known = len(seen)
        for truth in random.sample(there.truths, len(there.truths)):
            fresh = (d for d in MUTATIONS[kind](truth, there, random) if (d.text, d.evidence) not in seen)
            draft = next((d for d in fresh if kind == MOVED or not _is_said(d, true, whole)), None)
            if draft is not None:
                seen.add((draft.text, draft.evidence))
                yield draft
            if len(seen) >= wanted:
                return
        if len(seen) == known:
            return


MOVED = "the citation moved"


def _is_said(draft: Draft, true: Set[str], whole: str) -> bool:
    """Whether the report says just that as well."""
    return draft.text in true or draft.text.lower().rstrip(".") in whole


def _verdict(source: Source, draft: Draft) -> str:
    failure = check(source.report, draft, facts=source.facts)
    return failure.reason if failure else ""


def honest(file: Path, folders: Sequence[Path], *, aside: bool) -> Count:
    """The verdicts on honest paraphrases."""
    count, known = Count(), dict[str, Report]()
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    for row in sorted((row for row in rows if row["aside"] == aside), key=lambda row: str(row["report"])):
        report = known.setdefault(row["report"], _read(row["report"], folders))
        failure = check(report, Draft(row["text"], _places(report, row)))
        count.add(row["kind"], row["report"], row["text"], failure.reason if failure else "", right=True)
    return count


def _read(name: str, folders: Sequence[Path]) -> Report:
    file = next((folder / name for folder in folders if (folder / name).exists()), None)
    if file is None:
        raise typer.BadParameter(f"there is no {name} in the folders of --reports")
    return read_report(file.read_bytes(), id=file.stem, name=file.name)


def _places(report: Report, row: Mapping[str, Any]) -> tuple[Span, ...]:
    starts = [(report.text.index(quote), len(quote)) for quote in row["quotes"]]
    return tuple(Span(start, start + length) for start, length in starts)


# What is printed -----------------------------------------------------------------------------------------------------


def _tell(heading: str, body: str, write: Path | None) -> None:
    typer.echo(f"{heading}\n\n{body}\n")
    if write:
        put_section(write, heading, body)


def _share(stopped: int, all: int) -> str:
    return f"{100 * stopped / all:.2f} %" if all else "–"


def _rows(count: Count, kinds: Sequence[str]) -> list[tuple[str, int, int, str]]:
    return [
        (kind, count.all[kind], count.stopped[kind], _share(count.stopped[kind], count.all[kind])) for kind in kinds
    ]


def _sum(count: Count, kinds: Sequence[str], title: str) -> tuple[str, int, int, str]:
    every, stopped = (sum(counter[kind] for kind in kinds) for counter in (count.all, count.stopped))
    return title, every, stopped, _share(stopped, every)


def _mutated(false: Count, true: Count, reports: int, seed: int) -> str:
    others = [*(kind for kind in MUTATIONS if kind not in FIGURES_AND_NAMES), OTHER]
    rows = [
        *_rows(false, FIGURES_AND_NAMES),
        _sum(false, FIGURES_AND_NAMES, "**wrong figures and names**"),
        *_rows(false, others),
        _sum(false, others, "**others**"),
        *_rows(true, sorted(true.all)),
        _sum(true, sorted(true.all), "**true statements**"),
    ]
    head = ("what is wrong", "statements", "stopped", "share")
    made_of = f"{sum(false.all.values()):,} false statements on {reports} labelled reports, seed {seed}."
    return f"{made_of}\n\n{table(head, rows)}"


def _paraphrased(count: Count) -> str:
    rows = [*_rows(count, sorted(count.all)), _sum(count, sorted(count.all), "**all**")]
    return table(("kind of paraphrase", "statements", "stopped", "share"), rows)


def _show(count: Count, most: int) -> None:
    shown: Counter[str] = Counter()
    for kind, report, text, reason in count.wrong:
        shown[kind] += 1
        if shown[kind] <= most:
            typer.echo(f"- {kind} [{report}] {text[:300]} {f'| {reason}' if reason else ''}")
