"""A thousand reports with 100,000 records, their vectors made up: questions, memory, start, and adding one more."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from actqa.bench.questions import WARMING, percentile
from actqa.bench.speed.corpora import on_own_market, questions
from actqa.bench.speed.lines import Line, at_most, medians, megabytes, milliseconds, seconds
from actqa.bench.speed.programs import ACTQA, Client, run, serving
from actqa.bench.speed.setting import Setting, built, timed
from actqa.bench.speed.store import Store, made_up, stocked

ASKED = 120
MEDIAN = 0.04
RESIDENT = 800e6
UNCHANGED = 2.0
CURVE = (10, 100)
"""Reports, besides all."""
TIMES = 1.5
"""What adding a report may take, over its own work and a copy of the files."""


def many(setting: Setting) -> list[Line]:
    """A server: until it listens, its questions, its memory at last."""
    store = _store(setting)
    ids = [f"market-{number:04}" for number in range(0, setting.reports, max(1, setting.reports // ASKED))]
    with serving(store.corpus, store.index) as server, server.client() as client:
        first = client.ask(WARMING[0], ids[0])
        _warm_up(client, ids)
        within = [
            client.ask(question, id) for question, id in zip(islice(questions(), ASKED), cycle(ids), strict=False)
        ]
        across = [client.ask(question) for question in islice(questions(), ASKED, 2 * ASKED)]
        resident = server.resident()
    size = f"{setting.reports:,} reports, {store.units:,} records"
    return [
        Line(f"Until a server of {size} listens", seconds(server.started)),
        Line("… its first question", seconds(first)),
        at_most("… a warm question within one report, median", percentile(within, 0.5), MEDIAN, milliseconds),
        Line("… 95th percentile", milliseconds(percentile(within, 0.95))),
        at_most("… a warm question across all, median", percentile(across, 0.5), MEDIAN, milliseconds),
        Line("… 95th percentile", milliseconds(percentile(across, 0.95))),
        at_most("… resident memory at last", resident or 0, RESIDENT, megabytes),
    ]


def unchanged(setting: Setting) -> list[Line]:
    """`actqa index` where nothing is to be done."""
    store = _store(setting)
    settings = {"corpus": str(store.corpus), "index": str(store.index)}
    program = (*ACTQA, "index")
    took = [run(program, settings) for _ in range(max(setting.runs, 3))]
    wall, processor = medians([(each.wall, each.processor) for each in took])
    what = f"`actqa index`, {setting.reports:,} unchanged reports"
    return [
        at_most(what, wall, UNCHANGED, seconds),
        at_most("… in processor time", processor, UNCHANGED, seconds),
    ]


def adding(setting: Setting) -> list[Line]:
    """One report more, beside the same report alone and a copy of the generation's files."""
    return [line for reports in (*CURVE, setting.reports) for line in _adding(setting, reports)]


def _adding(setting: Setting, reports: int) -> list[Line]:
    store = _store(setting, reports)
    found = medians([_add_one(setting, store, reports + run) for run in range(setting.runs)])
    added, alone, copied = found
    what = f"Adding one report to {reports:,}"
    return [
        Line(what, seconds(added), f"alone {seconds(alone)}, a copy of the files {seconds(copied)}"),
        at_most("… over both together", added / (alone + copied), TIMES, lambda value: f"{value:.2f} ×"),
    ]


def _add_one(setting: Setting, store: Store, number: int) -> tuple[float, float, float]:
    """Seconds to add it, to index it alone, and to copy what lies in the current generation and on its shelves."""
    scratch = setting.folder / f"adding-{store.reports}-{number}"
    alone = scratch / "corpus" / "newcomer.md"
    alone.parent.mkdir(parents=True)
    alone.write_text(on_own_market(made_up(number), 10_000 + number), "utf-8")
    by_itself = timed(lambda: built(alone.parent, scratch / "index", setting.encoder))
    generation = store.index / "generations" / (store.index / "CURRENT").read_text().strip()
    copying = timed(lambda: _copy((generation, store.index / "shelves"), scratch / "copy"))
    with _visiting(setting, store, alone) as file:
        adding = timed(lambda: built(store.corpus, store.index, setting.encoder, [file]))
    shutil.rmtree(scratch)
    return adding, by_itself, copying


def _copy(folders: Iterable[Path], target: Path) -> None:
    for folder in folders:
        shutil.copytree(folder, target / folder.name)


@contextmanager
def _visiting(setting: Setting, store: Store, file: Path) -> Iterator[Path]:
    """The file in the store's corpus while the block runs; afterwards the index is as before."""
    guest = store.corpus / file.name
    shutil.copy(file, guest)
    try:
        yield guest
    finally:
        guest.unlink()
        built(store.corpus, store.index, setting.encoder, [guest])


def _store(setting: Setting, reports: int | None = None) -> Store:
    return stocked(setting.kept, reports or setting.reports, setting.encoder)


def _warm_up(client: Client, ids: list[str]) -> None:
    for id in ids:
        client.ask(WARMING[0], id)
    for question in WARMING:
        client.ask(question)
