"""Where a report names competitors: in its lists, sentences, rows and contents."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, takewhile

from actqa.facts.developments.events import ANY_YEAR
from actqa.facts.kept import as_read
from actqa.facts.names import OTHERS, PROFILE_PARTS, SUFFIX, is_chapter, is_name
from actqa.facts.players.companies import last_sentence, named_company, named_or, sentence_start, words_before
from actqa.facts.players.lists import CHAPTER, COLUMN, LANDSCAPE, cues, names_trade, opens_players, rank
from actqa.facts.players.rivals import Named, Rivals
from actqa.facts.players.subjects import is_contested, subjects
from actqa.facts.runs import run_on
from actqa.facts.said import said, spaced
from actqa.facts.segments.named import SHARE
from actqa.facts.segments.tabled import cell_lines
from actqa.facts.series import Piece, pieces, span, twins
from actqa.reading import Report, Span, shown
from actqa.reading.headings import is_strong
from actqa.reading.markup import Shown

_BOLD = re.compile(
    r"(?:\*\*|__|<(?:b|strong)\b[^<>]{0,80}>)(?P<name>[^*_<>]{2,80})(?:\*\*|__|</(?:b|strong)>)", re.IGNORECASE
)
_OPENED = re.compile(r"\W*(?:<\w+>)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?\s+(?=[^\W\d])")
_AND = re.compile(r"(?:and|&)\s+(?=[^\W_a-z])")
"""What the last entry of a list begins with that was a sentence."""
_NAMES_FIRST = re.compile(r"([^:.–—]{2,60}?(?:\.[a-zA-Z.]{0,6}(?=:|\s[–—-]))?)(?:\s?:\s|\s[–—-]\s)(?=\S)")
"""A name that a paragraph opens with and goes on to tell of."""


_TELLS = re.compile(r"([^\W\d_a-z][^:.;,–—]{1,50}?)(?:\s[–—-]\s|:\s)(?=\w)")
"""The name that an item opens with."""

_NEWS = re.compile(r"\b(?:developments?|news)\b", re.IGNORECASE)


_FORM_ENDS = re.compile(rf"{SUFFIX.pattern}\s?(?:\([^()]{{1,60}}\))?$")
"""A name that ends in its legal form, where it is from behind it."""
_SEAT = re.compile(r"\s[A-Z][\w .’'-]{1,30}\s[\d.,]*\d")
"""Behind a company's legal form: its seat and a figure, in a table that has lost its columns."""
_ABOUT = re.compile(
    r"(?:about|contact) (?:us|the (?:publisher|company|report|author)s?)\b|"
    r"(?-i:About (?:[A-Z][\w&.’-]*\s?){1,6}:?$|ABOUT (?:[A-Z][A-Z&.]*\s?){1,6}:?$)|"
    r"(?:(?:media|press|sales|for) )?(?:contacts?|enquiries|inquiries)(?: us| person| details| information)?\s?(?::|$)",
    re.IGNORECASE,
)
"""Heads or opens what a publisher tells of itself, and whom to turn to."""
_OF_OTHERS = re.compile(
    r"\b(?:customers?|clients?|users?|buyers?|investors?|distributors?|subsidiaries|partners|sponsors?|acqui\w+|"
    r"sources|contact|about)\b",
    re.IGNORECASE,
)
"""Headings over companies that are no competitors."""


class Roster:
    """The report's blocks as read, and the names in them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.seen: list[Shown] = [as_read(report, block.content) for block in report.blocks]

        self.whole = twins(report)
        self.rivals = Rivals(report, self.whole)
        self.contested: dict[int, bool] = {}
        self.told: set[Span] = set()
        """Places of names in running text."""
        self.keys: set[int] = set()
        """Tables whose first row, though set as their head, is a key with its value."""
        self.heads: dict[int, tuple[str, ...]] = {}
        """Of tables whose first row names the columns without being set as their head."""

    def names(self) -> Iterator[Named]:
        """Every naming of a competitor, in order."""
        told = iter(said(self.report))
        sentence = next(told, None)
        for at, block in enumerate(self.report.blocks):
            text = self.seen[at].text
            if block.kind == "heading" and opens_players(spaced(text)):
                yield from self._headed(at, text.rstrip(" :;-–"))
            elif block.kind == "heading" and LANDSCAPE.search(text) and self._kind(at + 1) == "item":
                yield from (
                    self._list(at + 1, text.rstrip(" :;-–"))
                    if self._lists(at + 1) or self._tells(at + 1) or self._names_all(at + 1)
                    else ()
                )
            elif (
                block.kind == "paragraph"
                and (text.endswith(":") or len(text) < 120)
                and (opens_players(text.split(". ")[-1]) or self._goes_on(at, text))
            ):
                yield from self._led_to(at + 1, last_sentence(text), text.endswith(":"))
            elif block.kind == "item" and self._firms(at):
                yield from self._list(at, self._over(at))
            elif block.kind == "item" and (
                CHAPTER.match(text) or (self._nested(at) and (opens_players(text) or self._of_trade(at)))
            ):
                yield from self._under(at, text.rstrip(" :;-–"))
            while sentence is not None and sentence.block == at:
                row = sentence.cells if sentence.kind == "row" else ()
                found = list(self._said(sentence.shown, at, row, sentence.heads))
                self.told |= set() if row else {place for *_, place in found}
                yield from found
                sentence = next(told, None)

    def _led_to(self, at: int, title: str, is_open: bool) -> Iterator[Named]:
        """The list behind a lead-in, or the paragraph of names behind one that ends in a colon."""
        if self._kind(at) == "item":
            yield from self._list(at, title)
        elif self._kind(at) == "paragraph" and is_open:
            yield from self._series(self.seen[at], title)
        elif self._kind(at) == "heading" and is_open:
            mixed = self._mixed(at)
            for line in mixed:
                yield from self._item(line, title)
            yield from () if mixed else self._profiles(at - 1, title)

    def _over(self, at: int) -> str:
        """The title over a block, or the one over that where it is on competitors and this one is not."""
        titles = self.report.path(self.report.blocks[at].section)
        own, over = titles[-1] if titles else "", titles[-2] if len(titles) > 2 else ""
        return over if LANDSCAPE.search(over) and not LANDSCAPE.search(own) and not _NEWS.search(own) else own

    def _goes_on(self, at: int, text: str) -> bool:
        """Whether a line leads to a list under a heading that opens one: `The report profiles:`."""
        title = self.report.sections[self.report.blocks[at].section].title
        return text.endswith(":") and opens_players(title)

    def _kind(self, at: int) -> str:
        return self.report.blocks[at].kind if at < len(self.report.blocks) else ""

    def _nested(self, at: int) -> bool:
        return self._kind(at + 1) == "item" and self.report.blocks[at + 1].depth > self.report.blocks[at].depth

    def _of_trade(self, at: int) -> bool:
        """Whether an entry of a chapter on competitors names one kind of them, or stands beside one that does."""
        blocks, depth = self.report.blocks, self.report.blocks[at].depth
        over = next((b for b in range(at - 1, -1, -1) if blocks[b].kind != "item" or blocks[b].depth < depth), None)
        if over is None or blocks[over].kind != "item" or not LANDSCAPE.search(self.seen[over].text):
            return False
        inside = takewhile(
            lambda b: blocks[b].kind == "item" and blocks[b].depth >= depth, range(over + 1, len(blocks))
        )
        beside = [b for b in inside if blocks[b].depth == depth]
        return not is_chapter(self.seen[at].text) and any(names_trade(self.seen[b].text) for b in beside)

    def _headed(self, at: int, title: str) -> Iterator[Named]:
        """A list, a series, a list behind a paragraph that leads to it, or a heading each."""
        kind = self._kind(at + 1)
        mixed = self._mixed(at + 1)
        if mixed:
            for line in mixed:
                yield from self._item(line, title)
        elif kind == "item":
            yield from self._list(at + 1, title)
        elif kind == "paragraph":
            names = self._series(self.seen[at + 1], title) or self._first_sentence(at + 1, title)
            yield from names
            if (
                not names
                and self._kind(at + 2) == "item"
                and (self.seen[at + 1].text.endswith(":") or self._lists(at + 2))
            ):
                yield from self._list(at + 2, title)
            elif not names and self.seen[at + 1].text.endswith(":") and self._kind(at + 2) in {"paragraph", "heading"}:
                yield from self._series(self.seen[at + 2], title)
            elif not names:
                yield from list(self._explained(at + 1, title)) or self._profiles(at, title)
        elif kind == "heading":
            yield from self._profiles(at, title)

    def _explained(self, first: int, title: str) -> Iterator[Named]:
        """Paragraphs that each open with a company's name and go on to tell of it."""
        run = list(takewhile(lambda at: self._kind(at) == "paragraph", range(first, first + 60)))
        told = [(at, m) for at in run if (m := _NAMES_FIRST.match(self.seen[at].text))]
        named = [(at, m, n) for at, m in told if (n := named_company(m[1]))]
        if len(named) > 1 and len(named) == len(run):
            yield from ((*n, title, self.seen[at].raw(*m.span(1))) for at, m, n in named)

    def _lists(self, first: int) -> bool:
        """Whether a list is of companies, by the legal forms of half of them."""
        group = self.report.blocks[first].group
        run = list(takewhile(lambda b: b.kind == "item" and b.group == group, self.report.blocks[first : first + 60]))
        texts = [self.seen[first + at].text for at in range(len(run))]
        dated = sum(bool(ANY_YEAR.search(text)) for text in texts) * 2 > len(run)
        return len(run) > 1 and not dated and sum(bool(SUFFIX.search(text[:80])) for text in texts) * 2 >= len(run)

    def _tells(self, first: int) -> bool:
        """Whether each item of a list opens with a name and goes on to tell of it, in a part that tells no news."""
        group = self.report.blocks[first].group
        run = list(takewhile(lambda b: b.kind == "item" and b.group == group, self.report.blocks[first : first + 60]))
        texts = [self.seen[first + at].text for at in range(len(run))]
        names = [m[1] for text in texts if (m := _TELLS.match(text)) and not ANY_YEAR.search(text)]
        titles = self.report.path(self.report.blocks[first].section)[-1:]
        named = len(names) > 1 and len(names) == len(texts) and not any(map(_NEWS.search, titles))
        return named and all(named_company(name) and self.rivals.is_proper(name, alone=False) for name in names)

    def _names_all(self, first: int) -> bool:
        """Whether a list is of short names that are no plain words, three at the least."""
        group = self.report.blocks[first].group
        run = takewhile(lambda b: b.kind == "item" and b.group == group, self.report.blocks[first : first + 60])
        texts = [self.seen[first + at].text for at, _ in enumerate(run)]
        named = all(len(text.split()) < 7 and named_company(text) and not ANY_YEAR.search(text) for text in texts)
        return len(texts) > 2 and named and all(self.rivals.is_proper(text, alone=False) for text in texts)

    def _firms(self, at: int) -> bool:
        """Whether a list begins that nearly all are companies of, by their legal forms, and that names no others."""
        blocks = self.report.blocks
        if at and blocks[at - 1].kind == "item" and blocks[at - 1].group == blocks[at].group:
            return False
        group = takewhile(lambda b: b.kind == "item" and b.group == blocks[at].group, blocks[at : at + 60])
        texts = [self.seen[at + number].text for number, _ in enumerate(group)]
        named = [bool(_FORM_ENDS.search(text)) and len(text) < 80 for text in texts]
        title = " ".join(self.report.path(blocks[at].section)[-1:])
        return len(texts) > 2 and sum(named) * 4 >= 3 * len(texts) and not _OF_OTHERS.search(title)

    def _mixed(self, first: int) -> list[int]:
        """Lines right under each other that open with a name, where they were taken for different things."""
        run = [first, *run_on(self.report, first)] if self._kind(first) in {"heading", "item", "paragraph"} else []
        run = list(takewhile(self._names_one, (at for at in run if not PROFILE_PARTS.match(self.seen[at].text))))
        return run if len(run) > 2 and len({self._kind(at) for at in run}) > 1 else []

    def _names_one(self, at: int) -> bool:
        """Whether a line opens with a name and is no sentence or heading of a part."""
        text = self.seen[at].text
        name = re.split(r"\s[–—-]\s|:\s", text)[0]
        small = sum(word[0].islower() for word in name.split()) * 2 > len(name.split())
        formed = bool(_FORM_ENDS.search(text))
        plain = formed or not (is_strong(text, self.report.title) or text.endswith("."))
        return plain and not is_chapter(text) and not small and named_company(name) is not None

    def _list(self, first: int, title: str) -> Iterator[Named]:
        group, blocks, last = self.report.blocks[first].group, self.report.blocks, first
        for at in range(first, len(blocks)):
            inside = blocks[at].kind == "item" or (self._right_under(at) and not _NEWS.search(self.seen[at].text))
            if inside and self._tells_of_one(at):
                group = blocks[at + 1].group if blocks[at].kind == "heading" and self._kind(at + 1) == "item" else group
                continue
            if blocks[at].kind != "item" or blocks[at].group != group:
                break
            if is_chapter(self.seen[at].text):
                if blocks[at].depth > blocks[first].depth:
                    continue
                break
            if OTHERS.match(self.seen[at].text.rstrip(".,")) and at - first > 1:
                return
            if blocks[at].depth == blocks[first].depth:
                yield from self._item(at, title)
            last = at
        yield from self._run_on(last, title)

    def _right_under(self, at: int) -> bool:
        """Whether a block stands between two others with no empty line on either side."""
        blocks, text = self.report.blocks, self.report.text
        near = blocks[max(at - 1, 0) : at + 2]
        return len(near) == 3 and not any("\n\n" in text[a.span.end : b.span.start] for a, b in pairwise(near))

    def _tells_of_one(self, at: int) -> bool:
        """Whether a line is a part of a company's profile, by its words or as the list has it under each."""
        text = self.seen[at].text
        return bool(PROFILE_PARTS.match(text)) or (is_chapter(text) and self.repeated[text.lower()] > 2)

    @cached_property
    def repeated(self) -> Counter[str]:
        """How often the report has each of its items."""
        return Counter(s.text.lower() for s, b in zip(self.seen, self.report.blocks, strict=True) if b.kind == "item")

    def _run_on(self, last: int, title: str) -> Iterator[Named]:
        """Lines right under a list's last item taken for something else, where no other line is among them."""
        run = list(run_on(self.report, last, most=20))
        if all(self._is_line(at) for at in run):
            for at in run:
                yield from self._item(at, title)

    def _is_line(self, at: int) -> bool:
        text = self.seen[at].text
        plain = self.report.blocks[at].kind != "item" and text[:1].isalnum() and not text.endswith(":")
        return plain and is_name(text, 8) and not is_strong(text, self.report.title)

    def _under(self, at: int, title: str) -> Iterator[Named]:
        """Entries of a chapter of the contents, or of a list within a list."""
        blocks, nested = self.report.blocks, self._nested(at)
        for after in range(at + 1, len(blocks)):
            block = blocks[after]
            if block.kind != "item" or block.group != blocks[at].group or block.depth < blocks[at].depth + nested:
                break
            if self._tells_of_one(after):
                continue
            if is_chapter(self.seen[after].text):
                if nested:
                    continue
                break
            if block.depth == blocks[at + 1].depth:
                yield from self._item(after, title)

    def _item(self, at: int, title: str) -> Iterator[Named]:
        seen = self.seen[at]
        told = re.match(r"([^:]{2,70}?)(?:\s?:\s|\s[–—-]\s)(?=\S)", seen.text)
        number = _NUMBER.match(seen.text) or _AND.match(seen.text)
        page = re.search(r"(?<=[A-Za-z.)])[\s.]{2,}\d{1,4}$|(?<=[A-Z.)])\s\d{1,4}$", seen.text)
        start = number.end() if number else 0
        end = self._opening(at) or (told.end(1) if told else page.start() if page else len(seen.text))
        end = self._acts(at, start) or end
        series = pieces(seen.text, start, end, self.whole) if re.search(r"[,;•|]", seen.text[start:end]) else []
        if len(series) > 1:
            yield from ((*named, title, span(seen, p)) for p in series if (named := named_company(p.text)))
        elif start < end and (named := named_company(seen.text[start:end])):
            yield (*named, title, seen.raw(start, end))

    def _opening(self, at: int) -> int:
        """Where the name ends that an item opens with, set in bold or with its legal form, before it goes on to "
        "tell of it."""
        seen, raw = self.seen[at], self.report.blocks[at].content.of(self.report.text)
        bold = _BOLD.match(raw)
        if bold and len(bold.group()) < len(raw):
            return len(
                shown(self.report.text, Span(*(self.report.blocks[at].content.start + i for i in bold.span("name"))))
            )
        form = SUFFIX.search(seen.text)
        if form and _SEAT.fullmatch(seen.text, form.end()):
            return form.end()
        return form.end() if form and re.match(r"\s(?!(?:and|of|or|plc)\b)[a-z]", seen.text[form.end() :]) else 0

    def _acts(self, at: int, start: int) -> int:
        """Where the name ends that an item opens with, as the subject of a sentence on what the company does."""
        text = self.seen[at].text
        found = next(subjects(text), None) if text.endswith(".") and len(text.split()) > 5 else None
        return found[1] if found and found[0] == start and not found[2] else 0

    def _profiles(self, at: int, title: str) -> Iterator[Named]:
        """Headings behind a heading, each a company over a paragraph on it."""
        blocks = self.report.blocks
        run: list[Named] = []
        for after in range(at + 1, len(blocks)):
            text = self.seen[after].text
            if blocks[after].kind != "heading":
                continue
            level = self.report.sections[blocks[after].section].level
            number = _NUMBER.match(text)
            named = named_company(text[number.end() :] if number else text)
            foreign = level < self.report.sections[blocks[at].section].level or text.endswith(("?", ":"))
            if foreign or named is None or (is_strong(text, self.report.title) and not SUFFIX.search(text)):
                break
            place = self.seen[after].raw(number.end() if number else 0, len(text))
            run.append((*named, title, place))
        certain = sum(bool(SUFFIX.search(name)) or bool(note) for name, note, _, _ in run)
        if len(run) > 1 and (certain or all(len(n.split()) < 4 for n, _, _, _ in run)):
            yield from run

    def _series(self, seen: Shown, title: str) -> list[Named]:
        """A paragraph that is nothing but names."""
        if len(seen.text) > 4000 or next(cues(seen.text), None) or not re.search(r"[,;|•]|\band\b|\s/\s", seen.text):
            return []
        if next(subjects(seen.text), None):
            return self.rivals.acting(seen, title)
        found = pieces(seen.text, 0, len(seen.text), self.whole, paired=False)
        found = [
            Piece(p.text[: m.start()], p.start, p.start + m.start()) if (m := SHARE.search(p.text)) else p
            for p in found
        ]
        named = [(*named_or(p.text), title, span(seen, p)) for p in found if p.text and not OTHERS.match(p.text)]
        fits = len(named) > 1 and sum(bool(n[0]) for n in named) * 10 >= 9 * len(named)
        return [n for n in named if n[0]] if fits else []

    def _first_sentence(self, at: int, title: str) -> list[Named]:
        """The names that the first sentence of a paragraph is nothing but a series of."""
        sentences = self.report.blocks[at].sentences
        return self._series(as_read(self.report, sentences[0]), title) if len(sentences) > 1 else []

    def _said(self, seen: Shown, at: int, cells: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[Named]:
        if cells:
            yield from self._cells(at, cells, heads)
            return
        title = self._over(at)
        if self.report.blocks[at].kind == "heading" or len(seen.text) > 4000 or self._tells_of_publisher(at):
            return
        found = [cue for cue in cues(seen.text) if self.rivals.after(seen, cue.end(), "")]
        own = self.report.sections[self.report.blocks[at].section].title
        for cue in found:
            listed = own if LANDSCAPE.search(own) else words_before(seen.text, cue)
            yield from self.rivals.after(seen, cue.end(), listed)
        if found:
            return
        if LANDSCAPE.search(title) and not _NEWS.search(title):
            yield from self.rivals.led(seen, title)
            yield from self.rivals.acting(seen, title)
            yield from self._bold(at, seen, title)
        elif self._contested(at) and not _NEWS.search(title):
            yield from self.rivals.acting(seen, "")
        if are := rank(seen.text):
            named = self.rivals.run(seen, sentence_start(seen.text, are.start()), are.start(), title, 2)
            yield from [*named, *(self.rivals.behind(seen, title) if named else ())]
        else:
            yield from self.rivals.told(seen, title)
            yield from self.rivals.covered(seen)
            yield from self.rivals.bracketed(seen, own if LANDSCAPE.search(own) else "")

    def _tells_of_publisher(self, at: int) -> bool:
        """Whether a block is what the publisher says of itself, under `About us`."""
        over = self.seen[at - 1].text if at else ""
        return bool(_ABOUT.match(self.seen[at].text) or (len(over) < 60 and _ABOUT.match(over)))

    def _contested(self, at: int) -> bool:
        """Whether a block is on who competes with whom."""
        if at not in self.contested:
            self.contested[at] = is_contested(self.seen[at].text)
        return self.contested[at]

    def _bold(self, at: int, seen: Shown, title: str) -> Iterator[Named]:
        """Names set in bold within the running text of a part about competitors, two or more in a paragraph."""
        block, text = self.report.blocks[at], self.report.text
        marked = [Span(*m.span("name")) for m in _BOLD.finditer(text, *block.content)]
        labels = any(place.of(text)[-1] in ".:" and not SUFFIX.search(place.of(text)) for place in marked)
        if block.kind != "paragraph" or len(marked) < 2 or labels:
            return
        opened = _OPENED.match(text, *block.content)
        first = opened.end() if opened else block.content.start
        named = [
            (named_company(shown(text, place)), place) for place in marked if place.start > first or len(marked) > 2
        ]
        if all(name for name, _ in named):
            ours = Span(seen.offsets[0], seen.ends[-1])
            yield from ((*name, title, place) for name, place in named if name and ours.holds(place))

    def _value(self, cell: Span, title: str, least: int) -> Iterator[Named]:
        """The cell beside `Key players`: a line for each, or a series."""
        lines = cell_lines(self.report.text, cell)
        if len(lines) < 2:
            seen = as_read(self.report, cell)
            yield from self.rivals.run(seen, 0, len(seen.text), title, least)
            return
        for line in lines:
            text = as_read(self.report, line).text
            if named := named_company(text.strip(" ,;")):
                yield (*named, title, line)

    def _cells(self, at: int, cells: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[Named]:
        """A row `Key players | A, B, C`, or the cell under a head `Company`."""
        block = self.report.blocks[at]
        bare = len(cells) > 1 and self.report.blocks[at - 1].group != block.group and len(cells[1].split()) < 4
        if not heads and bare and not re.search(r"[,;]", cells[1]) and any(COLUMN.match(cell) for cell in cells):
            self.heads[block.group] = cells
            return
        heads = heads or self.heads.get(block.group, ())
        if len(cells) > 1 and opens_players(cells[0]):
            names = list(self._value(block.cells[1], cells[0], least=2 if block.head else 1))
            if block.head and names:
                self.keys.add(block.group)
            yield from names
            return
        if block.head or block.group in self.keys:
            return
        for number, head in enumerate(heads[: len(cells)]):
            if COLUMN.match(head) and cells[number] and (named := named_company(cells[number])):
                yield (*named, self.report.sections[block.section].title or head, block.cells[number])
