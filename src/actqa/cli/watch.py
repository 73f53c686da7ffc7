"""The command `watch`: the index follows the corpus folder."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from actqa.cli.options import Corpus, EmbeddingModel, Index, settings_from
from actqa.cli.progress import bar
from actqa.cli.show import say, show_build, warn
from actqa.errors import ActqaError

if TYPE_CHECKING:
    from actqa.assistant import Assistant
    from actqa.index.build import BuildResult
    from actqa.index.resting import Resting

Build = Callable[[tuple[Path, ...]], "BuildResult"]
TICK = 500
"""Milliseconds after which files that moved are looked at again."""


def watch(corpus: Corpus = None, index: Index = None, embedding_model: EmbeddingModel = None) -> None:
    """Keep the index up to date with the corpus, until Ctrl-C.

    A file is read once nothing has written to it for two seconds, and dropped once it is gone. A running server takes
    up each new state by itself.
    """
    import watchfiles

    from actqa.assistant import Assistant
    from actqa.index.resting import Resting

    settings = settings_from(corpus=corpus, index=index, embedding_model=embedding_model)
    resting = Resting(settings.corpus)
    resting.look(monotonic())
    with Assistant.open(settings) as assistant:
        say(f"Watching {settings.corpus} (Ctrl-C stops it)")
        follower = Follower(resting, partial(_build, assistant))
        changes = watchfiles.watch(
            settings.corpus, watch_filter=None, rust_timeout=TICK, yield_on_timeout=True, ignore_permission_denied=True
        )
        with suppress(KeyboardInterrupt):
            for changed in changes:
                follower.step(looking=bool(changed) or resting.is_waiting)


def _build(assistant: "Assistant", files: tuple[Path, ...]) -> "BuildResult":
    with bar() as progress:
        return assistant.build(files, progress)


class Follower:
    """Builds what is due, and tells of it."""

    def __init__(self, resting: "Resting", build: Build) -> None:
        self._resting = resting
        self._build = build
        self._trouble = ""
        """What was told last, which is not told again."""

    def step(self, *, looking: bool) -> None:
        """Looks, if it is to, and builds what is due; what fails is told, and tried again later.

        Raises CorpusError where the folder is gone: nothing is dropped for that.
        """
        if looking:
            self._resting.look(monotonic())
        files = self._resting.due(monotonic())
        if files is None:
            return
        try:
            result = self._build(files)
        except ActqaError as error:
            self._resting.put_off(files, monotonic())
            self._warn_once(str(error))
            return
        self._trouble = ""
        if result.added or result.changed or result.dropped or result.failed or result.rebuilt:
            show_build(result)

    def _warn_once(self, trouble: str) -> None:
        if trouble != self._trouble:
            warn(trouble)
        self._trouble = trouble
