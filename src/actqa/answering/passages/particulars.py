"""What the report says of itself: `Base year and forecast period?`, `What currency is used?`"""

import re

from actqa.answering.asked.cues import MONTH
from actqa.answering.asked.words import is_plain, stems, words
from actqa.answering.assemble import SILENT
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.seen.units import UnitView
from actqa.facts.about import BASE_KEYS, FORECAST_KEYS, PERIOD_KEYS
from actqa.facts.keyed import keyed

_CASE = re.IGNORECASE
FIELDS: dict[str, tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]] = {
    "base year": (re.compile(r"\b(?:base|reference) year\b", _CASE), (BASE_KEYS,)),
    "study period": (
        re.compile(
            r"\b(?:study|report|research|review) (?:period|timeline|years?)\b|\btime ?(?:frame|line|span)\b|"
            r"\b(?:which|what) years (?:are|is|does it|does the report) (?:covered?|considered?|stud(?:ied|y))\b",
            _CASE,
        ),
        (PERIOD_KEYS,),
    ),
    "forecast period": (
        re.compile(r"\b(?:forecast(?:ing|ed)?|projection|projected) (?:period|years?|horizon|window|span)\b", _CASE),
        (FORECAST_KEYS, PERIOD_KEYS),
    ),
    "historical period": (
        re.compile(r"\bhistoric(?:al)? (?:period|years?|data|range|span)\b", _CASE),
        (re.compile(r"\bhistoric(?:al)? (?:period|years?|data|range)|\bactual (?:data|estimates)", _CASE),),
    ),
    "publication date": (
        re.compile(
            r"\bwhen (?:was|is|were) (?:it|this|the \w+|this \w+) (?:published|released|issued|written|out|updated)\b|"
            r"\b(?:publication|publishing|published|release|report|issue) date\b|\bdate of (?:the |this )?(?:report|"
            r"publication|issue|release)\b|\bhow (?:old|recent|current|new|fresh) is (?:this|the) (?:report|study|"
            r"page)\b|\blast updated\b|\bpublished when\b|\b(?:what|which) (?:date|month|year) (?:is|was) (?:the|this) "
            r"(?:report|study) (?:from|published|released)\b",
            _CASE,
        ),
        (re.compile(r"^(?:publi(?:shed|cation|sh)|release[d]?|last updated|updated|report date|date)\b", _CASE),),
    ),
    "currency": (
        re.compile(r"\bcurrenc(?:y|ies)\b|\bunits? (?:considered|used)\b", _CASE),
        (re.compile(r"\bcurrency\b|\bunits? considered|\bquantitative units?|\bvalue units?", _CASE),),
    ),
}
"""What is told of a report → how it is asked for, and the keys under which it stands, the likeliest first."""


def compose_particulars(asked: Asked) -> Drafted | None:
    """The row or line of each, in the order asked for; None where something else is asked, or none is told."""
    text = asked.question.text
    question = asked.question
    if question.years or question.places or question.names or question.operation:
        return None
    fields = sorted((found.start(), name) for name, (said, _) in FIELDS.items() if (found := said.search(text)))
    left = text
    for said, _ in FIELDS.values():
        left = said.sub(" ", left)
    if not fields or any(not _is_plain(asked, word) for word in words(left)):
        return None
    units = [unit for _, name in fields for unit in _told(asked, name)]
    if not units and any(name == "publication date" for _, name in fields):
        return Drafted(refusal=f"{SILENT}: I looked for the date of its publication and found none.")
    drafts = tuple(Draft(unit.text, (unit.unit.content,)) for unit in dict.fromkeys(units))
    return Drafted(drafts, _differ(asked, [name for _, name in fields])) if drafts else None


NEAR_THE_TOP = 30
"""Units in which the date of a page stands by itself."""
_DATE = re.compile(
    r"\W*(?:(?:published|updated|last updated|released|posted)(?: on)?:?\s)?(?:\d{1,2}[ -])?"
    rf"{MONTH}\.?[ ,-]{{0,2}}(?:\d{{1,2}},? )?"
    r"20\d\d\b(?! ?[-–]).{0,40}$",
    _CASE,
)
"""A line that is but a date, with the hour, or with what else stands beside it."""


def _is_plain(asked: Asked, word: str) -> bool:
    return is_plain(word) or word in {"used", "cover", "covers", "covered"} or stems(word) <= asked.view.subject


def _told(asked: Asked, name: str) -> list[UnitView]:
    """The unit of the first key; of statements that differ, each."""
    told = [quote for conflict in asked.view.facts.conflicts if conflict.kind == name for quote in conflict.evidence]
    starts = [quote.start for quote in sorted(told, key=lambda quote: name not in quote.quote.lower())]
    pairs = keyed(asked.view.report)
    about = asked.view.facts.report.evidence
    for keys in FIELDS[name][1] if not starts else ():
        starts += [pair.span.start for pair in pairs if keys.search(pair.key)][:1]
        if starts:
            break
    if name == "currency" and not starts:
        starts = [quote.start for quote in about.get("currency_unit", ())][:1]
    if name == "publication date" and not starts:
        return [u for u in asked.view.units[:NEAR_THE_TOP] if _DATE.match(u.text)][:1]
    found = (next((u for u in asked.view.units if u.unit.span.start <= at < u.unit.span.end), None) for at in starts)
    return [unit for unit in found if unit is not None]


def _differ(asked: Asked, names: list[str]) -> str:
    kinds = {conflict.kind for conflict in asked.view.facts.conflicts}
    differing = [name for name in names if name in kinds]
    return f"The report’s statements on the {' and the '.join(differing)} differ." if differing else ""
