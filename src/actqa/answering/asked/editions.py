"""Whether a question asks of editions: what this one says, or what two of them say, set side by side."""

import re

_EDITION = (
    r"(?:edition|version|release|issue|forecast|estimate|outlook|projection|report|study|one|cagr|figure|number)s?"
)
_NOW = r"(?:current|new|newer|newest|latest|present|this|updated|revised|recent)"
_THEN = (
    r"(?:(?:old|older|earlier|previous|prior|last|former|outdated)\b|"
    r"(?:19|20)\d\d (?=(?:edition|one|release|version|report|study|forecast)\b))"
)
_SET = r" (?:and|or|vs\.?|versus|than|against|to|with)(?: the)? "
_EDITIONS = r"(?: (?:no\. ?)?\d+)?"
_NEXT = rf"(?: the)? (?:next|(?:edition)?{_EDITIONS})\b"
_TWO = re.compile(
    rf"\b{_NOW}(?:{_SET}{_THEN}| {_EDITION}\b.*\b{_THEN})|\b{_THEN}(?:{_SET}{_NOW}\b| {_EDITION}\b.*\b{_NOW}\b)|"
    rf"\b(?:from|between)(?: the)?(?: one)? editions?{_EDITIONS} (?:to|and){_NEXT}|"
    r"\b(?:both|two|across|between|of the) editions\b|\beditions? (?:differ|compare|disagree)|"
    r"\bedition[- ](?:to|over|by)[- ]edition\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"edition|forecast|outlook|estimate|projection|release", re.IGNORECASE)
_THIS = re.compile(
    r"(?:,? ?\b(?:in|of|by|from|according to|per|as per) )?(?:the |this |its )?(?<![\w-])"
    r"(?:(?:current|latest|newest|new|updated|present|this) (?:edition|version|release|issue)(?:['’]s)?"
    r"(?! of (?!(?:the|this) (?:report|study)))(?: of (?:the|this) (?:report|study))?|"
    r"(?:current|latest|newest|new|updated|present) (?:report|study)\b(?:['’]s)?)",
    re.IGNORECASE,
)
_GROWTH = re.compile(r"\b(?:cagrs?|growth|growing|grows?|rates?|pace)\b", re.IGNORECASE)


def of_editions(text: str) -> bool:
    """Whether what two editions say is asked for."""
    return bool(_TWO.search(text)) and bool(
        re.search(r"edition|forecast|outlook|estimate|projection|release", text, re.I)
    )


def metric_of(text: str) -> str:
    """What the editions are to be compared by."""
    return "growth" if _GROWTH.search(text) else "size"


def without_edition(text: str) -> str:
    """A question for what this edition says, as one for what the report says."""
    if of_editions(text) or not _THIS.search(text):
        return text
    bare = _THIS.sub(" the report ", text, count=1)
    return " ".join(re.sub(r"^ ?the report $|(?<=\w) the report (?=\W*$)", "", bare).split())
