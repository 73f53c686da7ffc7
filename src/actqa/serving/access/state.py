"""What the workers of a server share: a folder with the signing secret, and a small SQLite database.

SQLite is enough for one machine, comes with Python, and takes a tenth of a millisecond for what is asked of it here.
"""

import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from actqa.errors import StateError

SECONDS_TO_WAIT = 5
SECRET_BYTES = 32

_TABLES = """
CREATE TABLE IF NOT EXISTS ended (session TEXT PRIMARY KEY, forgotten REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counts (what TEXT PRIMARY KEY, hits INTEGER NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS counts_until ON counts (until);
"""

_COUNT = """
INSERT INTO counts VALUES (:what, :by, :until) ON CONFLICT (what) DO UPDATE SET
  hits = CASE WHEN until <= :now THEN :by ELSE hits + :by END,
  until = CASE WHEN until <= :now THEN :until ELSE until END
RETURNING hits
"""


class State:
    """The database; safe to share between threads, and each process opens its own."""

    def __init__(self, folder: Path) -> None:
        """Raises StateError."""
        self.folder = folder
        self._guard = threading.Lock()
        with self._told():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / "access.sqlite3").touch(mode=0o600)
            self._database = sqlite3.connect(
                folder / "access.sqlite3", timeout=SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
            )
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(_TABLES)

    def close(self) -> None:
        """Lets go of it."""
        self._database.close()

    def secret(self) -> str:
        """The signing secret; made by the first that asks, and the same for all from then on. Raises StateError."""
        file = self.folder / "secret"
        with self._told():
            if not file.exists():
                _make_secret(file)
            return file.read_text("ascii").strip()

    # Sessions that were signed out ---------------------------------------------------------------------------------

    def end(self, session: str, until: float) -> None:
        """The session is over; that need not be kept when it would have ended by itself."""
        with self._alone() as database:
            database.execute("DELETE FROM ended WHERE forgotten <= ?", (time.time(),))
            database.execute("INSERT OR IGNORE INTO ended VALUES (?, ?)", (session, until))

    def has_ended(self, session: str) -> bool:
        """Whether somebody has signed out of it."""
        with self._alone() as database:
            return database.execute("SELECT 1 FROM ended WHERE session = ?", (session,)).fetchone() is not None

    # Counts --------------------------------------------------------------------------------------------------------

    def count(self, what: str, seconds: float, by: int = 1) -> int:
        """Adds to a count that begins anew `seconds` after its first; returns what it is then."""
        now = time.time()
        with self._alone() as database:
            values = {"what": what, "by": by, "now": now, "until": now + seconds}
            (hits,) = database.execute(_COUNT, values).fetchone()
            if hits == by:  # a new one; there is room to make
                database.execute("DELETE FROM counts WHERE until <= ?", (now,))
            return int(hits)

    def counted(self, what: str) -> tuple[int, float]:
        """The count, and when it begins anew; 0 where nothing is counted."""
        now = time.time()
        with self._alone() as database:
            row = database.execute("SELECT hits, until FROM counts WHERE what = ? AND until > ?", (what, now))
            hits, until = row.fetchone() or (0, now)
            return int(hits), float(until)

    def forget(self, what: str | None = None) -> None:
        """Begins a count anew, or all of them."""
        with self._alone() as database:
            database.execute("DELETE FROM counts WHERE :what IS NULL OR what = :what", {"what": what})

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        with self._guard, self._told():
            yield self._database

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StateError(f"The folder {self.folder} (ACTQA_STATE) cannot be used: {error}.") from error


def _make_secret(file: Path) -> None:
    """For its owner only, and whole from the moment it is there; where another was quicker, its secret holds."""
    unfinished = file.with_name(f".tmp-{secrets.token_hex(8)}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(secrets.token_hex(SECRET_BYTES))
    try:
        with suppress(FileExistsError):
            os.link(unfinished, file)
    finally:
        unfinished.unlink()
