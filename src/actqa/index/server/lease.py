"""The writer's lease: a collection of a fixed name, which only one can make, with its owner and a heartbeat.

A lease whose heart has stopped is taken over by renaming that very collection, by its id: who comes second renames it
once more and does no harm, and of those who then make a new one, one succeeds. Its former owner may only have been
asleep. It notices when it is about to publish; and whoever takes over first makes sure that the former owner can no
longer publish, by taking the number that it is about to use. Times are the server's.
"""

import logging
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import getpid
from typing import TYPE_CHECKING

from actqa.errors import IndexBusy, IndexFault
from actqa.index.server.connection import Gone, Metadata, Server

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

LEASE = "actqa-writer"
FORMER = "actqa-former-"
FREED = "actqa-freed-"

BEAT_SECONDS = 3.0
STALE_SECONDS = 20.0
"""Without a heartbeat for so long, an owner counts as dead."""
POLL_SECONDS = 0.25

logger = logging.getLogger(__name__)


class Lease:
    """Held; `check` tells whether it still is."""

    def __init__(self, server: Server, collection: "Collection", owner: str, beat_seconds: float) -> None:
        self._server = server
        self._collection = collection
        self._owner = owner
        self.token = f"{int(server.now() * 1000):012x}{secrets.token_hex(4)}"
        """Names what is written under it. Those of later leases are greater, and what they name is not swept."""
        self._seconds = beat_seconds
        self._done = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="actqa-lease", daemon=True)
        self._heart.start()

    def check(self) -> None:
        """Raises IndexBusy where somebody has taken it over."""
        holder = self._server.find(LEASE)
        if holder is None or holder.id != self._collection.id:
            raise IndexBusy("Another process took this build for dead and has taken over: run `actqa index` again.")

    def end(self) -> None:
        """Frees it for others, if it is still ours."""
        self._done.set()
        self._heart.join(self._seconds)
        freed = FREED + secrets.token_hex(8)
        try:
            self._server.on(self._collection.modify, name=freed)  # by its id: never another's
            self._server.drop(freed)
        except (Gone, IndexFault) as error:
            logger.warning("The lease of the index could not be given back, and ends by itself: %s", error)

    def _beat(self) -> None:
        while not self._done.wait(self._seconds):
            try:
                beat = _stamp(self._server, self._owner)
                self._server.on(self._collection.modify, metadata=dict(beat))
            except (Gone, IndexFault) as error:
                logger.info("The lease of the index could not be renewed: %s", error)


@contextmanager
def held(
    server: Server,
    wait_seconds: float,
    waiting: Callable[[], None],
    fence: Callable[[], None],
    *,
    beat_seconds: float = BEAT_SECONDS,
    stale_seconds: float = STALE_SECONDS,
) -> Iterator[Lease]:
    """The lease, waited for; `fence` shuts out whoever it was taken from. Raises IndexBusy, IndexFault."""
    owner = f"{socket.gethostname()}:{getpid()}:{secrets.token_hex(8)}"
    collection = _acquire(server, owner, wait_seconds, waiting, stale_seconds)
    lease = Lease(server, collection, owner, beat_seconds)
    try:
        if robbed := server.listed(FORMER):
            fence()
        for left in (*robbed, *server.listed(FREED)):
            server.drop(left.name)
        yield lease
    finally:
        lease.end()


def _acquire(
    server: Server, owner: str, wait_seconds: float, waiting: Callable[[], None], stale_seconds: float
) -> "Collection":
    patience = time.monotonic() + wait_seconds
    told = False
    while True:
        server.create(LEASE, _stamp(server, owner))
        holder = server.find(LEASE)  # asked in any case: the reply to the first may have been lost
        said = (holder.metadata or {}) if holder else {}
        if holder and said.get("owner") == owner:
            return holder
        if holder and server.now() - float(said.get("beat", 0)) > stale_seconds:
            _rob(server, holder)
            continue
        if not told:
            waiting()
            told = True
        if time.monotonic() > patience:
            raise IndexBusy(
                f"Another process ({said.get('owner', 'unknown')}) has been building the index on "
                f"{server.address.shown} for {wait_seconds:g} seconds: wait for it, or raise ACTQA_BUILD_WAIT_SECONDS."
            )
        time.sleep(POLL_SECONDS)


def _rob(server: Server, holder: "Collection") -> None:
    former = FORMER + secrets.token_hex(8)
    try:
        server.on(holder.modify, name=former)
    except Gone:  # another was quicker, or its owner has come back and ended it
        return


def _stamp(server: Server, owner: str) -> Metadata:
    return {"owner": owner, "beat": server.now()}
