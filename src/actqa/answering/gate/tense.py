"""Whether words tell a forecast or what is or was: the verbs that say so, in a table."""

import re

from actqa.reading import Span

FORECAST, FACT, PRESENT = "forecast", "fact", "present"

TENSES = {
    FORECAST: r"will|would|shall|should|could|may|might|expect(?:s|ed|ing)?|project(?:ed|ions?)|forecast(?:s|ed)?|"
    r"anticipat\w+|predict(?:s|ed|ions?)?|poised|set (?:to|for)|on (?:its|their|the) way to|slated|likely to|"
    r"headed for|heading for|on (?:track|course)|"
    r"is to|are to|was to|were to|due to (?=touch|reach|hit|grow|rise|climb|come|pass|be|double)|destined|going to|"
    r"foreseen?|foresees|"
    r"estimated to(?! have| be\b)|outlook|prospective|in sight|tipped|bound to|coming|forthcoming|years ahead|"
    r"plans|planned|planning to|targets|targeting|aims|aiming|intends?|envisag\w+|look(?:s|ing)? (?:for|to)(?! be)|"
    r"sees|seen (?:reaching|growing|at|rising|hitting|climbing)|"
    r"pegged to|looks set|by (?:the end of )?20[3-9]\d",
    FACT: r"produced|delivered|built|consumed|exported|imported|spent|employed|installed|traded|used|"
    r"after(?= \w+ing\b)|having|was|were|did|(?<!be )(?<!is )(?<!are )(?<!been )valued(?= (?:the|it|at)\b)|"
    r"stood|closed|reached|accounted|held|captured|amounted|totall?ed|generated|grew|rose|fell|climbed|"
    r"contributed|recorded|posted|registered|came|made up|comprised|dominated|led|took|brought|sold|shipped|earned|"
    r"hit|exceeded|topped|surpassed|increased|declined|dropped|expanded|shrank|doubled|tripled|witnessed|commanded|"
    r"represented|had(?! (?:the|it)\b)|achieved|attained|already",
    PRESENT: r"is|are|values|puts|sizes|pegs|counts|reckons|(?<!will )(?<!would )(?:has|have)(?! (?:the|it)\b)|"
    r"stands|accounts|holds|"
    r"leads|dominates|amounts|makes up|commands|"
    r"represents|captures|contributes|comprises|corresponds|equals|translates|implies|equates",
}
"""A verb's form or a phrase → what it tells; `reaches` and `grows` are said of both."""

_MARKS = re.compile(
    r"\b(?:" + "|".join(f"(?P<{tense}>{words})" for tense, words in TENSES.items()) + r")\b", re.IGNORECASE
)
_BY = re.compile(r"by\b", re.IGNORECASE)
"""What says when rather than that it will be."""
_ENDS = re.compile(r"[.;:]\s")
_APART = re.compile(r",|\b(?:and|but|while)\b")
_INFINITIVE = re.compile(r"\bto\s+$")
_WEAK = frozenset("is are was were has have had".split())
"""Verbs that help another, whose tense a forecast's participle decides: `is expected`, `was projected`."""


def tenses(text: str) -> list[tuple[Span, str]]:
    """The marks of tense in a text, in order."""
    found = [
        (Span(*m.span()), m.lastgroup or "")
        for m in _MARKS.finditer(text)
        if m["forecast"] or not _INFINITIVE.search(text, 0, m.start())
    ]
    out: list[tuple[Span, str]] = []
    for at, (span, tense) in enumerate(found):
        if tense == FACT and any(other == FORECAST for _, other in found[:at]) and _is_participle(text, span):
            continue
        if tense != FORECAST and span.of(text).lower() in _WEAK and _FORESEEN.search(text[: span.start]):
            continue
        helps = tense != FORECAST and span.of(text).lower() in _WEAK and at + 1 < len(found)
        if helps and found[at + 1][1] == FORECAST and len(text[span.end : found[at + 1][0].start].split()) <= 2:
            continue
        out.append((span, tense))
    return out


_FORESEEN = re.compile(r"\b(?:forecast|projection|estimate|outlook|expectation|prediction)s?\s$", re.IGNORECASE)
"""Before a verb that says what became of a forecast: `the forecast was raised to 8%`."""
_VALUED = re.compile(r"valued|put|estimated|generated|shipped|sold|delivered|installed|produced", re.IGNORECASE)
_WITH = re.compile(r",\s$|\bwith\s(?:[\w.,%$€£-]+\s){1,5}$", re.IGNORECASE)


def _is_participle(text: str, at: Span) -> bool:
    """Whether it only goes on from the forecast before it: `is to reach 5, with 7 sold`, `to hit 5, valued at 7`."""
    return bool(_VALUED.fullmatch(text, *at) and _WITH.search(text[: at.start]))


def tense_at(text: str, at: Span, clause: Span) -> str:
    """The tense that governs a place in a sentence: that of the verb before it in its clause, else the one behind."""
    marks = [(span, tense) for span, tense in tenses(text) if clause.holds(span)]
    overlapping = [tense for span, tense in marks if span.overlaps(at)]
    before = [tense for span, tense in marks if span.end <= at.start]
    after = [tense for span, tense in marks if span.start >= at.end and not _APART.search(text[at.end : span.start])]
    if not (overlapping or before or after):
        earlier = [(span, tense) for span, tense in tenses(text) if span.end <= at.start]
        before = [tense for span, tense in earlier if not _ENDS.search(text, span.end, at.start)]
    parted = [span for span, _ in marks if span.end <= at.start]
    verbs = [tense for span, tense in marks if span.start >= at.end and not _BY.match(span.of(text))]
    if before and after[:1] == verbs[:1] != [] and parted and _APART.search(text[parted[-1].end : at.start]):
        return after[0]
    return (overlapping or before[-1:] or after[:1] or [""])[0]


def contradicts(said: str, there: str) -> bool:
    """Whether one is a forecast and the other is none."""
    return (said == FORECAST and there in {FACT, PRESENT}) or (said in {FACT, PRESENT} and there == FORECAST)
