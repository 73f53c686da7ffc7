"""What the next generation's records are made of: those of the last one that stay, and those that are embedded now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder
from actqa.index.home import Stock, Tell
from actqa.index.manifest import Entry

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Difference:
    """What Chroma's records of the last generation lack and what they have too much."""

    base: str | None
    """The generation whose records are built upon; None: they are written from nothing."""
    removed: tuple[Entry, ...]
    written: tuple[Entry, ...]


def difference_between(stock: Stock, entries: Sequence[Entry], encoder: Encoder) -> Difference:
    """A graph is changed as long as most of it is alive: Chroma only marks what is deleted."""
    before, after = _by_version(stock.entries), _by_version(entries)
    removed = tuple(entry for key, entry in before.items() if key not in after)
    written = tuple(entry for key, entry in after.items() if key not in before)
    if reusable(stock, encoder) and _buried(stock, removed) <= sum(entry.units for entry in entries):
        return Difference(stock.name, removed, written)
    return Difference(None, (), tuple(entries))


def buried_after(stock: Stock, difference: Difference) -> int:
    """How many records its graph then holds that are removed."""
    return _buried(stock, difference.removed) if difference.base else 0


def reusable(stock: Stock, encoder: Encoder) -> bool:
    """Whether the stock's vectors are whole and of this encoder."""
    return stock.name is not None and stock.manifest is not None and stock.manifest.fingerprint == encoder.fingerprint


def embed(texts: Sequence[str], known: Mapping[str, Row], encoder: Encoder, tell: Tell) -> Row:
    """Shape (texts, dimensions); each text that is not known is embedded once, however often it occurs."""
    new = list(dict.fromkeys(text for text in texts if text not in known))
    tell("embedding", 0, len(new))
    rows = encoder.encode(new, lambda done: tell("embedding", done, len(new)))
    found = {**known, **dict(zip(new, rows, strict=True))}
    vectors = np.zeros((len(texts), encoder.dimensions), dtype=np.float32)
    for at, text in enumerate(texts):
        vectors[at] = found[text]
    return vectors


def _buried(stock: Stock, removed: Sequence[Entry]) -> int:
    return (stock.manifest.buried if stock.manifest else 0) + sum(entry.units for entry in removed)


def _by_version(entries: Sequence[Entry]) -> dict[tuple[str, str], Entry]:
    return {(entry.id, entry.version): entry for entry in entries}
