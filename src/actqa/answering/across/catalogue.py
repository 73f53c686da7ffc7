"""All reports in brief, and which of them has a word in its name or its lists: a question is to few of many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

from actqa.answering.across.briefs import Brief, brief
from actqa.answering.asked.spoken import asking_words
from actqa.answering.asked.words import words
from actqa.answering.seen.names import Spelling
from actqa.index.cache import Recent
from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot

REPORTS_KEPT = 5_000
SHORTEST = 2
"""Letters of a short name."""


class Catalogue(Mapping[str, Brief]):
    """Briefs by id, in the order of the titles; what is looked up in them is made once."""

    def __init__(self, briefs: Mapping[str, Brief]) -> None:
        self._briefs = briefs
        self._places = {id: at for at, id in enumerate(briefs)}

    def __getitem__(self, id: str) -> Brief:
        return self._briefs[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)

    def called(self, stems: Iterable[str], letters: Iterable[str]) -> list[Brief]:
        """Those whose market's name has one of the stems, or whose initials begin with one of these."""
        found = set[str]().union(*(self._subjects.get(stem, ()) for stem in stems))
        return self._in_order(found.union(*(self._initials.get(short, ()) for short in letters)))

    def naming(self, stems: Collection[str]) -> list[Brief]:
        """Those that have every one of the stems in the market's name or in the names that they list."""
        named = [self._named.get(stem, set()) for stem in stems]
        return self._in_order(set.intersection(*named)) if named else list(self.values())

    @cached_property
    def spelling(self) -> Spelling:
        """Mends slips by the names of the markets."""
        known = frozenset(word for brief in self.values() for word in words(brief.label)) | asking_words()
        first = next(iter(self.values()), None)
        return Spelling(known, first.names.word_ranks if first else {})

    @cached_property
    def _subjects(self) -> Mapping[str, set[str]]:
        return _inverted((brief.id, brief.subject) for brief in self.values())

    @cached_property
    def _initials(self) -> Mapping[str, set[str]]:
        """By what they begin with."""
        return _inverted(
            (brief.id, [brief.initials[:end] for end in range(SHORTEST, len(brief.initials) + 1)])
            for brief in self.values()
        )

    @cached_property
    def _named(self) -> Mapping[str, set[str]]:
        return _inverted(
            (brief.id, brief.subject.union(*(name.stems for name in brief.names.all))) for brief in self.values()
        )

    def _in_order(self, ids: Iterable[str]) -> list[Brief]:
        return [self._briefs[id] for id in sorted(ids, key=self._places.__getitem__)]


class Catalogues:
    """Of the snapshots that are lent, from the briefs of the reports lately seen."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._briefs: Recent[str, Brief] = Recent(REPORTS_KEPT, lambda it: 1)
        self._made: WeakKeyDictionary[Snapshot, Catalogue] = WeakKeyDictionary()

    def of(self, snapshot: Snapshot) -> Catalogue:
        """Of all its reports; two threads may both make it."""
        made = self._made.get(snapshot)
        if made is None:
            made = self._made[snapshot] = Catalogue({id: self._brief(snapshot, id) for id in snapshot.reports})
        return made

    def _brief(self, snapshot: Snapshot, id: str) -> Brief:
        return self._briefs.get(snapshot.facts_version(id), lambda: brief(snapshot.facts(id), self._encoder))


def _inverted(words_of: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, set[str]]:
    """By each word whose it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for id, told in words_of:
        for word in told:
            found[word].add(id)
    return dict(found)
