"""Brings the index up to date: reads what changed, embeds only that, and switches to the result in one step."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from actqa.errors import CorpusError, IndexDamaged, IndexMissing
from actqa.index.ahead import EncoderAhead
from actqa.index.encoder import Encoder
from actqa.index.home import Home, Stock
from actqa.index.manifest import LAYOUT, Entry
from actqa.index.parsed import parsing_version
from actqa.index.planning import Plan, make_plan
from actqa.index.survey import Survey, is_changed, survey_corpus, survey_paths
from actqa.reading import NO_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class BuildStep:
    """How far a build is."""

    stage: str
    """`waiting` for another build, `reading`, `embedding`, `storing`, `storing words`."""
    done: int
    total: int
    """Files, texts or records; 0 where nothing is counted."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did; the first four hold report ids."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    dropped: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    """Paths that gave no report, each with what to tell the user; where one was indexed before, that stays."""
    rebuilt: str | None
    """Why everything had to be made again; None where it had not."""
    units: int
    """Records in the index now."""
    seconds: float


def build(
    *,
    home: Home,
    corpus: Path,
    paths: Sequence[Path],
    encoder: Encoder,
    max_bytes: int,
    wait_seconds: float,
    limits: Limits = NO_LIMITS,
    drop: Collection[str] = (),
    progress: Callable[[BuildStep], None] | None = None,
) -> BuildResult:
    """Without paths the index follows the corpus folder; with paths only these are read again, or dropped if gone.

    With `drop` nothing is looked at, and the reports with these ids are dropped.

    Raises CorpusError, EncoderError, IndexBusy, IndexUnwritable; the index is then as it was.
    """
    started = time.monotonic()

    def tell(stage: str, done: int, total: int) -> None:
        if progress:
            progress(BuildStep(stage, done, total))

    with home.writing(wait_seconds, lambda: tell("waiting", 0, 0)), EncoderAhead(encoder) as ahead:
        stock = home.stock()
        reason = _rebuild_reason(stock, encoder)
        found = _without(drop, stock) if drop else _survey(corpus, paths, stock, reason)
        plan = make_plan(
            home.objects,
            stock,
            found,
            reread=stock.damaged or _is_outdated(stock),
            max_bytes=max_bytes,
            limits=limits,
            tell=lambda done, total: tell("reading", done, total),
            begin=ahead.begin,
        )
        if reason or _differs(stock.entries, plan.entries):
            home.publish(stock, plan.entries, ahead, tell)
        home.tidy()
    return _result(stock, plan, reason, time.monotonic() - started)


def is_stale(*, home: Home, corpus: Path, encoder: Encoder) -> bool:
    """Whether a build would do anything: no index, a damaged one, another encoder or code, or a changed corpus.

    Without a corpus folder, or with an empty one, an index that can be used is not stale.
    """
    try:
        stock = home.look()
    except (IndexMissing, IndexDamaged):
        return True
    if _rebuild_reason(stock, encoder):
        return True
    try:
        found = survey_corpus(corpus, stock.entries)
    except CorpusError:
        return False
    known = {entry.key: entry for entry in stock.entries}
    return bool(found.gone) or any(
        candidate.key not in known or is_changed(candidate, known[candidate.key]) for candidate in found.candidates
    )


def _rebuild_reason(stock: Stock, encoder: Encoder) -> str | None:
    if stock.damaged:
        older = stock.manifest is not None and stock.manifest.layout != LAYOUT
        return "the index was written by another version of actqa" if older else "the index was damaged"
    if stock.manifest and stock.manifest.fingerprint != encoder.fingerprint:
        return "the embedding model changed"
    return "the way reports are read changed" if _is_outdated(stock) else None


def _is_outdated(stock: Stock) -> bool:
    return stock.manifest is not None and stock.manifest.parsing != parsing_version()


def _without(ids: Collection[str], stock: Stock) -> Survey:
    return Survey(gone=frozenset(entry.key for entry in stock.entries if entry.id in ids))


def _survey(corpus: Path, paths: Sequence[Path], stock: Stock, reason: str | None) -> Survey:
    """What the build is about. Raises CorpusError, but not where there is something to rebuild from stored copies."""
    if paths:
        return survey_paths(paths, corpus, stock.entries)
    try:
        return survey_corpus(corpus, stock.entries)
    except CorpusError:
        if reason and stock.entries:
            return Survey()
        raise


def _differs(before: Sequence[Entry], after: Sequence[Entry]) -> bool:
    """Whether readers, or the next build, would see a difference; a file that was only touched makes none."""

    def essence(entries: Sequence[Entry]) -> set[tuple[str, ...]]:
        return {(entry.id, entry.version, entry.facts, entry.key, entry.origin) for entry in entries}

    return essence(before) != essence(after)


def _result(stock: Stock, plan: Plan, reason: str | None, seconds: float) -> BuildResult:
    before = {entry.id: entry.sha256 for entry in stock.entries}
    after = {entry.id: entry.sha256 for entry in plan.entries}
    both = sorted(before.keys() & after.keys())
    return BuildResult(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(id for id in both if before[id] != after[id]),
        dropped=tuple(sorted(before.keys() - after.keys())),
        unchanged=tuple(id for id in both if before[id] == after[id]),
        failed=plan.failed,
        rebuilt=reason,
        units=sum(entry.units for entry in plan.entries),
        seconds=seconds,
    )
