"""How concentrated the market is, where the report says several things that cannot all hold: all are given."""

from itertools import combinations

from actqa.answering.asked.cues import CUES, REASON
from actqa.answering.asked.words import is_plain, stems
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.facts.about import CONCENTRATION_KEYS, concentrations
from actqa.facts.conflicts import LEVELS
from actqa.facts.keyed import keyed
from actqa.reading import Report, Span


def compose_concentration(asked: Asked) -> Drafted | None:
    """Every degree that the report states, that of a key first; None where they agree, or another thing is asked."""
    if not _asks_degree(asked):
        return None
    told = _told(asked.view.report)
    if not any(not LEVELS[one] & LEVELS[other] for one, other in combinations(told, 2)):
        return None
    drafts: list[Draft] = []
    for place in told.values():
        unit = next((u for u in asked.view.units if u.unit.span.start <= place.start < u.unit.span.end), None)
        if unit is not None and not any(unit.text == draft.text for draft in drafts):
            drafts.append(Draft(unit.text, (unit.unit.content,)))
    *most, last = (f"“{words}”" for words in told)
    said = f"The report’s statements on concentration differ: {', '.join(most)} and {last}."
    return Drafted(tuple(drafts), said) if len(drafts) > 1 else None


def _asks_degree(asked: Asked) -> bool:
    lower = asked.question.text.lower()
    cue = CUES["concentration"].asked
    if not cue.search(lower) or REASON.asked.search(lower) or asked.question.places:
        return False
    subject = asked.view.subject
    return all(is_plain(word) or stems(word) <= subject or cue.search(word) for word in asked.question.terms)


def _told(report: Report) -> dict[str, Span]:
    """Degree in words → where it stands first."""
    found: dict[str, Span] = {}
    for pair in keyed(report):
        if CONCENTRATION_KEYS.search(pair.key) and pair.value.lower() in LEVELS:
            found.setdefault(pair.value.lower(), pair.span)
    for words, span in concentrations(report):
        if words in LEVELS:
            found.setdefault(words, span)
    return found
