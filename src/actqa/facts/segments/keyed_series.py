"""Series behind a key: `By Type: A, B; Source: C, D`, `By type, there are A and B`."""

import re

from actqa.facts.names import has_talk
from actqa.facts.segments.dimensions import is_known, is_vague, tidy
from actqa.facts.series import NAME, Series
from actqa.places import is_place

_BY = re.compile(
    rf"(?:^|(?<=[\s;,.|(–-]))(?:by|By|BY)\s+(?P<d>{NAME})\s?(?:[:–—·•>]-?|-(?=\s)|(?<=\w);)\s+"
    r"|(?:^|(?<=[.;|•:]\s)|\()(?P<known>[A-Za-z](?:(?!\s[Bb]y\s)[\w /&-]){2,40}?)"
    r"(?:\s?\([^()]{0,40}(?:19|20)\d\d[^()]{0,20}\))?\s?(?::|[–—](?=\s))\s+"
)
PARTED = re.compile(r"[:;–—·•>]\s|-\s")
"""What text must hold to hold a key."""
_BY_COMMA = re.compile(
    rf"^(?:By|As (?:for|to|regards)|With regard to|Regarding)\s+(?P<d>{NAME})(?:,\s+|\s+(?=there (?:are|"
    rf"is)\b))(?=[^.]+\.?$)"
)
TREATS = re.compile(
    r"(?:the|this|our|it|we|these|there|they)\b[^,;]{0,60}?\b(?:treats?|covers?|looks? at|splits? into|divides? into|"
    r"falls? into|comes? in|"
    r"distinguish\w*|"
    r"tells? apart|(?:split|divided|segmented|sorted|grouped|parted) into|comprises?|includes?|counts?|separates?|"
    r"considers?|analy[sz]es|examines|are(?!\s\w+ed\b)|(?:has|have)(?!\sbeen\b)|takes?|knows?|sees?|between)\s+(?:between\s+|into\s+)?"
    r"|the (?:split|choice|range|breakdown|segmentation) (?:is|runs|goes|lies) (?:between\s|into\s|from\s)?"
    r"|(?:[a-z]+\s){1,2}(?:comes?|stems|flows|arises|is drawn)\s(?:(?:mainly|mostly|chiefly|largely|"
    r"above all)\s)?from\s+",
    re.IGNORECASE,
)
"""Who splits, before a series."""


def by_key(text: str) -> list[Series]:
    """`By Type: A, B`, `Type: A, B; Source: C, D`."""
    keys = [m for m in _BY.finditer(text) if not _is_inner(text, m)] if PARTED.search(text) else []
    keys = [m for m in keys if not m[0].lower().startswith("(source")]
    keys = [] if keys and META.search(text) else keys
    sure = [m for m in keys if m["d"] and (m.start() == 0 or m[0].lstrip(" ;,.|–-").startswith("By"))]
    heads = keys if any(is_known(_of(m)) and not is_vague(_of(m)) for m in keys) else sure or _set_off(text)
    return between(text, heads) if heads else _after_comma(text)


def _set_off(text: str) -> list[re.Match[str]]:
    """Two keys or more that dashes set off from their series: `Type - A, B; Use - C, D`."""
    heads = list(_DASH_KEY.finditer(text)) if text.count(" - ") > 1 else []
    return heads if len(heads) > 1 and all(is_known(_of(head)) for head in heads) else []


_DASH_KEY = re.compile(r"(?:^|[;:]\s)(?P<d>[A-Z][\w /&]{2,40}?)\s-\s(?=[^;:-]+,)")

META = re.compile(
    r"(?:^|\|)\s*"
    r"(?:(?:report|product|sku)\s)?(?:id|code|sku|format|(?:no\. of |number of )?pages|"
    r"(?:date )?published(?: date| on)?|publication date|publish date|last updated|isbn|price|delivery(?: time)?|"
    r"licen[cs]e(?: type)?s?|file type|languages?)\s?:",
    re.IGNORECASE,
)
"""In a line of keys: they are those of the report as a product, not of its market."""


def _is_inner(text: str, head: re.Match[str]) -> bool:
    """Whether a key stands in brackets behind a name (`Canada (By Type: A, B)`) rather than opens a series."""
    open_at = text.rfind("(", 0, head.start() + 1)
    return open_at > text.rfind(")", 0, head.start() + 1) and bool(_BY.search(text, 0, open_at))


def _after_comma(text: str) -> list[Series]:
    """`By type, there are A and B`: one dimension, and who splits or what there is before the series."""
    bare = _BY_COMMA.match(text)
    dimension = tidy(singular(bare["d"])) if bare else ""
    if not bare or not is_known(dimension):
        return []
    told = TREATS.match(text, bare.end())
    start, last = told.end() if told else bare.end(), _MATTERS.search(text, bare.end())
    end = last.start() if last else len(text)
    others = [is_known(tidy(part)) for part in re.split(r",|\band\b", text[start:end]) if part.strip()]
    fits = sum(others) * 2 < len(others) and not has_talk(text[start:end])
    return [Series(dimension, start, end)] if fits else []


_MATTERS = re.compile(
    r"\s(?:(?:segments?|groups?|kinds?)\s)?(?:matter|count|exist|prevail|stand out|are (?:offered|available|"
    r"common|on offer|told apart|distinguished))"
    r"\b[^,;]*\.?$"
)
"""Behind a series: what its members do."""


def _of(head: re.Match[str]) -> str:
    """The dimension that a key names."""
    named = head.groupdict()
    dimension = tidy(named["d"] or named.get("known") or "")
    return "" if is_place(dimension) else dimension


def between(text: str, heads: list[re.Match[str]]) -> list[Series]:
    """The series behind each of the keys, up to the next."""
    out = []
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        dimension = _of(head)
        end = after.start() if after else len(text)
        if dimension and "(" not in text[head.end() - 1 : head.end()]:
            stop = re.search(r"\.\s+[A-Z]", text[head.end() : end])
            end = head.end() + stop.start() if stop else end
            out.append(Series(dimension, head.end(), _closed(text, head.end(), end)))
    return out


def _closed(text: str, start: int, end: int) -> int:
    """Where a bracket closes that opens before the series, or where the series ends."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end


def singular(name: str) -> str:
    """A plural without its ending."""
    name = re.sub(r"(?<=class)es$", "", name)
    return re.sub(r"ies$", "y", name) if name.endswith("ies") else re.sub(r"(?<=[^s])s$", "", name)
