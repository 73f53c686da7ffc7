"""What a statement may look like: one plain sentence or two. What a page or a terminal could act on is never shown."""

import re

from actqa.answering.asked.outside import is_foreign

LONGEST = 700
"""Characters."""

_MARKS = re.compile(r"\[\s*(?:[A-Z]?\d{1,3}(?:\s*[,;–-]\s*[A-Z]?\d{1,3})*)\s*\]|\*\*|__|`")
"""Citations that the model makes up itself, and emphasis; both are taken out."""

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]+")
"""Characters that nobody sees, or that turn the direction of what follows."""

_ACTIVE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "it holds a link",
        re.compile(r"\b[a-z][a-z\d+.-]*://|\bwww\.|\b(?:mailto|javascript|data):\S|\]\s*\(|\]\s*\[", re.I),
    ),
    ("it holds a picture", re.compile(r"!\s*\[")),
    ("it holds markup", re.compile(r"<\s*/?\s*[a-z!?]|&(?:#\d+|#x[\da-f]+|[a-z]+);|^\s*(?:#|\||>)", re.I)),
    ("it holds an address", re.compile(r"\b[\w-]+\.[a-z]{2,}/\S|\S@[\w-]+\.[a-z]{2,}", re.I)),
)


def plain(text: str) -> str:
    """The text without marks, emphasis and hidden characters, on one line."""
    return " ".join(_MARKS.sub(" ", _HIDDEN.sub(" ", text)).split()).replace(" .", ".").replace(" ,", ",")


def unfit(text: str) -> str:
    """Why the text is not shown whatever it cites; empty where it may be."""
    for reason, active in _ACTIVE:
        if active.search(text):
            return reason
    if not any(c.isalpha() for c in text):
        return "it says nothing"
    if len(text) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    return "it is not in English" if is_foreign(text) else ""
