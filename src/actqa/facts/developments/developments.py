"""What companies did and when: dated sentences of parts that tell news, and elsewhere where they clearly do."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from actqa.facts.developments.doers import NOBODY, Known, acting, behind_clause, headlined, keyed_by, who_did
from actqa.facts.developments.events import (
    ANY_YEAR,
    DATES,
    LABEL,
    MONTHS,
    NOT_SECTION,
    OPENING,
    SECTION,
    SURE,
    VERB,
    date,
    within,
)
from actqa.facts.developments.mentions import mentioned
from actqa.facts.lookup import Lookup
from actqa.facts.names import SUFFIX, company_key, ends_in_form, unnumbered
from actqa.facts.offers import offers_others
from actqa.facts.players.players import players
from actqa.facts.said import Said, said
from actqa.facts.types import Development, Evidence, Player
from actqa.places import is_place
from actqa.reading import Report


def developments(report: Report, named: Sequence[Player] | None = None) -> tuple[Development, ...]:
    """Every event once, in the report's order; `named` are the players, where they have been found before."""
    listed = players(report) if named is None else named
    called = {company_key(n): p.name for p in listed for n in (p.note, p.name) if n and not is_place(n)}
    known = Known(called, Lookup(set(called.values())))
    found: dict[tuple[str, str, str], Development] = {}
    year = over = ""
    below = -1
    fresh = False
    for one in said(report):
        if offers_others(one.opening, one.parts):
            continue
        when = _bare_date(one)
        dated = _is_headline(one, known) if fresh and one.kind == "heading" else False
        year = when or (year if one.kind != "heading" or dated else "")
        fresh = bool(when)
        alone = _company_alone(one, known)
        alone = alone or _heads(one, known)
        over = alone or ("" if one.kind == "heading" or (one.kind == "paragraph" and one.block > below + 1) else over)
        below = one.block if alone or one.kind != "paragraph" else below
        rows: Sequence[Development | None] = [_tabled(one)] if one.kind == "row" else _clauses(one, known)
        told = rows or [row for row in [_told(one, known, year, over, headline=dated)] if row] or mentioned(one, known)
        year = "" if dated else year  # what stands under a headline tells of it
        for row in filter(None, told):
            found.setdefault((row.date, company_key(row.company), row.event[:60]), row)
    return tuple(found.values())


def _bare_date(one: Said) -> str:
    """The year or month, where that is all that is said."""
    if one.span.end - one.span.start > 30:
        return ""
    plain = one.text.strip(" :.,–—-")
    bare = _PART_OF_YEAR.fullmatch(plain)
    return bare["year"] if bare else date(plain) if any(pattern.fullmatch(plain) for pattern in DATES) else ""


_PART_OF_YEAR = re.compile(
    r"(?:(?:Q[1-4]|H[12]|(?:early|late|mid|first|second|third|fourth)(?:[\s-](?:half|"
    r"quarter))?(?: of)?)[\s-])?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A year that stands alone, or a part of one."""


_NEXT = re.compile(
    rf"(?:;|,?\s(?=(?:and|while|whereas|then)\s))\s*(?=(?:(?:and|while|whereas|then)\s+)*(?:in|on|during|"
    rf"since)\s(?:\d{{1,2}}\s)?"
    rf"(?:(?:early|late|mid)[ -])?(?:{MONTHS}\.?\s(?:\d{{1,2}},?\s)?)?(?:of\s)?(?:19|20)\d\d\b)",
)
"""Between clauses that each tell an event."""


def _clauses(one: Said, known: Known) -> list[Development]:
    """What a sentence tells of which each clause opens with a date: `In May 2024, A grew; in June 2024, B sold …`."""
    if one.kind == "heading" or len(one.text) > 2500 or not ANY_YEAR.search(one.text):
        return []
    edges = [-1, *(m.start() for m in _NEXT.finditer(one.text)), len(one.text)]
    out = []
    for a, b in pairwise(edges):
        start = a + 1 + len(one.text[a + 1 : b]) - len(one.text[a + 1 : b].lstrip())
        joint = re.compile(r"(?:and|while|whereas|then)\s+").match(one.text, start)
        start = joint.end() if joint else start
        event, opening = one.text[start:b], OPENING.match(one.text[start:b])
        when = date(opening.group()) if opening else ""
        verb = next(_verbs(event, opening.end()), None) if opening else None
        who = acting(event, opening.end(), known) if opening and when else ""
        who = who or (who_did(event, opening.end(), verb, known) if opening and verb and when else "")
        if who:
            place = Evidence.at(one.report, one.raw(start, b))
            out.append(Development(date=when, company=who, event=event, evidence=(place,)))
    return out if len(out) > 1 else []


def _company_alone(one: Said, known: Known) -> str:
    """The company, where its name is all that is said."""
    name = one.text.strip(" :") if one.kind != "row" and one.span.end - one.span.start < 80 else ""
    return name if name and (company_key(name) in known.called or _is_company(name)) else ""


def _is_company(name: str) -> bool:
    """Whether it is one company's name to its legal form, and no headline: `Acme Inc. Buys Bolt Inc.`"""
    return ends_in_form(name) and not VERB.search(name.lower(), name.find(" "))


def _heads(one: Said, known: Known) -> str:
    """The company that a heading begins with which tells news: `Acme buys Bolt`."""
    verb = VERB.search(one.text.lower()) if one.kind == "heading" and len(one.text) < 150 else None
    name = one.text[: verb.start()].strip(" ,:–—-") if verb else ""
    known_of = known.called.get(company_key(name), "") if name else ""
    return known_of or (name if ends_in_form(name) else "")


def _told(one: Said, known: Known, year: str, over: str, *, headline: bool) -> Development | None:
    """What a sentence, item or headline tells; `over` is the company that stands alone over a list of its news."""
    text = one.text
    passes = one.kind != "heading" or headline or _dated(text)
    if one.span.end - one.span.start > 2500 or _DATELINE.match(text) or not passes:
        return None
    when = date(text) or (within(text, year) if year else "")
    if not when:
        return None
    titles = one.parts or one.titles
    news = one.kind == "heading" or any(SECTION.search(unnumbered(t)) and not NOT_SECTION.search(t) for t in titles)
    news = news and not NOT_SECTION.search(titles[-1])
    opening = OPENING.match(text) or _opening_within(text)
    named = keyed_by(text, known, opening.end() if opening else 0) if news else ""
    if named:
        return Development(date=when, company=named, event=text, evidence=(Evidence.at(one.report, one.span),))
    label = LABEL.match(text)
    start = opening.end() if opening else label.end() if label else behind_clause(text)
    when = date(text[start:]) or when if start and not opening else when
    verb = next(_verbs(text, start), None)
    sure = verb is not None and SURE.match(text[verb.start("verb") :]) and (opening or _soon(text, verb))
    led = opening and verb and "-" in date(opening.group()) and verb.start() - start < LONGEST_SUBJECT
    headless = (VERB.match(text, start) or _IT.match(text, start)) if over else None
    if not news and not sure and not led and not (headless and opening):
        return None
    if headless or (over and re.match(r"(?:Sold|Won|[A-Z][a-z]+(?:s|ed|t))\s", text)):
        verb, who = None, over
    else:
        who = ""
    titled = headlined(text, start) if news and not verb and not who else ""
    who = who or titled or (who_did(text, start, verb, known) if verb else "")
    who = who or (acting(text, start, known) if news else "")
    if not who or (not news and company_key(who) not in known.called and not SUFFIX.search(who)):
        return None
    return Development(date=when, company=who, event=text, evidence=(Evidence.at(one.report, one.span),))


def _is_headline(one: Said, known: Known) -> bool:
    """Whether a heading right under a date tells what a company did: `Acme Inc. launches a tile`."""
    verb = VERB.search(one.text)
    name = one.text[: verb.start()].strip(" ,:–—-") if verb else ""
    return bool(name) and (company_key(name) in known.called or bool(SUFFIX.search(name)))


def _dated(heading: str) -> bool:
    """Whether what passes for a heading is a line of news: `May 2024 – Acme brings its tiles to Peru`."""
    opening = OPENING.match(heading)
    return opening is not None and "-" in date(opening.group()) and len(heading[opening.end() :].split()) > 3


_IT = re.compile(
    r"(?:it|they|the (?:company|group|firm|maker|deal|transaction|acquisition|agreement|move|partnership|takeover|"
    r"merger))[\s,]",
    re.IGNORECASE,
)
"""Points back to the company that stands over a line of news."""
LONGEST_SUBJECT = 70
"""Characters between a date and the verb of what a company did then."""


def _opening_within(text: str) -> re.Match[str] | None:
    """The date that a clause behind a colon opens with: `Rivals merge: in May 2024, A bought B`."""
    colon = _COLON.search(text)
    return re.compile(OPENING.pattern.lstrip("^"), OPENING.flags).match(text, colon.end()) if colon else None


_COLON = re.compile(rf":\s(?=(?i:in|on)\s(?:\d{{1,2}}\s)?{MONTHS}\s)")


_DATELINE = re.compile(
    rf"[A-Z][A-Za-z .]{{2,30}},\s(?:[A-Z][A-Za-z.]{{1,12}},\s)?{MONTHS}\.?\s\d{{1,2}},\s(?:19|20)\d\d\b"
)
"""What a press release begins with: its place and date."""


def _verbs(text: str, start: int) -> Iterator[re.Match[str]]:
    return (m for m in VERB.finditer(text, start) if text[start : m.start()].strip())


def _soon(text: str, verb: re.Match[str]) -> bool:
    """Whether a date follows the verb closely."""
    return bool(date(text[verb.end() : verb.end() + 160]))


_COLUMNS = {
    "date": re.compile(r"^(?:date|month|year|when|period|month/year|timeline)\b", re.IGNORECASE),
    "company": re.compile(
        r"^(?:company|companies|player|vendor|who|organi[sz]ation|firm|manufacturer|acquirer|buyer|supplier|brand|"
        r"operator|maker|producer|developer|issuer|business|name)\b",
        re.IGNORECASE,
    ),
    "event": re.compile(
        r"^(?:(?:key |recent )?developments?|event|news|description|what|details?|announcement|deal|activity|type|"
        r"strategy)\b",
        re.IGNORECASE,
    ),
}


_COLUMN_ORDER = ("date", "company", "event")
"""Of a table without heads."""


def _subject(event: str) -> str:
    """Whose name an event of a table opens with, before what was done."""
    verb = next(_verbs(event, 0), None)
    return who_did(event, 0, verb, NOBODY) if verb else ""


def _tabled(one: Said) -> Development | None:
    """A row of a table with a column of dates and one of companies."""
    cells = dict(zip(one.heads or _COLUMN_ORDER, one.cells, strict=False))
    if one.at.head or not cells:
        return None
    if not one.heads and (len(one.cells) != 3 or not re.search(r"[a-z]", one.cells[2])):
        return None
    found = {k: next((cells[h] for h in cells if p.match(h)), "") for k, p in _COLUMNS.items()}
    found["event"] = max((cells[h] for h in cells if _COLUMNS["event"].match(h)), key=len, default="")
    when = date(found["date"]) or (found["date"] if re.fullmatch(r"(?:19|20)\d\d", found["date"]) else "")
    event = found["event"] or one.text
    company = found["company"] or ("" if not one.heads else acting(event, 0, NOBODY) or _subject(event))
    if not when or not company or ":" in company or not event:
        return None
    return Development(date=when, company=company, event=event, evidence=(Evidence.at(one.report, one.span),))
