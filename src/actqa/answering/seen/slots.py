"""What a question asks of one report: its slots in the report's own terms."""

import re
from dataclasses import dataclass, field, replace

from actqa.answering.asked import vocabulary
from actqa.answering.asked.kindred import kin
from actqa.answering.asked.question import Question
from actqa.answering.asked.siblings import are_siblings
from actqa.answering.asked.words import is_adverb, is_plain, is_range, stem, stems, words
from actqa.answering.seen.acronyms import shortened, stands_for
from actqa.answering.seen.aliases import alias
from actqa.answering.seen.initials import spelled_out
from actqa.answering.seen.names import Name
from actqa.answering.seen.view import ReportView
from actqa.places import find


@dataclass(frozen=True, slots=True)
class Slots:
    """The question's subject as the report would say it."""

    names: tuple[Name, ...]
    """Segments, dimensions and players that the question names."""
    must: frozenset[str]
    """Stems that have to be said of a figure: those of the names, and of words that the report does not use."""
    may: frozenset[str]
    """Stems of other words that describe what is asked for."""
    places: frozenset[str]
    unknown: tuple[str, ...]
    """Words that neither the report nor its names know."""
    said: str = field(default="", compare=False)
    """How the question calls it, where it says so in so many words."""

    @property
    def is_whole(self) -> bool:
        """Whether the question is about the report's market as a whole."""
        return not self.must and not self.may and not self.places

    @property
    def all(self) -> frozenset[str]:
        """Everything that describes what is asked for."""
        return self.must | self.may


def slots_of(question: Question, view: ReportView) -> Slots:
    """The question's words, slips mended, sorted by what the report knows of them."""
    slots = _slots_of(question, view)
    if half := view.names.half(question.stems):
        slots = replace(slots, names=(*slots.names, half), must=slots.must | half.stems, may=slots.may - half.stems)
    lower = f" {' '.join(words(question.text))} "
    for name in view.names.all:
        first = words(name.text)[:FIRST] if name.kind == "player" else []
        homes = frozenset(p.name for p in find(" ".join(first), cased=False))
        if homes and len(first) == FIRST and f" {' '.join(first)} " in lower:
            called = frozenset(s for word in first for s in _stems_of(word))
            slots = Slots((*slots.names, name), slots.must | called, slots.may - called, slots.places - homes, ())
    return slots


FIRST = 2
"""Words by which a company is known that is called after a place: Indian Oil."""
_MARKET = re.compile(r"\bmarket\b", re.IGNORECASE)


def _slots_of(question: Question, view: ReportView) -> Slots:
    asked = question.terms
    if question.operation in {"change", "increase"}:
        asked = tuple(w for w in asked if stem(w) not in _DIRECTIONS)
    terms = [w if is_plain(w) else _as_said(w, view) for w in map(view.spelling.mended, asked)]
    if question.metric == "utilization":
        terms = [w for w in terms if w not in _THAT_RUN]
    if not view.names.within(question.stems):
        terms = shortened(terms, {s: full for s, full in view.acronyms.items() if _is_other(full, terms, view)})
    words = [w for w in terms if _names_something(w, view)]
    counted = _counted(question, view)
    of_market = question.metric == "count" and not counted and any(_is_of_subject(w, view) for w in terms)
    if not words and not of_market and question.metric in _OF_A_THING and not question.operation:
        words = [w for w in terms if _is_thing(w, view)]
    words = [part for w in words for part in _spelled_out(w, question, view)]
    words = [w for w in words if not _is_adjective(w, question, view)]
    said = frozenset(s for w in words for s in _stems_of(w))
    names = (*view.names.within(said), *view.names.companies(question.text))
    named = frozenset(s for name in names for s in name.stems)
    unknown = tuple(w for w in words if not _is_used(w, view) and not _stems_of(w) <= named)
    if unknown:
        rest = [w for w in words if not _stems_of(w) <= named]
        _look_ahead(question, rest, view)
        if _is_subject(question, view, known=False):
            return Slots(names, named, frozenset(), _places(question, view), ())
        like = None if any(map(is_range, rest)) else _like(rest, question, view)
        if like is not None and not like.stems <= said and not are_siblings(said, stems(like.text)):
            return Slots((*names, like), named | like.stems, frozenset(), _places(question, view), ())
    missing = frozenset(s for w in unknown for s in _stems_of(w)) | ((_priced(question) | counted) & said)
    return Slots(names, named | missing, said - named - missing, _places(question, view), unknown)


_THAT_RUN = frozenset("plant plants mill mills factory factories average".split())
"""What is used more or less, in whatever words that is told."""
_DIRECTIONS = frozenset(
    map(
        stem,
        "drop dropped fall fell decline declined decrease loss slump cut reduction jump collapse climb swing".split(),
    )
)
"""Ways to ask for a change, and also words of kin that reports tell one with."""
_OF_A_THING = {"", "price", "average", "count", "deal"}
"""Metrics that are asked of a thing rather than of the market."""
_OF_WHAT = re.compile(r"\b(?:for|of|on|per) (?:an? |the |one )?(?P<thing>[a-z][\w -]*)$", re.IGNORECASE)
_COSTS = re.compile(
    r"(?:what|how much) (?:does|do|did|would|will|is|are) (?:an? |the |one )?(?P<thing>[a-z][\w -]*?)"
    r"(?: (?:cost|sell for|go for|fetch|cost to buy|priced at))?(?: (?:now|today|in (?:19|20)\d\d))?$",
    re.IGNORECASE,
)
"""`What does a garden shed cost?`: the shed has to be named, whatever kind of it is."""


def _priced(question: Question) -> frozenset[str]:
    """Stems of what a price is asked of: the rabbit, of `average premium for a rabbit`; the last word of a thing."""
    asked = question.own.rstrip(" ?.")
    found = _OF_WHAT.search(asked) if question.metric == "price" else None
    if found:
        return frozenset(s for w in words(found["thing"]) for s in _stems_of(w))
    costs = _COSTS.match(asked) if question.metric == "price" else None
    return frozenset(s for w in words(costs["thing"])[-1:] for s in _stems_of(w)) if costs else frozenset()


def _is_of_subject(word: str, view: ReportView) -> bool:
    return _stems_of(word) <= view.subject or _ends_subject(word, view) or _is_kin_of_subject(word, view)


def _is_thing(word: str, view: ReportView) -> bool:
    """Whether an asking word is what is asked for, where the question names nothing else: claims paid."""
    return len(word) > 3 and word.isalpha() and not _stems_of(word) <= view.subject and word not in vocabulary.MEAN


def _is_other(full: frozenset[str], terms: list[str], view: ReportView) -> bool:
    """Whether a long form is not the market's, and no figure is told with those of its words that are asked for."""
    asked = full & frozenset(s for word in terms for s in _stems_of(word))
    return not full <= view.subject and not any(asked <= stated.said for stated in view.stated)


def _as_said(word: str, view: ReportView) -> str:
    """The word, or where the report does not use it the stem of the everyday word that it does: swine, of pigs; of
    several that which names a segment by itself: pediatric, of kids."""
    used = () if _is_used(word, view) else sorted(kin(stem(word)) & view.stems)
    named = {next(iter(name.stems)) for name in view.names.all if name.kind == "segment" and len(name.stems) == 1}
    return next((other for other in used if other in named), used[0] if used else word)


def _is_kin_of_subject(word: str, view: ReportView) -> bool:
    """Whether it is the everyday word for one of the market's own: lifts, of elevators; and names no segment."""
    if not kin(stem(word)) & view.subject:
        return False
    return not any(name.kind == "segment" and _stems_of(word) & name.stems for name in view.names.all)


def _is_used(word: str, view: ReportView) -> bool:
    """Whether the report says the word, or one that begins with it: perm, of gas-permeable."""
    said = _stems_of(word)
    return bool(said & view.stems) or any(len(s) >= BEGINNING and f"\n{s}" in view.beginnings for s in said)


BEGINNING = 4
"""Letters by which a shortened word is known."""


def _places(question: Question, view: ReportView) -> frozenset[str]:
    asked = (*question.places, *adjective_places(question, view))
    return frozenset(_as_told(place, view) for place in asked) - view.places


_WIDER = {
    "Middle East": "Middle East and Africa",
    "Latin America": "Central and South America",
    "Central and South America": "Latin America",
}
"""What is said for short for the region that many reports cut together with another, or give another name."""


def _as_told(place: str, view: ReportView) -> str:
    """The place, or where the report's figures are of none but a wider region known by it for short, that."""
    wider = _WIDER.get(place)
    told = (stated.places for stated in view.stated)
    known = frozenset[str]().union(*told) if wider else frozenset()
    return wider if wider in known and place not in known else place


def adjective_places(question: Question, view: ReportView) -> list[str]:
    """Places told by an adjective wherever it stands, but where the report says both words: `French process`."""
    found = []
    for named in find(question.own, cased=False):
        after = re.match(r"\s+([\w-]+)", question.own[named.end :])
        phrase = f"{question.own[named.start : named.end]} {after[1] if after else ''}".strip().lower()
        if named.way == "adjective" and (" " not in phrase or phrase not in view.lower):
            found.append(named.name)
    return found


def _stems_of(word: str) -> frozenset[str]:
    """Of a compound also its parts, but those that tell nothing: all-in-one."""
    parts = {part for part in word.split("-") if part and not part.isdigit() and part not in vocabulary.STOP_WORDS}
    return frozenset(stem(part) for part in {word, *parts} if part)


def _names_something(word: str, view: ReportView) -> bool:
    if word in vocabulary.ASPECTS or is_range(word):
        return True
    if word in vocabulary.OFTEN_SOFT:
        return any(name.kind == "segment" and stem(word) in name.stems for name in view.names.all)
    is_name = is_adverb(word) and word not in view.names.word_ranks
    if (
        (is_plain(word) and not is_name)
        or len(word) < 2
        or (any(c.isdigit() for c in word) and word[:2] in ("20", "19", "fy"))
    ):
        return False
    if word.replace(".", "").isdigit() or word.replace("-", "").isdigit():
        return False
    own = _stems_of(word) <= view.subject or _ends_subject(word, view) or _is_kin_of_subject(word, view)
    own = own or _begins_subject(word, view)
    own = own or (bool(full := stands_for(word, view.acronyms)) and full <= view.subject)
    return not own and not is_initials(word, view)


def _content(question: Question) -> list[str]:
    """The words that may name a market, those of the report's own included."""
    return [w for w in question.terms if w not in vocabulary.SOFT]


def _is_adjective(word: str, question: Question, view: ReportView) -> bool:
    """Whether the word tells a place, which is a slot of its own."""
    named = find(word, cased=False) or find(word.removesuffix("s"), cased=False)
    if named and named[0].name in view.places:
        return True
    return bool(named) and named[0].way == "adjective" and named[0].name in adjective_places(question, view)


def _spelled_out(word: str, question: Question, view: ReportView) -> list[str]:
    """The words of the report that an abbreviation stands for, or the word."""
    if _stems_of(word) & view.stems:
        return [word]
    return list(spelled_out(word, view, in_capitals=word.upper() in question.text)) or [word]


def _ends_subject(word: str, view: ReportView) -> bool:
    """Whether the word is the thing that a compound of the market's name ends with: brushes, of toothbrushes."""
    return len(word) > 3 and any(own != s and own.endswith(s) for s in _stems_of(word) for own in view.subject)


CUT = 3
"""Letters by which one of the market's own long words may be known: vet, of veterinary."""
LONG = 5
"""Letters by which any of them is."""


def _begins_subject(word: str, view: ReportView) -> bool:
    """Whether the word is one of the market's own cut short, and begins no segment's name."""
    least = len(word) if len(word) >= LONG else 2 * len(word)
    begun = len(word) >= CUT and any(own.startswith(word) and len(own) > least for own in view.subject)
    return begun and not any(s.startswith(word) for name in view.names.all for s in name.stems)


def is_initials(word: str, view: ReportView) -> bool:
    """Whether the word is short for the report's subject: UBI, of usage-based insurance."""
    for text in (view.facts.report.market, _MARKET.split(view.report.title)[0]):
        initials = "".join(w[0] for w in text.replace("-", " ").split() if w[0].isalpha()).lower()
        if len(word) > 1 and word in initials:
            return True
    return _is_inside_subject(word, view)


OFTEN = 3
"""Times that a report uses what it is known by for short."""


def _is_inside_subject(word: str, view: ReportView) -> bool:
    """Whether the report often says, in capitals, letters out of its market's own word: PCT, of procalcitonin."""
    if not (3 <= len(word) <= 5 and word.isalpha()):
        return False
    own = [w for w in words(view.facts.report.market) if len(w) > 2 * len(word) and w[0] == word[0]]
    fits = any(re.match(".*?".join(word), w) for w in own)
    return fits and len(re.findall(rf"\b{word.upper()}\b", view.report.text)) >= OFTEN


def _look_ahead(question: Question, words: list[str], view: ReportView) -> None:
    """Encodes together the market and the segment that may be meant."""
    phrase = " ".join(_content(question))
    view.names.look_ahead(f"{phrase} market", phrase, " ".join(words))


_PART = re.compile(r"\b(?:sub-?)?(?:segments?|categor(?:y|ies))\b", re.IGNORECASE)


def _is_subject(question: Question, view: ReportView, *, known: bool) -> bool:
    """Whether its words are the report's market by another name, and ask for no part of it."""
    content, market = _content(question), view.facts.report.market
    phrase = " ".join(content)
    if not phrase or _PART.search(question.text) or _counted(question, view):
        return False
    if are_siblings(stems(phrase), stems(market)):
        return False
    is_new = question.metric not in OF_THINGS and not any(_is_used(word, view) for word in content)
    return view.names.is_market(f"{phrase} market", market, known=known, new=is_new)


OF_THINGS = {"count", "price", "average", "deal", "utilization"}
"""Metrics that no market has as a whole."""
_HOW_MANY = re.compile(r"\bhow many ([a-z][\w-]+)")


def _counted(question: Question, view: ReportView) -> frozenset[str]:
    """Stems of what is asked to be counted, where those are not the market's own goods: people, of a service."""
    found = _HOW_MANY.search(question.own.lower()) if question.metric == "count" else None
    if found is None or found[1] in vocabulary.SOFT or not _names_or_counts(found[1], view):
        return frozenset()
    return _stems_of(found[1])


def _names_or_counts(word: str, view: ReportView) -> bool:
    """Whether it is no other word for the market's own goods."""
    own = _stems_of(word) <= view.subject or _ends_subject(word, view) or _is_kin_of_subject(word, view)
    return not own and not is_initials(word, view)


def otherwise(question: Question, view: ReportView) -> Slots | None:
    """The slots where the question's words, though the report uses them, mean one of its names, or its market."""
    words = [w for w in map(view.spelling.mended, question.terms) if _names_something(w, view)]
    if not words or any(name.kind != "dimension" for name in view.names.within(question.stems)):
        return None
    is_part = bool(_PART.search(question.own))
    meant = None if is_part else alias(frozenset(s for w in words for s in _stems_of(w)), view)
    if meant is not None:
        return Slots((meant,), meant.stems, frozenset(), _places(question, view), ())
    if question.names:
        return None
    _look_ahead(question, words, view)
    if _is_subject(question, view, known=True):
        return Slots((), frozenset(), frozenset(), _places(question, view), ())
    like = None if any(map(is_range, words)) else _like(words, question, view)
    said = frozenset(map(stem, words))
    if like is None or _is_another_kind(like, words) or are_siblings(said, stems(like.text)):
        return None
    return Slots((like,), like.stems, frozenset(), _places(question, view), ())


def _like(words: list[str], question: Question, view: ReportView) -> Name | None:
    """The segment that these words call otherwise, by themselves or with those of the market's own: ICU beds."""
    if like := view.names.like(" ".join(words)):
        return like
    whole = [w for w in _content(question) if not is_plain(w)]
    is_more = set(words) < set(whole) and not any(name.kind == "segment" for name in view.names.within(question.stems))
    like = view.names.like(" ".join(whole), least=CLOSE_TOGETHER, clear=CLEAR_TOGETHER) if is_more else None
    if like is None:
        return None
    shared = stems(" ".join(whole)) & stems(like.text)
    own = " ".join(word for word in like.text.split() if not stems(word) <= shared)
    return like if view.names.nearness(" ".join(words), (own,))[0] >= CLOSE_APART else None


CLOSE_TOGETHER, CLEAR_TOGETHER = 0.64, 0.1
"""What `Names.like` asks for of names that share a word of the market's own: nasal and oral drug delivery are two."""
CLOSE_APART = 0.45
"""Cosine that their other words must have."""


def _is_another_kind(name: Name, words: list[str]) -> bool:
    """Whether name and words are two kinds of one thing, each told by a word of the report: curved, straight rails."""
    said = frozenset(map(stem, words))
    return bool(name.stems & said and name.stems - said and said - name.stems)
