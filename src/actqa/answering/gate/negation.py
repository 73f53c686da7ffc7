"""Whether a sentence denies what it cites, or says what is denied there."""

import re

from actqa.answering.asked.words import words
from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.forms import root
from actqa.answering.gate.marks import Mark, marks, near, part
from actqa.answering.gate.mentions import Mention
from actqa.answering.gate.moving import DIRECTIONS
from actqa.answering.gate.order import ORDERS, of_whom
from actqa.answering.gate.owned import same_name
from actqa.answering.gate.sentence import Sentence, Word
from actqa.answering.gate.unrivalled import is_unrivalled
from actqa.reading import Span

NEGATIONS = re.compile(
    r"\b(?:not(?! (?:only|just|least|merely)\b)(?! (?:more|less|fewer|under|below|over) than\b)|"
    r"no(?! (?:less|fewer|more|later|sooner|doubt) )|"
    r"never|none|neither|nor|nobody|nothing|nowhere|cannot|"
    r"without|hardly|scarcely|fail(?:s|ed)? to|unlikely|lacks?|lacking|absent|refus(?:es|ed)|denie[sd]|denies|"
    r"unable|impossible|far from|ceased|stopped|halted|rejected|fewer than no)\b|\w+n[’']t\b",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"\bno\. ?\d", re.IGNORECASE)


IMPLIED = re.compile(
    r"\b(?:beyond|remain\w*|fewer|less|rare|rarely|seldom|spar(?:e|es|ed|ing)|prohibitive\w*|stop\w*|end(?:s|ed|"
    r"ing)(?!-)|shortage\w*|scarc\w+|limits|limited to|limitation\w*|restrict\w*|"
    r"rather than|instead of|few|little|barely|missing|gone|"
    r"paus\w+|halt\w*|free of|discontinu\w+|ceas\w+|only|unlike|avoid\w*|prevent\w*|exceed\w*|ban\w*|"
    r"prohibit\w*|closes|closing|"
    r"withdr[ae]w\w*|lapsed?|"
    r"expired?|insufficient|inadequate|poor|weak|low|abandon\w*|cancel\w*|suspend\w*|skip\w*|eliminat\w+|remov\w+|"
    r"replac\w+|unlikely|unable|uncommon|unaffordable|unavailable|"
    r"unaffected|unchanged|unclear|unknown|inaccessible|impossible|unproven|untapped|underserved|unmet)\b",
    re.IGNORECASE,
)
"""Words that deny without saying so: `stopped making` may be told as `no longer makes`."""
_HELPS = frozenset(
    "be been is are was were have has had do does did will would yet yet longer to so far as a an the any of".split()
)


def denied(sentence: Sentence, cited: Cited) -> str:
    """Why, where one of the two denies what the other says."""
    said = [span for span in _negations(sentence.text) if not _is_answer(sentence.text, span)]
    there = [(span, read.sentence) for read in cited.reads for span in _negations(read.sentence.text)]
    for span in said:
        is_denied = any(_head(sentence, span) & _scope(where, at) for at, where in there)
        is_denied = is_denied or any(_is_alike(span, sentence, at, where) for at, where in there)
        if _is_superlative(span, sentence, cited) or _is_left_out(span, sentence, cited):
            continue
        if _is_nought(span, sentence, cited) or is_unrivalled(span, sentence, cited):
            continue
        if not is_denied and not _is_opposite(span, sentence, cited) and _denies(span, sentence, cited):
            return f"nothing in what it cites is denied (“{span.of(sentence.text)}”)"
    own = frozenset(w.stem for w in sentence.words)
    if there and not said:
        for span, where in there:
            scope = _scope(where, span)
            if len(scope) >= SCOPE_LEAST and scope <= own:
                return f"what it cites says “{span.of(where.text)}”"
    return ""


def _is_answer(text: str, at: Span) -> bool:
    """Whether it answers the question: `No, phones are not counted`."""
    return not text[: at.start].strip(' "“') and text[at.end : at.end + 1] in {",", ":", ";", "."}


SHARED = 2
"""Telling words that two denials share which deny the same in other words."""


def _is_alike(at: Span, sentence: Sentence, other: Span, where: Sentence) -> bool:
    """Whether two negations are of the same thing."""
    shared = near(sentence, at) & near(where, other)
    is_same = at.of(sentence.text).lower() == other.of(where.text).lower()
    if is_same and _subject(sentence, at) & _subject(where, other):
        return True
    return len(shared) >= (1 if is_same and at.of(sentence.text).lower() != "not" else SHARED)


def _subject(sentence: Sentence, at: Span) -> frozenset[str]:
    """The last telling word before a negation."""
    telling = near(sentence, at)
    return frozenset([w.stem for w in sentence.words if w.span.end <= at.start and w.stem in telling][-1:])


_NO = re.compile(r"no|none|nothing|without|not|never", re.IGNORECASE)
_NOUGHT = re.compile(r"\W*(?:0(?:\.0+)?\s?%?|nil|none|zero|–|—|n/a)\W*", re.IGNORECASE)


def _is_nought(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether nothing is said of what a row has nought of."""
    rows = (read for read in cited.reads if read.said.kind == "row")
    return bool(_NO.fullmatch(at.of(sentence.text))) and any(
        _NOUGHT.fullmatch(cell) for read in rows for cell in read.said.cells[1:]
    )


LEFT_OUT = re.compile(
    r"\b(?:leav(?:e|es|ing) (?:[a-z-]+ )?out|left out|exclude[sd]?|omit\w*|except(?:ing|ion)?|"
    r"(?:is|are|was|were|falls?|lies?|stays?|remains?) outside|outside (?:the|our|this|its) \w+|"
    r"out of scope|drop(?:s|ped)?|skip\w*|ignor\w+)\b",
    re.IGNORECASE,
)


def _is_left_out(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether what is denied is left out there, of which the sentence says something."""
    telling = near(sentence, at)
    return any(LEFT_OUT.search(read.sentence.text) and len(telling & read.stems) >= SHARED for read in cited.reads)


def _denies(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether what is denied is said there: the verb behind, or a figure; what other words deny there is not."""
    behind = [w for w in sentence.words if w.span.start >= at.end and w.text.lower() not in _HELPS]
    if not behind:
        return True
    own = part(sentence.text, at)
    if any(own.holds(f.span) for f in sentence.values) and behind[0].stem not in _ADDING:
        return not any(_is_told_so(m, read) and behind[0].stem not in read.stems for m, read in cited.mentions)
    for read in cited.reads:
        if read.said.kind == "row" and _has_some(behind[0].stem, read):
            return True
        same = [w for w in read.sentence.words if w.stem == behind[0].stem]
        if any(not _is_implied(w, read.sentence) for w in same):
            return True
    return any(_same_mark(behind[0], sentence, read.sentence) for read in cited.reads)


def _has_some(word: str, read: Read) -> bool:
    """Whether a row has something of what a head of its columns names."""
    named = any(word in {root(w) for w in words(head)} for head in read.said.heads)
    return named and any(m.figure.value for m in read.mentions)


def _is_opposite(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether what is denied to rise falls there, or is less where it is denied to be as much."""
    own = part(sentence.text, at)
    mark = _denied_direction(at, own, sentence)
    equal = bool(_AS.search(sentence.text, at.end, own.end)) or bool(_SO.match(sentence.text, at.end))
    equal = equal or bool(_EQUAL.search(sentence.text, at.end, own.end))
    if mark is None and not equal:
        return False
    nearby = near(sentence, at)
    for read in cited.reads:
        there = [(m.means, len(m.near & nearby)) for m in marks(read.sentence, DIRECTIONS)]
        if mark is not None and there:
            same = max((shared for means, shared in there if means == mark.means), default=0)
            if max((shared for means, shared in there if means != mark.means), default=0) > same:
                return True
        if equal and nearby & read.stems and (_LESS.search(read.sentence.text) or len(read.sentence.values) > 1):
            return True
    return False


def _is_superlative(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether none is more than one that is ranked first there: `no region grows faster than Asia`."""
    found = _MORE.match(sentence.text, at.start)
    if found is None:
        return False
    than = [a for a in (*sentence.places, *sentence.names) if 0 <= a.span.start - found.end() <= len(" the ")]
    means = "fastest" if found["more"].lower() == "faster" else "largest"
    return any(
        m.means == means and any(same_name(than[0].key, key) for keys in of_whom(read.sentence, m) for key in keys)
        for read in cited.reads
        for m in marks(read.sentence, ORDERS)
        if than
    )


_MORE = re.compile(
    r"(?:no|none|nobody|nothing)\b[^,;.]{0,40}?\b(?P<more>faster|larger|bigger|higher|more) than\b", re.I
)


def _denied_direction(at: Span, own: Span, sentence: Sentence) -> Mark | None:
    """The first word behind the negation that says up or down; where it ends its part, the last one before it."""
    found = marks(sentence, DIRECTIONS)
    behind = [m for m in found if m.span.start >= at.end and m.span.end <= own.end]
    if behind:
        return behind[0]
    is_last = len(sentence.text[at.end : own.end].strip(" .,:;").split()) == 0
    return next((m for m in reversed(found) if m.span.end <= at.start), None) if is_last else None


_EQUAL = re.compile(r"\b(?:keep\w*|kept) (?:up|pace) with\b|\bmatch(?:es|ed)?\b|\bequal(?:s|led)?\b", re.IGNORECASE)
_SO = re.compile(r"\s(?:as|so|quite as)\s\w+", re.IGNORECASE)
_AS = re.compile(r"\bas \w+ as\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|lower|slower|below|fewer|smaller|weaker|under|behind)\b", re.IGNORECASE)


_ADDING = frozenset(map(root, "stop end limit limited confined".split()))
"""What is denied where something is added: `not limited to`, `does not stop at`."""


def _is_implied(word: Word, there: Sentence) -> bool:
    """Whether what is said there with the word denies it already."""
    own = part(there.text, word.span)
    found = [Span(*m.span()) for m in IMPLIED.finditer(there.text, own.start, own.end)]
    return any(
        not at.overlaps(word.span) and _words_between(there.text, at, word.span) <= _reach(at, there) for at in found
    )


def _words_between(text: str, one: Span, other: Span) -> int:
    first, last = sorted((one, other))
    return len(text[first.end : last.start].split())


FAR, RIGHT_BEFORE = 5, 0
"""Words between what denies in this way and what it denies: `stopped all making of`, but `weak demand`."""


def _reach(at: Span, there: Sentence) -> int:
    return RIGHT_BEFORE if _QUALITY.fullmatch(there.text, *at) else FAR


_QUALITY = re.compile(r"weak|low|poor|few|little|insufficient|inadequate|prohibitive\w*|un[a-z]+", re.IGNORECASE)


def _is_told_so(mention: Mention, read: Read) -> bool:
    """Whether words that deny stand with a figure: `a 50% strength is rare`."""
    text = read.sentence.text
    at = text.find(mention.figure.text)
    own = part(text, Span(at, at + 1)) if at >= 0 else Span(0, 0)
    return bool(_RARE.search(text, own.start, own.end))


_RARE = re.compile(
    r"\b(?:rare|rarely|seldom|scarce|scarcely|uncommon|unusual|limited to|stop(?:s|ped)? at)\b", re.IGNORECASE
)


def _same_mark(head: Word, sentence: Sentence, there: Sentence) -> bool:
    """Whether the word ranks or directs as a word there does."""
    for of in (DIRECTIONS, ORDERS):
        meant = {m.means for m in marks(sentence, of) if m.span.overlaps(head.span)}
        if meant & {m.means for m in marks(there, of)}:
            return True
    return False


SCOPE, SCOPE_LEAST = 4, 3


def _negations(text: str) -> list[Span]:
    numbers = [Span(*m.span()) for m in _NO_NUMBER.finditer(text)]
    found = [Span(*m.span()) for m in NEGATIONS.finditer(text)]
    return [span for span in found if not any(span.overlaps(n) for n in numbers)]


def _head(sentence: Sentence, at: Span) -> frozenset[str]:
    """The first telling words behind a negation."""
    telling = near(sentence, at)
    return frozenset([w.stem for w in sentence.words if w.span.start >= at.end and w.stem in telling][:2])


def _scope(sentence: Sentence, at: Span) -> frozenset[str]:
    """The telling words right behind a negation."""
    telling = near(sentence, at)
    behind = [w.stem for w in sentence.words if w.span.start >= at.end and w.stem in telling]
    return frozenset(behind[:SCOPE])
