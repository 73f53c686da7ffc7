"""Tags and entities: what a reader sees of a stretch of raw text."""

import html
import re

from actqa.reading.types import Span

TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,2000})?/?|!--[^<>]{0,2000}--)>")


def shown(text: str, span: Span) -> str:
    """The span as read: tags out, entities decoded, white space folded."""
    return " ".join(html.unescape(TAG.sub(" ", span.of(text))).split())
