"""Composes the answer to a question for a figure: the figure's own sentence or row, and what differs from it."""

import re
from dataclasses import replace
from decimal import Decimal

from actqa.answering.asked.question import Question, without_places, years_in
from actqa.answering.asked.rankings import together_asked
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.finding import TOP, Match, find, is_said
from actqa.answering.figures.leaders import leading, ranks
from actqa.answering.figures.rivals import agree, rivals_of
from actqa.answering.figures.runners_up import second
from actqa.answering.figures.sums import FIRST, worked_out
from actqa.answering.refusal import refused
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.slots import OF_THINGS, otherwise
from actqa.answering.seen.stated import Stated
from actqa.figures import Figure
from actqa.figures.arithmetic import same, same_figure

MOST_RIVALS = 3
MOST_BESIDE = 3
LONGEST = 260
"""Characters of a sentence that is given whole; of a longer one the part that says the figure."""


def compose_figures(asked: Asked) -> Drafted:
    """What has to be worked out; else the best match, then rivals that match the same slots with another value."""
    if together_asked(asked.question.text) and (asked.question.operation == "sum" or asked.question.metric == "share"):
        if together := worked_out(asked, "together"):
            return together
        if asked.question.operation == "sum" and ranks(asked):
            return refused(asked)
    drafted = _compose(asked)
    return drafted if drafted.drafts else _otherwise(asked) or drafted


def _compose(asked: Asked) -> Drafted:
    stated_price = asked.question.operation == "price" and not asked.slots.is_whole and not worked_out(asked)
    if asked.question.operation == "change" and (said := _said_of_year(asked)):
        return told(asked, said)
    if asked.question.operation in FIRST and not stated_price:
        return worked_out(asked) or refused(asked)
    if _asks_money_of_share(asked):
        return _in_money(asked)
    if runner_up := second(asked):
        return told(asked, runner_up)
    if left_or_added := _of_several(asked):
        return left_or_added
    if _leads(asked) and (led := leading(asked)):
        return told(asked, led)
    if _ranks_unknown(asked):
        return refused(asked)
    matches = _found(asked)
    if matches and asked.slots.is_whole and EACH.search(asked.question.text):
        return _each(asked, matches)
    matches = _of_whom(asked, matches or _counts(asked) or _of_people(asked) or _against(asked))
    if matches:
        return told(asked, matches)
    return worked_out(asked) or refused(asked)


def _of_several(asked: Asked) -> Drafted | None:
    """What several leave, or have together, where the report does not give that itself."""
    if asked.question.metric == "share" and (left := worked_out(asked, "balance")):
        return left
    return worked_out(asked) if asked.question.operation == "sum" and not _is_told_together(asked) else None


def _is_told_together(asked: Asked) -> bool:
    """Whether the report gives one figure for all that is to be added: `A and B together hold 41%`."""
    places = asked.slots.places
    found = find(asked.question, asked.slots, asked.view, asked.near)
    return any(m.stated.joint or (len(places) > 1 and m.stated.places == places) for m in found)


def _asks_money_of_share(asked: Asked) -> bool:
    """Whether what a share comes to in money is asked for, which no percentage tells."""
    question = asked.question
    from_share = bool(_FROM_SHARE.search(question.text))
    in_money = question.unit.isupper() or (
        question.unit == "money" and (from_share or bool(_IN_MONEY.search(question.text)))
    )
    is_part = question.metric == "share" and (question.operation == "part" or from_share)
    return bool(question.unit) and (question.metric == "contribution" or (is_part and in_money))


_FROM_SHARE = re.compile(
    r"\b(?:from|using|by|with|on|via) (?:its|the|their|that) (?:stated |given |percentage )?(?:share|percentage)\b|"
    r"\bshare (?:x|times|of the total applied|\*|×) ",
    re.IGNORECASE,
)
"""Asks for money, and says that a share is to be taken for it."""
_IN_MONEY = re.compile(r"\bmoney\b|\bworth\b|\bvalue\b", re.IGNORECASE)


def _ranks_unknown(asked: Asked) -> bool:
    """Whether the figure of what ranks first is asked for, and the report ranks none so."""
    return _leads(asked) and asked.slots.is_whole and ranks(asked)


def _leads(asked: Asked) -> bool:
    """Whether the figure of one that leads is asked for, not that of the top 20 together."""
    return bool(asked.question.leader) and not TOP.search(asked.question.own)


def _of_whom(asked: Asked, matches: list[Match]) -> list[Match]:
    """Those that the report gives as somebody else's, where such are asked for."""
    if not asked.question.of_others:
        return matches
    return [match for match in matches if match.stated.is_rival][:MOST_RIVALS] or matches


def _counts(asked: Asked) -> list[Match]:
    """Numbers without a unit, where it is asked how many, said with all that is asked about."""
    if asked.question.metric != "count" or asked.question.unit not in {"", "volume"}:
        return []
    found = find(asked.question, asked.slots, asked.view, asked.near, asked.view.counts)
    return [match for match in found if _is_all_said(asked, match.stated)]


def _is_all_said(asked: Asked, stated: Stated) -> bool:
    """Whether the sentence, or the row with its heads, says nearly all that is asked about itself."""
    said = stated.unit.stems if stated.unit.unit.kind == "row" else stated.unit.said
    thing = _COUNTED.search(without_places(asked.question.text).lower())
    named = stems(thing["thing"].split()[-1]) if thing else NONE
    counted = stems(stated.figure.unit) - _UNITS
    if not all(is_said(s, said | stated.unit.before) for s in named) or (
        named and counted and not any(is_said(s, counted) for s in named)
    ):
        return False
    return sum(is_said(s, said) for s in asked.slots.all) >= SAID_OF_A_COUNT * len(asked.slots.all)


_PEOPLE = re.compile(
    r"\bhow many (?:[\w.-]+ ){0,2}?(?:adults|people|consumers|users|patients|households|shoppers|companies|firms|banks|"
    r"merchants|employees|women|men|children|students|respondents|patients|[a-z]{3,}(?:ers|ors|ists))\b",
    re.IGNORECASE,
)


def _of_people(asked: Asked) -> list[Match]:
    """The part of them, where it is asked how many do something, and the sentence says nearly all of that."""
    if asked.question.metric != "count" or not _PEOPLE.search(asked.question.text):
        return []
    found = find(replace(asked.question, metric="share", unit=""), asked.slots, asked.view, asked.near)
    sought = asked.slots.all
    told = (m for m in found if sum(is_said(s, m.stated.unit.said) for s in sought) >= SAID_OF_A_COUNT * len(sought))
    return list(told)[:1] if sought else []


_THAN = re.compile(
    r"\b(?:against|from|than|versus|vs\.?|(?:compared|up|down) (?:with|to|from|on))\s[^,;]{0,25}$", re.IGNORECASE
)
"""Ahead of a figure of another year that one is set against."""


def _against(asked: Asked) -> list[Match]:
    """The figure of that year, against which a sentence sets one of another: `36%, against 47% in 2022`."""
    question = asked.question
    if len(question.years) != 1 or question.metric not in {"share", "size", "price", "count", "utilization", "average"}:
        return []
    for match in find(replace(question, years=()), asked.slots, asked.view, asked.near):
        unit, figure = match.stated.unit, match.stated.figure
        for other in asked.view.stated:
            beside = other.unit is unit and (other.figure.kind, other.figure.unit) == (figure.kind, figure.unit)
            if beside and other.year == question.years[0] and _THAN.search(unit.text.partition(other.figure.text)[0]):
                return [replace(match, stated=other)]
    return []


_UNITS = stems("units")
_COUNTED = re.compile(r"\bhow many (?P<thing>(?:[\w-]+ ){0,2}?(?:[\w-]+s|people|men|women|children))\b")
SAID_OF_A_COUNT = 0.75


def _in_money(asked: Asked) -> Drafted:
    """What a share or a contribution comes to in money: as stated, else worked out."""
    question, slots = asked.question, asked.slots
    is_told = question.metric == "share" and not slots.is_whole
    stated = find(replace(question, metric="size"), slots, asked.view, asked.near) if is_told else []
    return told(asked, stated) if stated else worked_out(asked) or refused(asked)


def _found(asked: Asked) -> list[Match]:
    """What matches; a growth is not bound to the year of the size that was asked for before."""
    question = _of_size(asked.question) if asked.slots.is_whole else asked.question
    matches = find(question, asked.slots, asked.view, asked.near)
    if matches or question.metric != "growth" or not question.history or years_in(question.own):
        return matches
    return find(replace(question, years=()), asked.slots, asked.view, asked.near)


def _of_size(question: Question) -> Question:
    """One that says nothing but the market and a year asks for its size then."""
    is_bare = not question.metric and bool(question.years) and not question.unit and not question.leader
    return replace(question, metric="size") if is_bare else question


def _said_of_year(asked: Asked) -> list[Match]:
    """The growth on the year before, where the report itself gives it for these two years."""
    years = sorted(asked.question.years)
    if years[-1:] != [year + 1 for year in years[:1]]:
        return []
    found = find(replace(asked.question, metric="growth", unit=""), asked.slots, asked.view, asked.near)
    return [m for m in found if m.stated.period == (years[0], years[-1])]


EACH = re.compile(
    r"\b(?:each|every|all|various|different|several|rival|competing) (?:the )?(?:\w+ )?(?:forecast|estimate|source|"
    r"projection|figure|study|view)s?\b|\bwhat are the (?:forecasts|estimates|projections)\b",
    re.IGNORECASE,
)
"""Asks for what every statement of the report says, not for the main one."""


def _each(asked: Asked, matches: list[Match]) -> Drafted:
    """The last value, or the rate, of each statement that differs from those before it."""
    last: dict[int, Match] = {}
    for match in matches:
        at = match.stated.unit.unit.number
        if at not in last or (match.stated.year or 0) > (last[at].stated.year or 0):
            last[at] = match
    chosen: list[Match] = []
    for match in last.values():
        if match.stated.whole and not any(agree(match.stated.figure, m.stated.figure) for m in chosen):
            chosen.append(match)
    if asked.question.metric == "size":
        chosen = [m for m in chosen if is_end(asked, m.stated)] or chosen
    drafts = tuple(stating(asked, match, matches) for match in chosen[: MOST_RIVALS + 1])
    return Drafted(drafts, _differ(asked, chosen[0], chosen[1:]) if len(drafts) > 1 else "")


def is_end(asked: Asked, stated: Stated) -> bool:
    """Whether it is what a forecast ends with."""
    rows = (row for row in asked.view.facts.forecasts if row.end_value is not None)
    figure = stated.figure
    return any(same(figure.value, figure.unit, Decimal(str(row.end_value)), row.unit) for row in rows)


def _otherwise(asked: Asked) -> Drafted | None:
    """The same where the question's words mean something else in the report; of what it never says, nothing does."""
    if asked.slots.unknown:
        return None
    if asked.question.history and asked.slots.places and not set(asked.slots.all) & _own_stems(asked):
        bare = find(asked.question, replace(asked.slots, names=(), must=NONE, may=NONE), asked.view, asked.near)
        if bare:
            return told(asked, bare)
    slots = otherwise(asked.question, asked.view)
    if slots is None or slots == asked.slots:
        return None
    if asked.question.metric in OF_THINGS:
        matches = find(asked.question, slots, asked.view, asked.near)
        return told(asked, matches) if matches else None
    drafted = _compose(replace(asked, meant=slots))
    return drafted if drafted.drafts else None


NONE: frozenset[str] = frozenset()


def _own_stems(asked: Asked) -> frozenset[str]:
    """Of the question as it was typed, without what earlier ones bring."""
    return stems(asked.question.own)


def told(asked: Asked, matches: list[Match]) -> Drafted:
    """The best match, and what differs from it."""
    best = matches[0]
    rivals = rivals_of(best, matches, asked.view.subject)[:MOST_RIVALS]
    drafts = (stating(asked, best, matches, beside=not rivals), *(stating(asked, rival, matches) for rival in rivals))
    return Drafted(drafts, _differ(asked, best, rivals) if rivals else "")


def _differ(asked: Asked, best: Match, rivals: list[Match]) -> str:
    """That the figures differ, and why the first is taken for the main one."""
    values = ", ".join(m.stated.figure.text for m in (best, *rivals))
    report = asked.view.report
    weight = best.stated.weight
    titles = report.path(best.stated.unit.unit.section)
    if weight > max((r.stated.weight for r in rivals), default=0):
        why = "the first stands in more places"
    elif any(r.stated.is_rival for r in rivals):
        why = "the others are given as somebody else’s"
    else:
        why = f"the first stands under “{titles[-1]}”" if titles else "the first comes first"
    return f"The report gives different figures for this: {values}; {why}."


def stating(asked: Asked, match: Match, matches: list[Match], *, beside: bool = False) -> Draft:
    """The figure in the report's own words, cited with other units that say the same; `beside` names the other
    figures of the statement too."""
    stated = match.stated
    same = [
        m
        for m in matches
        if m.stated.unit is not stated.unit
        and same_figure(m.stated.figure, stated.figure)
        and m.stated.whole == stated.whole
    ][:2]
    text = wording(asked, stated)
    head = (stated.unit.head,) if stated.unit.head is not None and stated.unit.columns else ()
    places = (stated.unit.unit.content, *head, *(m.stated.unit.unit.content for m in same))
    return Draft(text, places, (stated.figure, *(_others(stated, text) if beside else ())))


def wording(asked: Asked, stated: Stated) -> str:
    """The sentence, where it is short; of a long one the clause with the figure; of a row label, head and value."""
    unit = stated.unit
    if unit.unit.kind == "row" and (len(unit.text) > 80 or len(unit.columns) > 2):
        label, head = row_names(asked.view.report, unit, stated.figure.span)
        named = ", ".join(part for part in (label, head) if part)
        return f"{named}: {stated.figure.text}" if named else unit.text
    if len(unit.text) <= LONGEST:
        return unit.text
    return _clause(unit.text, stated.figure) or unit.text


def _clause(text: str, figure: Figure) -> str:
    """The part of a long sentence between semicolons, or between commas before clauses, that says the figure."""
    parts = _CLAUSES.split(text)
    found = [part.rstrip(" ,;") for part in parts if figure.text in part]
    return found[0] if len(found) == 1 and len(found[0].split()) >= 6 else ""


_CLAUSES = re.compile(
    r"(?<=[\"”]),\s(?:published by [^,]{3,60},\s)?|(?<=;)\s|(?<=\))\s(?=[A-Z])|"
    r",\s(?=(?:while|whereas|and then|but|with)\b)"
)


def _others(stated: Stated, text: str) -> list[Figure]:
    """The figures that the statement says besides: they are shown, so they are tied to their place as well."""
    kinds = {"money", "percent", "quantity", "count", "multiple"}
    others = [f for f in stated.unit.figures if f is not stated.figure and f.kind in kinds and f.text in text]
    return others[:MOST_BESIDE]
