"""Chooses the reports that a question without one is for: by the markets it names, the questions before, retrieval."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from actqa.answering.across.briefs import Brief
from actqa.answering.across.catalogue import Catalogue
from actqa.answering.across.meant import Meant, market_asked, reports_meant
from actqa.answering.across.scope import Scope
from actqa.answering.across.words import ALL, ASKING, CATALOGUE, COVERS, PLAYS
from actqa.answering.asked import vocabulary
from actqa.answering.asked.history import POINTS_AT_ENTITY, goes_on
from actqa.answering.asked.question import Question, understand
from actqa.answering.asked.words import stem
from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot
from actqa.retrieval import Ranked, encoded, rank

DEPTH = 60
USES = 200
"""Units looked at to tell which reports use a word."""
MOST_TOLD = 8
"""Reports that answer side by side where the question names none."""
CLOSE = 0.6
"""Cosine from which a market in other words is taken for a report's; the next must be `CLEAR` below."""
CLEAR = 0.04
CANDIDATES = 4
COVERED = 0.5
"""What it counts, beside the ranking, that a report says all the words of the question."""


FirstOf = Callable[[Scope, str, Sequence[str]], str]
"""For a question to several reports the one that its answer names first, or empty."""

_POINTS_AT_ALL = re.compile(r"\b(?:they|them|their|these|those|both|each)\b", re.IGNORECASE)


class Chooser:
    """Chooses from the reports of one snapshot."""

    def __init__(
        self, snapshot: Snapshot, briefs: Catalogue, encoder: Encoder, first_of: FirstOf = lambda *_: ""
    ) -> None:
        self._first_of = first_of
        self._used: dict[str, Mapping[str, float]] = {}
        self._snapshot = snapshot
        self._briefs = briefs
        self._encoder = encoder

    def scope(self, text: str, history: Sequence[str]) -> Scope:
        """The reports that the question is for."""
        everything = tuple(self._briefs)
        lower = " ".join(text.lower().split())
        asked = understand(text)
        meant = self.meant(text)
        if CATALOGUE.fullmatch(lower):
            return Scope("all", everything)
        if len(everything) < 2:
            return Scope("one", everything)
        if is_to_all(lower, asked, meant):
            return Scope("all", everything)
        if meant:
            return _of_meant(meant)
        return (self._following(text, asked, history) if history else None) or self._unnamed(text, asked)

    def _following(self, text: str, asked: Question, history: Sequence[str]) -> Scope | None:
        """The reports that answered the question before; of several the first, where a pronoun stands for one."""
        before = self.scope(history[-1], history[:-1])
        if before.kind == "one":
            return Scope("one", before.reports, skip=before.skip)
        if before.kind not in {"all", "compare"}:
            return None
        if POINTS_AT_ENTITY.search(text) and not _POINTS_AT_ALL.search(text):
            first = self._first_of(before, history[-1], history[:-1])
            return Scope("one", (first,), skip=len(history)) if first else None
        return Scope(before.kind, before.reports) if goes_on(text, asked) else None

    def meant(self, text: str) -> list[Meant]:
        """The reports whose markets it names."""
        return reports_meant(text, self._briefs, self._homes)

    def _homes(self, word: str) -> Mapping[str, float]:
        if word not in self._used:
            hits = self._snapshot.lexical_nearest(word, USES)
            counts = Counter(hit.report for hit in hits)
            self._used[word] = {id: count / len(hits) for id, count in counts.items()}
        return self._used[word]

    def _unnamed(self, text: str, asked: Question) -> Scope:
        """Of a question that names no market as its report does: by its other words."""
        content = content_of(asked)
        if not content and not asked.names:
            few = asked.kind == "figure" and len(self._briefs) <= MOST_TOLD
            return Scope("compare", tuple(self._briefs)) if few else Scope("which")
        found = rank(self._snapshot, encoded(self._snapshot, self._encoder, text), None, DEPTH)
        market = market_asked(text)
        if market:
            near = self._like(market, found)
            if near:
                return Scope("one", (near,), tuple(market.split()))
            stems = frozenset(map(stem, market.split()))
            if not any(_names(brief, stems) for brief in self._briefs.naming(stems)):
                return Scope("none", market=market)
        told = frozenset(stem(part) for word in content for part in word.split("-") if part)
        homes = [brief.id for brief in self._briefs.naming(told) if _has_names(brief, told)]
        if asked.kind == "figure" and 1 < len(homes) <= MOST_TOLD:
            return Scope("compare", tuple(homes))
        best = self._best(found, content, homes)
        return Scope("one", (best,)) if best else Scope("none", market=" ".join(content))

    def _like(self, market: str, found: Sequence[Ranked]) -> str:
        """The report whose market the words mean, of those that retrieval finds."""
        ids = list(dict.fromkeys(hit.report for hit in found))[:CANDIDATES]
        if not ids:
            return ""
        vectors = self._encoder.encode([f"{market} market", *(self._briefs[id].label for id in ids)])
        scored = sorted(((float(v @ vectors[0]), id) for v, id in zip(vectors[1:], ids, strict=True)), reverse=True)
        next_best = scored[1][0] if len(scored) > 1 else 0.0
        return scored[0][1] if scored[0][0] >= CLOSE and scored[0][0] - next_best >= CLEAR else ""

    def _best(self, found: Sequence[Ranked], content: Sequence[str], homes: Sequence[str]) -> str:
        """The report whose best units fit best and say the question's words."""
        scores: dict[str, float] = {}
        units: dict[str, set[int]] = {}
        for at, hit in enumerate(found):
            scores[hit.report] = scores.get(hit.report, 0.0) + hit.score / (1 + at / 5)
            units.setdefault(hit.report, set()).add(hit.unit)
        top = sorted(scores, key=lambda id: -scores[id])[:CANDIDATES]
        weigh = partial(self._weigh, content=content, units=units)
        most = max(scores.values(), default=1.0)
        return max(top, key=lambda id: scores[id] / most + weigh(id) + (COVERED if id in homes else 0.0), default="")

    def _weigh(self, id: str, content: Sequence[str], units: Mapping[str, set[int]]) -> float:
        texts = self._snapshot.report(id).texts
        said = " ".join(texts[unit].lower() for unit in units[id])
        covered = sum(word in said for word in content)
        return COVERED * covered / (len(content) or 1)


def is_to_all(lower: str, asked: Question, meant: Sequence[Meant]) -> bool:
    """Whether the question is to all reports: it says so, or ranks and names nothing to rank within."""
    if ALL.search(lower):
        if not meant:
            return True
        return (len(meant) == 1 and bool(asked.leader)) or bool(COVERS.search(lower) and not asked.metric)
    ranks = bool(asked.leader) and asked.metric in {"size", "growth", "share"} and not asked.topic
    return ranks and not meant and not content_of(asked) and "region" not in lower and "segment" not in lower


def content_of(asked: Question) -> tuple[str, ...]:
    """The question's words that may tell a report."""
    return tuple(
        w for w in asked.terms if not (w in vocabulary.SOFT or w in ASKING or w in _topics() or PLAYS.fullmatch(w))
    )


@cache
def _topics() -> frozenset[str]:
    return frozenset(word for listed in vocabulary.TOPICS.values() for word in listed.split())


def _of_meant(meant: Sequence[Meant]) -> Scope:
    words = tuple(word for it in meant for word in it.words)
    return Scope("one" if len(meant) == 1 else "compare", tuple(it.brief.id for it in meant), words)


def _names(brief: Brief, stems: frozenset[str]) -> bool:
    """Whether a name of the report has all the words."""
    return any(stems <= name.stems | brief.subject for name in brief.names.all)


def _has_names(brief: Brief, stems: frozenset[str]) -> bool:
    """Whether all of the words are names of the report's."""
    named = brief.names.within(stems)
    return bool(stems) and stems <= frozenset(s for name in named for s in name.stems)
