"""Whose a figure is: the market's, or that of a company, a deal, an event, another publisher's report."""

import re
from collections.abc import Iterable

from actqa.facts.developments.events import NOT_SECTION, SECTION
from actqa.facts.forecasts import outlook as words
from actqa.facts.lookup import Lookup
from actqa.facts.names import SUFFIX, company_key
from actqa.facts.offers import offers_others
from actqa.facts.said import Said
from actqa.reading.headings import name_of

_MARKET = re.compile(
    r"\b(?:markets?|industry|sector|segments?|category|demand|spending|consumption|worldwide|globally|shipments|"
    r"revenues? from)\b",
    re.IGNORECASE,
)
"""What, named behind a company, takes a figure away from it."""


_STATE = re.compile(
    r"\b(?:[Gg]overnments?|[Mm]inistr(?:y|ies)|[Tt]reasury|Congress|[Pp]arliament|the EU|European Commission)\b"
)
"""Who spends public money."""

_POSSESSIVE = re.compile(r"((?:[^\W_a-z][\w&.-]*\s(?:&\s)?){0,4}[^\W_a-z][\w&.-]*)[’'](?:s\b|(?=\s))")
_COMMON = frozenset(
    "Company Limited Group Corporation Holdings Industries International Technologies Systems Global Health Medical "
    "Chemical Chemicals Energy Electric Electronics Foods Food Europe Asia America American National General United "
    "Motors Motor Water Pharma Pharmaceuticals Sciences Materials Products Services Solutions".split()
)
"""Words of companies' names that are also those of markets and places."""


class Owners:
    """The companies that a report names, by which their own figures are told from those of the market."""

    def __init__(self, companies: Iterable[str]) -> None:
        companies = tuple(companies)
        names = {n.lower() for c in companies for n in (c, company_key(c)) if len(n) > 3}
        self.names = Lookup(names)
        self.words = {w for c in companies for w in re.findall(r"[^\W\d_]{4,}", c) if w[:1].isupper()} - _COMMON

    def company(self, before: str) -> bool:
        """Whether a company or a government is named last before a figure, and no market behind it."""
        own = [m.end() for m in _POSSESSIVE.finditer(before) if self.words & set(re.findall(r"[^\W\d_]+", m[1]))]
        if own and not re.search(r"\bmarkets?\b", before[own[-1] :], re.IGNORECASE):
            return True
        ends = [end for _, end in self.names.spans(before.lower())]
        ends += [m.end() for pattern in (SUFFIX, _STATE) for m in pattern.finditer(before)]
        return bool(ends) and not _MARKET.search(before, max(ends))


def is_beside(line: Said) -> bool:
    """Whether the line offers another report, other than one on a market that holds this one's."""
    return offers_others(line.opening, line.parts) and not is_wider(line) and not _names_own(line)


def _names_own(line: Said) -> bool:
    """Whether running text names the report's own market, which ends what is offered before it."""
    own = name_of(line.report.title)
    return bool(own) and line.kind == "paragraph" and line.text.endswith(".") and f"the {own}" in line.text


def is_wider(line: Said) -> bool:
    """Whether it names a market of which this report's, by its name, is a kind."""
    own = plain_words(name_of(line.report.title))
    found = [plain_words(m[1]) for m in _NAMED.finditer(line.opening)]
    return bool(found) and all(named and named <= own for named in found)


_NAMED = re.compile(r"((?:[A-Z][\w&-]*\s+){1,8})Market\b")
_SMALL = {"the", "a", "an", "of", "for", "and", "&", "in", "global", "market"}


def plain_words(phrase: str) -> set[str]:
    """Words in lower case, without the plural's s and without small words."""
    return {w.lower().rstrip("s") for w in phrase.replace("-", " ").split() if w.lower() not in _SMALL}


def is_news(line: Said) -> bool:
    """Whether the line stands in a part that tells news, where figures are those of deals and orders."""
    titles = [re.sub(r"^[\dIVX]+(?:\.\d+)*[.)]?\s+", "", title) for title in line.parts]
    return any(SECTION.search(t) and not NOT_SECTION.search(t) for t in titles) and not words.RATE.search(
        line.titles[-1]
    )


def names_market(clause: str) -> bool:
    """Whether the clause speaks of a market or a part of one."""
    return bool(_MARKET.search(clause))
