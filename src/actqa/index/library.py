"""What readers of the index use: it lends the current generation, and follows the pointer to the next."""

import logging
import threading
from collections.abc import Collection, Hashable, Iterator
from contextlib import ExitStack, contextmanager

from actqa.errors import IndexFault, IndexMissing
from actqa.index.home import Hit, Home
from actqa.index.parsed import IndexedReport
from actqa.index.snapshot import Memory, ReportCard, Snapshot

__all__ = ["Hit", "IndexedReport", "Library", "ReportCard", "Snapshot"]

logger = logging.getLogger(__name__)


class Library:
    """The index of one home. Safe to share between threads; one per process is enough."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._memory = Memory()
        self._guard = threading.Lock()
        self._turn = threading.Lock()
        self._shelf: _Loan | None = None
        self._seen: Hashable = None

    @contextmanager
    def snapshot(self, among: Collection[str] | None = None) -> Iterator[Snapshot]:
        """The current generation, or these of its reports; it stays open and on the disk while the block runs.

        Raises IndexMissing, IndexDamaged, IndexUnwritable, but only as long as no generation has been opened: later a
        generation that does not open is logged, and the one before serves on.
        """
        self._follow()
        loan = self._borrow()
        try:
            yield loan.snapshot if among is None else loan.snapshot.among(among)
        finally:
            self._give_back(loan)

    def close(self) -> None:
        """Lets go of the generation; those who still read it keep it until they are done."""
        with self._guard:
            loan, self._shelf, self._seen = self._shelf, None, None
        if loan:
            self._give_back(loan)

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _follow(self) -> None:
        """Opens the generation that the pointer names; one thread does, the others go on with what is there."""
        mark = self._mark()
        if self._shelf is not None and mark == self._seen:
            return
        if not self._turn.acquire(blocking=self._shelf is None):
            return
        try:
            if self._shelf is None or mark != self._seen:
                self._replace(mark)
        finally:
            self._turn.release()

    def _mark(self) -> Hashable:
        """Of the current generation; where that cannot be told, the one that is open serves on."""
        try:
            return self._home.mark()
        except IndexFault:
            if self._shelf is None:
                raise
            return self._seen

    def _replace(self, mark: Hashable) -> None:
        """Puts the next generation on the shelf, opened in full before anybody is sent to it."""
        before = self._shelf
        try:
            loan = _Loan(self._home, self._memory)
            if before is not None:
                loan.warm()
        except IndexFault as error:
            if before is None:
                raise
            logger.warning("The new index cannot be used, the one before serves on: %s", error)
            self._seen = mark
            return
        with self._guard:
            self._shelf, self._seen = loan, mark
        if before is not None:
            self._give_back(before)

    def _borrow(self) -> "_Loan":
        with self._guard:
            if self._shelf is None:
                raise IndexMissing("The index has been closed.")
            self._shelf.readers += 1
            return self._shelf

    def _give_back(self, loan: "_Loan") -> None:
        with self._guard:
            loan.readers -= 1
            done = loan.readers == 0
        if done:
            loan.end()


class _Loan:
    """A generation that is open, and how many hold it; the shelf counts as one."""

    def __init__(self, home: Home, memory: Memory) -> None:
        self.readers = 1
        self._home = home
        self._stack = ExitStack()
        try:
            self.snapshot = Snapshot(home, self._stack.enter_context(home.lease()), memory)
        except BaseException:
            self._stack.close()
            raise

    def warm(self) -> None:
        """Opens what would else be opened by the first question; gives up the generation where that fails."""
        try:
            self.snapshot.warm()
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Closes the generation."""
        self.snapshot.close()
        self._stack.close()
        self._home.leave(self.snapshot.name)
