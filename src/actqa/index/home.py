"""Where an index lives, as the rest of the index sees it: a folder of this machine, or a Chroma server."""

from collections.abc import Callable, Collection, Hashable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder
from actqa.index.lexical import Words
from actqa.index.manifest import Entry, Manifest

Vectors = NDArray[np.float32]

Kind = Literal["sources", "reports", "words", "boxes", "facts", "vectors"]
"""Of what is kept for each report: its file, by SHA-256; the parsed report, the stems in it and the places of its
words, by the report's version; what it states, by the facts' version; where Chroma is embedded, its units' vectors."""
KINDS: tuple[Kind, ...] = get_args(Kind)

Tell = Callable[[str, int, int], None]
"""Is told the stage of a build, how much of it is done, and of how much."""


class Hit(NamedTuple):
    """A unit that was found."""

    report: str
    unit: int
    score: float
    """Cosine similarity, or BM25's score."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The current generation as a build finds it."""

    name: str | None
    """None where there is no generation, or where it is damaged: then it is not built upon."""
    manifest: Manifest | None
    """Of a damaged generation the newest that can still be read."""
    damaged: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The reports that are or were in the index."""
        return self.manifest.entries if self.manifest else ()


class Readable(Protocol):
    """What is kept for each report, each under a name that never comes to mean something else."""

    def read(self, kind: Kind, name: str) -> bytes:
        """As it was written. Raises OSError where it is not there, IndexFault."""
        ...

    def has(self, kind: Kind, name: str) -> bool:
        """Whether it is there."""
        ...


class Objects(Readable, Protocol):
    """The same for the writer."""

    def write(self, kind: Kind, name: str, data: bytes) -> None:
        """Either whole or not at all, and for good."""
        ...


class Generation(Readable, Protocol):
    """One state of the index, which never changes; open. Safe to share between threads."""

    @property
    def manifest(self) -> Manifest:
        """What is in it."""
        ...

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None) -> list[Hit]:
        """The units nearest to the vector, of these reports or of all, best first. Raises IndexFault."""
        ...

    def vectors(self, entry: Entry) -> Vectors:
        """Those of the report's units: shape (units, dimensions). Raises IndexFault."""
        ...

    def words(self) -> Words:
        """BM25 over the units of all its reports, in the order of the manifest. Raises IndexFault."""
        ...

    def warm(self) -> None:
        """Opens what would else be opened by the first question. Raises IndexFault."""
        ...

    def close(self) -> None:
        """Lets go of what is open; it may be used again."""
        ...


class Home(Protocol):
    """A place for one index: which generation is current, who reads which, and who may write.

    Every method may raise IndexFault.
    """

    @property
    def objects(self) -> Objects:
        """What generations share."""
        ...

    def mark(self) -> Hashable:
        """Another one as soon as another generation is current; cheap, since it is asked for with every question."""
        ...

    def lease(self) -> AbstractContextManager[str]:
        """The current generation's name; it can be read as long as the block runs. Raises IndexMissing."""
        ...

    def open(self, name: str) -> Generation:
        """The generation of that name. Raises IndexDamaged where it is not whole."""
        ...

    def leave(self, name: str) -> None:
        """The generation has no reader left in this process."""
        ...

    def close(self) -> None:
        """Lets go of what this process has open, when nobody reads any more; it may be used again."""
        ...

    def look(self) -> Stock:
        """The current generation, every part of it looked at. Raises IndexMissing, IndexDamaged."""
        ...

    def writing(self, wait_seconds: float, waiting: Callable[[], None]) -> AbstractContextManager[None]:
        """The one writer's turn; calls `waiting` once if it has to wait. Raises IndexBusy, IndexUnwritable."""
        ...

    # What follows is for the writer alone.

    def stock(self) -> Stock:
        """As `look`, but of a damaged index it saves what it can."""
        ...

    def publish(self, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell) -> None:
        """Makes these reports the current generation; a failure leaves the old one as it is."""
        ...

    def tidy(self) -> None:
        """Clears what killed builds and finished readers left."""
        ...
