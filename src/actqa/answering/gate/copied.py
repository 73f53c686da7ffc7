"""Whether a sentence that is all but a copy of one there has a name, or a year, changed for another."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.gate.cited import Cited
from actqa.answering.gate.owned import same_name
from actqa.answering.gate.sentence import LOOSENING, OPENERS, UNSURE, Anchor, Sentence
from actqa.answering.standing import TIMES, times_of
from actqa.reading import Span

COPY = 0.75
"""The part of a sentence's words that stand there in their order, from which it is a copy."""
FEWEST = 5
"""Words of a sentence that can be one."""
LONGEST = 6
"""Words that are put in the place of others."""


def miscopied(sentence: Sentence, cited: Cited) -> str:
    """What has been changed; empty where the sentence is no copy, or says the same."""
    if len(sentence.words) < FEWEST:
        return ""
    for read in cited.reads:
        if reason := _other_opening(sentence, read.sentence, cited):
            return reason
        for ours, theirs in _changed(sentence, read.sentence):
            reason = _other_name(sentence, ours, read.sentence, theirs) or _other_year(
                sentence, ours, read.sentence, theirs
            )
            if reason:
                return reason
    return ""


def _other_opening(sentence: Sentence, there: Sentence, cited: Cited) -> str:
    """Where all but the opening is as it stands there, and the opening, of which no word is, stands for a name."""
    said, found = ([word.stem for word in it.words] for it in (sentence, there))
    same = 0
    while same < min(len(said), len(found)) and said[-1 - same] == found[-1 - same]:
        same += 1
    first, theirs = len(said) - same, len(found) - same
    if same < FEWEST or not 0 < first <= LONGEST or not 0 < theirs <= LONGEST:
        return ""
    if any(stem in cited.stems for stem in said[:first]) or not _anchors(there, _span(there, 0, theirs)):
        return ""
    return f"{_span(sentence, 0, first).of(sentence.text)} stands where another name does in what it cites"


def _changed(sentence: Sentence, there: Sentence) -> Iterator[tuple[Span, Span]]:
    """The stretches of a copy that stand in the place of others."""
    said, found = ([word.stem for word in it.words] for it in (sentence, there))
    if len(set(said) & set(found)) < COPY * len(set(said)):
        return
    matcher = SequenceMatcher(None, found, said, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < COPY * len(said):
        return
    for does, first, last, start, end in matcher.get_opcodes():
        if does == "replace" and max(last - first, end - start) <= LONGEST:
            yield _span(sentence, start, end), _span(there, first, last)


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return Span(sentence.words[first].span.start, sentence.words[last - 1].span.end)


def _anchors(sentence: Sentence, at: Span) -> Sequence[Anchor]:
    return [a for a in (*sentence.places, *sentence.names) if a.span.overlaps(at)]


def _other_name(sentence: Sentence, ours: Span, there: Sentence, theirs: Span) -> str:
    """Where a name, or a word with a capital, stands for another."""
    own, found = _anchors(sentence, ours), _anchors(there, theirs)
    for anchor in own:
        if found and not any(same_name(anchor.key, other.key) for other in found):
            return f"{anchor.text} stands where {found[0].text} does in what it cites"
    words = ours.of(sentence.text), theirs.of(there.text)
    first = words[0].split()[0]
    is_name = first[0].isupper() and first.isalpha() and not first.endswith("ly")
    is_name = is_name and first.lower() not in STOP_WORDS | OPENERS | LOOSENING
    if found and not found[0].key.startswith(UNSURE) and not own and is_name:
        return f"{words[0]} stands where {found[0].text} does in what it cites"
    if not own and not found and all(w.istitle() and w.isalpha() for w in words) and ours.start and theirs.start:
        return f"{words[0]} stands where {words[1]} does in what it cites"
    return ""


def _other_year(sentence: Sentence, ours: Span, there: Sentence, theirs: Span) -> str:
    """Where a year stands for another."""
    years, others = (
        {year for f in it.figures if f.kind in TIMES and f.span.overlaps(at) for year in times_of(f)}
        for it, at in ((sentence, ours), (there, theirs))
    )
    wrong = years - others
    return f"{min(wrong)} stands where {min(others)} does in what it cites" if wrong and others else ""
