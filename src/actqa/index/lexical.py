"""Words: BM25 over the same texts that are embedded, of one report or of all, in one file that is mapped into memory.

Raise the manifest's LAYOUT with every change to this file or to stems.py that alters what a file holds.

The file holds counts rather than scores, so that the words of all reports are those of each put together: adding a
report costs its own words and one pass over the arrays.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from actqa.errors import IndexDamaged
from actqa.index.stems import stem_numbers

SATURATION, LENGTHS = 0.9, 0.4
"""BM25's k1 and b as Anserini has them: units are short, and a longer one is not for that less to the point."""

FILE = "words"
"""Its name in a folder."""
MARK = 0x31_73_64_72_6F_77_71_61
"""Begins the file."""
MOST = np.iinfo(np.uint16).max
"""To which a stem is counted in one text."""

GONE = -1
"""The new place of a text that is left out."""
LOW = (1 << 32) - 1
"""The bits of a place."""

Number = TypeVar("Number", np.uint16, np.uint32, np.uint64)

_HEAD = np.dtype([("mark", "<u8"), ("stems", "<u8"), ("uses", "<u8"), ("texts", "<u8")])


@dataclass(frozen=True)
class Words:
    """BM25, Lucene's variant, over a row of texts, by these texts' own frequencies."""

    stems: NDArray[np.uint64]
    """Their numbers, in order."""
    starts: NDArray[np.uint64]
    """Where each stem's uses begin; one more, which is how many there are."""
    lengths: NDArray[np.uint32]
    """Of each text, in stems."""
    places: NDArray[np.uint32]
    """For each use of a stem the text it is in; those of one stem in order."""
    counts: NDArray[np.uint16]
    """How often it is there."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Over these texts."""
        counted = [Counter(stems) for stems in stem_numbers(texts)]
        lengths = np.array([counter.total() for counter in counted], dtype=np.uint32)
        stems = np.array([stem for counter in counted for stem in counter], dtype=np.uint64)
        counts = [min(count, MOST) for counter in counted for count in counter.values()]
        places = np.repeat(np.arange(len(texts), dtype=np.uint32), [len(counter) for counter in counted])
        return cls._in_order(stems, lengths, places, np.array(counts, dtype=np.uint16))

    @classmethod
    def joined(cls, parts: Sequence["Words"]) -> Self:
        """Over the texts of all parts, one part after the other."""
        firsts = [0, *accumulate(len(part) for part in parts)]
        return cls._in_order(
            _chain([np.repeat(part.stems, part._uses) for part in parts], np.uint64),
            _chain([part.lengths for part in parts], np.uint32),
            _chain([part.places + np.uint32(first) for part, first in zip(parts, firsts, strict=False)], np.uint32),
            _chain([part.counts for part in parts], np.uint16),
        )

    def renewed(self, places: NDArray[np.int64], parts: Sequence[tuple[int, "Words"]]) -> Self:
        """The same as if all were joined anew, without sorting again what is in order.

        `places` gives the new place of each text, or GONE; `parts` are new words, with the place of their first text.
        """
        known = np.unique(np.concatenate([self.stems, *(part.stems for _, part in parts)]))
        stays = places != GONE
        lengths = np.zeros(np.count_nonzero(stays) + sum(len(part) for _, part in parts), np.uint32)
        lengths[places[stays]] = self.lengths[stays]
        kept = stays[self.places]
        keys, counts = [_keys(known, self, places)[kept]], [self.counts[kept]]
        for first, part in parts:
            lengths[first : first + len(part)] = part.lengths
            keys.append(_keys(known, part, np.arange(first, first + len(part))))
            counts.append(part.counts)
        joined = np.concatenate(keys)
        order = np.argsort(joined, kind="stable")
        return self._sorted(known[joined[order] >> 32], lengths, joined[order] & LOW, np.concatenate(counts)[order])

    @property
    def _uses(self) -> NDArray[np.int64]:
        """How often each stem is used."""
        return np.diff(self.starts).astype(np.int64)

    @classmethod
    def _in_order(
        cls,
        stems: NDArray[np.uint64],
        lengths: NDArray[np.uint32],
        places: NDArray[np.uint32],
        counts: NDArray[np.uint16],
    ) -> Self:
        """From one stem for each use, in the order of the texts."""
        order = np.argsort(stems, kind="stable")
        return cls._sorted(stems[order], lengths, places[order], counts[order])

    @classmethod
    def _sorted(
        cls,
        stems: NDArray[np.uint64],
        lengths: NDArray[np.uint32],
        places: NDArray[np.integer[Any]],
        counts: NDArray[np.uint16],
    ) -> Self:
        """From one stem for each use, in order."""
        first = np.append(True, stems[1:] != stems[:-1])[: stems.size]
        starts = np.append(np.flatnonzero(first), stems.size).astype(np.uint64)
        return cls(stems[first], starts, lengths, places.astype(np.uint32), counts)

    @classmethod
    def load(cls, folder: Path, texts: int) -> Self:
        """What `save` wrote, mapped into memory. Raises IndexDamaged, also where it is of another number of texts."""
        file = folder / FILE
        try:
            return cls(*_arrays(np.memmap(file, np.uint8, "r"), texts))
        except (OSError, ValueError) as error:
            raise _damaged(str(file)) from error

    @classmethod
    def read(cls, data: bytes, texts: int, id: str) -> Self:
        """What `dump` made of the report with this id. Raises IndexDamaged."""
        try:
            return cls(*_arrays(np.frombuffer(data, np.uint8), texts))
        except ValueError as error:
            raise _damaged(id) from error

    def save(self, folder: Path) -> None:
        """Into the folder, as one file. Raises OSError."""
        (folder / FILE).write_bytes(self.dump())

    def dump(self) -> bytes:
        """As a file holds them."""
        head = np.array([(MARK, self.stems.size, self.places.size, self.lengths.size)], _HEAD)
        arrays = (self.stems, self.starts, self.lengths, self.places, self.counts)
        return b"".join(part.tobytes() for part in (head, *arrays))

    def __len__(self) -> int:
        return self.lengths.size

    def scores(self, query: str) -> NDArray[np.float32]:
        """One score per text, 0 where it shares no word with the query."""
        found = np.zeros(len(self), dtype=np.float32)
        for stem in next(stem_numbers([query])):
            at = int(np.searchsorted(self.stems, np.uint64(stem)))
            if at < self.stems.size and self.stems[at] == stem:
                uses = slice(int(self.starts[at]), int(self.starts[at + 1]))
                places, counts = self.places[uses], self.counts[uses].astype(np.float32)
                found[places] += self._rarity(places.size) * counts / (counts + self._damping[places])
        return found

    def nearest(self, query: str, count: int, kept: NDArray[np.bool_] | None = None) -> list[tuple[int, float]]:
        """Positions and scores of the texts that share most with the query, best first; earlier ones win a tie.

        `kept` says of each text whether it may be found; all may where it is None.
        """
        scores = self.scores(query)
        found = np.flatnonzero(scores > 0 if kept is None else (scores > 0) & kept)
        if 0 < count < found.size:  # all that reach the last place's score: the few are sorted, not the many
            least = np.partition(scores[found], found.size - count)[found.size - count]
            found = found[scores[found] >= least]
        best = found[np.argsort(-scores[found], kind="stable")][: max(count, 0)]
        return [(int(at), float(scores[at])) for at in best]

    def _rarity(self, texts: int) -> np.float32:
        """Of a stem that is in so many texts."""
        return np.float32(np.log1p((len(self) - texts + 0.5) / (texts + 0.5)))

    @cached_property
    def _damping(self) -> NDArray[np.float32]:
        """For each text what its length makes of a count."""
        mean = float(self.lengths.mean()) or 1.0
        return (SATURATION * (1 - LENGTHS + LENGTHS * self.lengths / mean)).astype(np.float32)


def _keys(known: NDArray[np.uint64], words: Words, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each use that sorts by stem, then by the place that its text has now."""
    return np.repeat(np.searchsorted(known, words.stems), words._uses) << 32 | places[words.places]


def _damaged(where: str) -> IndexDamaged:
    return IndexDamaged(f"The words of {where} cannot be read: run `actqa index` to mend the index.")


def _chain(parts: Sequence[NDArray[Number]], kind: type[Number]) -> NDArray[Number]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _arrays(data: NDArray[np.uint8], texts: int) -> Any:
    """The arrays of a file. Raises ValueError for one that is not whole."""
    if data.size < _HEAD.itemsize:
        raise ValueError("no head")
    head = data[: _HEAD.itemsize].view(_HEAD)[0]
    stems, uses = int(head["stems"]), int(head["uses"])
    if (int(head["mark"]), int(head["texts"])) != (MARK, texts):
        raise ValueError("no words of so many texts")
    form = (("<u8", stems), ("<u8", stems + 1), ("<u4", texts), ("<u4", uses), ("<u2", uses))
    sizes = [np.dtype(kind).itemsize * count for kind, count in form]
    ends = list(accumulate(sizes, initial=_HEAD.itemsize))
    if ends[-1] != data.size:
        raise ValueError("cut short")
    return [data[start:end].view(kind) for (kind, _), start, end in zip(form, ends, ends[1:], strict=False)]
