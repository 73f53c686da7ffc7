"""The names that a report uses, to be found in any sentence by their words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from actqa.answering.asked.places import places_in
from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import stem, stems, words
from actqa.answering.gate.forms import root
from actqa.facts import ReportFacts
from actqa.facts.said import product
from actqa.facts.types import Segment
from actqa.figures import parse
from actqa.places import is_place
from actqa.reading import Report
from actqa.reading.headings import name_of

Stems = tuple[str, ...]

LONGEST = 6
"""Words of a name."""
LEGAL = frozenset(
    "inc ltd llc corp corporation co company plc ag sa se gmbh kg kgaa nv bv ab as oyj spa srl limited incorporated "
    "s.a n.v b.v a.g s.p.a group holdings holding pvt private pty lp llp".split()
)
ORDINARY = frozenset(
    map(
        stem,
        "other others type types product products application applications region regions segment segments service "
        "services geography country end user users general growth share revenue value volume size sales demand "
        "company companies player players technology north south east west central high low new large small medium "
        "first second top leading key rest all".split(),
    )
)
"""Words that alone name nothing."""


@dataclass(frozen=True)
class Known:
    """Of one report."""

    product: str
    called: str
    """The market's name, without that word."""
    home: frozenset[str]
    """Places that the whole report is about."""
    subject: frozenset[str]
    """Stems of the market's name."""
    names: dict[Stems, str] = field(compare=False)
    """Stems, in order → key; the same key for the short and the long form."""
    written: dict[str, frozenset[str]] = field(compare=False)
    """Key of a name of one word → how it is written, in lower case, without the plural's s."""
    parts: frozenset[str]
    """Keys of the names of segments and companies."""
    present: int | None
    """The year that its estimates start from."""
    is_base: bool
    """Whether the report calls that its base year."""
    title: frozenset[str]
    """Stems of the whole title."""
    text: str = field(compare=False, repr=False)
    """All the report says."""

    @cached_property
    def _by_first(self) -> dict[str, list[Stems]]:
        out: dict[str, list[Stems]] = {}
        for name in sorted(self.names, key=len, reverse=True):
            out.setdefault(name[0], []).append(name)
        return out

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Keys of the names, but for those that only count or rank: the first three."""
        return frozenset(key for key in self.names.values() if not set(key.split()) <= RANKED)

    @cached_property
    def as_whole(self) -> re.Pattern[str]:
        """The product itself, where a figure of the whole market is said of it: `Car seats stood at …`."""
        if len(self.called) < 4:
            return _NEVER
        verbs = "stood|stands|was|were|is|are|should|will|could|reached|came|generated|accounted|has|had|in"
        said = r"\s+".join(map(re.escape, self.called.split()))
        return re.compile(
            rf"(?:^\W*|[,;:]\s+|\b(?:size|value) of )(?:the\s+)?(?P<whole>(?:global\s+)?{said})"
            rf"(?=\s+(?:{verbs})\b|[.,]|$)",
            re.IGNORECASE,
        )

    def find(self, said: Stems) -> Iterator[tuple[int, int, str]]:
        """First and last position, and the key, of the names in a row of stems; of several the longest."""
        at = 0
        while at < len(said):
            name = next((n for n in self._by_first.get(said[at], ()) if said[at : at + len(n)] == n), None)
            if name is not None:
                yield at, at + len(name), self.names[name]
            at += len(name) if name else 1

    def is_written(self, key: str, word: str) -> bool:
        """Whether one word is that name, and not another form of its stem: `provides` is not among providers."""
        forms = {_singular(part).removesuffix("ly") for said in words(word) for part in (said, *said.split("-"))}
        return key not in self.written or bool(forms & self.written[key])

    def says(self, word: str) -> bool:
        """Whether the report says the word anywhere."""
        return all(part in self._all for part in re.findall(r"[^\W_]+", word))

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(re.findall(r"[^\W_]+", self.text.lower()))

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(re.findall(r"(?<![\w-])[a-z][\w-]+", self.text))

    def is_proper(self, word: str) -> bool:
        """Whether the report writes the word with a capital wherever it says it, or it never does and is no common
        word."""
        return word in self._proper

    @cached_property
    def _proper(self) -> frozenset[str]:
        """Words in lower case that the report always writes with a capital, not only where a sentence opens."""
        inside = {w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", self.text)}
        return frozenset(inside - self._lower)


_NEVER = re.compile(r"(?P<whole>(?!))")


def known_of(report: Report, facts: ReportFacts) -> Known:
    """The names that the facts tell."""
    market = facts.report.market
    subject = stems(f"{name_of(report.title)} {market}")
    opening = _OPENING.split(report.title, maxsplit=1)[0]
    home = frozenset(p for p in places_in(f"{opening} | {name_of(report.title)} | {market}"))
    names: dict[Stems, str] = {}
    singles: dict[str, set[str]] = {}
    for text in _texts(facts, market):
        for sequence, key in _written(text, subject):
            names.setdefault(sequence, key)
            if len(sequence) == 1:
                singles.setdefault(names[sequence], set()).update(_singular(w) for w in words(text[0]))
    for short, long in _short(report.text):
        if long in names:
            names[short] = names[long]
        elif short in names:
            names[long] = names[short]
        if short in names and names[short] in singles:
            singles[names[short]].update((*short, *long) if len(long) == 1 else short)
    written = {key: frozenset(forms) for key, forms in singles.items()}
    parts = frozenset(key for text in _parts(facts) for _, key in _written(text, subject))
    return Known(
        product=product(report),
        called=_called(market),
        home=home,
        subject=subject,
        names=names,
        written=written,
        parts=parts,
        present=_present(facts),
        is_base=bool(facts.report.base_year),
        title=stems(report.title),
        text=report.text,
    )


_OPENING = re.compile(r"[:(,]|\s[–—-]\s|\bby\b", re.IGNORECASE)
"""What ends the part of a title that names the market, and its place."""


def _called(market: str) -> str:
    return " ".join(re.sub(r"\b(?:the|global|market|industry)\b", " ", market, flags=re.IGNORECASE).split())


def _texts(facts: ReportFacts, market: str) -> Iterator[tuple[str, bool]]:
    """The names, and whether each is a company's."""
    yield from _parts(facts)
    for subject in (*(f.market for f in facts.forecasts), *(share.subject for share in facts.shares)):
        if subject != market:
            yield subject, False


def _parts(facts: ReportFacts) -> Iterator[tuple[str, bool]]:
    """Those of segments and companies."""
    for split in facts.segmentations:
        for segment in split.segments:
            yield from ((name, False) for name in _of(segment))
    yield from ((player.name, True) for player in facts.players)
    yield from ((event.company, True) for event in facts.developments)


def _of(segment: Segment) -> Iterable[str]:
    yield segment.name
    for child in segment.children:
        yield from _of(child)


def _written(named: tuple[str, bool], subject: frozenset[str]) -> Iterator[tuple[Stems, str]]:
    """The ways a name is written, as stems, with its key."""
    text, is_company = named
    bare = re.sub(r"\([^)]*\)", " ", text)
    if is_place(bare.strip()) or (places_in(bare) and not is_company) or parse(bare):
        return
    for part in [bare] if is_company else re.split(r"\s*/\s*", bare):
        listed = [w for w in words(part) if w not in LEGAL] if is_company else words(part)
        said = _trimmed(tuple(map(root, listed)))
        if not 0 < len(said) <= LONGEST or not _tells(said, subject):
            continue
        yield said, " ".join(said)
        if "&" in part and not is_company:
            yield _trimmed(tuple(map(root, words(part.replace("&", " and "))))), " ".join(said)
        for short in re.findall(r"\(([A-Z]{2,6})\)", text):
            yield (root(short.lower()),), " ".join(said)
        for short in _shorter(said, subject, is_company):
            if _tells(short, subject):
                yield short, " ".join(said)


_SHORT = re.compile(
    r"\b(?P<long>[A-Z][\w’'-]*(?:[\s-](?:of|and|the|for|[A-Z][\w’'-]*)){0,6})\s\((?P<short>[A-Z]{2,6})\)"
)


def _short(text: str) -> Iterator[tuple[Stems, Stems]]:
    """What the report abbreviates, and by what: Pay-How-You-Drive (PHYD)."""
    for m in _SHORT.finditer(text):
        parts = re.findall(r"[A-Za-z]\w*", m["long"])
        for first in range(len(parts)):
            initials = "".join(part[0] for part in parts[first:] if part[0].isupper())
            if initials == m["short"]:
                long = tuple(map(root, words(m["long"][m["long"].index(parts[first]) :])))
                if len(long) <= LONGEST:
                    yield (root(m["short"].lower()),), long
                break


def _present(facts: ReportFacts) -> int | None:
    if facts.report.base_year:
        return facts.report.base_year
    starts = [
        f.start_year for f in facts.forecasts if f.start_year and f.start_value and f.market == facts.report.market
    ]
    last = max((year for f in facts.forecasts for year in (f.end_year, *(f.period or ())) if year), default=0)
    before = [f.period[0] - 1 for f in facts.forecasts if f.period]
    return max([year for year in starts if year < last] or before or starts, default=None)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _trimmed(said: Stems) -> Stems:
    """Without the article, and the word that says what it is one of: `the wet segment`, `top-hung ones`."""
    while len(said) > 1 and said[0] in EDGES:
        said = said[1:]
    while len(said) > 1 and said[-1] in EDGES:
        said = said[:-1]
    while len(said) > 1 and said[-1] in {"segment", "one", "categori", "type", "categ", "class"}:
        said = said[:-1]
    return said


RANKED = frozenset(
    map(root, "first second third last top next one two three four five six ten largest biggest leading few".split())
)
"""Words that only count or rank."""

EDGES = frozenset(map(stem, STOP_WORDS)) | frozenset(map(stem, "follow ahead among behind remaining cover via".split()))
"""Words that no name begins or ends with, and that may stand around it."""


def _shorter(said: Stems, subject: frozenset[str], is_company: bool) -> Iterator[Stems]:
    """Green, of Green Tea in a report on tea; Gilead, of Gilead Sciences."""
    if is_company and len(said) > 1 and len(said[0]) > 3:
        yield said[:1]
    if not is_company and len(said) > 1 and said[-1] in subject | ORDINARY:
        yield said[:-1]


def _tells(said: Sequence[str], subject: frozenset[str]) -> bool:
    empty = subject | ORDINARY | STOP_WORDS | {"remain"}
    return any(s not in empty and len(s) > 1 for s in said) and (said[0] not in {"other", "rest"})
