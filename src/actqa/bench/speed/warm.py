"""Questions over HTTP to a server that has answered before, one at a time and many at once."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from threading import Lock
from time import perf_counter
from typing import TypeVar

from actqa.bench.questions import WARMING, percentile
from actqa.bench.speed.corpora import questions, write_corpus
from actqa.bench.speed.lines import Line, at_least, at_most, milliseconds
from actqa.bench.speed.lines import times as ratio
from actqa.bench.speed.programs import Client, Server, serving
from actqa.bench.speed.recipe import Recipe, retrieve
from actqa.bench.speed.setting import Setting, built

REPORTS, PAGES = 15, 8
ASKED = 240
"""Questions, none twice."""
MEDIAN, HIGH = 0.015, 0.05
CLIENTS = 32
OVER_RECIPE = 1.5

Item = TypeVar("Item")


def warm(setting: Setting) -> list[Line]:
    """Questions that were not asked before, each to one of fifteen reports, and to all of them."""
    corpus, index = setting.folder / "corpus", setting.folder / "index"
    ids = [file.stem for file in write_corpus(corpus, REPORTS, PAGES)]
    built(corpus, index, setting.encoder)
    with serving(corpus, index) as server, server.client() as client:
        warm_up(client, ids)
        told = islice(questions(), 2 * ASKED)
        within = [client.ask(question, id) for question, id in zip(islice(told, ASKED), cycle(ids), strict=False)]
        across = [client.ask(question) for question in told]
    return [
        at_most("A warm question to one of 15 reports, median", percentile(within, 0.5), MEDIAN, milliseconds),
        at_most("… 95th percentile", percentile(within, 0.95), HIGH, milliseconds),
        Line("… to all 15, median", milliseconds(percentile(across, 0.5))),
        Line("… to all 15, 95th percentile", milliseconds(percentile(across, 0.95))),
    ]


def crowd(setting: Setting) -> list[Line]:
    """32 clients at once, beside as many threads that retrieve by the recipe in this process."""
    corpus, index = setting.folder / "corpus", setting.folder / "index"
    files = write_corpus(corpus, REPORTS, PAGES)
    ids = [file.stem for file in files]
    built(corpus, index, setting.encoder)
    store = Recipe(setting.encoder.folder).index(files, setting.folder / "recipe")
    asked = list(islice(questions(), ASKED))
    retrieve(store, asked[0])
    with serving(corpus, index) as server:
        with server.client() as client:
            warm_up(client, ids)
        pairs = []
        for _ in range(setting.runs):
            found, faults = throughput(asked, ids, server)
            theirs = _in_threads(asked, lambda question: retrieve(store, question))
            pairs.append((found, theirs, faults))
    ours, theirs, _ = sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]
    return [
        Line(f"{CLIENTS} clients at once", f"{ours:.0f} answers/s", f"{theirs:.0f} retrievals/s"),
        at_least("… over the recipe's retrieval alone", ours / theirs, OVER_RECIPE, ratio),
        at_most("… errors", sum(pair[2] for pair in pairs), 0, lambda count: f"{count:.0f}"),
    ]


def warm_up(client: Client, ids: Iterable[str]) -> None:
    """Each way of answering used once for every report."""
    for id in ids:
        for question in WARMING:
            client.ask(question, id)
    for question in WARMING:
        client.ask(question)


def throughput(asked: Sequence[str], ids: Sequence[str], server: Server) -> tuple[float, int]:
    """Answers a second, and how many went wrong; each client keeps its connection."""
    faults, guard = [], Lock()
    parts = [list(zip(asked, cycle(ids), strict=False))[at::CLIENTS] for at in range(CLIENTS)]

    def talk(part: Sequence[tuple[str, str]]) -> None:
        with server.client() as client:
            for question, id in part:
                try:
                    client.ask(question, id)
                except (OSError, RuntimeError) as error:
                    with guard:
                        faults.append(error)

    return len(asked) / _all_at_once(parts, talk), len(faults)


def _in_threads(asked: Sequence[str], work: Callable[[str], object]) -> float:
    """A second; every thread takes the next."""
    return len(asked) / _all_at_once(asked, work)


def _all_at_once(items: Sequence[Item], work: Callable[[Item], object]) -> float:
    """Seconds."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        began = perf_counter()
        list(pool.map(work, items))
        return perf_counter() - began
