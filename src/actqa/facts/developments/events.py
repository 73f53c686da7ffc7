"""The words of events: months and dates, what companies do, and where a report tells it."""

import re

_MONTHS = "january february march april may june july august september october november december".split()

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
ANY_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")
"""What every date holds: cheap to look for first."""

DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,"
        rf"?\s+(?:of\s+)?{_YEAR}\b",
        rf"\b{_MONTH}[-’' ]{_YEAR}\b",
        rf"\b{_YEAR}[,:]?[\s-]{_MONTH}(?![\w])(?!\.?\s\d)",
        rf"\b{_YEAR}[-/](?P<number>0[1-9]|1[0-2])(?:[-/]\d{{1,2}})?\b",
        rf"\b\d{{1,2}}\.(?P<number>0[1-9]|1[0-2])\.{_YEAR}\b",
        rf"\b(?P<number>0?[1-9]|1[0-2])/(?:\d{{1,2}}/)?{_YEAR}\b",
    )
)
"""Dates to the month."""

YEARS = re.compile(
    rf"(?:^|\((?=\d{{4}}\))|\b(?i:in|since|during|early|late|mid|by|of|quarter|half|H[12]|Q[1-4]|(?:in|"
    rf"during) the year|spring|"
    rf"summer|autumn|fall|winter)[ -]|^\W*){_YEAR}\b(?!\s?[-–]\s?\d{{2,4}})"
)
"""Dates to the year."""

OPENING = re.compile(
    r"^(?:\W*(?:(?:(?:(?:a|one|two|three|some) (?:years?|months?|weeks?) (?:earlier|later|before|"
    r"after)|for (?:instance|example)|in addition|earlier|later|(?:most )?recently|meanwhile|also|similarly|"
    r"additionally|moreover|furthermore|likewise|then|before that|prior to this),?\s)?(?:in|on|during|since|by|as of|"
    r"late|early|mid|the|end of|beginning of|around|back|(?:first|second|"
    r"third|fourth)\s+(?:quarter|half)|"
    r"Q[1-4]|H[12]|week|spring|summer|autumn|fall|winter|of)\b[\s-]*)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?[\s’'-]*(?:\d{1,2}(?:st|nd|rd|th)?\b(?!\d))?,?\s*(?:of\s+)?)?"
    r"(?:(?:\d{1,2}[./]){1,2}(?=(?:19|20)\d\d\b))?(?:(?:19[89]|20[0-4])\d(?:[-/](?:0[1-9]|1[0-2])(?:[-/]\d{1,2})?)?)"
    r"(?:\s(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?=\s?[:|–—-]))?[)\]]?\s*[,:|–—-]*\s*)",
    re.IGNORECASE,
)
"""The date a sentence begins with."""

LABEL = re.compile(
    r"(?:(?:New\s)?Product(?:\s(?:launch|approval|innovation))?|Partnership|Expansion|Acquisition|Merger|"
    r"Investment|Agreement|"
    r"Collaboration|Funding|Joint venture|Contract|Launch|Capacity expansion|Divestment|"
    r"Regulatory approval)(?:e?s)?\s?[:–—|-]\s+",
    re.IGNORECASE,
)
"""What kind of event a line of news opens with."""

VERB = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|will)\s+(?:also\s+|recently\s+|been\s+|to\s+)?)?(?P<verb>acquir(?:ed|"
    r"es|ing)|announc(?:ed|es)|launch(?:ed|es)|"
    r"introduc(?:ed|es)|unveil(?:ed|s)|receiv(?:ed|es)|obtain(?:ed|s)|secur(?:ed|es)|won|wins|gain(?:ed|s)|"
    r"partner(?:ed|s)|"
    r"collaborat(?:ed|es)|teamed|joined|sign(?:ed|s)|enter(?:ed|s)|agree[ds]?|open(?:ed|s)|inaugurat(?:ed|es)|"
    r"clos(?:ed|es)|"
    r"complet(?:ed|es)|rais(?:ed|es)|invest(?:ed|s)|commit(?:ted|s)|pledged|bought|buys|purchas(?:ed|es)|took|"
    r"takes|sold|sells|"
    r"divest(?:ed|s)|spun|merg(?:ed|es)|expand(?:ed|s)|extend(?:ed|s)|began|begins|start(?:ed|s)|commenc(?:ed|es)|"
    r"commission(?:ed|s)|"
    r"built|builds|broke|set|established|founded|form(?:ed|s)|created|releas(?:ed|es)|roll(?:ed|s)|debuted|"
    r"present(?:ed|s)|"
    r"showcas(?:ed|es)|demonstrat(?:ed|es)|publish(?:ed|es)|report(?:ed|s)|reveal(?:ed|s)|disclosed|submitted|"
    r"filed|initiated|"
    r"appoint(?:ed|s)|named|hired|call(?:ed|s)|cancel(?:l?ed|s)|halted|suspended|recall(?:ed|s)|withdrew|"
    r"discontinued|shut|ceased|"
    r"changed|moved|relocated|delivered|supplied|ordered|placed|awarded|granted|approved|cleared|authori[sz]ed|"
    r"licensed|"
    r"listed|went|followed (?:suit|with)|filed|doubled|increased|cut|reduced|upgraded|strengthened|added|brought|"
    r"developed|selected|"
    r"chose|picked|"
    r"integrated|deployed|installed|switched|converted|transferred|backed|led|financed|merged|rebranded|renamed|"
    r"ramped|boosted|"
    r"finali[sz]ed|concluded|struck|inked|landed|made|put|kicked|laid|unwrapped|scaled|shipped|tested|trialled|"
    r"piloted|patented|"
    r"achieved|reached|surpassed|celebrated|planned|plans|intends|proposed|bid|offered|finished|resumed|reopened|"
    r"restarted|"
    r"idl(?:ed|es)|mothball(?:ed|s)|paus(?:ed|es)|withdraws?|stock(?:ed|s)|drop(?:ped|s)|lost|loses|said|says|"
    r"restructur(?:ed|es)|refinanc(?:ed|es)|absorb(?:ed|s)|hand(?:ed|s)|float(?:ed|s)|swallow(?:ed|s)|snapp?(?:ed|"
    r"s)|tapp?(?:ed|s)|teams|names|gives?|gave|lets?|"
    r"debuts|picks|lands|spins|hires|unit(?:ed|es)|delivers|ships|supplies|files|halts|shuts|cuts|lift(?:ed|s)|"
    r"joins|show(?:ed|s)|stop(?:ped|s)|acquire|launch|buy|invest|build|open|partner|sell|merge|issued|confirmed|"
    r"declared|expanded)\b",
)
"""What companies do, as news tells it."""

SURE = re.compile(
    r"^(?:acquir|announc|launch|introduc|unveil|partner|collaborat|teamed|sign|enter|open|inaugurat|clos|complet|rais|"
    r"invest|bought|purchas|took over|sold|divest|merg|expand|commission|receiv|secur|won|releas|awarded|inked|"
    r"broke|called off)"
)
"""Of those, what is an event wherever it stands."""

SECTION = re.compile(
    r"\b(?:recent|latest|key|significant|strategic|industry|notable|major|important|market|company|corporate|"
    r"new)\b[^.?]*\b"
    r"(?:developments?|news|milestones|updates?|announcements?|events?|moves?|deals?|initiatives|happenings|"
    r"activities|launches|product launch)\b"
    r"|^(?:the )?(?:developments?|news|milestones|timeline|chronicle|chronology|in the news|mergers (?:and|&) "
    r"acquisitions|m&a(?: activity)?|deals|(?:key |main |recent )?events)\b"
    r"|^(?:(?:product )?launches|news|updates) (?:and|&) [a-z ]+$"
    r"|^(?:(?:mergers|acquisitions|(?:product )?launches|deals|partnerships|moves|expansions|"
    r"investments)\b[,\s&]*(?:and\b)?\s*){2,}"
    r"|\bcompetitive (?:moves|developments)\b"
    r"|\bin the news\b|\brecent(?:ly)?\b|\bwhat(?:'s|’s| is| has)? (?:new|going|happen\w*|changed)\b|"
    r"\blately\b|\bof late\b|"
    r"\bfor the record\b|"
    r"^(?:diary|log|notes from)\b|\bnewsroom\b|\bmergers? "
    r"(?:and|&) acquisitions?\b",
    re.IGNORECASE,
)
"""Headings of parts that tell news."""

NOT_SECTION = re.compile(
    r"\bnew product development\b|\btrends?\b(?!.*\b(?:developments|news)\b)|"
    r"\bmethodolog|\bsegment|\bresearch and development\b",
    re.IGNORECASE,
)
"""Headings with such words that tell none."""

AGENT = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:acquired|bought|purchased|taken over|"
    r"sold)\b[^.;]*?\bby\s+(?P<who>[A-Z0-9].*)"
    r"|\b(?i:acquisition|purchase|takeover|buyout|launch|opening|"
    r"introduction)\s+of\s[^.;]{1,120}?\bby\s+(?P<whose>[A-Z0-9].*)"
)
"""Who did it, where it is told of whom it was done to."""

DONE = re.compile(
    r"(?:was|were|has been|have been|is|are)\s+(?:\w+\s+)?\w+(?:ed|t|n)\b[^.;]{0,120}?\bby\s+(?P<who>[A-Z0-9].*)"
)
"""The same, for a thing that something was done to."""


def month(word: str) -> int:
    """The month's number by its first three letters."""
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word[:3].lower()))


def date(text: str) -> str:
    """When it was: `2022-02`, or `2019`; empty where it is not said."""
    text = _SHORT.sub(r"\1 20\2", text)
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


_SHORT = re.compile(rf"\b({MONTHS})\.?\s?[-’']\s?([0-4]\d)\b(?![-/\d])")
"""A month and the last two figures of its year: `Feb-24`, `Nov ’23`."""


def within(text: str, year: str) -> str:
    """When in a year that stands over the sentence."""
    if len(year) > 4:
        return year
    named = (date(f"{found[1]} {year}") for found in _WITHIN.finditer(text))
    return next((told for told in named if len(told) > 4), year)


_WITHIN = re.compile(
    r"(?:\b(?:in|on|since|of)\s+|\()(?:(?:early|mid|late)[ -])?(?:\d{1,2}\s+)?([A-Z][a-z]+)\b(?!\s\d{4})"
)
"""Where a month can stand."""


_DATELINE = re.compile(
    rf"\W*[A-Z][^\n:;%$€£]{{1,60}}?\b(?:\d{{1,2}}\.?\s{MONTHS}|{MONTHS}\.?\s\d{{1,2}})\b[^\n%$€£]{{0,50}}?\s(?:--|"
    rf"[–—-])\s"
)


def after_dateline(text: str) -> int:
    """Where, behind the place and date that a press release opens with, its text begins."""
    found = _DATELINE.match(text) if text[:1].isupper() else None
    return found.end() if found else 0
