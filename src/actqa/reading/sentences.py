"""Where sentences end, in running text of any report."""

import re
from itertools import pairwise

from actqa.reading.types import Span

LONGEST = 1500
"""Characters; what runs on longer is cut at white space, so that no sentence is out of bounds."""

NEAR = 400
"""Characters from the number of one name of a series to that of the next."""

NEVER_LAST = frozenset(
    "e.g i.e vs viz cf approx ca no nos fig figs tab vol pp dr mr mrs ms prof st mt rs us re ref eq sec art ed eds "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun est incl excl al gen col lt sgt hon "
    "max min avg resp dept univ gebr messrs wm mfg cia chr joh jos geo fa".split()
)
"""Abbreviations after which a sentence goes on, in lower case, without the last full stop."""

SELDOM_LAST = frozenset(
    "inc ltd llc corp co cos bros jr sr u.s u.k u.a.e e.u u.s.a u.n a.m p.m etc mn bn mio mrd tn n.v s.a s.p.a "
    "a.g b.v pvt pte pty d.c ph.d m.d".split()
)
"""Abbreviations that end a sentence only where one of the openers follows."""

OPENERS = frozenset(
    "the a an in on at by for from to of with this that these those it its they their there we our he she his her "
    "however moreover furthermore additionally meanwhile also while although though since as when where what which who "
    "why how if both each all some many most more other another such key major according based during after before "
    "between among over under thus therefore hence today globally overall growing rising increasing demand market "
    "companies players manufacturers vendors producers suppliers through furthermore "
    "regions segments prices sales exports imports output production revenue revenues shares "
    "shipments".split()
)
"""Words that, with a capital, open a sentence rather than go on with a name."""

_CLOSERS = r"[\"'”’»)\]*]*"
_END = re.compile(
    rf"(?P<stop>[.!?…]+{_CLOSERS})(?:</?[A-Za-z][^<>]{{0,200}}>)*"
    r"(?:(?P<gap>\s+)(?=(?:</?[A-Za-z][^<>]{0,200}>)*[\"'“‘«(\[*]*[^\W_a-z]|[-•–]\s)|(?P<glued>(?=[A-Z][a-z]+[ ,’'-])))"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_DIGITS = re.compile(r"(?:^|(?<=[a-z.)]))\d{1,2}$")
"""A number alone, or right behind a word that it has been glued to: `Acme Inc.2. Bolt Ltd.`."""
_WORD_BEFORE = re.compile(r"[\w.&-]+$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[*]*(?:</?[A-Za-z][^<>]{0,200}>)*([^\W\d_]+)")


def split(text: str, span: Span) -> tuple[Span, ...]:
    """Sentences within the span, in order, without white space around; together they hold all its other characters."""
    cuts = [span.start, *(m.end("gap") if m["gap"] else m.end() for m in _ends(text, span)), span.end]
    pieces = (stripped(text, Span(a, b)) for a, b in pairwise(cuts))
    return tuple(part for piece in pieces if piece.start < piece.end for part in _bounded(text, piece))


def stripped(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty at its start where there is nothing else."""
    piece = span.of(text)
    if not piece.strip():
        return Span(span.start, span.start)
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()))


def _ends(text: str, span: Span) -> list[re.Match[str]]:
    return [m for m in _END.finditer(text, span.start, span.end) if _is_end(text, span, m)]


def _is_end(text: str, span: Span, found: re.Match[str]) -> bool:
    if not found["stop"].startswith("."):
        return found["gap"] is not None
    word = _WORD_BEFORE.search(text, max(span.start, found.start() - 40), found.start())
    before = word.group().lower() if word else ""
    if found["gap"] is None:
        return len(before) > 1 and before.replace("-", "").isalnum() and before not in NEVER_LAST | SELDOM_LAST
    digits = _DIGITS.search(before)
    if before in NEVER_LAST or (digits and _counts(text, span, found.start() - len(digits.group()), digits.group())):
        return False
    if before in SELDOM_LAST or _INITIALS.match(before):
        after = _WORD_AFTER.match(text, found.end("gap"), span.end)
        return after is not None and after[1].lower() in OPENERS
    return True


def _counts(text: str, span: Span, at: int, number: str) -> bool:
    """Whether a number numbers a name of a series in running text: `Largest markets: 1. Asia 2. Europe`."""
    if len(number) > 2:
        return False
    if number == "1":
        return at == span.start or text[span.start : at].rstrip().endswith((":", ";", ","))
    earlier = re.compile(rf"(?:(?<!\S)|(?<=[a-z.):])){int(number) - 1}\.\s(?=[^\W\d_a-z])")
    return bool(earlier.search(text, max(span.start, at - NEAR), at))


def _bounded(text: str, span: Span) -> list[Span]:
    out = []
    while span.end - span.start > LONGEST:
        cut = max(
            text.rfind(" ", span.start + 1, span.start + LONGEST),
            text.rfind("\n", span.start + 1, span.start + LONGEST),
        )
        cut = cut if cut > span.start else span.start + LONGEST
        out.append(stripped(text, Span(span.start, cut)))
        span = stripped(text, Span(cut, span.end))
    return [piece for piece in (*out, span) if piece.start < piece.end]
