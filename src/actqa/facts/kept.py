"""What several extractors ask of one report, found once."""

from collections.abc import Callable
from functools import wraps
from threading import local
from typing import TypeVar, cast

from actqa.reading import Report, Span
from actqa.reading.markup import Shown, read

Found = TypeVar("Found")


def kept(of: Callable[[Report], Found]) -> Callable[[Report], Found]:
    """The function, keeping what it found in the last report, for each thread: extractors go through one at a time."""
    last = local()

    @wraps(of)
    def once(report: Report) -> Found:
        if getattr(last, "report", None) is not report:
            last.found, last.report = of(report), report
        return cast(Found, last.found)

    return once


@kept
def _read_so_far(report: Report) -> dict[Span, Shown]:
    return {}


def as_read(report: Report, span: Span) -> Shown:
    """A stretch of the report as read, with offsets."""
    known = _read_so_far(report)
    if span not in known:
        known[span] = read(report.text, span)
    return known[span]
