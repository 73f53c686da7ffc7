"""How many things a statement lists, where it says so in words: a count that stands nowhere, and must be right."""

import re

from actqa.answering.asked.list_words import in_words

_LISTED = re.compile(
    r"(?P<count>[A-Z][a-z]+(?:-[a-z]+)?)(?: [^“”.:;]{1,60})? under “[^”]*”: (?P<list>.+?)\.?$", re.DOTALL
)
_REST = re.compile(r"(?:the |all |many |and )*(?:rest|others?)\b|etc", re.IGNORECASE)
"""What is named as what is left, and is not counted."""


def miscounted(text: str) -> str:
    """Why the statement's count is wrong; empty where it is right, or where there is none."""
    found = _LISTED.match(text)
    if found is None or any(found["count"].lower() == in_words(count) for count in _counts(found["list"])):
        return ""
    return f"{found['count']} is not how many it lists"


def without_count(text: str) -> str:
    """The statement without its count."""
    found = _LISTED.match(text)
    return text if found is None else text[found.end("count") :]


def _counts(listed: str) -> tuple[int, int]:
    """How many are listed, and how many in brackets behind them."""
    inner = [name for held in re.findall(r"\(([^()]*)\)", listed) for name in held.split(", ")]
    return len(listed.split("; ")), sum(not _REST.match(name) for name in inner)
