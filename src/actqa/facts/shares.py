"""Parts of a whole as rows: who or what holds them."""

import re

from actqa.facts.forecasts.labels import PART, labelled
from actqa.facts.forecasts.scope import named_above, opens_with
from actqa.facts.percentages import around, is_share
from actqa.facts.said import Said
from actqa.facts.types import Evidence, Qualifier, Share
from actqa.figures import Figure
from actqa.reading import Report

QUALIFIERS: dict[str, Qualifier] = {"": "exact", "over": "over", "about": "about", "nearly": "nearly", "up to": "up to"}


def shares(report: Report, names: frozenset[str] = frozenset()) -> tuple[Share, ...]:
    """Every percentage that is a part of a whole; the same said again adds evidence.

    `names` are those of segments, one of which a sentence on `the segment` goes on from.
    """
    names = frozenset(name.lower() for name in names)
    found: dict[int, Share] = {}
    alike: dict[tuple[float, str], list[int]] = {}
    for line in labelled(report):
        for figure in line.percents:
            if is_share(line, figure):
                _add(found, alike, _share(report, line, figure, names))
    return tuple(found.values())


def _share(report: Report, line: Said, figure: Figure, names: frozenset[str]) -> Share:
    return Share(
        subject=_subject(line, figure, names),
        percent=float(figure.value),
        qualifier=QUALIFIERS.get(figure.qualifier, "exact"),
        year=figure.year,
        evidence=(Evidence.at(report, line.span),),
    )


def _subject(line: Said, figure: Figure, names: frozenset[str]) -> str:
    """Who or what holds the share: what is said before its verb, else what it is said to be of."""
    if line.kind == "row":
        cells = [c for c in line.cells[:12] if c and figure.text not in c]
        return " – ".join([c for c in cells if not _VALUE.fullmatch(c)] or cells)[:120]
    before, after = around(line, figure)
    if told := PART.match(after) or (_HAVING.search(before) and _HAS.match(after)):
        return told["part"]
    to = _WENT_TO.match(after)
    if to:
        return (to["who"] or to["source"]).strip()
    pieces = re.split(r"[;:=|]|,\s(?:while|and|but|with)\s|\.\s", before)
    clause = next((piece for piece in map(_plain, reversed(pieces)) if piece and not _VERB.match(piece)), "")
    listed = _LISTED.search(clause)
    head = _AS_BEFORE.sub("", _VERB.split(listed["name"] if listed else clause, maxsplit=1)[0].strip(" ,")).strip(" ,")
    head = re.sub(
        r"^(?:by [\w -]+,|(?:followed|trailed) by|in \d{4}(?:,|$)|in (?:its|their|our|this|that) (?:count|view|"
        r"estimate|tally|data|figures),?\s|currently,|however,|the\b)\s*",
        "",
        head,
        flags=re.IGNORECASE,
    )
    head = _TRAILING.sub("", head)
    if _BACK.fullmatch(head):
        head = _handed_on(line, names) or head
    head = _SHARE_OF.sub("", _ITS_SHARE.sub("", head)).strip(" (–—-") or head
    where = re.match(r"\s*of\s", after) and _WHERE.fullmatch(head)
    if not where and len(head) >= 2 and len(head.split()) <= 12 and not head.endswith((" that", " found", " of")):
        return head
    if only := _NAMED_SHARE.fullmatch(after.strip()):
        return only["who"]
    of = re.match(r"\s*(?:of\s+)?(?P<what>[^.;]{3,100})", after)
    return of["what"].strip() if of else line.text[:100]


_HAVING = re.compile(r"(?:^|[.;]\s)with (?:an?|its|the) (?:[\w-]+\s){0,3}?share of\s*$", re.IGNORECASE)
_HAS = re.compile(
    r"(?:\sof (?:the )?[\w ]{2,40}| in \d{4})?,\s(?:the\s)?(?P<part>[^,.;]{2,60}?)(?:\s(?:segment|category))?\s"
    r"(?:is|was|were|are|led|leads?|held|holds?|dominate[sd]?|ranks?|ranked|remain(?:s|ed)?|emerged|took|came|"
    r"stands?|stood)\b"
)
"""Who holds what the sentence opens with: `With a share of 52%, glass was the largest type`."""
_SHARE_OF = re.compile(
    r"^(?:(?:market|revenue|value|volume|sales)\s)?share (?:of|held by|taken "
    r"by)\s(?:the\s)?",
    re.IGNORECASE,
)
_ITS_SHARE = re.compile(
    r"(?:[’']s?\s(?:\w+\s)?share\b.*|\s(?:the\s)?(?:remaining|rest|balance|another|a further))$", re.IGNORECASE
)
_NAMED_SHARE = re.compile(r"(?P<who>[^,.;:]{2,60}?)\s(?:(?:market|revenue|value|volume)\s)?share", re.IGNORECASE)
"""A label that is nothing but whose share it is."""

_WENT_TO = re.compile(
    r"\s*of\s[^.;,%]{3,60}?\s(?:fell|falls|went|goes|belonged|belongs|flowed|flows)\s(?:probably\s|"
    r"mostly\s)?to\s(?:the\s)?"
    r"(?P<who>[^.;,%]{2,60})|\s*of\s[^.;,%]{3,60}?\s(?:came|comes|stemmed|"
    r"stems)\sfrom\s(?:the\s)?(?P<source>[^.;,%]{2,60})"
)
"""Behind a percentage: of what, and to whom it went."""


_TRAILING = re.compile(r"\s(?:at|with|by|for|on|lead|in)$", re.IGNORECASE)
"""What a holder's name is followed by rather than part of."""
_WHERE = re.compile(r"(?:[Ii]n|[Aa]cross|[Aa]mong)\s(?:the\s)?[A-Z][^,]{1,39}")
"""Where it is that a part is of what is named behind it."""


def _plain(piece: str) -> str:
    """A clause without commas around it; empty where it names nobody: `with a`, `up from`."""
    plain = piece.strip(" ,")
    return "" if _NOBODY.fullmatch(plain) else plain


_NOBODY = re.compile(
    r"(?:an?|the|its?|their|up|down|from|at|of|over|about|some|nearly|around|roughly|almost|only|just|more|less|than|\s)*",
    re.IGNORECASE,
)


def _handed_on(line: Said, names: frozenset[str]) -> str:
    """What the sentences before it have been on, or the heading names."""
    before = line.before
    while before is not None:
        if named := opens_with(before, names):
            return named
        before = before.before
    return named_above(line, names)


_BACK = re.compile(
    r"(?:it|they|this|these|(?:the|this|that)?\s?(?:segment|sub-segment|category|region|country|area|"
    r"group|type))",
    re.IGNORECASE,
)
"""What points back to who holds a share."""
_AS_BEFORE = re.compile(
    r"\s(?:already|still|now|alone|also|together|currently|then|even|thus|only|just)$", re.IGNORECASE
)
"""What stands between a holder and the verb."""

_LISTED = re.compile(
    r"\d ?(?:%|per ?cent)[^%]*?(?:,| and| while) (?:and |while )?(?P<name>(?!(?:or|to|from|by|with|of|in|up|down)\b)"
    r"[^\d%,]{2,60}?)(?: (?:for )?(?:the (?:other|remaining|rest)|another))?(?: \()?$"
)
"""Before a percentage, the next of a series: `bean-to-cup has 47% of value, capsule 38%`."""


_VALUE = re.compile(r"[^\w]*\d[\d.,]*\s?%?")
"""A cell that holds but a figure, and so names nobody."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|holds?|held|has|have|had|accounts?|accounted|captured?|commands?|commanded|commanding|"
    r"takes?|took|"
    r"led|leads|makes?|made|represents?|represented|dominate[sd]?|contribut\w+|brought|garnered|garners|carries|built|"
    r"moved|"
    r"stood|stands?|constitutes?|comprises?|generated|secured|rose|rises|fell|falls|grew|went|goes|climbed|"
    r"dropped|sold|sells?|will|would|should|occup(?:y|ies|ied)|with)\b",
    re.IGNORECASE,
)


def _add(found: dict[int, Share], alike: dict[tuple[float, str], list[int]], share: Share) -> None:
    """Puts the share behind those found, or its evidence to one `alike`: of the same subject and percentage."""
    places = alike.setdefault((share.percent, share.subject.lower()), [])
    for at in places:
        known = found[at]
        if known.year == share.year or None in {known.year, share.year}:
            more = {"evidence": (*known.evidence, *share.evidence), "year": known.year or share.year}
            found[at] = known.model_copy(update=more)
            return
    places.append(len(found))
    found[len(found)] = share
