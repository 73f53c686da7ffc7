"""Whether a statement answers what was asked: a true one about something else is no answer.

The report's own words around what is cited are compared with the question slot by slot, as where answers are composed
without a model; what the statement itself says proves nothing, for it may echo the question.
"""

import re
from collections.abc import Iterator, Sequence

from actqa.answering.asked.places import places_in
from actqa.answering.asked.vocabulary import TOPICS
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Draft
from actqa.answering.figures.finding import OPEN, PERCENT, find, in_years, is_said_of
from actqa.answering.figures.leaders import leading
from actqa.answering.figures.operations import Computed
from actqa.answering.lists.lists import wants_list
from actqa.answering.passages.passage_slots import PassageSlots
from actqa.answering.seen.slots import otherwise
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView
from actqa.answering.verify import Failure
from actqa.figures import Figure
from actqa.figures.arithmetic import same_figure

FIRST = 3
"""Of what is ranked for the question, what may answer it whatever its words."""
BEHIND = 0.15
"""How far what answers may be behind what is nearest to the question, as cosine."""
SHARED = 0.2
"""Part of the question's words from which what is among the first `AMONG` may answer."""
AMONG = 20


def answers(asked: Asked, draft: Draft) -> Failure | None:
    """None where the statement is about what is asked for; else why it is no answer."""
    kind = "list" if wants_list(asked) else asked.question.kind
    reason = _LOOKS[kind](asked, draft)
    return Failure(draft.text, reason) if reason else None


# Figures -------------------------------------------------------------------------------------------------------------


def _no_figure(asked: Asked, draft: Draft) -> str:
    """Why it does not give the figure asked for."""
    if draft.computed is not None:
        return _no_sum(asked, draft.computed)
    if any(not _no_sum(asked, how) for _, how in draft.reckoned):
        return ""
    if not draft.figures:
        return "it gives no figure" if asked.question.metric else _no_passage(asked, draft)
    given = [stated for figure in draft.figures for stated in _stated(asked, figure)]
    if any(_is_found(asked, stated) for stated in given):
        return ""
    if asked.question.leader and leading(asked):
        return "its figure is not of what ranks first"
    reasons = [_unlike(asked, stated) for stated in given]
    return "" if "" in reasons else next(iter(reasons), "its figure is none that the question asks for")


def _stated(asked: Asked, figure: Figure) -> Iterator[Stated]:
    return (stated for stated in asked.view.stated if stated.figure.span == figure.span)


def _is_found(asked: Asked, given: Stated) -> bool:
    """Whether it is among the figures that match the question slot by slot."""
    question, view, near = asked.question, asked.view, asked.near
    matches = (leading(asked) if question.leader else []) or find(question, asked.slots, view, near)
    if not matches and not asked.slots.unknown and (other := otherwise(question, view)) is not None:
        matches = find(question, other, view, near)
    return any(same_figure(match.stated.figure, given.figure) and match.stated.unit is given.unit for match in matches)


def _unlike(asked: Asked, given: Stated) -> str:
    """The slot in which a figure is another than asked for; empty where it may be meant."""
    question = asked.question
    if question.metric not in {"", *OPEN} and (given.figure.kind == "percent") != (question.metric in PERCENT):
        return f"{given.figure.text} is not what is asked for"
    if question.metric in {"share", "growth"} and given.metric in {"share", "growth"} - {question.metric}:
        return f"{given.figure.text} is a {given.metric}"
    if question.unit == "volume" and given.figure.kind == "money":
        return f"{given.figure.text} is no quantity"
    if not in_years(question, given):
        return f"it is not about {' or '.join(map(str, question.years))}"
    if question.leader and given.whole:
        return f"{given.figure.text} is of the market as a whole"
    return _of_else(asked, given)


def _of_else(asked: Asked, given: Stated) -> str:
    """Where it is of another place or thing than is asked for."""
    slots = asked.slots
    there = given.places | given.unit.places
    if slots.places and not slots.places <= there:
        return f"it is not about {' or '.join(sorted(slots.places))}"
    if slots.is_whole and not given.whole:
        return f"{given.figure.text} is not of the market as a whole"
    if not slots.places and given.places:
        return f"{given.figure.text} is of {' and '.join(sorted(given.places))}"
    if not is_said_of(slots, given):
        return f"{given.figure.text} is of something else"
    return ""


def _no_sum(asked: Asked, computed: Computed) -> str:
    """Why what is worked out is not what is asked for: nothing has to be, or it is of another time, place or thing."""
    question = asked.question
    if not question.operation and question.metric not in WORKED_OUT:
        return "nothing has to be worked out"
    if question.operation and computed.operation not in ALIKE.get(question.operation, {question.operation}):
        return f"{computed.text} is worked out for another question"
    years = {f.year for f in computed.operands} | {computed.year}
    if question.years and years - {None} and not set(question.years) & years:
        return f"it is not of {' or '.join(map(str, question.years))}"
    if question.operation:
        return ""
    if question.metric in PERCENT - {"contribution"} and computed.unit not in {"percent", "x"}:
        return f"{computed.text} is not what is asked for"
    given = [stated for figure in computed.operands for stated in _stated(asked, figure)]
    reasons = [_of_else(asked, stated) for stated in given]
    return "" if not reasons or "" in reasons else reasons[0]


CHANGES = frozenset({"increase", "gap", "change", "multiple", "fraction", "saving"})
ALIKE = dict.fromkeys(CHANGES, CHANGES) | {"proportion": CHANGES | {"part"}, "contribution": CHANGES | {"part"}}
"""Operation asked for → those that answer."""
WORKED_OUT = frozenset({"growth", "yoy", "increase", "price", "contribution", "share"})
"""Metrics that may be worked out from what is stated, asked for or not."""


# Words ---------------------------------------------------------------------------------------------------------------


def _no_passage(asked: Asked, draft: Draft) -> str:
    """Why what it cites is not about what is asked for."""
    if draft.computed is not None:
        return "nothing has to be worked out"
    if _REASON.match(asked.question.text) and draft.text.count(";") >= LISTED and ": " in draft.text:
        return "a list is no reason"
    units = list(_units(asked, draft))
    if reason := _figure_for_words(asked, draft, units):
        return reason
    slots = PassageSlots(asked)
    if not any(slots.fit(unit.unit.number) for unit in units):
        return "it is not about what the question names"
    return "" if any(_is_near(asked, unit) for unit in units) else "it is about something else"


def _figure_for_words(asked: Asked, draft: Draft, units: Sequence[UnitView]) -> str:
    """Why a size, a growth or a share does not answer a question for words: no reason, or nothing of what it names."""
    if asked.question.metric or not draft.figures:
        return ""
    given = [stated for figure in draft.figures for stated in _stated(asked, figure)]
    if not given or not all(stated.metric in OF_MARKETS for stated in given):
        return ""
    if _REASON.match(asked.question.text) and not any(_CAUSE.search(unit.text) for unit in units):
        return "a figure is no reason"
    telling = asked.question.stems - asked.view.subject
    return "" if not telling or any(telling & (u.stems | u.before) for u in units) else "it is about something else"


OF_MARKETS = frozenset({"size", "growth", "share", "yoy"})
"""What is told of any market, and is no answer to a question for words by that alone."""
_CAUSE = re.compile(
    r"\b(?:because|as|since|due to|owing|thanks|driv\w+|led by|so that|so|after|cause\w*|behind|lead\w* to|result\w*|"
    r"reason\w*|help\w*|push\w*|boost\w*|support\w*|fuel\w*|spur\w*|rest(?:s|ed)? on|account of|mean\w*|hold\w* back|"
    r"hinder\w*|limit\w*|through|which|but|while|where)\b",
    re.IGNORECASE,
)
"""Words that may give a reason."""

_REASON = re.compile(r"(?:and |but |so )?(?:why|how come|how (?:do|does|did|is|are))\b", re.IGNORECASE)


def _is_near(asked: Asked, unit: UnitView) -> bool:
    """Whether what is cited is among what comes nearest to the question, by its meaning or by its words."""
    place = next((i for i, ranked in enumerate(asked.found) if ranked.unit == unit.unit.number), AMONG)
    around = [u.unit.number for u in asked.view.units if u.unit.block == unit.unit.block or _heads(u, unit)]
    if place < FIRST or max(asked.near.cosines[at] for at in around) >= asked.near.cosines.max() - BEHIND:
        return True
    telling = asked.question.stems - asked.view.subject
    shared = len(telling & (unit.stems | unit.before))
    return place < AMONG and bool(telling) and shared >= SHARED * len(telling)


def _heads(above: UnitView, unit: UnitView) -> bool:
    return above.unit.kind == "heading" and above.unit.section == unit.unit.section


def _no_list(asked: Asked, draft: Draft) -> str:
    """Why it does not list what is asked for."""
    if len(draft.figures) == 1 and not _lists(draft.text):
        return "it lists nothing"
    names = asked.view.names.within(stems(draft.text))
    places = places_in(draft.text)
    wanted = _NAMED_BY.get(asked.question.topic)
    if wanted is None:
        return "" if _is_under(asked, draft) else _no_passage(asked, draft)
    named = [name for name in names if name.kind in wanted]
    if not named and not ("place" in wanted and places):
        return f"it names no {asked.question.topic}"
    others = len(names) - len(named)
    if others > len(named) or (draft.figures and len(named) + len(places) < LISTED):
        return f"it lists no {asked.question.topic}"
    return _of_another_split(asked, draft)


_ITEM = re.compile(r"\s*(?:[;,•]|\band\b|\bor\b)\s*")


def _lists(text: str) -> bool:
    """Whether several things without figures stand in a row."""
    return (
        sum(any(c.isalpha() for c in part) and not any(c.isdigit() for c in part) for part in _ITEM.split(text))
        > LISTED
    )


LISTED = 2
"""Names from which a statement with figures is a list."""
_NAMED_BY = {"players": {"player"}, "regions": {"place"}, "segments": {"segment"}}
"""Topic → what has to be named."""


def _is_under(asked: Asked, draft: Draft) -> bool:
    """Whether what it cites stands under a title that says what is asked for."""
    words = stems(TOPICS.get(asked.question.topic, ""))
    return any(words & stems(unit.around) for unit in _units(asked, draft))


def _of_another_split(asked: Asked, draft: Draft) -> str:
    """Why, where another split of the market is asked for by its name than the one listed."""
    said = stems(draft.text)
    splits = asked.view.facts.segmentations
    listed = [s for s in splits if sum(stems(segment.name) <= said for segment in s.segments) >= LISTED]
    meant = [s for s in splits if (own := stems(s.dimension) - asked.view.subject) and own <= asked.question.stems]
    if listed and meant and not any(split in meant for split in listed):
        return f"it lists no {meant[0].dimension}"
    return ""


def _units(asked: Asked, draft: Draft) -> Iterator[UnitView]:
    """The units that it cites a part of."""
    for unit in asked.view.units:
        if any(unit.unit.content.overlaps(place) for place in draft.evidence):
            yield unit


_LOOKS = {"figure": _no_figure, "passage": _no_passage, "list": _no_list}
