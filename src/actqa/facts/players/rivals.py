"""Competitors that sentences name: in a series behind a cue, as leading and following, in a row of legal forms."""

import re
from collections.abc import Set
from functools import cached_property

from actqa.facts.developments.events import DATES, YEARS
from actqa.facts.names import OTHERS, SUFFIX
from actqa.facts.players.companies import clause_start, closing, named_company, stop, talk
from actqa.facts.players.lists import AUTHORITY, HERE, IN_BRACKETS, LANDSCAPE, LEADING, LEADS
from actqa.facts.players.subjects import ANSWER, BETWEEN, NAME, NO_SUBJECTS, acts_itself, are_others, is_plain, subjects
from actqa.facts.series import pieces
from actqa.places import is_of_place, is_place
from actqa.reading import Report, Span
from actqa.reading.headings import name_of
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
_WITHIN = re.compile(r"(?:In|On|At|By|For|Across|Among|Within|From|As (?:to|for|regards))\s")
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
    r"(?=,?\s(?!of\b)[a-z])"
)
"""A name with its legal form that a sentence begins with."""
_COVERED = re.compile(
    r"(?:the|this|our) (?:report|study|analysis|research)(?: on [^,.;]{2,60}?)? (?:also )?(?:profiles|covers|names|"
    r"features|looks at|analy[sz]es|reviews|examines|tracks|benchmarks)\s+(?=(?-i:[^\W_a-z]))",
    re.IGNORECASE,
)
"""Opens a sentence on whom a report looks at, who may also be places or things."""
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
        found += self.behind(seen, title)
        if not any(pattern.search(seen.text) for pattern in (*DATES, YEARS, _OTHERS)):
            found += [n for m in _SUBJECT.finditer(seen.text) for n in self.run(seen, *m.span("who"), title, 1)]
        return sorted(found, key=lambda name: name[-1])

    def behind(self, seen: Shown, title: str) -> list[Named]:
        """Those who are said to follow, or to compete, behind their names: `Acme, Bolt and Crane come next`."""
        found: list[Named] = []
        for verb in _BEHIND.finditer(seen.text):
            told = self.run(seen, clause_start(seen.text, verb.start()), verb.start(), title, 2)
            found += [name for name in told if self.is_proper(name[0], alone=False)]
        return found

    def acting(self, seen: Shown, title: str) -> list[Named]:
        """Those that sentences on competition have for their subject: `Acme, Bolt and Crane compete on price`."""
        found: list[Named] = []
        dated = any(pattern.search(seen.text) for pattern in (*DATES, YEARS)) and "%" not in seen.text
        for start, end, many in subjects(seen.text) if not dated else ():
            names = self.run(seen, start, end, title, 2 if many else 1)
            whole = len(names) == len(pieces(seen.text, start, end, self.whole, paired=False))
            alone = not many and not acts_itself(seen.text, end)
            if whole and many == (len(names) > 1) and all(self.is_proper(n, alone=alone) for n, *_ in names):
                found += names
        return found

    def is_proper(self, name: str, *, alone: bool) -> bool:
        """Whether a name that opens a sentence is no plain word; one that stands `alone` needs to show it."""
        words = re.findall(r"[^\W_][\w&+’'-]*", name)
        own = [w for w in words if not (is_plain(w) or self._is_small(w.lower()) or is_of_place(w))]
        if (words[:1] and words[0] in NO_SUBJECTS) or not (own or SUFFIX.search(name)):
            return False
        shown = len(words) > 1 or bool(re.search(r"[a-z][A-Z]|[A-Z]{2}", name)) or name in self.proper
        return shown or not alone

    def _is_small(self, word: str) -> bool:
        """Whether the report also writes the word small, in the singular or the plural."""
        return word in self.small or word.removesuffix("s") in self.small or f"{word}s" in self.small

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that the report writes with a capital within its sentences."""
        return frozenset(re.findall(r"(?<=[a-z,]\s)[^\W\d_a-z]\w+", self.report.text))

    def _leader(self, seen: Shown, told: re.Match[str], title: str) -> list[Named]:
        """The competitor that a sentence says leads, whose name is no word that the report also writes small."""
        start = told.start("who")
        one = told["who"].split()
        if are_others(seen.text, told.end("who")):
            return []
        if (len(one) == 1 and not _RIVALS.search(seen.text)) or not self._is_own(told["who"]):
            return []
        named = self.run(seen, start, told.end("who"), title, 1)
        return [name for name in named if self.is_proper(name[0], alone=False)]

    def _is_own(self, name: str) -> bool:
        """Whether a name is more than one word that the report also writes small."""
        words = re.findall(r"[^\W\d_]+", name)
        return bool(SUFFIX.search(name)) or any(w not in self.small for w in (w.lower() for w in words) if len(w) > 2)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the report writes small, or names its market by."""
        title = re.findall(r"[^\W\d_]+", name_of(self.report.title))
        return frozenset([*re.findall(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]*", self.report.text), *title])

    def told(self, seen: Shown, title: str) -> list[Named]:
        """Names in a row, one of them at least with a legal form, in a sentence on competitors that tells no event."""
        forms = len(SUFFIX.findall(seen.text))
        if not forms or not (forms > 2 or LANDSCAPE.search(title) or LEADING.search(seen.text)):
            return []
        if _OTHERS.search(seen.text) or YEARS.search(seen.text) or any(d.search(seen.text) for d in DATES):
            return []
        run: list[re.Match[str]] = []
        best: list[re.Match[str]] = []
        answer = ANSWER.match(seen.text)
        for found in NAME.finditer(seen.text, answer.end() if answer else 0):
            joined = run and BETWEEN.fullmatch(seen.text, run[-1].end(), found.start())
            run = [*run, found] if joined else [found]
            best = max(best, run, key=len)
        formed = any(SUFFIX.search(found.group()) for found in best)
        return self.run(seen, best[0].start(), best[-1].end(), title, 2) if formed and len(best) > 1 else []

    def bracketed(self, seen: Shown, title: str) -> list[Named]:
        """Those in brackets behind a word for competitors, by names that are no words of the report: `large makers "
        "(Acme, Bolt)`."""
        found: list[Named] = []
        for cue in IN_BRACKETS.finditer(seen.text) if "(" in seen.text else ():
            names = self.run(seen, cue.end(), closing(seen.text, cue.end()), title, 2)
            found += names if all(self.is_proper(name, alone=False) for name, *_ in names) else []
        return found

    def covered(self, seen: Shown) -> list[Named]:
        """Those whom a sentence says that the report looks at, by names that are no words of it: `The report covers "
        "Acme, Bolt and Crane`."""
        found = _COVERED.match(seen.text)
        names = self.after(seen, found.end(), "", 3) if found else []
        series = pieces(seen.text, found.end(), stop(seen.text, found.end()), self.whole, paired=False) if found else []
        proper = all(self.is_proper(name, alone=False) and not is_of_place(name) for name, *_ in names)
        return names if proper and len(names) == len([p for p in series if not OTHERS.match(p.text)]) else []

    def after(self, seen: Shown, start: int, title: str, least: int = 2) -> list[Named]:
        """The names that follow a cue."""
        return self.run(seen, start, min(stop(seen.text, start), closing(seen.text, start)), title, least)

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
