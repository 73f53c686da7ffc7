"""A sentence as the gate reads it, be it a statement's or the report's: words, figures, and who it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from actqa.answering.asked.parts_of_year import spans_of_parts
from actqa.answering.asked.words import WORD, stem, words
from actqa.answering.gate.forms import root
from actqa.answering.gate.hedges import HEDGES
from actqa.answering.gate.known import LEGAL, ORDINARY, Known
from actqa.answering.gate.numbers import figures_in
from actqa.answering.standing import TIMES
from actqa.figures import Figure
from actqa.places import find
from actqa.reading import Span

PLACE, NAME, WHOLE = "place", "name", "whole"
UNSURE = "~"
"""Before the key of what only its capitals tell to be a name."""


OTHERS = f"{UNSURE}other"
"""The key of all that are not named, where a part of a whole is theirs: `others 10%`."""
_OTHERS = re.compile(
    r"(?<![\w-])(?:(?:all )?others|(?:the )?other [a-z]+s|the (?:rest|remainder))(?=[\s:|–-]*\(?(?:about |around )?\d)|"
    r"(?<=% is )others\b|(?<=% goes to )others\b|"
    r"(?<=% to )others\b|^\W*(?:all )?others\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, with its stem and where it stands."""

    text: str
    stem: str
    span: Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Somebody or something a figure may belong to, where it is named."""

    kind: str
    key: str
    span: Span
    text: str


_FIRM = re.compile(r"\w,?\s(?:Inc|Ltd|LLC|PLC|GmbH|AG|SA|Corp|Co|NV|Pty|LLP|Limited|Corporation)\b")


def is_firm(text: str) -> bool:
    """Whether a run of words with capitals is a company by what it ends with."""
    return bool(_FIRM.search(text))


_SIDE = re.compile(
    r"\b(?P<side>(?:North|South|East|West|Central|Rural|Urban)(?:[- ]?(?:east|west))?(?:ern)?|"
    r"Upper|Lower)[- ]$"
)
"""Before a place, of which it is but a part: `West India`."""
_BASED = re.compile(r"(?<=\w)-(?=(?:based|led|listed|owned|made|born|headquartered)\b)")
_US = re.compile(r"\bU\.S(?![.\w])")
"""Without its last stop, which a sentence's end may have taken."""


@dataclass(frozen=True)
class Sentence:
    """One sentence."""

    text: str
    known: Known = field(compare=False)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """With the years they belong to; spans in the text."""
        return figures_in(self.text, self.known.product)

    @cached_property
    def values(self) -> tuple[Figure, ...]:
        """The figures that are no years."""
        return tuple(f for f in self.figures if f.kind not in TIMES)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """In order."""
        found = WORD.finditer(self.text)
        return tuple(Word(m.group(), root((words(m.group()) or [""])[0]), Span(*m.span())) for m in found)

    @cached_property
    def places(self) -> tuple[Anchor, ...]:
        """The places it names; that of the whole report is the whole."""
        out = []
        for named in find(_BASED.sub(" ", _US.sub("USA", self.text))):
            side = _SIDE.search(self.text[: named.start])
            span = Span(side.start() if side else named.start, named.end)
            own = named.name in self.known.home and side is None
            name = f"{side['side'].lower()} {named.name}" if side else named.name
            out.append(Anchor(WHOLE if own else PLACE, "" if own else name, span, span.of(self.text)))
        return tuple(out)

    @cached_property
    def names(self) -> tuple[Anchor, ...]:
        """The report's segments, companies and the like that it names, and whatever else has capitals."""
        stems = tuple(word.stem for word in self.words)
        found = []
        for start, end, key in self.known.find(stems):
            if end - start == 1 and not self._is_noun(self.words[start].text, key):
                continue
            span = Span(self.words[start].span.start, self.words[end - 1].span.end)
            if not any(span.overlaps(place.span) for place in self.places):
                found.append(Anchor(NAME, key, span, span.of(self.text)))
        for m in _OTHERS.finditer(self.text):
            span = Span(*m.span())
            if not any(span.overlaps(a.span) for a in (*found, *self.places)):
                found.append(Anchor(NAME, OTHERS, span, m.group()))
        for part, at in spans_of_parts(self.text):
            if not any(at.overlaps(a.span) for a in found):
                found.append(Anchor(NAME, part, at, at.of(self.text)))
        taken = [a.span for a in (*found, *self.places)] + [f.span for f in self.figures]
        return tuple(sorted((*found, *self._capitals(taken)), key=lambda a: a.span))

    def _is_noun(self, word: str, key: str) -> bool:
        """Whether a word alone is the name, and not a verb or adverb of its stem."""
        return word not in COMMON and self.known.is_written(key, word)

    def _capitals(self, taken: list[Span]) -> list[Anchor]:
        """Runs of words with capitals that nothing else explains."""
        return [] if self._is_title else self.proper(taken)

    def proper(self, taken: Sequence[Span]) -> list[Anchor]:
        """The same, be most words in capitals or not."""
        out = []
        for m in _CAPITALS.finditer(self.text):
            for start, end in _outside(Span(*m.span()), taken):
                text = self.text[start:end].strip(" &-")
                own = [w for w in words(text) if w not in _NO_NAMES and w not in LEGAL and stem(w) not in ORDINARY]
                own = [w for w in own if len(w) > 1 and w not in LOOSENING]
                own = own[1:] if own and own[0] in OPENERS and text.lower().startswith(own[0]) else own
                if (
                    not text[:1].isupper()
                    or not own
                    or (frozenset(map(stem, own)) <= self.known.subject | self.known.title and not is_firm(text))
                ):
                    continue
                opens = not self.text[:start].strip(_QUOTES) or bool(_OPENED.search(self.text[:start]))
                if opens and " " not in text and not self._is_named(own[0], end):
                    continue
                out.append(Anchor(NAME, f"{UNSURE}{' '.join(map(root, own))}", Span(start, end), text))
        return out

    def _is_named(self, word: str, end: int) -> bool:
        """Whether a word that opens the sentence, and so has its capital, is a name all the same."""
        if self.known.is_proper(word) or _INNER.match(self.text, end - len(word)):
            return True
        if word.endswith("ly") or any(self.known.says(form) for form in (word, f"{word}s", word.removesuffix("s"))):
            return False
        return word not in OPENERS and bool(_NAMED.match(self.text, end))

    @cached_property
    def _is_title(self) -> bool:
        """Whether most words have capitals, which then tell no names."""
        telling = [w.text for w in self.words if len(w.text) > 3]
        return len(telling) > 3 and sum(w[0].isupper() for w in telling) > 0.7 * len(telling)

    @cached_property
    def wholes(self) -> tuple[Anchor, ...]:
        """Where it speaks of the market as a whole, as what a clause is about."""
        named = (*self.places, *self.names)
        out = [a for a in self.places if a.kind == WHOLE]
        for m in (*_WHOLE.finditer(self.text), *_WORLD.finditer(self.text), *self.known.as_whole.finditer(self.text)):
            span = Span(m.start("whole"), m.end("whole"))
            if any(0 <= span.start - a.span.end <= 3 or span.overlaps(a.span) for a in named if a.kind != WHOLE):
                continue
            if any(_OF_IT.fullmatch(self.text, span.end, a.span.start) for a in named if a.span.start > span.end):
                continue
            out.append(Anchor(WHOLE, "", span, span.of(self.text)))
        return tuple(out)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Its parts between semicolons and contrasts."""
        cuts = [0, *(m.start() for m in _THOUGHT.finditer(self.text)), len(self.text)]
        return tuple(Span(a, b) for a, b in pairwise(cuts) if a < b)

    def clause(self, at: int) -> Span:
        """The part that a position lies in."""
        return next((c for c in self.clauses if c.start <= at < c.end), Span(0, len(self.text)))


def _outside(span: Span, taken: Sequence[Span]) -> list[Span]:
    """The parts of a span that are not taken."""
    parts = [span]
    for other in taken:
        cut: list[Span] = []
        for part in parts:
            if not part.overlaps(other):
                cut.append(part)
                continue
            cut += [p for p in (Span(part.start, other.start), Span(other.end, part.end)) if p.start < p.end]
        parts = cut
    return parts


_NAMED = re.compile(
    r"[’']s?\s|\s*[,:(]|\s*\.?$|\s(?:[a-z]\.){2,}|\s(?:and|&)\s[A-Z]|\s(?:[a-z-]+\s){0,2}?(?:[a-z]{2,}ed|is|was|has|had|holds?|held|leads?|led|"
    r"acquired|bought|launched|opened|accounts?|accounted|will|"
    r"took|takes|makes|made|sells|sold|grew|grows|dominates|dominated|offers|offered|announced|plans|says|said|"
    r"introduced|buys|acquires|opens|closes|wins|launches|raises|signs|introduces|unveils|starts|moves|files|"
    r"commands|commanded|captured|contributes|contributed|represents|represented|generated|expanded|signed|received)\b"
)
"""What makes a name of the word before it."""

COMMON = frozenset("set may lead like rest present current complete over down up out under direct".split())
"""Words that may be a name in short (`Set Yogurt`), and, in lower case and alone, mostly are none."""

_INNER = re.compile(r"[A-Z][a-z]+-?[A-Z][a-z]")
"""A capital within a word, which only names have."""

OPENERS = frozenset(
    "revenue revenues sales spending turnover demand supply growth output production consumption shipments volume "
    "volumes "
    "value prices price costs cost analysts experts makers producers manufacturers buyers consumers customers "
    "suppliers "
    "users patients players competitors companies firms vendors investors retailers retail business trade income "
    "earnings "
    "adoption uptake usage use interest competition innovation regulation investment funding expansion this that "
    "it one however moreover furthermore thus hence besides still yet instead also therefore "
    "another each half most more money technology research everything nothing overall online offline people everyone "
    "together both all none neither first second third last next later meanwhile today now then here there also "
    "among amongst amid despite during following given including notably since through throughout under unlike until "
    "upon using versus via while whereas within without although though because beyond but by compared except few for "
    "from how if in into just likewise many more much no nor of off on once only or other others otherwise out over "
    "per perhaps rather regarding roughly several so some such than the their these those thus to total up very what "
    "when where which who whose why with yes yet as at after before against about above across along around below "
    "behind between two three four five six seven eight nine ten dozens half".split()
)
"""Common words that open a sentence."""

LOOSENING = frozenset(word for phrase in HEDGES for word in phrase.split() if word.isalpha())
"""Words before a figure, which name nothing even where a title gives them a capital."""

_QUOTES = " \"“”‘’'([-–•*"
_OPENED = re.compile(r"(?<![A-Z])[.!?]\s+[\"“(]?$")
_CAPITALS = re.compile(
    r"(?<![\w.&’'-])(?:[A-Z][\w’'-]*[a-zA-Z]\b|[A-Z]{2,}\b)(?:(?:\s(?:&|of|de|von|van)\s|\s|-|&)[A-Z][\w’'&-]*)*"
)
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december cagr usd eur inr gbp jpy "
    "cny us q1 q2 q3 q4 h1 h2 fy cy yoy market global i the a an this that in on at by for of and or but with from to "
    "its it they he she we our bn mn million billion trillion crore lakh b2b b2c ai it r&d covid-19 covid compound "
    "compounded by annual growth rate base year forecast period historical billions dollars gdp".split()
)
_WHOLE = re.compile(
    r"(?:^\W*|[,;:]\s+|\b(?:while|whereas|and|but|that|as|size of|value of|revenues? of|revenues? from|sales of|"
    r"size for|value for|for|worth of|says|said|puts?|put|expects?|sees|sizes?|sized|values?|valued)\s+)"
    r"(?P<whole>(?:the\s+|our\s+|this\s+)?(?:(?:global|overall|total|entire|whole|world(?:wide)?|aggregate)\s+)?"
    r"(?!(?:its|their|whose)\b)(?:[\w&/-]+\s+){0,4}?(?:market|industry|sector)\b(?!['’]s\s+(?:\w+\s+)?(?:share|"
    r"leader))(?!\s+(?:shares?|leaders?|players?)\b))",
    re.IGNORECASE,
)
"""The market, told of as a whole, at the head of a clause."""
_WORLD = re.compile(
    r"(?<!of )(?<!of the )\b(?P<whole>(?:world(?:wide)?|global|total|overall)\s+(?:sales|revenues?|demand|"
    r"spending|consumption|"
    r"shipments|output|turnover))\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s+(?:size\s+|value\s+|revenue\s+)?(?:in|of|for|across|within)\s+(?:the\s+)?", re.IGNORECASE)
_THOUGHT = re.compile(
    r";\s|(?-i:(?<=[a-z\d%])\.\s(?=[A-Z]))|,?\s\b(?:while|whereas|whilst|although|though|but|versus|vs\.?|against|"
    r"compared (?:with|to))\b",
    re.IGNORECASE,
)
