"""What a report shortens by its own word: `Chinese hamster ovary (CHO)`, `procalcitonin (PCT)`."""

import re
from collections.abc import Mapping

from actqa.answering.asked.words import stem, stems, words

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z])s?\)")
_LONG_FORM = re.compile(r"((?:[A-Za-z][\w'’-]*[ -]){0,6}[A-Za-z][\w'’-]*)\s?$")
_BEHIND = re.compile(r"\b([A-Z]{2,6})s?\s\(([a-z][a-z' -]{5,60})\)", re.ASCII)
LONG_FORM = 150
"""Characters in which a long form stands."""
LETTERS = 2
"""The fewest words of a long form by which it is known."""


def acronyms(text: str) -> Mapping[str, frozenset[str]]:
    """Stem of each short form → stems of what it stands for."""
    found: dict[str, frozenset[str]] = {}
    for match in _BRACKETED.finditer(text):
        before = _LONG_FORM.search(text[max(0, match.start() - LONG_FORM) : match.start()])
        if before and (full := _spelled(match[1], before[1])):
            found.setdefault(stem(match[1].lower()), full)
    for match in _BEHIND.finditer(text):
        if full := _spelled(match[1], match[2]):
            found.setdefault(stem(match[1].lower()), full)
    return found


def _spelled(short: str, before: str) -> frozenset[str]:
    """Stems of the last words that have its letters in order, from the first on; empty where none have."""
    parts = [part for part in re.split(r"[ -]", before) if part]
    for count in range(1, len(parts) + 1):
        last = parts[-count:]
        if last[0][:1].lower() == short[:1].lower() and _has_letters(short.lower(), " ".join(last).lower()):
            return stems(" ".join(last))
    return frozenset()


def _has_letters(short: str, full: str) -> bool:
    at = -1
    for letter in short:
        at = full.find(letter, at + 1)
        if at < 0:
            return False
    return len(full) > len(short) + 2


def shortened(said: list[str], known: Mapping[str, frozenset[str]]) -> list[str]:
    """The words; those that spell out a short form of the report's, all or two of them, as that."""
    out = list(said)
    for short, full in known.items():
        spelled = [word for word in out if stems(word) & full]
        if len(spelled) >= min(LETTERS, len(full)) and len(full) >= LETTERS:
            out = [word for word in out if word not in spelled] + [short]
    return out


def stands_for(word: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What a word is short for; empty for none."""
    return next((known[stem(part)] for part in words(word) if stem(part) in known), frozenset())
