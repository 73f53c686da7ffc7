"""When nobody is waiting for an answer, so that what can wait takes nobody's time."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

STILL = 0.3
"""Seconds since the last answer: who reads one may be about to ask again."""
LOOK = 0.05
"""Seconds until it is looked again whether to stop waiting."""


class Quiet:
    """Counts the questions under way. Safe to share between threads."""

    def __init__(self, still: float = STILL) -> None:
        self._still = still
        self._changed = threading.Condition()
        self._under_way = 0
        self._from = 0.0
        """When it has been still for long enough, should nobody ask."""

    @contextmanager
    def asked(self) -> Iterator[None]:
        """While the block runs, somebody waits."""
        with self._changed:
            self._under_way += 1
        try:
            yield
        finally:
            with self._changed:
                self._under_way -= 1
                self._from = monotonic() + self._still
                self._changed.notify_all()

    def wait(self, stopped: Callable[[], bool]) -> None:
        """Until nobody waits for an answer, or `stopped` says so."""
        with self._changed:
            while not stopped() and (self._under_way or monotonic() < self._from):
                self._changed.wait(LOOK)
