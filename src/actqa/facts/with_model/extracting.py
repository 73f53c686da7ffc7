"""Report and model → ReportFacts: part after part goes to the model, what it returns is located, and joined."""

import secrets
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from actqa.errors import ModelNonsense
from actqa.facts.extraction import extract
from actqa.facts.types import Rejected, ReportFacts
from actqa.facts.with_model.joining import Located, joined
from actqa.facts.with_model.locating import located, unfounded
from actqa.facts.with_model.rows import SCHEMA, Found, FoundDynamic, FoundPlayer, FoundSegment, rows_in
from actqa.models import ChatModel, Message
from actqa.models.budget import tokens
from actqa.models.faults import told
from actqa.models.kept import Replies
from actqa.reading import Report, Span

LONGEST = 6000
"""Characters of a part: what is long is listed less carefully."""
REPLY = 2500
"""Tokens of the model's room that are left to its reply."""


@dataclass(frozen=True, slots=True)
class Spent:
    """How far it has come."""

    done: int
    parts: int
    tokens: int
    """Asked and answered so far, as the model's client counts them, else by our estimate; kept replies cost none."""


def extract_with_model(
    report: Report, model: ChatModel, replies: Replies, workers: int, progress: Callable[[Spent], None] | None = None
) -> ReportFacts:
    """The facts of grammar and model together. Raises ModelFault; what has been answered until then is kept."""
    parts = list(_parts(report, model.input_tokens))
    asking = _Asking(model, replies, len(parts), progress)
    found: list[Located] = []
    rejected: list[Rejected] = []
    with ThreadPoolExecutor(workers) as pool:
        for part, rows in zip(parts, pool.map(lambda part: asking.rows(report, part), parts), strict=True):
            for row in rows:
                made = _placed(report, row, part)
                if isinstance(made, Located):
                    found.append(made)
                else:
                    rejected.append(made)
    return joined(report, extract(report), found, rejected)


def _parts(report: Report, room: int) -> Iterator[Span]:
    """The report in stretches of whole blocks, sections kept together as far as they fit."""
    start, last, size = 0, 0, 0
    most = min(LONGEST, max(600, 2 * (room - REPLY - tokens(_prompt("")))))
    section = -1
    for block in report.blocks:
        grown = block.span.end - start
        is_new = block.section != section
        if last > start and (grown > most or (is_new and grown > most // 2 and size)):
            yield Span(start, last)
            start, size = block.span.start, 0
        section, last, size = block.section, block.span.end, size + 1
    if last > start:
        yield Span(start, last)


@cache
def _template() -> Template:
    return Template((files(__package__) / "prompts" / "extract.md").read_text(encoding="utf-8"))


def _prompt(mark: str) -> str:
    return _template().substitute(mark=mark).strip()


class _Asking:
    """Asks for one part after the other, from several threads."""

    def __init__(
        self, model: ChatModel, replies: Replies, parts: int, progress: Callable[[Spent], None] | None
    ) -> None:
        self._model = model
        self._replies = replies
        self._parts = parts
        self._progress = progress
        self._guard = threading.Lock()
        self._done = self._tokens = 0

    def rows(self, report: Report, part: Span) -> list[Found | str]:
        """What the model finds in the part."""
        text = part.of(report.text)
        kept: list[Message] = [("system", _prompt("")), ("human", text)]  # without the mark, which is another each time
        reply = self._replies.get(self._model.name, kept)
        rows = rows_in(reply) if reply is not None else None
        cost = 0
        if rows is None:
            mark = secrets.token_hex(5)
            asked: list[Message] = [
                ("system", _prompt(mark)),
                ("human", f"--- {mark}\n{text}\n--- {mark} end"),
            ]
            told_of: list[int] = []
            schema = SCHEMA if self._model.structured else None
            reply = self._model.reply(asked, self._model.deadline(), schema, told_of.append)
            cost = sum(told_of) or tokens("".join(said for _, said in asked)) + tokens(reply)
            rows = rows_in(reply)
            if rows is None:
                raise told(ModelNonsense, self._model.name)
            self._replies.put(self._model.name, kept, reply)
        self._tell(cost)
        return rows

    def _tell(self, cost: int) -> None:
        with self._guard:
            self._done += 1
            self._tokens += cost
            if self._progress is not None:
                self._progress(Spent(self._done, self._parts, self._tokens))


def _placed(report: Report, row: Found | str, part: Span) -> Located | Rejected:
    if isinstance(row, str):
        kind, _, rest = row.partition(": ")
        return Rejected(kind=kind, row=rest, quote="", reason="it is malformed")
    place = located(report, row.quote, part)
    reason = unfounded(report, row, place) if place is not None else "its quote does not stand in the report"
    if place is None or reason:
        return Rejected(kind=row.kind, row=row.label[:300], quote=row.quote[:300], reason=reason)
    name = located(report, row.name, place) if isinstance(row, FoundPlayer | FoundDynamic | FoundSegment) else None
    return Located(row, name or place)
