"""What companies did and when: dated sentences of parts that tell news, and elsewhere where they clearly do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from actqa.facts.events import (
    AGENT,
    ANY_YEAR,
    DATES,
    DONE,
    MONTHS,
    NOT_SECTION,
    OPENING,
    SECTION,
    SURE,
    VERB,
    YEARS,
    month,
)
from actqa.facts.lists import AUTHORITY
from actqa.facts.lookup import Lookup
from actqa.facts.names import SUFFIX, company_key, unnumbered
from actqa.facts.players import players
from actqa.facts.said import Said, said
from actqa.facts.types import Development, Evidence, Player
from actqa.places import is_place
from actqa.reading import Report

_NAME = re.compile(
    r"(?:The\s+)?(?:[^\W_a-z][\w.’'&+/-]*|[a-z]+[A-Z]\w*)"
    r"(?:(?:,\s+(?=(?:Inc|Ltd|LLC|Co|Corp|LLP|S\.A|N\.V|B\.V|PLC|plc)\b))?(?:\s+(?:of|for|de|&|"
    r"the)(?=\s+[^\W_a-z]))*[,]?\s+(?:[^\W_a-z][\w.’'&+/-]*|&|plc\b))*(?:\sz\s?o\.?o\.?)?"
)
_NOT_NAMES = re.compile(
    r"^(?:The|A|An|In|On|It|Its|They|This|These|That|For|With|After|Following|Both|Several|Many|Meanwhile|However|"
    r"Also|According|"
    r"Researchers|Scientists|Companies|Analysts|Experts|Regulators|Market|Global|Governments?)$"
)
_LEDE = re.compile(
    r"^(?:[^,]{0,60}?-based|[a-z][\w ,-]{0,60}?(?:company|maker|manufacturer|giant|firm|startup|start-up|provider|"
    r"supplier|producer|specialist|leader|major))\s+(?=(?-i:[A-Z0-9]))|^(?:US|U\.S\.|UK)-based\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Known:
    """The competitors that are known of."""

    called: Mapping[str, str]
    """What they are compared by → their name."""
    names: Lookup


_NOBODY = _Known({}, Lookup(()))


def developments(report: Report, named: Sequence[Player] | None = None) -> tuple[Development, ...]:
    """Every event once, in the report's order; `named` are the players, where they have been found before."""
    listed = players(report) if named is None else named
    called = {company_key(n): p.name for p in listed for n in (p.note, p.name) if n and not is_place(n)}
    known = _Known(called, Lookup(set(called.values())))
    found: dict[tuple[str, str, str], Development] = {}
    year = over = ""
    below = -1
    for one in said(report):
        year = _bare_date(one) or (year if one.kind != "heading" else "")
        alone = _company_alone(one, known)
        over = alone or ("" if one.kind == "heading" or (one.kind == "paragraph" and one.block > below + 1) else over)
        below = one.block if alone or one.kind != "paragraph" else below
        rows: Sequence[Development | None] = [_tabled(one)] if one.kind == "row" else _clauses(one, known)
        for row in filter(None, rows or [_told(one, known, year, over)]):
            found.setdefault((row.date, company_key(row.company), row.event[:60]), row)
    return tuple(found.values())


def _bare_date(one: Said) -> str:
    """The year or month, where that is all that is said."""
    if one.span.end - one.span.start > 30:
        return ""
    plain = one.text.strip(" :.,–—-")
    bare = re.fullmatch(r"(?:19|20)\d\d", plain)
    return plain if bare else date(plain) if any(pattern.fullmatch(plain) for pattern in DATES) else ""


_NEXT = re.compile(
    rf"(?:;|,?\s(?=(?:and|while|whereas|then)\s))\s*(?=(?:(?:and|while|whereas|then)\s+)*(?:in|on|during|since)\s(?:\d{{1,2}}\s)?"
    rf"(?:(?:early|late|mid)[ -])?(?:{MONTHS}\.?\s(?:\d{{1,2}},?\s)?)?(?:of\s)?(?:19|20)\d\d\b)",
)
"""Between clauses that each tell an event."""


def _clauses(one: Said, known: _Known) -> list[Development]:
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
        who = _acting(event, opening.end(), known) if opening and when else ""
        who = who or (_who(event, opening.end(), verb, known) if opening and verb and when else "")
        if who:
            place = Evidence.at(one.report, one.raw(start, b))
            out.append(Development(date=when, company=who, event=event, evidence=(place,)))
    return out if len(out) > 1 else []


def _company_alone(one: Said, known: _Known) -> str:
    """The company, where its name is all that is said."""
    name = one.text.strip(" :") if one.kind != "row" and one.span.end - one.span.start < 80 else ""
    form = SUFFIX.search(name)
    return name if name and (company_key(name) in known.called or (form and form.end() == len(name))) else ""


def _told(one: Said, known: _Known, year: str, over: str) -> Development | None:
    """What a sentence or item tells; `over` is the company that stands alone over a list of its news."""
    if one.kind == "heading" or one.span.end - one.span.start > 2500:
        return None
    text = one.text
    if _DATELINE.match(text):
        return None
    when = date(text) or (_within(text, year) if year else "")
    if not when:
        return None
    titles = one.parts or one.titles
    news = any(SECTION.search(unnumbered(t)) and not NOT_SECTION.search(t) for t in titles)
    news = news and not NOT_SECTION.search(titles[-1])
    opening = OPENING.match(text) or _opening_within(text)
    start = opening.end() if opening else 0
    verb = next(_verbs(text, start), None)
    sure = verb is not None and SURE.match(text[verb.start("verb") :]) and (opening or _soon(text, verb))
    led = opening and verb and "-" in date(opening.group()) and verb.start() - start < LONGEST_SUBJECT
    if not news and not sure and not led:
        return None
    headless = (VERB.match(text, start) or _IT.match(text, start)) if over else None
    if headless or (over and re.match(r"(?:Sold|Won|[A-Z][a-z]+(?:s|ed|t))\s", text)):
        verb, who = None, over
    else:
        who = ""
    who = who or (_who(text, start, verb, known) if verb else "") or (_acting(text, start, known) if news else "")
    if not who or (not news and company_key(who) not in known.called and not SUFFIX.search(who)):
        return None
    return Development(date=when, company=who, event=text, evidence=(Evidence.at(one.report, one.span),))


_IT = re.compile(r"(?:it|they|the (?:company|group|firm|maker))\s", re.IGNORECASE)
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


def _acting(text: str, start: int, known: _Known) -> str:
    """The company that a line of news begins with, whatever it did: one that is known, or has its legal form."""
    agent = AGENT.search(text, start)
    if agent:
        return _first(agent["who"] or agent["whose"], known)
    lede = _LEDE.match(text[start:])
    found = _NAME.match(text, lede.end() + start if lede else start)
    name = _first(found.group(), known) if found else ""
    end = found.end() if found else 0
    behind = start and (text[:start].rstrip().endswith(",") or len(name.split()) > 1)
    proper = (behind or _HEADLINE.search(text)) and _ACTS.match(text, end)
    sure = company_key(name) in known.called or SUFFIX.search(name) or (proper and not is_place(name))
    return name if name and sure and not AUTHORITY.search(name) else ""


_HEADLINE = re.compile(r"(?:[(\[]|\s[–—-]\s|,\s)[^()\[\]–—]{0,20}(?:19[89]|20[0-4])\d[)\]]?\.?$")
"""A line that ends with its date: `Acme buys Bolt (June 2023)`."""
_ACTS = re.compile(r"\s(?:(?:has|had)\s)?[a-z]{2,}(?:s|ed|t|n|k|d)\s")
"""A verb behind a name."""


def _verbs(text: str, start: int) -> Iterator[re.Match[str]]:
    return (m for m in VERB.finditer(text, start) if text[start : m.start()].strip())


def _soon(text: str, verb: re.Match[str]) -> bool:
    """Whether a date follows the verb closely."""
    return bool(date(text[verb.end() : verb.end() + 160]))


def date(text: str) -> str:
    """When it was: `2022-02`, or `2019`; empty where it is not said."""
    if not ANY_YEAR.search(text):
        return ""
    months = [m for pattern in DATES for m in pattern.finditer(text)]
    first = min(months, key=lambda m: m.start(), default=None)
    year = YEARS.search(text)
    if first is None or (year and year.start() < first.start() and year["year"] != first["year"]):
        return year["year"] if year else ""
    parts = first.groupdict()
    number = int(parts["number"]) if parts.get("number") else month(parts["month"])
    return f"{first['year']}-{number:02d}"


def _within(text: str, year: str) -> str:
    """When in a year that stands over the sentence."""
    if len(year) > 4:
        return year
    found = re.search(r"(?:\b(?:in|on|since|of)\s+|\()(?:(?:early|mid|late)[ -])?(?:\d{1,2}\s+)?([A-Z][a-z]+)\b", text)
    return date(f"{found[1]} {year}") if found and date(f"{found[1]} {year}") else year


def _who(text: str, start: int, verb: re.Match[str], known: _Known) -> str:
    """The company that did it: who it was done by, the subject, or whom an authority's act is about."""
    agent = AGENT.search(text, start)
    if agent:
        return _first(agent["who"] or agent["whose"], known)
    subject = text[start : verb.start()]
    done = DONE.search(text, start) if re.match(r"(?:an?|the|its|this|new|\d+)\s", subject, re.IGNORECASE) else None
    if done:
        return _first(done["who"], known)
    if subject.strip(" ,").lower() == "it":
        other = _first(text[verb.end() :], known)
        return "" if is_place(other) else other
    lede = _LEDE.match(subject)
    subject = subject[lede.end() :] if lede else subject
    if re.search(r"\bmarket\b", subject) and not SUFFIX.search(subject):
        return ""
    if AUTHORITY.search(_first(subject, _NOBODY)) or AUTHORITY.search(subject.strip()):
        return _first(re.sub(r"^.*?\b(?:to|for|from|of|by)\s+(?=[A-Z])", "", text[verb.end() :]), known, bare=True)
    return _first(subject, known)


def _first(stretch: str, known: _Known, *, bare: bool = False) -> str:
    """The first name in it; of a longer run the competitor it holds."""
    for found in _NAME.finditer(stretch):
        name = _owner(found[0].strip(" ,"), known)
        name = name if name.endswith((".", ")")) and SUFFIX.search(name) else name.strip(". ")
        if (
            _NOT_NAMES.match(name)
            or not re.search(r"[^\W\d_]", name)
            or _is_date(name)
            or re.match(r"(?:USD|INR|EUR|CAGR)\b", name)
        ):
            continue
        if bare and AUTHORITY.search(name):
            continue
        listed = [n for n in known.names.at(stretch, found.start()) if len(n) > len(name)]
        return max(listed, key=len, default=name if found.start() == 0 else known.called.get(company_key(name), name))
    return ""


def _is_date(name: str) -> bool:
    return any(pattern.match(name) for pattern in DATES) or bool(
        date(f"{name.split()[0]} 2000") and len(name.split()) == 1
    )


def _owner(name: str, known: _Known) -> str:
    """Whose something is (`Acme's Widget`), unless it is the name of the company (`Land's End, Inc.`)."""
    name = re.sub(r"[’']s$", "", name)
    owner = re.split(r"[’']s ", name)[0]
    if company_key(name) in known.called or (SUFFIX.search(name) and not SUFFIX.search(owner)):
        return name
    return owner


_COLUMNS = {
    "date": re.compile(r"^(?:date|month|year|when|period|month/year|timeline)\b", re.IGNORECASE),
    "company": re.compile(
        r"^(?:company|companies|player|vendor|who|organi[sz]ation|firm|manufacturer|acquirer|buyer|supplier|brand|operator|maker|producer|developer|issuer|business|name)\b",
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


def _tabled(one: Said) -> Development | None:
    """A row of a table with a column of dates and one of companies."""
    cells = dict(zip(one.heads or _COLUMN_ORDER, one.cells, strict=False))
    if one.at.head or not cells:
        return None
    if not one.heads and (len(one.cells) != 3 or not re.search(r"[a-z]", one.cells[2])):
        return None
    found = {k: next((cells[h] for h in cells if p.match(h)), "") for k, p in _COLUMNS.items()}
    when = date(found["date"]) or (found["date"] if re.fullmatch(r"(?:19|20)\d\d", found["date"]) else "")
    event = found["event"] or one.text
    if not when or not found["company"] or not event:
        return None
    return Development(date=when, company=found["company"], event=event, evidence=(Evidence.at(one.report, one.span),))
