"""Series in running text: `A, B and C`, taken apart into names, each with its place."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from actqa.facts.kept import as_read
from actqa.facts.names import SUFFIX
from actqa.places import TWINS
from actqa.places import plain as compared
from actqa.reading import Report, Span
from actqa.reading.markup import Shown

NAME = r"[A-Za-z][\w&/’'-]*(?:[ ][\w&/’'-]+){0,4}?"
"""How a dimension can be named."""

_AND = re.compile(r"\s+(?:and|or|as well as|along with)\s+", re.IGNORECASE)
_OXFORD = re.compile(r"\s*(?:and|or|as well as|along with|&)\s+", re.IGNORECASE)
_OTHERS = re.compile(r"\s+&\s+(?=others?\b)|(?<=\))\s+&\s+", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;]*\b(?:among(?:st)? (?:many )?others|and (?:many )?more|etc)\b\.*\s*$", re.IGNORECASE)
_LOOSE = re.compile(r"\s[-–—]$")
"""A dash that nothing follows."""
_EDGE = ' \t\n"“”‘*•·,;:'


@dataclass(frozen=True, slots=True)
class Piece:
    """One name of a series, as it stands there, and where."""

    text: str
    start: int
    """In the text as read."""
    end: int


@dataclass(frozen=True, slots=True)
class Series:
    """A stretch that names the segments of a dimension."""

    dimension: str
    start: int
    end: int
    within: bool = False
    """Whether the dimension is a segment of another one, which is split in turn."""


def twins(report: Report) -> frozenset[str]:
    """Names with an "and" in them that the report lists as one (`Trucks and Buses`), and of places."""
    found = set(TWINS)
    for block in report.blocks:
        if block.kind == "item" and block.content.end - block.content.start < 80:
            plain = as_read(report, block.content).text
            if re.search(r" (?:and|&) ", plain) and "," not in plain:
                found.add(compared(plain))
        elif block.kind == "paragraph":
            plain = as_read(report, block.content).text
            found.update(compared(m["last"]) for m in _LAST_PAIR.finditer(plain) if ", and " in plain)
    return frozenset(found)


_LAST_PAIR = re.compile(r",\s(?:and|or)\s(?P<last>(?:[\w-]+\s){1,3}and\s[\w-]+(?:\s[\w-]+){0,2})(?=[.;]|$)")
"""The last name of a series, that has an `and` besides the one before it: `…, and life and health insurance.`"""


def pieces(text: str, start: int, end: int, whole: Set[str] = TWINS, *, paired: bool = True) -> list[Piece]:
    """The names of the series `text[start:end]`; where `paired`, `X and Y, Z and W` are two names."""
    tail = _TAIL.search(text[:end], start)
    end = start + len(text[start : tail.start() if tail else end].rstrip(" ;,|"))
    parts = list(_parts(text, start, end))
    if not parts:
        return []
    *inner, (a, b) = parts
    oxford = _OXFORD.match(text, a, b) if inner else None
    if oxford:
        cuts = [(oxford.end(), b)]
    elif inner and paired and any(_free(text, x, y, whole) for x, y in inner) and len(_free(text, a, b, ())) == 1:
        cuts = [(a, b)] if not _OTHERS.search(text, a, b) else _cut(text, a, b, whole)
    else:
        cuts = _cut(text, a, b, whole)
        if not inner and len(cuts) < 2:
            cuts = _cut(text, a, b, ())
    out = [_trimmed(text, x, y) for x, y in [*inner, *cuts]]
    return [piece for piece in out if piece.text]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between semicolons, or commas, outside brackets; a legal form after a comma stays with its name."""
    numbers = _numbers(text, start, end)
    if numbers:
        return iter((a[1], b[0]) for a, b in pairwise([*numbers, (end, end)]))
    slashes = _slashes(text, start, end)
    cuts = outside(text, start, end, ";|•·▪") or (slashes if len(slashes) > 2 else []) or outside(text, start, end, ",")
    cuts = cuts or slashes or _dashes(text, start, end)
    whole = [m.span() for m in _WITH_COMMAS.finditer(text, start, end)] if len(cuts) > 1 else []
    edges = [start - 1, *(cut for cut in cuts if not any(a < cut < b for a, b in whole)), end]
    out: list[tuple[int, int]] = []
    for a, b in pairwise(edges):
        lead = len(text[a + 1 : b]) - len(text[a + 1 : b].lstrip())
        if out and text[a : a + 1] == "," and _is_form(text, a + 1 + lead, b):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a + 1, b))
    return iter(pair for pair in out if text[pair[0] : pair[1]].strip())


_WITH_COMMAS = re.compile(
    r"banking,? financial services,? (?:and|&) insurance|food,? beverages?,? (?:and|&) tobacco|"
    r"hotels?,? restaurants?,? (?:and|&) (?:cafes?|catering|cafeterias)|heating,? ventilation,? (?:and|"
    r"&) air[- ]conditioning|"
    r"becton,? dickinson (?:and|&) (?:company|co)|merck,? sharp (?:and|&) dohme|"
    r"(?<=and )europe,? (?:the )?middle east,? (?:and|&) africa|"
    r"water,? sanitation,? (?:and|&) hygiene|environmental?,? social,? (?:and|&) governance",
    re.IGNORECASE,
)
"""Trades, and companies, whose names are series themselves."""


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers before the names of a series that is numbered: `1. Europe 2. Asia`; none where it is not."""
    found = list(_NUMBER.finditer(text, start, end)) if _NUMBER.match(text, start) else []
    counted = [int(m[1]) for m in found] == list(range(1, len(found) + 1))
    return [m.span() for m in found] if counted and len(found) > 1 else []


_NUMBER = re.compile(r"(?:(?<=\s)|(?<![^\s(])|(?<=[a-z.):])(?=\d{1,2}\.\s[A-Z]))\(?([1-9]\d?)[.)]\s+(?=[^\W\d])")


def _dashes(text: str, start: int, end: int) -> list[int]:
    """Where dashes with space around them part names, two of them, or one behind `:-` or a dash before the first."""
    found = [m.start() + 1 for m in re.compile(r"\s[-–—]\s").finditer(text, start, end)]
    first = re.compile(r"\s*[-–—]\s+").match(text, start, end)
    if first:
        return [first.end() - 2, *found]
    return found if len(found) > 1 or text[:start].rstrip().endswith(":-") else []


def _slashes(text: str, start: int, end: int) -> list[int]:
    """Where slashes with space around them part names."""
    return [m.start() + 1 for m in re.compile(r"\s/\s").finditer(text, start, end)]


def _is_form(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a company's legal form, alone or with the last name of a series behind it."""
    form = SUFFIX.match(text, start, end)
    return form is not None and bool(re.match(r"\W*$|\s+(?:and|or|&|\()|\s*\(", text[form.end() : end]))


def outside(text: str, start: int, end: int, marks: str) -> list[int]:
    """Where the marks stand outside brackets and numbers."""
    depth, found = 0, []
    for at in range(start, end):
        character = text[at]
        depth = max(0, depth + (character in "([{") - (character in ")]}"))
        if not depth and character in marks and not _within_number(text, at):
            found.append(at)
    return found


def _within_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _free(text: str, start: int, end: int, whole: Set[str] | tuple[()]) -> list[re.Match[str]]:
    """Every `and` that stands outside brackets and within no name that is one."""
    depth = [0]
    for character in text[start:end]:
        depth.append(max(0, depth[-1] + (character == "(") - (character == ")")))
    found = [*_AND.finditer(text, start, end), *_OTHERS.finditer(text, start, end)]
    return [m for m in found if not depth[m.start() - start] and not _joined(text, start, end, m, whole)]


_SIZES = re.compile(
    r"\b(?:small|medium|large|micro|mid)(?:[- ]sized?)?,? (?:and|&) (?:small|medium|large|micro|mid)[- ]?(?:sized? )?"
    r"(?:enterprise|business|compan|organi[sz]ation|firm)",
    re.IGNORECASE,
)
"""Two sizes of one noun: `Small And Medium Enterprises`."""
_OPEN_END = re.compile(r"(?:above|over|older|below|under|younger|up|upwards?|more|less)\b(?!\s[\d$€£])", re.IGNORECASE)
"""What ends a class behind an `and`: `55 and above`."""
_SECOND = re.compile(
    r"(?:Sons?|Daughters|Co(?:mpany)?|Partners|Bros|Brothers|Associates|Cie|Figli|S[oö]hne)\b(?=\W|$)"
    r"|(?:Chemicals?|Fertili[sz]ers?|Petrochemicals?|Minerals|Engineering|Industries|Technolog(?:y|ies)|"
    r"Pharmaceuticals?|"
    r"Foods?|Beverages?|Electricals?|Electronics|Carbides?|Plastics?|Paper|Textiles|Steel|Power|Energy|Gas(?:es)?|"
    r"Sciences?|Systems|Services|Instruments|Equipment|Devices|Tools|Materials|Products|Machinery|Shipbuilding|Rubber|"
    r"Metals?|Mining|Trading|Marine|Oil|Packaging|Polymers|Refining|Smelting|Development|Manufacturing),?\s"
    rf"(?:\w+\s)?(?={SUFFIX.pattern})"
)
"""What goes on a company's name behind an `and`: `Acme and Sons`, `Alkalies and Chemicals Limited`."""


def _joined(text: str, start: int, end: int, match: re.Match[str], whole: Set[str] | tuple[()]) -> bool:
    if (
        _OPEN_END.match(text, match.end(), end)
        or _SECOND.match(text, match.end(), end)
        or _WITH_COMMAS.search(text, start, end)
        or _SIZES.search(text, start, end)
    ):
        return True
    before, after = text[start : match.start()].split()[-4:], text[match.end() : end].split()[:4]
    return any(
        compared(" ".join([*before[-i:], "and", *after[:j]])) in whole
        for i in range(1, len(before) + 1)
        for j in range(1, len(after) + 1)
    )


def _cut(text: str, start: int, end: int, whole: Set[str] | tuple[()]) -> list[tuple[int, int]]:
    free = _free(text, start, end, whole)
    if not free:
        return [(start, end)]
    return [(start, free[-1].start()), (free[-1].end(), end)]


def trimmed(name: str) -> str:
    """A name without quotes, commas and full stops around it; the stop of an abbreviation stays."""
    return _trimmed(name, 0, len(name)).text


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in _EDGE:
        start += 1
    counted = _ENUMERATED.match(text, start, end)
    start = counted.end() if counted else start
    while end > start and (
        text[end - 1] in _EDGE
        or _LOOSE.search(text, start, end)
        or (text[end - 1] == "." and not _abbreviated(text[start:end]))
    ):
        end -= 1
    return Piece(text[start:end], start, end)


_ENUMERATED = re.compile(
    r"(?:\([a-i1-9]\)|\((?:i{1,3}|iv|vi{0,3})\)|(?<![^\s,;:.])(?:[a-i1-9]|i{2,3}|iv|vi{0,3})\))\s+(?=\S)"
)
"""What counts the names of a series: `(a) tea, (b) coffee`."""


def _abbreviated(name: str) -> bool:
    return bool(re.search(r"(?:\b[A-Za-z]\.[A-Za-z]\.|\b(?i:Inc|Ltd|Co|Corp|Pvt|Bros|Cos|S\.p\.A|L\.P)\.)$", name))


def span(seen: Shown, piece: Piece) -> Span:
    """Where a piece of the text as read stands in the raw text."""
    return seen.raw(piece.start, piece.end)
