"""Bare lines that head what follows: told by their shape and their words."""

import re
from functools import lru_cache
from itertools import islice

from actqa.reading.grammar import HEADING_WORDS, LIST_LEADS, PROMOTION, SMALL_WORDS

MOST_WORDS = 16
_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_FIGURE = re.compile(r"\d")
_ASIDE = re.compile(r"(?:(?<!\d\d\d\d)\s[-–—]|:)\s+(?=\S)")


@lru_cache(maxsize=20_000)
def looks_like_heading(line: str) -> bool:
    """Whether a line, as read, could be a heading: short, not a sentence, not a definition, not a bare figure."""
    words = _WORD.findall(line) if len(line) <= 160 else []
    if not words or len(line.split()) > MOST_WORDS + 4:
        return False
    if line[0] in "*([,;.|" or not (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘" or _CAMEL.match(line)):
        return False
    if line.rstrip("\"”'’)")[-1:] in {".", ";", ",", "!"} and not _ABBREVIATED.search(line):
        return False
    if _COUNTED.search(line):
        return False
    if (_FIGURE.search(line) and len(words) < 2) or line.count("%") > 1 or line.count(" | ") > 1:
        return False
    return len(words) <= MOST_WORDS and not _explains(line) and not PROMOTION.search(line)


_COUNTED = re.compile(r"(?<!\d)1[.)]\s[^\W\d].{2,80}?(?<!\d)2[.)]\s[^\W\d]")
"""Names told off by numbers, which head nothing."""

_ABBREVIATED = re.compile(
    r"\b(?:Inc|Ltd|Co|Cos|Corp|Bros|Pvt|Pte|Pty|Bhd|LLC|U\.S|U\.K|U\.A\.E|S\.A|B\.V|N\.V|A\.G|S\.E|K\.K|L\.P|"
    r"S\.p\.A|S\.r\.l|S\.A\.S|S\.L|A\.Ş|A\.S|a\.s|s\.r\.o|d\.o\.o|o\.o|e\.V|vs)\.[\"”'’)]*$"
)
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z][a-z]")
"""A name that begins small: `bioMérieux`."""


def _explains(line: str) -> bool:
    """Whether a dash or colon is followed by running text (`Fragmented - Highly competitive market without …`)."""
    found = _ASIDE.search(line)
    if not found or line.endswith(":"):
        return False
    words = [w for w in _WORD.findall(line[found.end() :]) if w.lower() not in SMALL_WORDS]
    if found.group().startswith(":") and line.count(",", found.end()) > 1:
        return sum(w.lower() in HEADING_WORDS for w in words) * 2 < len(words)
    small = sum(w[0].islower() for w in words)
    series = small == len(words) and "," in line[found.end() :]
    return not words or series or (len(words) >= 3 and small * 2 > len(words))


def is_major(line: str, title: str) -> bool:
    """Whether a heading opens a main part: it names the market of the title, or is made of words that head parts."""
    words = [w.lower() for w in _WORD.findall(line)]
    if not words or words[0] in {"by", "the", "this", "in", "our"} or line.endswith("?"):
        return False
    named = name_of(title)
    if named and " ".join(words).startswith(named):
        return True
    plain = [w for w in words if w not in SMALL_WORDS]
    return bool(plain) and "market" in plain and any(w in HEADING_WORDS for w in plain if w != "market")


def is_strong(line: str, title: str) -> bool:
    """Whether a line among short lines is a heading for what its words say, whatever stands around it."""
    words = [w.lower() for w in _WORD.findall(line)]
    plain = [w for w in words if w not in SMALL_WORDS]
    if not plain:
        return False
    heading_words = sum(w in HEADING_WORDS for w in plain)
    return (
        line.endswith(":") or bool(LIST_LEADS.match(line)) or is_major(line, title) or heading_words * 2 >= len(plain)
    )


def is_lead(line: str, title: str) -> bool:
    """Whether a line heads a list even among lines that are as short: `By …`, `Key …`, a colon, the market's name."""
    named = name_of(title)
    words = " ".join(w.lower() for w in _WORD.findall(line))
    return line.endswith(":") or bool(LIST_LEADS.match(line)) or bool(named and words.startswith(named))


@lru_cache(maxsize=1_000)
def name_of(title: str) -> str:
    """The words of a title up to and with "market", in lower case: what the report calls its market; else empty."""
    words = [w.lower() for w in _WORD.findall(title)]
    if "market" not in words:
        return ""
    return " ".join(words[: words.index("market") + 1]) if words.index("market") < 12 else ""


_ENTRIES = re.compile(r"(?<![\w.])\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?=[^\W\d_a-z])")
"""Numbers of entries of contents, several of which may have come to stand on one line."""


def _follows(entry: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a number is the next of a contents behind another: `1.2` or `1.1.1` behind `1.1`, `1.2` behind "
    "`1.1.4`."""
    one, two = ([int(n) for n in m.group().split(".") if n.strip()] for m in (entry, other))
    return two == [*one, 1] or (len(two) <= len(one) and two == [*one[: len(two) - 1], one[len(two) - 1] + 1])


def glue(line: str, title: str) -> int | None:
    """Where, within a line as it stands, a heading has been glued to what precedes it; None where none is."""
    entries = list(islice(_ENTRIES.finditer(line), 2)) if _ENTRIES.match(line) else []
    if len(entries) == 2 and _follows(entries[0], entries[1]):
        return entries[1].start()
    opening = re.escape(" ".join(title.split()[:3])) if len(title.split()) >= 3 else r"(?!)"
    found = re.search(rf"(?<=[a-z)0-9.])(?=(?:By [A-Z][A-Za-z-]+\b|{opening}\b))", line)
    return found.start() if found else None
