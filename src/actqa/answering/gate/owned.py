"""Whether a figure is said of somebody else than where it stands.

That has to be shown: somebody else is meant where whose it is there is not named at all, or where who is meant has
another figure of that kind there. What the words of a statement tie to a figure is no more than likely.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.mentions import Mention, Owners
from actqa.answering.gate.rounding import alike, quantity, stands_for
from actqa.answering.gate.sentence import UNSURE, Anchor, Sentence
from actqa.reading import Span

WHOLE_ONLY = frozenset({""})


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence that a figure is said in."""

    sentence: Sentence
    mentions: Sequence[Mention]
    keys: Owners
    """Of all that it names."""
    stems: frozenset[str]
    """Of all its words."""
    anchors: Sequence[Anchor]
    """Who and what it names."""
    falls: bool
    """Whether it lets something fall."""


def of_else(said: Mention, found: Mention, read: Read, cited: Cited, statement: Statement) -> Owners:
    """Whom the statement means, where that is somebody else; nobody where it may be the same."""
    if other := _not_at_all(said, found, read, cited, statement):
        return other
    for named, theirs in ((said.places, found.places), (said.names, found.names)):
        ours = named - WHOLE_ONLY or named
        if not ours or not _is_else(ours, theirs, read, cited):
            continue
        if ours == WHOLE_ONLY and not _is_part(theirs, cited):
            continue
        free = ours - _taken(said, cited, statement)
        is_here = bool(theirs) and _is_said(theirs, ours, statement)
        if not is_here and (free or theirs):
            return ours
        if is_here and _have_another(free, said, found, cited):
            return ours
    return frozenset()


def _not_at_all(said: Mention, found: Mention, read: Read, cited: Cited, statement: Statement) -> Owners:
    """Whom the statement means, where only a title names it, and the statement names nobody whose the figure is."""
    ours, theirs = (said.places | said.names) - WHOLE_ONLY, (found.places | found.names) - WHOLE_ONLY
    own = frozenset(a.key for a in (*read.sentence.places, *read.sentence.names))
    if not ours or _is_named(ours, own | theirs) or not _is_part(theirs, cited):
        return frozenset()
    return frozenset() if _is_said(theirs, ours, statement) else ours


def _is_else(ours: Owners, theirs: Owners, read: Read, cited: Cited) -> bool:
    """Whether the words tie the figure to another one here than there."""
    if not theirs:
        return not _governs(ours, read, cited)
    return is_other(ours, theirs, cited.named, cited.known.parts)


def is_other(ours: Owners, theirs: Owners, named: Owners, parts: Owners = frozenset()) -> bool:
    """Whether somebody else is meant than who is `named` in what is cited; two `parts` of the market are two, even
    where the name of one is in the other's: virgin and extra virgin."""
    if not theirs or any(same_name(a, b) and not (a != b and {a, b} <= parts) for a in ours for b in theirs):
        return False
    if ours == WHOLE_ONLY:
        return not any(key.startswith(UNSURE) for key in theirs)
    return any(same_name(key, other) for key in ours if key for other in named)


def _is_part(theirs: Owners, cited: Cited) -> bool:
    """Whether one is a part of the market, of which no figure is the whole's: a place, a segment, a company."""
    return any(key in cited.placed or key in cited.known.parts or key in cited.known.subjects for key in theirs)


def _is_named(theirs: Owners, keys: Owners) -> bool:
    return any(same_name(key, other) for key in theirs for other in keys)


def _is_said(theirs: Owners, ours: Owners, statement: Statement) -> bool:
    """Whether the statement names one of them, be it by the first word alone."""
    if _is_named(theirs, statement.keys):
        return True
    taken = {word for key in ours for word in key.strip(UNSURE).split()}
    firsts = {key.strip(UNSURE).split()[0] for key in theirs if key.strip(UNSURE)}
    return bool((firsts - taken) & statement.stems)


def _taken(said: Mention, cited: Cited, statement: Statement) -> Owners:
    """Whoever another figure of the statement, nearer to the name, is said of, and rightly: it is not whose this is."""
    out: set[str] = set()
    for other in statement.mentions:
        if other.figure.kind == said.figure.kind and other.figure.value != said.figure.value:
            ours = [k for k in other.places | other.names if _gap(k, other, statement) < _gap(k, said, statement)]
            for found, _ in cited.mentions:
                if stands_for(other.figure, other.hedge, found.figure, found.hedge):
                    out |= {key for key in ours if key and _is_named(frozenset({key}), found.places | found.names)}
    return frozenset(out)


def _gap(key: str, mention: Mention, statement: Statement) -> int:
    """Characters between a figure and the nearest place that names somebody."""
    at: Span = mention.figure.span
    spans = [a.span for a in statement.anchors if a.key == key]
    return min((max(span.start - at.end, at.start - span.end, 0) for span in spans), default=0)


def _have_another(ours: Owners, said: Mention, found: Mention, cited: Cited) -> bool:
    """Whether another figure of the kind is theirs in what is cited."""
    own = [m for m, _ in rivals(found, cited) if any(same_name(k, o) for k in ours for o in m.places | m.names if o)]
    return any(said.metric in {"", m.metric} or not m.metric for m in own)


def rivals(found: Mention, cited: Cited) -> Iterator[tuple[Mention, Read]]:
    """Other figures of the kind there."""
    value, thing = quantity(found.figure.value, found.figure.unit)
    for other, read in cited.mentions:
        if other.figure.kind == found.figure.kind and other.figure.span != found.figure.span:
            theirs, unit = quantity(other.figure.value, other.figure.unit)
            if alike(unit, thing) and theirs != value:
                yield other, read


def _governs(ours: Owners, read: Read, cited: Cited) -> bool:
    """Whether one of these stands in the line or over it, or alone in what is cited, where nothing else tells whose a
    figure of it is."""
    bare = (it.sentence for it in cited.reads if not it.sentence.values or it.said.block == read.said.block)
    headed = frozenset(a.key for sentence in bare for a in (*sentence.places, *sentence.names))
    if "" in ours or (len(cited.keys) == 1 and any(same_name(key, other) for key in ours for other in headed)):
        return True
    return any(same_name(key, other) for key in ours for other in read.keys) or any(
        set(key.strip(UNSURE).split()) <= read.stems for key in ours
    )


def same_name(one: str, other: str) -> bool:
    """Whether two keys are of one name, be it shortened."""
    if one == other or not one or not other:
        return one == other
    words, others = set(one.strip(UNSURE).split()), set(other.strip(UNSURE).split())
    return words <= others or others <= words
