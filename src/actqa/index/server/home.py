"""An index on a Chroma server."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from actqa.errors import IndexDamaged, IndexFault, IndexMissing
from actqa.index.encoder import Encoder
from actqa.index.home import Stock, Tell
from actqa.index.manifest import MEND, Entry, Manifest
from actqa.index.server import lease, markers, publishing, sweeping
from actqa.index.server.connection import Address, Server
from actqa.index.server.copies import Copies
from actqa.index.server.generation import ServerGeneration, load_manifest
from actqa.index.server.lease import Lease
from actqa.index.server.markers import Marker
from actqa.index.server.parcels import Parcels
from actqa.index.server.stored import Stored, parcels_of

LOOK_SECONDS = 0.25
"""How often readers ask for the number of the current generation, which takes some milliseconds."""
READ_SECONDS = 600.0
"""How long a generation can be read on after another has taken its place."""


class ServerHome:
    """The index on this server. Safe to share between threads."""

    def __init__(
        self,
        address: Address,
        cache: Path,
        *,
        read_seconds: float = READ_SECONDS,
        beat_seconds: float = lease.BEAT_SECONDS,
        stale_seconds: float = lease.STALE_SECONDS,
    ) -> None:
        """Copies go into a folder of their own in the cache. Raises UsageError."""
        self._server = Server(address)
        place = "\n".join((address.shown, address.tenant, address.database))
        self._copies = Copies(cache / "servers" / sha256(place.encode()).hexdigest()[:16])
        self._parcels = Parcels(self._server)
        self._read_seconds = read_seconds
        self._beat_seconds = beat_seconds
        self._stale_seconds = stale_seconds
        self._pulse = _Pulse(self._parcels.number)
        self._turn = _Turn(Stored(self._parcels, self._copies))

    # For readers -----------------------------------------------------------------------------------------------------

    def mark(self) -> int | None:
        """The number of the current generation, at most a quarter of a second old."""
        return self._pulse.read()

    @contextmanager
    def lease(self) -> Iterator[str]:
        """Nothing is held: a former generation stays for some minutes anyway."""
        yield self._current().name

    def open(self, name: str) -> ServerGeneration:
        """Its manifest is fetched, and else what is asked for."""
        found = (marker for marker in markers.markers(self._server) if marker.name == name)
        marker = next(found, None)
        if marker is None:
            raise IndexDamaged(f"The generation {name} is gone from {self._server.address.shown}: {MEND}.")
        return ServerGeneration(self._server, self._parcels, self._copies, marker)

    def leave(self, name: str) -> None:
        """Nothing was held."""

    def close(self) -> None:
        """Ends the connection."""
        self._parcels.let_go()
        self._server.close()

    def look(self) -> Stock:
        """Every record is counted."""
        marker = self._current()
        return Stock(marker.name, self._sound(marker))

    # For the writer --------------------------------------------------------------------------------------------------

    @property
    def objects(self) -> Stored:
        """What the current generation names and this build has added."""
        return self._turn.draft

    @contextmanager
    def writing(self, wait_seconds: float, waiting: Callable[[], None]) -> Iterator[None]:
        """A lease on the server; one that nobody renews any more is taken over."""
        self._parcels.prepare()
        with lease.held(
            self._server,
            wait_seconds,
            waiting,
            self._fence,
            beat_seconds=self._beat_seconds,
            stale_seconds=self._stale_seconds,
        ) as held:
            self._turn = _Turn(Stored(self._parcels, self._copies, token=held.token), held)
            yield

    def stock(self) -> Stock:
        """Where something is missing, what is there is still known to the build."""
        turn = self._turn
        found = markers.markers(self._server)
        turn.current = found[-1] if found else None
        if turn.current is None or turn.current.manifest is None:
            return Stock(None, None)
        try:
            manifest = self._sound(turn.current)
        except IndexDamaged:
            return self._salvaged(found)
        turn.draft.learn(parcels_of(manifest))
        return Stock(turn.current.name, manifest)

    def publish(self, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell) -> None:
        """Makes them the next generation, then tells readers."""
        turn = self._turn
        turn.current = publishing.publish(
            self._server, turn.lease, turn.current, turn.draft, stock, entries, encoder, tell
        )
        self._note(turn.current)

    def tidy(self) -> None:
        """Sets right what readers look at, if a build was killed before it could, and sweeps."""
        current = self._turn.current
        if current is not None and self._parcels.number() != current.number:
            self._note(current)
        self._turn.lease.check()
        sweeping.sweep(self._server, self._parcels, self._copies, self._turn.lease.token, self._read_seconds)

    def _note(self, marker: Marker) -> None:
        self._parcels.note(marker.number)
        self._pulse.forget()

    def _current(self) -> Marker:
        """Raises IndexMissing."""
        found = markers.markers(self._server)
        if not found or found[-1].manifest is None:
            raise IndexMissing(f"There is no index on {self._server.address.shown} yet: run `actqa index`.")
        return found[-1]

    def _sound(self, marker: Marker) -> Manifest:
        """Its manifest, when all is there that it names. Raises IndexDamaged."""
        manifest = load_manifest(marker, self._parcels, self._copies)
        kept = sweeping.everything_of(markers.markers(self._server), self._parcels, self._copies)
        if not sweeping.is_whole(self._server, self._parcels, marker, manifest, kept):
            raise IndexDamaged(f"Records are missing on {self._server.address.shown}: {MEND}.")
        return manifest

    def _salvaged(self, found: Sequence[Marker]) -> Stock:
        """The newest manifest that can be read, and what of it is still there."""
        for marker in reversed(found):
            with suppress(IndexMissing, IndexDamaged):
                manifest = load_manifest(marker, self._parcels, self._copies)
                there = self._parcels.ids()
                self._turn.draft.learn(parcel for parcel in parcels_of(manifest) if there.issuperset(parcel.ids))
                return Stock(None, manifest, damaged=True)
        return Stock(None, None, damaged=True)

    def _fence(self) -> None:
        """Takes the number that a former owner of the lease may be about to use."""
        while True:
            found = markers.markers(self._server)
            last = found[-1] if found else Marker(0, None, "", 0)
            again = Marker(last.number + 1, last.manifest, last.units, self._server.now())
            if markers.publish(self._server, again):
                return


class _Turn:
    """What belongs to one build."""

    def __init__(self, draft: Stored, held: Lease | None = None) -> None:
        self.draft = draft
        self.current: Marker | None = None
        self._lease = held

    @property
    def lease(self) -> Lease:
        """Raises IndexFault outside of `writing`."""
        if self._lease is None:
            raise IndexFault("Nothing may be written without the lease.")
        return self._lease


class _Pulse:
    """A number that is asked for now and then, by one thread at a time; the others go on with the last."""

    def __init__(self, ask: Callable[[], int | None]) -> None:
        self._ask = ask
        self._guard = threading.Lock()
        self._asked = 0.0
        self._last: int | None = None
        self._fault: IndexFault | None = None

    def forget(self) -> None:
        """The next that reads it asks."""
        self._asked = 0.0

    def read(self) -> int | None:
        """Raises IndexFault as long as the last attempt did."""
        if time.monotonic() - self._asked > LOOK_SECONDS and self._guard.acquire(blocking=not self._asked):
            try:
                self._renew()
            finally:
                self._guard.release()
        if self._fault:
            raise self._fault
        return self._last

    def _renew(self) -> None:
        try:
            self._last, self._fault = self._ask(), None
        except IndexFault as error:
            self._fault = error
        self._asked = time.monotonic()
