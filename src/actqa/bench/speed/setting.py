"""What every row is given: where to write, how often to measure, and the encoder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter

from actqa.bench.speed.lines import medians
from actqa.index.build import BuildResult, build
from actqa.index.encoder import Encoder, SentenceEncoder, load_encoder
from actqa.index.folder import FolderHome
from actqa.settings import Settings

PATIENCE = 600.0
LARGEST = 20_000_000
"""Bytes of a report."""


@dataclass(frozen=True)
class Setting:
    """For one run of the benchmark."""

    folder: Path
    """For what is made; empty at first."""
    kept: Path
    """For what later runs can use again."""
    runs: int
    reports: int
    """Of the large index."""

    @cached_property
    def encoder(self) -> SentenceEncoder:
        """The usual model, its ONNX copy made."""
        settings = Settings()
        encoder = load_encoder(settings.embedding_model, settings.cache)
        encoder.prepare()
        return encoder


def built(corpus: Path, index: Path, encoder: Encoder, paths: Sequence[Path] = ()) -> BuildResult:
    """What `actqa index` does, without loading anything first."""
    return build(
        home=FolderHome(index),
        corpus=corpus,
        paths=paths,
        encoder=encoder,
        max_bytes=LARGEST,
        wait_seconds=PATIENCE,
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds by the clock."""
    began = perf_counter()
    work()
    return perf_counter() - began


def in_turn(runs: int, *works: Callable[[int], object]) -> list[float]:
    """The median of each, measured one after the other, so many times; each is told which run it is."""
    return medians([[timed(lambda: work(run)) for work in works] for run in range(runs)])  # noqa: B023
