"""Stretches of a report as read, quickly where nothing is marked up in them."""

import re

from actqa.reading import Span
from actqa.reading.markup import Shown, read

_MARKED = re.compile(r"[<&\\!]|\*\*|__|\]\(|\s{2}|[^\S ]")
"""What raw text must hold to be read other than as it stands."""


def as_read(text: str, span: Span) -> Shown:
    """The span of raw text as read, with offsets."""
    raw = span.of(text)
    if _MARKED.search(raw) or raw != raw.strip():
        return read(text, span)
    return Shown(raw, tuple(range(span.start, span.end)), tuple(range(span.start + 1, span.end + 1)))
