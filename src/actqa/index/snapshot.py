"""One generation as its readers see it: reports, vectors, and what is nearest to a question."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from actqa.errors import IndexFault, PageNotFound, ReportNotFound
from actqa.facts import ReportFacts
from actqa.index.boxes import Boxes
from actqa.index.cache import Recent
from actqa.index.encoder import Encoder
from actqa.index.home import Hit, Home, Vectors
from actqa.index.lexical import Words
from actqa.index.manifest import Entry
from actqa.index.parsed import IndexedReport
from actqa.index.planning import load_boxes, load_facts, load_report, load_source, load_words

CHARACTERS_IN_MEMORY = 20_000_000
"""Of parsed reports; each takes some ten times as many bytes."""
VECTOR_BYTES_IN_MEMORY = 256 * 2**20
FACTS_IN_MEMORY = 100
"""Reports whose facts are kept."""
BOX_BYTES_IN_MEMORY = 32 * 2**20
TEXTS_IN_MEMORY = 200_000
"""Of the word indexes of single reports."""


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report as a list shows it."""

    id: str
    title: str
    source: str
    """The file's name."""
    characters: int
    pages: int | None
    revision: str


class Memory:
    """What readers keep of reports. Keys carry the report's version, so it serves one generation after the other."""

    def __init__(self) -> None:
        self.reports: Recent[str, IndexedReport] = Recent(CHARACTERS_IN_MEMORY, lambda it: len(it.report.text))
        self.facts: Recent[str, ReportFacts] = Recent(FACTS_IN_MEMORY, lambda it: 1)
        self.vectors: Recent[tuple[str, str], Vectors] = Recent(VECTOR_BYTES_IN_MEMORY, lambda it: it.nbytes)
        self.boxes: Recent[str, Boxes] = Recent(BOX_BYTES_IN_MEMORY, lambda it: it.words.nbytes)
        self.words: Recent[str, Words] = Recent(TEXTS_IN_MEMORY, len)


class Snapshot:
    """A generation, open; `Library.snapshot` lends it. Safe to share between threads while it is lent."""

    def __init__(self, home: Home, name: str, memory: Memory) -> None:
        """Raises IndexDamaged where it is not whole."""
        self.name = name
        self._generation = home.open(name)
        self._memory = memory
        self._manifest = self._generation.manifest
        self._entries = {entry.id: entry for entry in self._manifest.entries}
        self._starts = [0, *accumulate(entry.units for entry in self._manifest.entries)]
        self._whole: Snapshot | None = None
        """What this is a part of; the whole one holds what is open."""

    def among(self, ids: Collection[str]) -> "Snapshot":
        """As if the index held only these of its reports; it is lent and closed with this one."""
        part = copy(self)
        part.__dict__.pop("reports", None)
        part._entries = {id: entry for id, entry in self._entries.items() if id in ids}
        part._whole = self
        return part

    @property
    def fingerprint(self) -> str:
        """Of the encoder that made the vectors."""
        return self._manifest.fingerprint

    def check_encoder(self, encoder: Encoder) -> None:
        """Raises IndexFault where the encoder's vectors must not be compared with the index's."""
        if encoder.fingerprint != self.fingerprint:
            raise IndexFault(
                "The index was built with another embedding model: run `actqa index` to build it again, "
                "or set ACTQA_EMBEDDING_MODEL as it was."
            )

    @cached_property
    def reports(self) -> Mapping[str, ReportCard]:
        """What is indexed, by id, in the order of the titles."""
        entries = sorted(self._entries.values(), key=lambda entry: (entry.title.casefold(), entry.id))
        return MappingProxyType({entry.id: _card(entry) for entry in entries})

    def card(self, id: str) -> ReportCard:
        """The report as a list shows it. Raises ReportNotFound."""
        return _card(self._entry(id))

    def report(self, id: str) -> IndexedReport:
        """The report with its units and chunks. Raises ReportNotFound."""
        entry = self._entry(id)
        return self._memory.reports.get(entry.version + entry.facts, lambda: load_report(self._generation, entry))

    def facts(self, id: str) -> ReportFacts:
        """What the report states, read without the report itself. Raises ReportNotFound."""
        entry = self._entry(id)
        return self._memory.facts.get(entry.facts, lambda: load_facts(self._generation, entry))

    def boxes(self, id: str) -> Boxes:
        """Where the report's words stand on its pages. Raises ReportNotFound."""
        entry = self._entry(id)
        return self._memory.boxes.get(entry.version, lambda: load_boxes(self._generation, entry))

    def check_page(self, id: str, page: int) -> None:
        """Raises PageNotFound where the report's file has no such page, from 1; ReportNotFound."""
        pages = self._entry(id).pages
        if not 1 <= page <= (pages or 0):
            raise PageNotFound(f"The report {id} has no page {page}: {_pages(pages)}.")

    def file(self, id: str, corpus: Path) -> Path | None:
        """The report's file in the corpus folder; None where it lies elsewhere. Raises ReportNotFound."""
        entry = self._entry(id)
        return corpus / entry.key if entry.origin == "corpus" else None

    def source(self, id: str) -> bytes:
        """The report's file. Raises ReportNotFound."""
        return load_source(self._generation, self._entry(id))

    def facts_version(self, id: str) -> str:
        """Names what `facts` returns: other facts have another. Raises ReportNotFound."""
        return self._entry(id).facts

    def vectors(self, id: str) -> Vectors:
        """The vectors of the report's units: shape (units, dimensions), read-only. Raises ReportNotFound."""
        entry = self._entry(id)
        return self._memory.vectors.get((self.fingerprint, entry.version), lambda: self._read_vectors(entry))

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None = None) -> list[Hit]:
        """The units nearest to the vector, of these reports or of all, best first; scores are cosine similarities."""
        if vector.shape != (self._manifest.dimensions,):
            raise IndexFault(f"The index holds vectors of {self._manifest.dimensions} numbers, not {vector.size}.")
        if self._whole is not None:
            reports = self._entries.keys() if reports is None else self._entries.keys() & set(reports)
        return self._generation.nearest(vector, count, reports)

    def lexical_scores(self, query: str, id: str) -> Vectors:
        """BM25 of each of the report's units, by its own word frequencies: shape (units,). Raises ReportNotFound."""
        entry = self._entry(id)
        words = self._memory.words.get(entry.version, lambda: load_words(self._generation, entry))
        return words.scores(query)

    def lexical_nearest(self, query: str, count: int) -> list[Hit]:
        """The units of all reports that share most words with the query, best first; scores are BM25's."""
        kept = None if self._whole is None else self._kept
        return [self._hit(position, score) for position, score in self._words.nearest(query, count, kept)]

    def warm(self) -> None:
        """Opens what would else be opened by the first question. Raises IndexFault."""
        self._generation.warm()

    def close(self) -> None:
        """For the library, when the last reader is done."""
        self._generation.close()

    @cached_property
    def _words(self) -> Words:
        return self._whole._words if self._whole else self._generation.words()

    @cached_property
    def _kept(self) -> NDArray[np.bool_]:
        """Of each unit of the whole index, whether its report is one of these."""
        entries = self._manifest.entries
        return np.repeat([entry.id in self._entries for entry in entries], [entry.units for entry in entries])

    def _entry(self, id: str) -> Entry:
        if id not in self._entries:
            raise ReportNotFound(f"There is no report {id}: {_suggest(id, self._entries)}.")
        return self._entries[id]

    def _read_vectors(self, entry: Entry) -> Vectors:
        vectors = self._generation.vectors(entry)
        vectors.flags.writeable = False
        return vectors

    def _hit(self, position: int, score: float) -> Hit:
        at = bisect_right(self._starts, position) - 1
        return Hit(self._manifest.entries[at].id, position - self._starts[at], score)


def _suggest(id: str, known: Collection[str]) -> str:
    """The ids that look most like the one asked for, else the first few."""
    if not known:
        return "the index is empty"
    named = get_close_matches(id, known, 3) or sorted(known)[:3]
    more = f" and {len(known) - len(named)} more" if len(known) > len(named) else ""
    return f"the index holds {', '.join(named)}{more}"


def _pages(pages: int | None) -> str:
    return f"it has {pages:,}" if pages else "its file has none"


def _card(entry: Entry) -> ReportCard:
    return ReportCard(entry.id, entry.title, entry.source, entry.characters, entry.pages, entry.revision)
