"""Words broken at the end of a line, made whole."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"[^\W\d_]{2,}-$")
_REST = re.compile(r"[^\W\d_]+")


class Vocabulary:
    """The words of a document: what it writes elsewhere in one word tells what a hyphen stands for."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` as they stand, one after the other."""
        self._known = Counter[str]()
        broken = False
        for line in lines:
            words = line.split()
            whole = words[1:] if broken else words
            broken = bool(words) and bool(_BROKEN.search(words[-1]))
            whole = whole[:-1] if broken else whole
            self._known.update(word.lower() for text in whole for word in _WORD.findall(text))

    def joined(self, head: str, tail: str) -> str | None:
        """The one word that two parts make; None where the first is no part."""
        opening = _REST.match(tail)
        if not _BROKEN.search(head) or not opening or not tail[0].islower():
            return head + tail if head.endswith("-") and len(head) > 1 and tail[:1].isalnum() else None
        first, second = _WORD.findall(head)[-1].rsplit("-", 1)[-1].lower(), opening.group().lower()
        whole, hyphened = self._known[first + second], self._known[f"{first}-{second}"]
        parted = whole < hyphened or (not whole and len(first) > 2 and self._known[first] and self._known[second])
        return head + tail if parted else head[:-1] + tail
