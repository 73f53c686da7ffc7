"""Where the time of answering goes: the steps of the answering chain, each timed as it is called."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import wraps
from time import process_time
from typing import Any

from actqa.answering import chain, compose, written
from actqa.answering.seen.view import Views
from actqa.index.encoder import SentenceEncoder
from actqa.index.library import Library, Snapshot
from actqa.retrieval import nearness

STAGES: Mapping[str, tuple[tuple[Any, str], ...]] = {
    "understand": ((chain, "complete"),),
    "encode": ((SentenceEncoder, "encode"),),
    "rank": ((nearness, "rank"), (Snapshot, "vectors")),
    "view": ((Snapshot, "report"), (Views, "of")),
    "compose figure": ((compose.COMPOSERS, "figure"),),
    "compose list": ((compose.COMPOSERS, "list"),),
    "compose passage": ((compose.COMPOSERS, "passage"),),
    "choose the composer": ((compose.Composer, "draft"),),
    "assemble": ((written, "assemble"),),
    "take the index": ((Library, "_follow"),),
}
"""By stage what is called for it: a function of a module, a method, or an entry of a table."""

REST = "all else"


class StageClock:
    """Seconds of processor time by stage; of a stage within another the time counts for the inner one alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What runs in the block counts for the stage."""
        self._count()
        self._open.append(name)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def _count(self) -> None:
        now = process_time()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now


@contextmanager
def watched(clock: StageClock) -> Iterator[None]:
    """Within the block every call of `STAGES` is timed, on this thread."""
    with ExitStack() as undo:
        for name, calls in STAGES.items():
            for owner, attribute in calls:
                plain = _get(owner, attribute)
                undo.callback(_set, owner, attribute, plain)
                _set(owner, attribute, _timed(clock, name, plain))
        yield


def _timed(clock: StageClock, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def timed(*args: Any, **named: Any) -> Any:
        with clock.stage(name):
            return plain(*args, **named)

    return timed


def _get(owner: Any, name: str) -> Any:
    return owner[name] if isinstance(owner, dict) else getattr(owner, name)


def _set(owner: Any, name: str, value: Any) -> None:
    if isinstance(owner, dict):
        owner[name] = value
    else:
        setattr(owner, name, value)
