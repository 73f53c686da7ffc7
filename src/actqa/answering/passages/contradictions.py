"""Where the report contradicts itself, as its facts tell: `Which figures disagree?`, `Any inconsistencies?`"""

import re
from dataclasses import replace

from actqa.answering.assemble import passed
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.facts.types import FactConflict
from actqa.reading import Span

MOST = 8

_THINGS = (
    r"(?:figures?|numbers?|data|values?|sizes?|rates?|cagrs?|forecasts?|estimates?|shares?|statements?|lists?|sources?|"
    r"sums?)"
)
_DIFFER = r"(?:conflict|clash|disagree|differ)\w*(?: (?:with|from) (?:each|one|itself)\b|\W*$)"
_AGREE = r"(?:add up|agree|match|tally|hang together)\b(?! (?:to|with the|for))"
_ASKS = re.compile(
    r"(?!(?:and |so )?(?:why|how)\b).*?(?:"
    r"\b(?:self-)?contradict\w*|\binconsisten\w*|\bdiscrepanc\w*|\bconflicting\b|"
    rf"\b(?:{_THINGS}|report|it)\b (?:\w+ ){{0,3}}{_DIFFER}|"
    rf"\b(?:do|does)(?:n['’]?t)? (?:\w+ ){{0,2}}(?:{_THINGS}|report|everything|it|all)\b (?:\w+ ){{0,2}}?{_AGREE}|"
    rf"\b(?:{_THINGS}|report|it) (?:that )?(?:do|does)(?:n['’]?t| not) {_AGREE})",
    re.IGNORECASE,
)
_KINDS = {
    "size": re.compile(r"\b(?:market )?sizes?\b|\bvalues?\b|\bworth\b|\bvaluations?\b", re.IGNORECASE),
    "rate": re.compile(r"\bcagrs?\b|\bgrowth\b|\brates?\b", re.IGNORECASE),
    "players": re.compile(r"\bplayers?\b|\bcompan(?:y|ies)\b|\bvendors?\b|\bcompetitors?\b", re.IGNORECASE),
    "share": re.compile(r"\bshares?\b", re.IGNORECASE),
    "concentration": re.compile(r"\bconcentrat\w+", re.IGNORECASE),
    "period": re.compile(r"\bperiods?\b|\bstudy\b|\btimeline\b", re.IGNORECASE),
}
"""What a kind of contradiction has in its name → how it is asked for."""


def compose_contradictions(asked: Asked) -> Drafted | None:
    """Each contradiction of the kinds asked for in a sentence, its statements cited; None where none is asked for."""
    text = asked.question.text
    if not _ASKS.match(text):
        return None
    wanted = [part for part, said in _KINDS.items() if said.search(text)]
    found = [it for it in asked.view.facts.conflicts if not wanted or any(part in it.kind for part in wanted)]
    drafts = tuple(draft for conflict in found if (draft := _draft(asked, conflict)) is not None)
    return Drafted(
        drafts[:MOST], refusal="I compared the report’s statements and found none that contradict each other."
    )


def _draft(asked: Asked, conflict: FactConflict) -> Draft | None:
    """In the words of the facts, where they pass the check; else without what is worked out."""
    places = tuple(Span(quote.start, quote.end) for quote in conflict.evidence)
    for words in _wordings(conflict):
        draft = Draft(words, places)
        if _passes(asked, draft):
            return _in_few_places(asked, draft)
    return None


def _wordings(conflict: FactConflict) -> tuple[str, ...]:
    """The sentence; it without the years of the rates; its beginning; the names that it quotes."""
    said = conflict.summary
    names = " and ".join(_NAMED.findall(said))
    quoted = (f"Statements on {conflict.kind} differ: {names}.",) if names else ()
    return said, _PERIOD.sub("", said), f"{said.partition(':')[0]}.", *quoted


def _in_few_places(asked: Asked, draft: Draft) -> Draft:
    """With as few of the places as carry it, two at least, and the figures that stand there."""
    for place in reversed(draft.evidence):
        fewer = replace(draft, evidence=tuple(it for it in draft.evidence if it != place))
        if len(fewer.evidence) > 1 and _passes(asked, fewer):
            draft = fewer
    said = _numbers(draft.text)
    units = (unit for unit in asked.view.units if any(place.overlaps(unit.unit.span) for place in draft.evidence))
    figures = (figure for unit in units for figure in unit.figures if figure.kind in {"money", "percent", "quantity"})
    own = {figure.text: figure for figure in figures if said & _numbers(figure.text)}
    within = tuple(f for f in own.values() if any(place.holds(f.span) for place in draft.evidence))
    return replace(draft, figures=within)


def _numbers(text: str) -> set[str]:
    """Those in the text, without noughts that add nothing: 22.0 is 22."""
    return {re.sub(r"\.0+$", "", number) for number in _NUMBER.findall(text)}


def _passes(asked: Asked, draft: Draft) -> bool:
    return isinstance(passed(asked.view.report, draft, asked.question.text), Draft)


_NAMED = re.compile(r"“[^”]+”")
_PERIOD = re.compile(r" for (?:19|20)\d\d–(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
