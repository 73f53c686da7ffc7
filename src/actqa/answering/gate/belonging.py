"""Whether the figures of a statement are said of the same thing, time and measure as where they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actqa.answering.figures.operations import Computed
from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.dated import dates_of
from actqa.answering.gate.forms import is_form
from actqa.answering.gate.hedges import DURATIONS
from actqa.answering.gate.marks import marks
from actqa.answering.gate.mentions import Mention, Owners, mentions_in
from actqa.answering.gate.moving import DIRECTIONS, DOWN
from actqa.answering.gate.owned import Statement, of_else, rivals
from actqa.answering.gate.rounding import is_fraction_of, stands_for
from actqa.answering.gate.sentence import UNSURE, Sentence
from actqa.answering.gate.spans_of_time import is_time_between
from actqa.answering.gate.tallied import is_tally
from actqa.answering.gate.timed import misdated_figure, mistold
from actqa.answering.gate.worked_out import worked_out
from actqa.answering.standing import TIMES, times_of
from actqa.figures import Figure


def misplaced(sentence: Sentence, cited: Cited) -> str:
    """Why a figure of the sentence may not be said; empty where all may."""
    years = _years(cited)
    for figure in sentence.figures:
        if figure.until is not None and figure.until <= figure.value:
            return f"{figure.text} is no time"
        if figure.kind in TIMES and not times_of(figure) <= years:
            return f"{figure.text} does not stand in what it cites"
    said = mentions_in(sentence)
    anchors = (*sentence.places, *sentence.names, *sentence.wholes)
    statement = Statement(
        sentence=sentence,
        mentions=said,
        keys=frozenset(a.key for a in anchors),
        anchors=anchors,
        stems=frozenset(w.stem for w in sentence.words),
        falls=any(mark.means == DOWN for mark in marks(sentence, DIRECTIONS)),
    )
    told = (m for m in said if not _is_said_beside(m, said) and not _is_counted(m, sentence, cited))
    reasons = (_reason(m, cited, statement) for m in told)
    return next(filter(None, reasons), "")


def _years(cited: Cited) -> set[int]:
    found = {m.figure.year for m, _ in cited.mentions if m.figure.year is not None}
    for read in cited.reads:
        for sentence in (read.sentence, read.governing):
            for figure in sentence.figures:
                if figure.kind in TIMES:
                    found |= times_of(figure)
        found |= {year for _, year in dates_of(read.sentence.text)}
    return found


def _stands_for(said: Mention, found: Mention, *, falls: bool) -> bool:
    """Whether one figure may be said for the other; what falls by 2% is one of -2%."""
    hedge = found.hedge if said.estimated and found.hedge == "about" else said.hedge
    hedge = found.hedge if said.eased else hedge
    if stands_for(said.figure, hedge, found.figure, found.hedge):
        return True
    fallen = replace(found.figure, value=-found.figure.value)
    return falls and found.figure.value < 0 and stands_for(said.figure, hedge, fallen, found.hedge)


def _is_said_beside(said: Mention, all_said: Sequence[Mention]) -> bool:
    """Whether it is a fraction in words of what is given in digits beside it: `nearly half of it, 48%`."""
    if any(c.isdigit() for c in said.figure.text) or said.figure.kind != "percent":
        return False
    digits = (m for m in all_said if any(c.isdigit() for c in m.figure.text) and m.figure.kind == "percent")
    return any(is_fraction_of(said.figure.value, m.figure.value, said.hedge) for m in digits)


_THOSE = re.compile(r"\b(?:the|these|those|all|both|top|first|other|next|leading|largest|biggest)\s$", re.IGNORECASE)


def _is_counted(said: Mention, sentence: Sentence, cited: Cited) -> bool:
    """Whether it only counts, in words, what is cited: `of the three regions`."""
    if said.figure.kind not in {"quantity", "count"}:
        return False
    if is_tally(said.figure.span, sentence):
        return True
    if any(c.isdigit() for c in said.figure.text):
        return False
    named = max(len(cited.keys), sum(read.said.kind == "row" for read in cited.reads))
    return said.figure.value <= named and bool(_THOSE.search(sentence.text[: said.figure.span.start]))


def _reason(said: Mention, cited: Cited, statement: Statement) -> str:
    """Why no cited figure is the one that is said."""
    asked = replace(said, hedge="") if _AS_MUCH.search(statement.sentence.text[: said.figure.span.start]) else said
    there = [
        (found, read)
        for found, read in cited.mentions
        if _stands_for(said, found, falls=statement.falls)
        or (asked is not said and _MAY_BE.search(read.sentence.text) and _stands_for(asked, found, falls=False))
    ]
    reasons = [_other(said, found, read, cited, statement) for found, read in there] or [_unfound(said, cited)]
    return "" if "" in reasons or _follows(said, statement.sentence, cited) else reasons[0]


def _follows(said: Mention, sentence: Sentence, cited: Cited) -> bool:
    if said.figure.unit in DURATIONS:
        return is_time_between(said.figure, sentence, cited)
    return worked_out(said, sentence, cited) is not None


def follow(sentence: Sentence, cited: Cited) -> list[tuple[Figure, Computed]]:
    """The figures of a sentence that stand nowhere there, and how each comes about."""
    out = []
    for said in mentions_in(sentence):
        stands = any(_stands_for(said, found, falls=True) for found, _ in cited.mentions)
        how = None if stands or said.figure.unit in DURATIONS else worked_out(said, sentence, cited)
        if how is not None:
            out.append((said.figure, how))
    return out


_AS_MUCH = re.compile(r"\bas (?:much|many|high) as (?:the |an? )?$", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:could|might|may)\b", re.IGNORECASE)
"""What `might be as much as` may be said of: `could be`."""


def _unfound(said: Mention, cited: Cited) -> str:
    for found, _ in cited.mentions:
        if found.hedge != said.hedge and stands_for(said.figure, found.hedge, found.figure, found.hedge):
            return f"{said.figure.text} is cited as {found.hedge or 'exactly'} {found.figure.text}"
    return f"{said.figure.text} does not stand in what it cites"


def _other(said: Mention, found: Mention, read: Read, cited: Cited, statement: Statement) -> str:
    """Why the figure found is another one than is said."""
    text = said.figure.text
    if reason := misdated_figure(said, found, read, cited):
        return reason
    if other := of_else(said, found, read, cited, statement):
        return f"{text} is not said of {_named(other)} in what it cites"
    if said.metric and found.metric and said.metric != found.metric:
        return f"{text} is no {said.metric} in what it cites"
    if said.role and found.role and said.role != found.role and not (said.figure.year and found.figure.year):
        return f"{text} is what it comes {'from' if found.role == 'from' else 'to'} in what it cites"
    return (
        mistold(said, found, cited) or _beside(said, found, cited, statement) or _strange(said, found, read, statement)
    )


def _strange(said: Mention, found: Mention, read: Read, statement: Statement) -> str:
    """Why, where nothing at all is named, and none of the words said with a figure stands with it or over it."""
    is_owned = bool((found.names | found.places) - {""}) and not statement.stems & found.near
    if said.names or said.places or said.period or len(said.near) < (STRANGE_TO_ITS_OWNER if is_owned else STRANGE):
        return ""
    known = any(is_form(word, other) for word in said.near for other in read.stems)
    return "" if known else f"{said.figure.text} is said of something else in what it cites"


STRANGE, STRANGE_TO_ITS_OWNER = 5, 4
"""Words said with a figure from which one of them must stand there."""


def _named(owners: Owners) -> str:
    return " and ".join(sorted(owner.strip(UNSURE) or "the market" for owner in owners))


def _beside(said: Mention, found: Mention, cited: Cited, statement: Statement) -> str:
    """Why the words said with the figure are rather those of another one there, where nothing else tells them apart;
    where both are said, the other one has to be said with this one's."""
    for other, _ in rivals(found, cited):
        if _is_told_apart(said, found, other):
            continue
        own, their = found.near - other.near, other.near - found.near
        both = [m for m in statement.mentions if stands_for(m.figure, m.hedge, other.figure, other.hedge)]
        if both and not any(m.near & own for m in both):
            continue
        if own and said.near & their and not said.near & own:
            return f"{said.figure.text} is said with other words in what it cites"
    return ""


def _is_told_apart(said: Mention, found: Mention, other: Mention) -> bool:
    """Whether year, place or name already tells that the one found is meant, and not the other."""
    if said.figure.year is not None and found.figure.year == said.figure.year != other.figure.year:
        return True
    if said.metric and said.metric == found.metric != other.metric:
        return True
    pairs = ((said.places, found.places, other.places), (said.names, found.names, other.names))
    return any(ours & mine and not ours & theirs for ours, mine, theirs in pairs) or (
        bool(said.role) and said.role == found.role != other.role
    )
