"""Parts of pages to the canonical text, each word of it knowing where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actqa.reading.formats.canonical import escaped
from actqa.reading.formats.pdf.hyphens import Vocabulary
from actqa.reading.formats.pdf.prose import Prose, without_leaders
from actqa.reading.formats.pdf.tables import Table, read
from actqa.reading.formats.pdf.words import Word

Part = Prose | Table

_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(slots=True)
class Composer:
    """Puts parts one behind the other."""

    vocabulary: Vocabulary
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    placed: list[tuple[int, int, Word]] = field(default_factory=list)
    """Where each word begins and ends in the text, in order."""
    starts: list[int] = field(default_factory=list)
    """Where each page begins."""
    last: Part | None = None

    def page(self, parts: Sequence[Part]) -> None:
        """Adds a page."""
        first = next((at for at, part in enumerate(parts) if _begin(part)), None)
        self.starts.append(-1)
        for at, part in enumerate(parts):
            self._add(part, opens_page=at == first)

    def text(self) -> tuple[str, tuple[int, ...]]:
        """The whole, and where each page begins; an empty one where the next does."""
        text = "".join(self.chunks).rstrip() + "\n"
        starts, after = [], len(text)
        for start in reversed(self.starts):
            after = after if start < 0 else start
            starts.append(after)
        return text, (0, *reversed(starts[:-1])) if starts else ()

    def _add(self, part: Part, *, opens_page: bool) -> None:
        if isinstance(part, Table):
            self._table(part, opens_page=opens_page)
        elif part.words:
            self._prose(part)

    def _table(self, table: Table, *, opens_page: bool) -> None:
        before = self.last
        rows, heads = list(table.rows), table.heads
        goes_on = opens_page and isinstance(before, Table) and len(before.rows[0]) == len(rows[0])
        if goes_on and isinstance(before, Table):
            same = heads and before.heads and list(map(read, rows[0])) == list(map(read, before.rows[0]))
            goes_on = bool(same) or not heads
            rows, heads = (rows[1:], 0) if same else (rows, heads)
        self._break("\n" if goes_on else "\n\n")
        for at, row in enumerate(rows):
            self._row(row)
            if at == heads - 1 and len(rows) > heads:
                self._put("|" + " --- |" * len(row) + "\n")
        self.last = table

    def _row(self, row: Sequence[Sequence[Word]]) -> None:
        self._open("|")
        for cell in row:
            self._put(" ")
            words = without_leaders(cell)
            self._words(words, cell=True)
            self._put(" |" if words else "|")
        self._put("\n")

    def _prose(self, prose: Prose) -> None:
        words = without_leaders(prose.words)
        before = self.last
        if _continues(before, prose) and words and isinstance(before, Prose):
            self._trim()
            self._words(words, after=before.words[-1])
        else:
            close = isinstance(before, Prose) and before.kind == prose.kind != "heading" and not prose.gap
            self._break("\n" if close else "\n\n")
            self._open({"heading": "#" * prose.level + " ", "item": "  " * prose.depth + "- "}.get(prose.kind, ""))
            self._words(words)
        self._put("\n")
        self.last = prose

    def _open(self, text: str) -> None:
        """Begins a part, and with the first of a page the page."""
        if self.starts[-1] < 0:
            self.starts[-1] = self.length
        self._put(text)

    def _words(self, words: Sequence[Word], *, after: Word | None = None, cell: bool = False) -> None:
        last = after
        for word in words:
            whole = self.vocabulary.joined(last.text, word.text) if last is not None and _breaks(last, word) else None
            if whole is not None and last is not None and self.placed:
                self._unhyphen(keep=whole == last.text + word.text)
            elif last is not None and not _is_sign(last, word):
                self._put(" ")
            if self.starts[-1] < 0:
                self.starts[-1] = self.length
            shown = escaped(word.text, cell=cell)
            self.placed.append((self.length, self.length + len(shown), word))
            self._put(shown)
            last = word

    def _unhyphen(self, *, keep: bool) -> None:
        if not keep:
            start, end, word = self.placed[-1]
            self.chunks[-1] = self.chunks[-1][:-1]
            self.length -= 1
            self.placed[-1] = (start, end - 1, word)

    def _break(self, wanted: str) -> None:
        """An empty line, or a new one."""
        self._trim()
        if self.length:
            self._put(wanted)

    def _trim(self) -> None:
        while self.chunks and not self.chunks[-1].strip("\n"):
            self.length -= len(self.chunks.pop())
        if self.chunks and self.chunks[-1].endswith("\n"):
            plain = self.chunks[-1].rstrip("\n")
            self.length -= len(self.chunks[-1]) - len(plain)
            self.chunks[-1] = plain

    def _put(self, text: str) -> None:
        self.chunks.append(text)
        self.length += len(text)


def _begin(part: Part) -> bool:
    return isinstance(part, Table) or bool(part.words)


def _is_sign(last: Word, word: Word) -> bool:
    """Whether a sign belongs to a figure, from which statements set it apart: `$ 1,200`, `2 %`."""
    before = last.text in {"$", "€", "£", "¥", "₹"} and word.text[:1].isdigit()
    return before or (word.text in {"%", ")", ")%"} and last.text[-1:].isdigit())


def _breaks(last: Word, word: Word) -> bool:
    """Whether a line ends between two words."""
    return last.text.endswith("-") and (word.page != last.page or word.top > last.bottom - 1 or word.bottom < last.top)


def _continues(before: Part | None, prose: Prose) -> bool:
    """Whether a paragraph goes on from the foot of a column or page."""
    if not isinstance(before, Prose) or before.kind == "heading" or prose.kind != "text" or not before.words:
        return False
    last, first = before.words[-1], prose.words[0]
    moved = first.page != last.page or first.bottom < last.top
    return moved and not _ENDED.search(last.text) and (first.text[:1].islower() or last.text.endswith(("-", ",")))
