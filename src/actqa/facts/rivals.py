"""Competitors that sentences name: in a series behind a cue, as leading and following, in a row of legal forms."""

import re
from collections.abc import Set
from functools import cached_property

from actqa.facts.companies import clause_start, named_company, stop, talk
from actqa.facts.events import DATES, YEARS
from actqa.facts.lists import AUTHORITY, HERE, LANDSCAPE, LEADING, LEADS
from actqa.facts.names import OTHERS, SUFFIX
from actqa.facts.series import pieces
from actqa.places import is_place
from actqa.reading import Report, Span
from actqa.reading.markup import Shown

_STARTS = re.compile(r"[^\W_a-z]|[a-z]+[A-Z]")
"""How a name begins in running text."""
_LEAD = re.compile(
    r"^(?:(?:and|or|as well as|the likes of|companies like|followed by|ahead of|then|from|by|with|of|only)\s+)+",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"[a-z]{4,}|[a-z][a-z-]{2,}(?: [a-z]{3,})?\s?"
    r"(?:\([^()]+\)|bv|nv|ag|gmbh|inc|ltd|sa|AS|AB|BV|AG|SA|SE|GmbH|Inc\.?|Ltd\.?)"
)
"""A name that a series of others has set small; of two words with its place or form behind it."""
_TRAIL = re.compile(
    r"(?:,|\s)\s*(?:are|is|have|has|who|which|among|each|at present|in the (?:market|report|industry|field)|to "
    r"name|to strengthen|with|at|whose)\b.*$"
    r"|\s(?!(?:of|for|and|de|the|von|van|der|den|du|del|y|e|und|sp|z|o|in)\b)[a-z]{3,}\s[a-z]+\b.*$"
)
"""What goes on after the last name of a series."""
_TOLD = re.compile(r"(?<=\.)(?<!\s\w\.)\s(?!(?:and|of|or|de|for|the|sp|z|o)\b)[a-z]+\b.*$")
"""And after a legal form with its full stop."""
_OTHERS = re.compile(
    r"\b(?:customers?|clients?|buyers?|users?|retailers?|investors?|lenders?|banks?|hospitals?|dealers?|resellers?|regulators?|acqui\w+|merg\w+|distributors?)\b",
    re.IGNORECASE,
)
"""Words of sentences whose names may be those of others than competitors."""
_COMPANY = re.compile(
    r"(?:[^\W_a-z]|(?<!\w)[a-z]{1,4}(?=[A-Z]))[\w.’'+/-]*(?:,?\s(?:[^\W_a-z][\w.’'+/-]*|(?:&|of|de|und|for)(?=\s[^\W_a-z])|plc|"
    r"d\.o\.o\.?|s\.r\.o\.?|a\.s\.?)(?![\w]))*(?:\sz\s?o\.?o\.?)?(?:\s?\([^()]{1,60}\))?"
)
_BETWEEN = re.compile(
    r"(?:\s(?:is|leads?|heads?|ranks?|comes?|dominates?)\b[^,.;]{0,30}(?=,))?\s?(?:,|;|and|&|or|as well as|"
    r"along with|followed by|ahead of|then|from|\s)+\s?"
)
_WITHIN = re.compile(r"(?:In|On|At|By|For|Across|Among|Within|From)\s")
"""How words before a series begin that are no name."""
_RIVALS = re.compile(
    r"%|\bper cent|\bshare|\bleader|\bfollowed by|\bahead of|\bplayer|\bmaker|\bbrand|\bcompan|\brival", re.IGNORECASE
)
"""Words of a sentence on who leads among competitors."""
_HOME = re.compile(r"\s(?:of|from|in)\s([A-Z][\w. ]+)$")
"""Where a company is from, behind its name."""
_MORE = re.compile(r"also|among|others|the rest", re.IGNORECASE)
"""Opens what goes on from a list and is none of its own."""
_BEHIND = re.compile(
    r"\s(?:together\s|jointly\s|all\s|then\s)?(?:follow|trail|come (?:next|behind|after)|round (?:out|off)|"
    r"chase|run ahead|lead|set the (?:tone|pace)|"
    r"complete|make up the rest|divide|"
    r"share the|compete|hold\s[\d.]+\s?%)\b"
)
"""Behind a series of competitors in a part about them."""
_SUBJECT = re.compile(
    rf"(?:^|(?<=[a-z%)]\.\s)|(?<=;\s))(?P<who>[^\W_a-z][\w.’'&/+-]*(?:,?\s(?:[^\W_a-z][\w.’'&/+-]*|&|of|de)){{0,5}}?,?\s(?:{SUFFIX.pattern}))"
    r"(?=,?\s[a-z])"
)
"""A name with its legal form that a sentence begins with."""
_NO_NAMES = frozenset(
    "The This These Those That It Its They Their In On At By With For From And But While Both Each All Some Most Many "
    "Competition Rivalry Concentration Price Global Local Regional Domestic".split()
)
"""What sentences begin with that are no names."""

Named = tuple[str, str, str, Span]
"""Name, note, title of the list, place."""


class Rivals:
    """Looks through sentences of one report; `whole` are names with an `and` in them."""

    def __init__(self, report: Report, whole: Set[str]) -> None:
        self.report = report
        self.whole = whole

    def led(self, seen: Shown, title: str) -> list[Named]:
        """In a part about competitors, who leads, and who follows."""
        found = [
            name
            for here in HERE.finditer(seen.text)
            for name in self.after(seen, here.end(), "" if _MORE.match(here.group()) else title, least=1)
        ]
        found += [name for told in LEADS.finditer(seen.text) for name in self._leader(seen, told, title)]
        for behind in _BEHIND.finditer(seen.text):
            found += self.run(seen, clause_start(seen.text, behind.start()), behind.start(), title, 2)
        if not any(pattern.search(seen.text) for pattern in (*DATES, YEARS, _OTHERS)):
            found += [n for m in _SUBJECT.finditer(seen.text) for n in self.run(seen, *m.span("who"), title, 1)]
        return sorted(found, key=lambda name: name[-1])

    def _leader(self, seen: Shown, told: re.Match[str], title: str) -> list[Named]:
        """The competitor that a sentence says leads, whose name is no word that the report also writes small."""
        start = told.start("who")
        one = told["who"].split()
        if (len(one) == 1 and not _RIVALS.search(seen.text)) or one[0] in _NO_NAMES or not self._is_own(told["who"]):
            return []
        return self.run(seen, start, told.end("who"), title, 1)

    def _is_own(self, name: str) -> bool:
        """Whether a name is more than one word that the report also writes small."""
        words = re.findall(r"[^\W\d_]+", name)
        return bool(SUFFIX.search(name)) or any(w not in self.small for w in (w.lower() for w in words) if len(w) > 2)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the report writes small."""
        return frozenset(re.findall(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]*", self.report.text))

    def told(self, seen: Shown, title: str) -> list[Named]:
        """Names in a row, one of them at least with a legal form, in a sentence on competitors that tells no event."""
        forms = len(SUFFIX.findall(seen.text))
        if not forms or not (forms > 2 or LANDSCAPE.search(title) or LEADING.search(seen.text)):
            return []
        if _OTHERS.search(seen.text) or YEARS.search(seen.text) or any(d.search(seen.text) for d in DATES):
            return []
        run: list[re.Match[str]] = []
        best: list[re.Match[str]] = []
        for found in _COMPANY.finditer(seen.text):
            joined = run and _BETWEEN.fullmatch(seen.text, run[-1].end(), found.start())
            run = [*run, found] if joined else [found]
            best = max(best, run, key=len)
        formed = any(SUFFIX.search(found.group()) for found in best)
        return self.run(seen, best[0].start(), best[-1].end(), title, 2) if formed and len(best) > 1 else []

    def after(self, seen: Shown, start: int, title: str, least: int = 2) -> list[Named]:
        """The names that follow a cue."""
        return self.run(seen, start, stop(seen.text, start), title, least)

    def run(self, seen: Shown, start: int, end: int, title: str, least: int) -> list[Named]:
        """The names of a stretch, where there are `least` of them and two of three of its pieces are names."""
        found = pieces(seen.text, start, talk(seen.text, start, end), self.whole, paired=False)
        out: list[Named] = []
        for piece in found:
            lead = _LEAD.match(piece.text)
            head = lead.end() if lead else 0
            whole = _SMALL.fullmatch(piece.text, head)
            tail = None if whole else _TRAIL.search(piece.text, head) or _TOLD.search(piece.text, head)
            name = piece.text[head : tail.start() if tail else None]
            home = _HOME.search(name)
            name = name[: home.start()] if home and is_place(home[1]) else name
            small = len(found) > 2 and out and _SMALL.fullmatch(name) and not OTHERS.match(name)
            named = named_company(name) if small or _STARTS.match(name) or SUFFIX.search(name) else None
            if named and _WITHIN.match(named[0]) and not SUFFIX.search(named[0]):
                named = None
            if named and not AUTHORITY.search(named[0]):
                place = seen.raw(piece.start + head, piece.start + head + len(name.rstrip()))
                out.append((*named, title, place))
        return out if len(out) >= least and len(out) * 3 >= 2 * len(found) else []
