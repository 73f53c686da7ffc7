"""A quick encoder, a corpus in a few lines, and real processes that build, read and get killed."""

import multiprocessing
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actqa.index.build import BuildResult, BuildStep, build
from actqa.index.folder import FolderHome
from actqa.index.home import Home
from actqa.index.library import Library

MARKET = "# Market of {name}\n\nThe {name} market reached USD {value} million in 2024.\n"


class HashEncoder:
    """Words to vectors by their hashes: alike texts are near, and the same text always gives the same vector."""

    def __init__(self, fingerprint: str = "hash/1", dimensions: int = 97) -> None:
        self.fingerprint = fingerprint
        self.dimensions = dimensions
        self.encoded: list[str] = []
        self.word_ranks: dict[str, int] = {}

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        self.encoded.extend(texts)
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.1
            for word in re.findall(r"\w+", text.lower()):
                row[int(sha256(word.encode()).hexdigest(), 16) % self.dimensions] += 1
        if progress:
            progress(len(texts))
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def market(name: str, value: int = 5) -> str:
    """A report of two units."""
    return MARKET.format(name=name, value=value)


def write(folder: Path, **reports: str) -> Path:
    """`a="…"` becomes `a.md`; underscores stand for folders."""
    for name, text in reports.items():
        file = folder / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def build_now(index: Path, corpus: Path, *paths: Path, encoder: HashEncoder | None = None, **more: Any) -> BuildResult:
    """A build in a folder with the usual limits."""
    return build_at(FolderHome(index), corpus, *paths, encoder=encoder, **more)


def build_at(home: Home, corpus: Path, *paths: Path, encoder: HashEncoder | None = None, **more: Any) -> BuildResult:
    """A build with the usual limits."""
    limits: dict[str, Any] = {"max_bytes": 1_000_000, "wait_seconds": 20} | more
    return build(home=home, corpus=corpus, paths=paths, encoder=encoder or HashEncoder(), **limits)


def contents(index: Path) -> dict[str, list[str]]:
    """What the index in a folder answers with."""
    return contents_of(FolderHome(index))


def contents_of(home: Home) -> dict[str, list[str]]:
    """What an index answers with, read through every part of it: for each report its texts."""
    found: dict[str, list[str]] = {}
    with Library(home) as library, library.snapshot() as snapshot:
        for id in snapshot.reports:
            texts = list(snapshot.report(id).texts)
            vectors = HashEncoder().encode(texts)
            np.testing.assert_allclose(snapshot.vectors(id), vectors, atol=1e-6)
            assert snapshot.nearest(vectors[-1], 1, [id])[0].score > 0.999
            assert (snapshot.lexical_scores("market", id) > 0).tolist() == ["market" in text.lower() for text in texts]
            found[id] = texts
        hits = snapshot.lexical_nearest("market", 1000)
        assert len(hits) == sum("market" in text.lower() for texts in found.values() for text in texts)
    return found


def files_below(folder: Path) -> set[str]:
    """Every file, by its path below the folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def generations(index: Path) -> list[str]:
    """What lies in the folder of generations."""
    return sorted(folder.name for folder in (index / "generations").iterdir())


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["chromadb", "Stemmer", "index.fakes"])
"""One process that has imported all, and forks: real processes without the seconds of importing."""


def start(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """A process of its own that runs the function."""
    process = FORKS.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


def receive(pipe: Any) -> Any:
    """What the process sends; a process that has died is no reason to wait for ever."""
    assert pipe.poll(60), "nothing came in a minute"
    return pipe.recv()


def build_in_process(index: Path, corpus: Path, report: Any = None) -> None:
    """A build; each of its steps, and last its result, is sent to `report`."""
    tell: Callable[[BuildStep], None] | None = report.send if report else None
    result = build_now(index, corpus, progress=tell)
    if report:
        report.send(result)


CHANGES = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect")


def build_until(index: Path, corpus: Path, moment: int, count: Any = None) -> None:
    """A build that is killed when it touches the index folder for the given time; `count` hears how often it did."""
    touched = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched
        if event in CHANGES and str(index) in str(arguments[0]):
            touched += 1
            if touched == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    build_in_process(index, corpus)
    if count:
        count.send(touched)


def read_in_process(index: Path, commands: Any) -> None:
    """A reader that opens a snapshot and answers each `True` with its texts, until it gets `False`."""
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        commands.send(snapshot.name)
        while commands.recv():
            vector = HashEncoder().encode(["market"])[0]
            commands.send(sorted(hit.report for hit in snapshot.nearest(vector, 100)))
        commands.send("done")
