"""Whether what a sentence ranks is ranked so in what it cites: largest, smallest, fastest, slowest, second."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.marks import Mark, marks, table
from actqa.answering.gate.mentions import Mention, owners
from actqa.answering.gate.metrics import metrics
from actqa.answering.gate.owned import is_other, same_name
from actqa.answering.gate.ranking import is_in_order
from actqa.answering.gate.sentence import PLACE, WHOLE, Anchor, Sentence
from actqa.figures.grammar import NUMBER_WORDS
from actqa.reading import Span


def _nth(word: str) -> str:
    """A number where it ranks: `second-largest`, `is second`; a second quarter, tower or headset is no rank."""
    return (
        rf"(?:comes?|came|ranks?|ranked|is|are|was|were|in|remains?|placed) (?:a (?:close|distant) )?{word}"
        rf"(?! (?:half|quarter))|(?<!a )(?<!one )(?<!one-){word}(?:[-\s](?:largest|biggest|highest|most|fastest|"
        r"plac\w+|position\w*|rank\w*|spot)|(?= (?:with|at|behind|after|to|by)\b))"
    )


ORDERS = table(
    {
        "largest": r"largest|biggest|dominat\w+|dominance|"
        r"dominant(?! (?:players|companies|vendors|firms|suppliers))|leads(?! to\b)|led(?! to)(?! by)|"
        r"led by(?= (?:the )?(?-i:[A-Z]))|"
        r"leading(?! to\b)(?! (?:[\w-]+ ){0,2}(?:players|companies|vendors|"
        r"makers|manufacturers|brands|firms|suppliers|names|producers|providers|vendors|competitors|"
        r"participants))|lead(?! to\b)(?=[^\w]|$)|leader|lion['’]s share|heavyweight|sets? the pace|foremost|"
        r"number one|no\. ?1|top(?= (?:region|segment|market|country|spot|"
        r"position|rank|share|place|seller|application|type|"
        r"product))|tops|highest(?! (?:growth|cagr|rate|pace|"
        r"compound))|most important|"
        r"majority(?!-(?:owned|held))(?! (?:stake|owned|held|share|holding|owner|interest))|"
        r"bulk|(?:comes|came|ranks|ranked|is|are|stands|in) first(?: place)?|(?:is|are|was|were|"
        r"remains?) (?:well |far |clearly )?(?:ahead|in front)(?! of)|(?<!one of the )greatest",
        "fastest": r"fastest|quickest|highest (?:growth|cagr|rate|pace|compound)|most (?:rapid|rapidly|quickly|"
        r"dynamic)|"
        r"outpac\w+|grow(?:s|n|ing)? (?:the )?most|strongest growth|speediest",
        "smallest": r"smallest|(?<!at )least|lowest(?! (?:growth|cagr|rate))|(?:comes|ranks|is|are|stands) last|"
        r"minority|minor",
        "slowest": r"slowest|lowest (?:growth|cagr|rate)|least dynamic",
        "second": rf"{_nth('second')}|runner-up|number two|no\. ?2|follow(?:s|ed by|ed)?(?! up\b)|ahead of|"
        r"(?:comes?|came|is|are|was|were) next|next(?= (?:is|are|was|were|comes?|came|with|at|largest|biggest)\b|[,;])|"
        r"trail(?:s|ed|ing)?|(?:(?:just|close(?:ly)?|right|well|far|shortly|is|are|was|were|ranks?|comes?|came|lags?) "
        r"|, )behind",
        "third": rf"{_nth('third')}|number three|no\. ?3",
    }
)


Owned = tuple[frozenset[str], frozenset[str]]
"""Places and names."""


def misranked(sentence: Sentence, cited: Cited) -> str:
    """Why a rank may not be said: nothing has it there, or something else."""
    for mark in _ranks(sentence):
        word = mark.span.of(sentence.text)
        there = [(m, read.sentence) for read in cited.reads for m in _ranks(read.sentence) if m.means == mark.means]
        there = there or [(m, read.sentence) for read in cited.reads for m in _likewise(mark, read.sentence)]
        if not there:
            if _is_most(mark, sentence, cited) or _is_beyond(mark, sentence, cited):
                continue
            if is_in_order(mark, of_whom(sentence, mark), sentence, cited):
                continue
            return f"nothing in what it cites says “{word}”"
        ours = of_whom(sentence, mark)
        if all(_is_other(ours, of_whom(where, m), cited) for m, where in there):
            if (
                _are_first(mark, sentence, cited)
                or _may_be_theirs(ours, mark, sentence, cited, there)
                or is_in_order(mark, of_whom(sentence, mark), sentence, cited)
            ):
                continue
            return f"“{word}” is not said of {' or '.join(sorted(k.strip('~') for kind in ours for k in kind))} there"
    return ""


LIKEWISE = table(
    {
        "largest": r"mainstay|main|primary|principal|chief|prime|backbone|head(?:s|ed)|commands?|most|on top|more than "
        r"any other|larger|bigger|first|top|number 1|no\. ?1|core|staple|favou?rite|preferred",
        "fastest": r"faster|hot ?spot|most quickly|moves fastest|in the lead|first|quicker",
        "second": r"second|runner|next|then|behind|after",
        "third": r"third|then|after",
        "smallest": r"least|tiny|last|smaller|fewest|niche",
        "slowest": r"slower|last|least|lag(?:s|ged|ging)?",
    }
)
"""Words that may say in a report what a statement says by a rank, and that are no ranks by themselves."""


def _likewise(mark: Mark, there: Sentence) -> list[Mark]:
    return [m for m in marks(there, LIKEWISE) if m.means == mark.means]


def _may_be_theirs(
    ours: Owned, mark: Mark, sentence: Sentence, cited: Cited, there: Sequence[tuple[Mark, Sentence]]
) -> bool:
    """Whether the words may tie the rank to the one that has it there: that is named as well, and who is meant has no
    rank there of another kind."""
    keys = frozenset(a.key for a in (*sentence.places, *sentence.names))
    theirs = frozenset(key for m, where in there for of in of_whom(where, m) for key in of)
    if not any(same_name(key, other) for key in theirs for other in keys):
        return False
    others = (of_whom(read.sentence, m) for read in cited.reads for m in _ranks(read.sentence) if m.means != mark.means)
    own = ours[0] | ours[1]
    return not any(same_name(key, other) for of in others for keys in of for key in own for other in keys)


_SEVERAL = re.compile(r"\b(?P<count>two|three|four|five|2|3|4|5)[\s-]$", re.IGNORECASE)
"""Before a word of rank that as many share: `the two biggest`."""


def _are_first(mark: Mark, sentence: Sentence, cited: Cited) -> bool:
    """Whether several that are called the largest together are as many, and all that rank there among so many."""
    several = _SEVERAL.search(sentence.text[: mark.span.start])
    if several is None or mark.means != "largest":
        return False
    word = several["count"].lower()
    clause = sentence.clause(mark.span.start)
    keys = {a.key for a in (*sentence.places, *sentence.names) if clause.holds(a.span) and a.kind != WHOLE}
    ranked = list(RANKS)[: int(NUMBER_WORDS.get(word, word))]
    leads = [of_whom(r.sentence, m) for r in cited.reads for m in _ranks(r.sentence) if m.means in ranked]
    named = [key for of in leads for owners_ in of for key in owners_ if key]
    return len(keys) == int(NUMBER_WORDS.get(word, word)) and all(
        any(same_name(key, other) for other in keys) for key in named
    )


def _ranks(sentence: Sentence) -> list[Mark]:
    """The marks, of those that overlap the longest."""
    found = [_of_rate(mark, sentence) for mark in marks(sentence, ORDERS)]
    return [m for m in found if not any(m is not o and m.span.overlaps(o.span) and _longer(o, m) for o in found)]


def _of_rate(mark: Mark, sentence: Sentence) -> Mark:
    """The highest rate of growth is the fastest: `at 12.6% CAGR, the highest of all`."""
    meant = OF_RATE.get(mark.span.of(sentence.text).lower())
    before = [m for span, m in metrics(sentence.text) if span.start < mark.span.start]
    return replace(mark, means=meant) if meant and before[-1:] == ["growth"] else mark


OF_RATE = {"highest": "fastest", "lowest": "slowest"}


def _longer(one: Mark, other: Mark) -> bool:
    return one.span.end - one.span.start > other.span.end - other.span.start


def of_whom(sentence: Sentence, mark: Mark) -> Owned:
    """Who has the rank: in `A, behind B` it is A, in `A, followed by B` it is B."""
    own = sentence.clause(mark.span.start)
    places = [a for a in sentence.places if a.kind == PLACE]
    beaten = [a for a in (*places, *sentence.names) if _BEATEN.search(sentence.text[: a.span.start])]
    side = next((side for word, side in SIDES.items() if word in mark.span.of(sentence.text).lower()), 0)
    of_places, of_names = (
        owners(sentence.text, [mark.span], _on(side, anchors, mark.span) or anchors)[0]
        for anchors in (_within(own, _but(beaten, places)), _within(own, _but(beaten, sentence.names)))
    )
    return of_places, of_names


_BEATEN = re.compile(
    r"\b(?:beats?|beating|edg(?:es|ed|ing) out|overtak(?:es|ing)|overtook|surpass(?:es|ed|ing)|"
    r"outrank(?:s|ed|ing)?)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before one whom the one ranked has left behind."""


def _but(some: Sequence[Anchor], anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """The others, where there are any."""
    return [a for a in anchors if a not in some] or anchors


def _within(own: Span, anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """Those of the clause, where there are any."""
    return [a for a in anchors if own.holds(a.span)] or anchors


SIDES = {"ahead of": 1, "followed by": 1, "led by": 1, "behind": -1, "trail": -1, "follows": -1}
"""Words that rank the one behind them, or the one before."""


def _on(side: int, anchors: Sequence[Anchor], at: Span) -> list[Anchor]:
    """The anchors on that side of a place."""
    return [a for a in anchors if side * a.span.start >= side * at.start] if side else list(anchors)


def _is_other(ours: Owned, theirs: Owned, cited: Cited) -> bool:
    return any(own and is_other(own, their, cited.keys) for own, their in zip(ours, theirs, strict=True))


def _is_most(mark: Mark, sentence: Sentence, cited: Cited) -> bool:
    """Whether the figures cited say so: the highest of several, more than half, or a rank in a row of its own."""
    ours = of_whom(sentence, mark)
    rows = [read for read in cited.reads if read.said.kind == "row"]
    if any(str(RANKS.get(mark.means, 0)) in read.said.cells for read in rows):
        return True
    highest = mark.means in {"largest", "fastest", "second", "third"}
    if mark.means == "largest" and _has_most(ours, cited):
        return True
    place = RANKS.get(mark.means, 1) - 1
    for group in _compared(cited, growing=mark.means in {"fastest", "slowest"}):
        ordered = sorted({m.figure.value for m in group}, reverse=highest)
        if len(ordered) > max(place, 1) and any(m.figure.value == ordered[place] and _is_owner(m, ours) for m in group):
            return True
    return False


RELATIONS = {"ahead of": 1, "followed by": 1, "behind": -1, "trail": -1, "follows": -1}
"""What ranks the one before it against the one behind it → whether the one before has more."""


def _is_beyond(mark: Mark, sentence: Sentence, cited: Cited) -> bool:
    """Whether the figures cited of the two that a mark sets against each other say so."""
    word = mark.span.of(sentence.text).lower()
    sign = next((sign for said, sign in RELATIONS.items() if said in word), 0)
    anchors = sorted((*sentence.places, *sentence.names), key=lambda a: a.span)
    before = [a.key for a in anchors if a.span.end <= mark.span.start][-1:]
    behind = [a.key for a in anchors if a.span.start >= mark.span.end][:1]
    if not (sign and before and behind):
        return False
    leads = (of_whom(read.sentence, m) for read in cited.reads for m in _ranks(read.sentence) if m.means == "largest")
    if sign > 0 and any(same_name(key, before[0]) for of in leads for keys in of for key in keys):
        return True
    pairs = [
        (m.figure.value - other.figure.value) * sign
        for group in _compared(cited, growing=False)
        for m in group
        for other in group
        if _is_owner(m, (frozenset(before), frozenset())) and _is_owner(other, (frozenset(behind), frozenset()))
    ]
    return bool(pairs) and all(more > 0 for more in pairs)


def _has_most(ours: Owned, cited: Cited) -> bool:
    """Whether more than half is theirs."""
    halves = (m for m, _ in cited.mentions if m.figure.kind == "percent" and m.figure.value > HALF)
    return any(m.metric != "growth" and _is_owner(m, ours) for m in halves)


def _compared(cited: Cited, *, growing: bool) -> Iterator[list[Mention]]:
    """Figures of one measure and time that are several parties'."""
    groups: dict[tuple[str, str, int | None], list[Mention]] = {}
    for mention, _ in cited.mentions:
        figure = mention.figure
        if (mention.metric == "growth") == growing:
            groups.setdefault((figure.kind, figure.unit, figure.year), []).append(mention)
    for group in groups.values():
        if len({(m.places, m.names) for m in group}) > 1:
            yield group


def _is_owner(mention: Mention, ours: Owned) -> bool:
    named = ours[0] | ours[1]
    return not named or any(same_name(key, other) for key in named for other in mention.places | mention.names)


RANKS = {"largest": 1, "second": 2, "third": 3}
HALF = 50
"""Percent, of which no other has more."""
