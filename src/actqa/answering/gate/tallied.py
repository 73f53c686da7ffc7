"""Whether a sentence names as many as it says: `three segments: retail, online and wholesale`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.sentence import Sentence
from actqa.figures.grammar import NUMBER_WORDS
from actqa.reading import Span

_COUNTS = {word: int(count) for word, count in NUMBER_WORDS.items() if 2 <= int(count) <= 12} | {"eleven": 11}
_TALLY = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|[2-9]|1[0-2])\s(?P<what>(?:[a-z][\w-]*\s){{0,3}}[a-z][\w-]*s)"
    r"(?:\s?:\s|,\s(?:namely|i\.e\.,?|that is,?)\s|\s[–—]\s)(?P<list>[^:;]+?)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_COMMA = re.compile(r",\s(?:(?:and|or|plus|as well as)\s)?|\s(?:plus|as well as)\s")
_AND = re.compile(r"\s(?:and|or|&)\s")
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Tally:
    span: Span
    count: int
    least: int
    """How few the list may be read as: a name may have an `and` in it."""
    most: int

    @property
    def is_right(self) -> bool:
        return self.least <= self.count <= self.most


def mistallied(sentence: Sentence, cited: Cited) -> str:
    """Why, where it lists more or fewer than it says, and the number does not stand there either."""
    for tally in _tallies(sentence.text):
        if not tally.is_right and not _is_said(tally.count, cited):
            return f"{tally.span.of(sentence.text)} is not how many it lists"
    return ""


def is_tally(at: Span, sentence: Sentence) -> bool:
    """Whether a number counts what the sentence lists behind it, and rightly."""
    return any(tally.is_right and tally.span.overlaps(at) for tally in _tallies(sentence.text))


def _tallies(text: str) -> Iterator[_Tally]:
    found = _TALLY.search(text)
    if found is None:
        return
    listed = _ASIDE.sub("", found["list"])
    word = found["count"].lower()
    least = len(_COMMA.split(listed))
    most = least + len(_AND.findall(_COMMA.sub(", ", listed)))
    if most > 1:
        yield _Tally(Span(found.start("count"), found.end("what")), _COUNTS.get(word) or int(word), least, most)


def _is_said(count: int, cited: Cited) -> bool:
    words = [str(count), *(word for word, value in _COUNTS.items() if value == count)]
    return bool(re.search(rf"\b(?:{'|'.join(words)})\b", cited.lower))
