"""What in a sentence belongs to what: a figure to the place, name or verb that its words tie it to.

The tie that costs least holds. It costs the words between, more for each comma, contrast, other figure and other
anchor between, and less where a preposition ties what follows: `45% in Europe`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, permutations

from actqa.answering.gate.known import LEGAL
from actqa.reading import Span

STRONG, COMMA, AND, BETWEEN, BEHIND = 8.0, 3.0, 2.0, 5.0, 2.0
MOST_TOGETHER = 5
"""Figures that are assigned together, each to an anchor of its own."""
FAR = 100.0

_STRONG = re.compile(
    r"[;.](?=\s)|\b(?:while|whereas|whilst|although|but|versus|vs|against|(?<!more )(?<!less )(?<!fewer )"
    r"(?<!higher )(?<!lower )than|followed|ahead of|compared|trails?|trailing|next|then|before|after)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\bof (?:which|whom|these)\b", re.IGNORECASE)
"""Before what only a part of it belongs to."""
_TIES = re.compile(
    r"\s*(?:(?:share|cagr|growth|stake|rate|a year|per year|annually|each)\s+)?(?:in|for|of|from|by|held by|at|to|"
    r"belong(?:s|ing) to|go(?:es)? to|w(?:as|ere) (?:held|made|sold) (?:by|in)|comes? from|came from|attributed to|"
    r"generated (?:in|by)|is|are|was|were)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a figure and what is named behind it and has it."""
ASIDE = re.compile(
    r",\s(?:with|including|such as|like|led by|namely|among them|driven by)\s(?:[^,;.\d]{2,40},\s){1,5}"
    r"[^,;.\d]{0,40}\band\s[^,;.]{2,50},(?=\s)"
    r"|,\s(?:with|including|(?:also |better )?known as|called|"
    r"via|such as|like|along with|together with|owner of|maker of|home to|led by|part of|"
    r"based in|an?|"
    r"the|formerly|now|through)\s[^,;.]{3,60},(?=\s)|\([^()]*\)"
    r"|,\s(?:where|which|whose|who)\s[^;.]{3,90}?,\s(?=(?:is|are|was|were|will|has|have|had|should|held|holds|took|led|"
    r"leads|accounts|accounted|follows?|grew|grows)\b)",
    re.IGNORECASE,
)
"""Said in passing of what stands before it."""
_TOGETHER = re.compile(
    rf"(?:[,\s]+(?:{'|'.join(map(re.escape, sorted(LEGAL, key=len, reverse=True)))})\b\.?)*(?:\s*\([^()\d]*\))?"
    r"(?:\s*,\s*|\s+(?:and|or|nor|&)\s+|\s*,\s*(?:and|or)\s+)(?:the\s+)?",
    re.IGNORECASE,
)
"""Between anchors that share what is said of them."""


def assigned(text: str, items: Sequence[Span], anchors: Sequence[Span]) -> list[frozenset[int]]:
    """For each item the positions of its anchors; none where there are no anchors, or none that is near."""
    groups = _groups(text, anchors, items)
    if not groups or not items:
        return [frozenset() for _ in items]
    against = set_against(text, items, anchors)
    if against:
        return against
    told_off = _told_off(text, items, anchors)
    return [told_off.get(at, own) for at, own in enumerate(_tied(text, items, anchors, groups))]


def _tied(
    text: str, items: Sequence[Span], anchors: Sequence[Span], groups: Sequence[tuple[int, ...]]
) -> list[frozenset[int]]:
    """By the ties that cost least."""
    costs = [[_cost(text, item, [anchors[i] for i in group], items, anchors) for group in groups] for item in items]
    chosen = _together(costs) if 1 < len(items) <= MOST_TOGETHER and len(groups) >= len(items) else None
    if chosen is None:
        chosen = [min(range(len(groups)), key=row.__getitem__) for row in costs]
    told = _in_order(text, items, groups, chosen)
    if told:
        return told
    return [frozenset(groups[at]) if row[at] < FAR else frozenset() for at, row in zip(chosen, costs, strict=True)]


def _in_order(
    text: str, items: Sequence[Span], groups: Sequence[tuple[int, ...]], chosen: Sequence[int]
) -> list[frozenset[int]]:
    """Where as many items are named together as the anchors they belong to, one each: `A and B took 3% and 5%`."""
    out = [frozenset(groups[at]) for at in chosen]
    found = False
    for at, group in enumerate(groups):
        own = [i for i, chosen_at in enumerate(chosen) if chosen_at == at]
        joined = all(_TOGETHER.fullmatch(text, items[a].end, items[b].start) for a, b in pairwise(own))
        if len(group) > 1 and len(own) == len(group) and joined:
            found = True
            for item, anchor in zip(own, group, strict=True):
                out[item] = frozenset({anchor})
    return out if found else []


def _together(costs: list[list[float]]) -> list[int] | None:
    """An anchor for each item, no two the same, where that costs but little more than for each the best."""
    width = len(costs[0])
    if width > MOST_TOGETHER + 1:
        return None
    best = min(permutations(range(width), len(costs)), key=lambda p: sum(r[i] for r, i in zip(costs, p, strict=True)))
    alone = sum(map(min, costs))
    return list(best) if sum(row[i] for row, i in zip(costs, best, strict=True)) <= alone + BEHIND else None


def _groups(text: str, anchors: Sequence[Span], items: Sequence[Span]) -> list[tuple[int, ...]]:
    """Anchors that are named in one breath together."""
    out: list[list[int]] = []
    for at, anchor in enumerate(anchors):
        joined = out and _TOGETHER.fullmatch(text, anchors[out[-1][-1]].end, anchor.start)
        if joined and not ("," in joined.group() and _is_tied(text, anchors[out[-1][0]], items)):
            out[-1].append(at)
        else:
            out.append([at])
    return [tuple(group) for group in out]


def _is_tied(text: str, anchor: Span, items: Sequence[Span]) -> bool:
    """Whether a preposition ties an anchor to an item right before it."""
    return any(item.end <= anchor.start and _TIES.fullmatch(text, item.end, anchor.start) for item in items)


def _cost(text: str, item: Span, group: list[Span], items: Sequence[Span], anchors: Sequence[Span]) -> float:
    if any(anchor.overlaps(item) for anchor in group):
        return 0.0
    behind = group[0].start >= item.end
    start, end = (item.end, group[0].start) if behind else (group[-1].end, item.start)
    between = ASIDE.sub(" ", text[start:end])
    if _OF_IT.search(between) or (behind and ";" in between):
        return FAR
    cost = float(len(between.split()))
    cost += STRONG * len(_STRONG.findall(between)) + COMMA * between.count(",")
    cost += AND * len(re.findall(r"\band\b", between))
    cost += BETWEEN * sum(start <= other.start and other.end <= end for other in items if other != item)
    cost += BETWEEN * sum(start <= other.start and other.end <= end for other in anchors if other not in group)
    if not behind:
        return cost
    return 0.5 if _TIES.fullmatch(between) else cost + BEHIND


def set_against(text: str, items: Sequence[Span], anchors: Sequence[Span]) -> list[frozenset[int]]:
    """By their order, where as many are named first, set against each other, and then their figures likewise:
    `A grows less than B: 3% versus 5%`."""
    if len(items) < 2 or len(items) != len(anchors) or anchors[-1].end > items[0].start:
        return []
    named = all(_AGAINST.search(text, a.end, b.start) for a, b in pairwise(anchors))
    return [frozenset({at}) for at in range(len(items))] if named and is_against(text, items) else []


def is_against(text: str, items: Sequence[Span]) -> bool:
    """Whether items are set against each other, one right behind the other."""
    return all(_VERSUS.fullmatch(text, a.end, b.start) for a, b in pairwise(items))


_AGAINST = re.compile(r"\b(?:as|than|and|or|versus|vs|against|with|to|ahead of|behind)\b", re.IGNORECASE)
_VERSUS = re.compile(
    r"(?:\s+(?:a|per|p\.)\s?(?:year|annum|a\.))?,?\s+(?:versus|vs\.?|against|and|"
    r"compared (?:with|to)|or|to|as against)\s+(?:about\s|around\s|roughly\s|only\s|just\s)?",
    re.IGNORECASE,
)


def _told_off(text: str, items: Sequence[Span], anchors: Sequence[Span]) -> dict[int, frozenset[int]]:
    """Those of a row of items that the sentence says to be in the order of as many anchors: before it, or behind it."""
    said = text.find("respectively")
    if said < 0:
        return {}
    run: list[int] = []
    for at in range(len(items)):
        if items[at].end <= said:
            is_joined = run and _TOGETHER.fullmatch(text, items[run[-1]].end, items[at].start)
            run = [*run, at] if is_joined else [at]
    if len(run) < 2:
        run = [at for at in range(len(items)) if items[at].end <= said]
    if len(run) < 2:
        return {}
    first, last = items[run[0]], items[run[-1]]
    behind = [i for i, anchor in enumerate(anchors) if last.end <= anchor.start and anchor.end <= said]
    before = [i for i, anchor in enumerate(anchors) if anchor.end <= first.start][-len(run) :]
    told = behind if len(behind) == len(run) else before
    return {at: frozenset({i}) for at, i in zip(run, told, strict=True)} if len(told) == len(run) else {}
