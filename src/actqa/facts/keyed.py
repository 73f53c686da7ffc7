"""Keys with their values, however a report sets them: rows, `key: value` lines, a short heading over a short line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actqa.facts.kept import kept
from actqa.facts.said import Said, said
from actqa.reading import Report, Span

LONGEST_KEY = 60
LONGEST_VALUE = 160

_LINE = re.compile(r"^(?P<key>[^:|]{2,60}?)\s?[:–—]\s+(?P<value>\S.*)$")
_REVERSED = re.compile(r"^(?P<value>\d{1,5})\s?[-–:]?\s+(?P<key>(?:Tables|Figures|Pages|Charts)\b.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A key and its value, as read, and where both stand."""

    key: str
    value: str
    said: Said
    span: Span
    """Of key and value together."""


@kept
def keyed(report: Report) -> list[Keyed]:
    """All of the report's, in order."""
    lines = said(report)
    return [found for at, line in enumerate(lines) for found in _of(line, lines[at - 1] if at else None)]


def _of(line: Said, before: Said | None) -> Iterator[Keyed]:
    if line.kind == "row":
        filled = [c for c in line.cells if c]
        if len(filled) >= 2 and not line.at.head:
            yield Keyed(" ".join(filled[:-1]), filled[-1], line, line.span)
    elif found := _REVERSED.match(line.text) or _LINE.match(line.text):
        if len(found["value"]) <= LONGEST_VALUE:
            yield Keyed(found["key"], found["value"], line, line.span)
    elif before is not None and before.kind == "heading" and line.kind == "paragraph" and _is_short(before, line):
        yield Keyed(before.text, line.text, line, Span(before.span.start, line.span.end))


def _is_short(key: Said, value: Said) -> bool:
    return len(key.text) <= LONGEST_KEY and len(value.text) <= LONGEST_VALUE and len(value.at.sentences) == 1
