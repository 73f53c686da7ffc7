"""What running text tells by the way that a company did, and when: `In May 2024, Acme opened a mill in Turin.`"""

import re
from collections.abc import Iterator

from actqa.facts.developments.doers import Known, is_no_name, proper_name
from actqa.facts.developments.events import ANY_YEAR, MONTHS, OPENING, VERB, after_dateline, date
from actqa.facts.names import SUFFIX, company_key, ends_in_form
from actqa.facts.players.lists import AUTHORITY
from actqa.facts.said import Said
from actqa.facts.types import Development, Evidence
from actqa.places import find, is_place

LONGEST = 600
"""Characters of a sentence that tells of an event by the way."""

_PARTS = re.compile(
    r";\s+(?:and\s|while\s|whereas\s|but\s)?|,\s+(?:and|while|whereas|but)\s+(?=[A-Z])|\.\s+(?=[A-Z])|"
    r":\s+(?=[A-Z][^:]+$)"
)
"""Between clauses that each have a subject of their own."""

_BEFORE = re.compile(
    r"(?:(?:Similarly|Also|Moreover|Recently|Earlier|Later|For (?:instance|example)|In addition|Meanwhile),\s+)?"
    r"(?:(?:(?:[Tt]he|[Aa]n?)\s)?(?:[A-Z][\w.-]+\s)?(?:[a-z-]+\s){0,3}?(?:bank|group|company|maker|firm|giant|brand|"
    r"carmaker|utility|operator|"
    r"producer|manufacturer|start-?up|supplier|developer|retailer|miner|provider|insurer|airline|owner),?\s+)?"
)
"""What can stand before a company's name."""

_ASIDE = re.compile(r"(?:,\s(?!(?:and|in|on)\b)[^,;()]{3,70},|\s\([^()]{1,40}\)|\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?")
"""What says more of a company behind its name."""

_ADVERB = (
    r"(?:(?:also|recently|then|later|already|first|reportedly|officially|formally|successfully|together with|has|had|"
    r"have|jointly)\s)*"
)

_DOES = re.compile(
    rf",?\s{_ADVERB}(?P<verb>acquir|announc|launch|introduc|unveil|partner|collaborat|teamed|sign|enter|open|"
    rf"inaugurat|clos|"
    r"complet|rais|invest|bought|buys|purchas|took over|sold|sells|divest|merg|expand|commission|receiv|secur|won|wins|"
    r"releas|award|inked|broke|finish|widen|put\b|start|began|begins|extend|establish|set up|found|built|builds|roll|"
    r"deliver|present|show|add|plac|agree|develop|debut|obtain|gain|bring|brought|upgrad|rebrand|"
    r"tried|test|pilot|mov|shut|halt|stopp|recall|hir|appoint|nam|file|licens|list|commit|pledg|struck|spun|restructur)"
)
"""What companies do, right behind their name."""

_WHEN = re.compile(
    rf"\b(?:in|on|since)\s(?:early\s|mid[- ]|late\s|the (?:first|second|third|fourth) quarter of\s|\d{{1,2}}\s)?"
    rf"(?:{MONTHS}\.?\s(?:\d{{1,2}},\s)?(?:of\s)?)?(?:19[89]|20[0-4])\d\b"
)
"""When, behind what was done."""

_OF_PLACE = re.compile(r"(?<=[A-Z]{2})\sof\s[A-Z]\w+$")
"""Where initials are at home."""

_NO_EVENT = re.compile(
    r"\b(?:cagr|per cent of|% of|market (?:size|share)|was valued|were valued|forecast|report(?:s)?\b|study|"
    r"survey|will\b|expects?\b|"
    r"is expected|are expected|plans? to|turnover|revenues?\s(?:of|rose|fell|grew)|sales\s(?:of|rose|fell|grew)|"
    r"respondents?)\b",
    re.IGNORECASE,
)
"""What tells of sizes and studies rather than of an event."""

_NO_COMPANY = re.compile(
    r"\b(?:Research|Insights?|Intelligence|Analytics|Consulting|Advisors?|Survey|Association|Institute|Foundation|"
    r"Union|"
    r"Council|Committee|Court|Bank of|Minister|President|University|School|Hospital|Act|Programme|Program|"
    r"Directive|Regulation|"
    r"Department|Army|Navy|Congress|Parliament|Government|Commission|Ministry|Agency|Authority|Market|Industry|Report|"
    r"Brussels|Washington|Beijing|Moscow|London|Berlin|Paris|Tokyo|Delhi|Top|War|Covid|COVID|Olympics?|City|State|"
    r"Province|Index|Day|Week|Festival|Congress|Summit|Conference|"
    r"Awards?|Forum|Expo)\b"
)
"""Names with such words are of nobody who competes."""


def mentioned(one: Said, known: Known) -> list[Development]:
    """The events that the clauses of a sentence outside of news tell of."""
    if one.kind not in {"paragraph", "item"} or one.span.end - one.span.start > LONGEST or one.promotes:
        return []
    if not ANY_YEAR.search(one.text):
        return []
    if any(map(_ABOUT.match, one.titles)) or _ABOUT.match(one.report.text, one.at.content.start):
        return []
    headed = _headed(one, known)
    if headed:
        return [headed]
    found = (_event(one, *part, known) or _bought(one, *part, known) for part in _clauses(one.text))
    return [event for event in found if event]


_ABOUT = re.compile(r"About\s(?:us|the|[A-Z])", re.IGNORECASE)
"""Heads what a publisher says of itself."""

_NAMED_AHEAD = re.compile(
    r"(?P<name>[^:;–—|]{2,60}?)\s?(?:[:–—|]|\s-)\s+(?:(?P<when>(?:In|On)\s[^,]{4,30}\d{4}),?\s+(?:(?:it|the\s\w+|"
    r"they)\s+)?)?"
    r"(?P<verb>[A-Za-z][a-z]+)\s"
)
"""A company before what it did: `Acme - In May 2024, it opened a mill`, `Acme: Opened a mill in May 2024`."""


def _headed(one: Said, known: Known) -> Development | None:
    """An event whose company stands before it, set off by a dash or colon."""
    found = _NAMED_AHEAD.match(one.text)
    name = found["name"].strip() if found else ""
    sure = company_key(name) in known.called or ends_in_form(name)
    if not found or not sure or not VERB.match(found["verb"].lower()) or _NO_EVENT.search(one.text):
        return None
    behind = _WHEN.search(one.text, found.end()) if not found["when"] else None
    when = date(found["when"] or (behind.group() if behind else ""))
    name = known.called.get(company_key(name), name)
    place = Evidence.at(one.report, one.span)
    return Development(date=when, company=name, event=one.text, evidence=(place,)) if when else None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = after_dateline(text)
    for cut in _PARTS.finditer(text, start):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


_BY = re.compile(r"\b(?:acquisition|takeover|purchase|buyout)\s(?:of|in)\s[^;]{2,80}?\sby\s(?=[A-Z])")
"""Before who bought something."""


def _bought(one: Said, start: int, end: int, known: Known) -> Development | None:
    """`The takeover of Bolt by Acme in May 2022`: the event, of who bought."""
    clause = one.text[start:end]
    by = _BY.search(clause)
    found = proper_name(clause, by.end()) if by else None
    name = found.group().strip(" ,") if found else ""
    behind = _WHEN.search(clause, found.end()) if found else None
    when = date(behind.group()) if behind else ""
    if not when or not _competes(name) or not ("-" in when or company_key(name) in known.called or SUFFIX.search(name)):
        return None
    name = known.called.get(company_key(name), name)
    return Development(date=when, company=name, event=clause, evidence=(Evidence.at(one.report, one.raw(start, end)),))


def _event(one: Said, start: int, end: int, known: Known) -> Development | None:
    clause = one.text[start:end]
    opening = OPENING.match(clause)
    at = opening.end() if opening else 0
    when = date(opening.group()) if opening else ""
    before = _BEFORE.match(clause, at)
    found = proper_name(clause, before.end() if before else at)
    if not found or _NO_EVENT.search(clause):
        return None
    name = _OF_PLACE.sub("", found.group().strip(" ,"))
    home = name.split("’s " if "’s " in name else "'s ")
    name = home[-1] if len(home) == 2 and is_place(home[0]) else name
    aside = _ASIDE.match(clause, found.end())
    does = _DOES.match(clause, aside.end() if aside else found.end())
    if does is None:
        return None
    behind = _WHEN.search(clause, does.end()) if not when else None
    when = when or (date(behind.group()) if behind else "")
    sure = company_key(name) in known.called or bool(SUFFIX.search(name))
    if not when or not (sure or "-" in when) or not _competes(name):
        return None
    if not sure and not opening and not _is_known_by(one, name, clause[found.end() : found.end() + 1]):
        return None
    name = known.called.get(company_key(name), name)
    return Development(date=when, company=name, event=clause, evidence=(Evidence.at(one.report, one.raw(start, end)),))


def _is_known_by(one: Said, name: str, behind: str) -> bool:
    """Whether a name that opens its sentence is one: of two words, with an aside, or named elsewhere, too."""
    if len(name.split()) > 1 or name[1:] != name[1:].lower():
        return True
    text = one.report.text
    within = behind == "," or re.search(rf"[a-z,]\s{re.escape(name)}\b", text) is not None
    return within and not re.search(rf"\b{re.escape(name.lower())}s?\b", text)


def _competes(name: str) -> bool:
    """Whether a name can be that of a company."""
    words = name.split()
    if len(words) > 6 or is_no_name(name) or AUTHORITY.search(name) or _NO_COMPANY.search(name):
        return False
    return not is_place(name) and not any(found.end - found.start == len(name) for found in find(name))
