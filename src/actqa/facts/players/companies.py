"""What is a company's name in a stretch of text, and where a series of such names ends."""

import re
from itertools import pairwise

from actqa.facts.names import OTHERS, SUFFIX, ends_in_form, is_chapter, is_name
from actqa.facts.players.lists import GENERIC
from actqa.facts.series import outside, trimmed
from actqa.places import is_of_place, is_place

_NOTE = re.compile(r"\s*\((?P<note>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_BREAK = re.compile(
    r",?\sof (?:which|whom)\b|,?\sas well as (?:[a-z][\w-]*\s){1,4}(?:such as|like|including)\b|"
    r",?\s(?:have|has|had|are|is|were|was|will|can|while|which|who|whose|where|"
    r"whereas|when|because|since|that|"
    r"competes?|"
    r"dominates?|holds?|offers?|focus(?:es)?|continues?|accounts?|leads?|operates?|invests?|remains?|provides?|drives?|"
    r"makes?|sets?|plays?|adopts?|ranks?|launch(?:es)?|expands?|to (?:name|strengthen|expand|gain|maintain|meet)|"
    r"with (?:a|an|their|its|more|over|about|combined|strong)|through|"
    r"in (?:the|this|a|terms|order|addition))\b|\.\s+(?=[A-Z\"“])|;\s|\s[–—]\s|:\s|\.$"
)
_PART_OF_NAME = re.compile(
    rf"\w\s\([^()]+\)\s(?:[^\W_a-z][\w&.-]*\s){{0,2}}(?:Pte\.?\s|Pvt\.?\s|Co\.?,?\s)?{SUFFIX.pattern}\s*$"
)
"""A name that goes on behind its bracket to its legal form: `WuXi Biologics (Cayman) Inc.`."""
_ENDED = re.compile(rf"(?<=\w\w)\.\s+(?=[A-Z])(?!{SUFFIX.pattern})|(?<=[a-z]\.[A-Z])\.\s+(?=[A-Z])(?!{SUFFIX.pattern})")
"""Where a sentence ends behind a legal form, and the next begins with a name."""


def stop(text: str, start: int) -> int:
    """Where the sentence, clause or series ends."""
    depth = 0
    for at in range(start, len(text)):
        depth = max(0, depth + (text[at] == "(") - (text[at] == ")"))
        if not depth and text[at] in ".;:, " and _BREAK.match(text, at) and not _goes_on(text, start, at):
            return at
    return len(text)


def closing(text: str, start: int) -> int:
    """Where a bracket closes that opened before `start`; the text's end where none did."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return len(text)


def talk(text: str, start: int, end: int) -> int:
    """Where, behind a comma, a series turns into running text (`A, B and C, buy small rivals`)."""
    commas = outside(text, start, end, ",")
    for comma, after in pairwise([*commas, end]):
        part = text[comma + 1 : after].strip()
        if after == end and _OF_OTHERS.fullmatch(part):
            return comma
        told = re.match(r"(?!(?:and|or|as|along|among|etc)\b)[a-z]+(?=\s|$)", part) and not SUFFIX.search(part)
        if told and re.match(r"[a-z]+(?:\s(?:and|or|&)\s[^\W_a-z]|$)", part) and text[start:comma].count(","):
            continue
        if told and (after == end or len(part.split()) > 3):
            return comma
    return end


_OF_OTHERS = re.compile(r"(?:and|or|as well as|along with|alongside|plus)(?:\s[a-z][\w’'-]*){3,}")
"""What a series ends in that tells of others without a name: `and emerging companies that focus on coils`."""


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether a full stop or semicolon is within the series: after an abbreviation, or between names."""
    if text[at] == "." and re.search(r"(?:(?<!\S)|(?<=[a-z.):]))[1-9]\d?$", text[max(0, at - 3) : at]):
        return True
    if text[at] == ".":
        short = re.search(
            r"\b(?:[A-Z]|(?i:Inc|Ltd|Co|Corp|Pvt|St|Bros|Dr|Gebr|Ing|Wm|Mfg|Messrs|Cia|Chr|Joh|Jos|Geo))$",
            text[max(0, at - 6) : at],
        )
        return bool(short) and not re.match(
            r"\.\s+(?:The|These|This|In|It|They|Companies|A|An|On|Other|As)\b", text[at:]
        )
    parted = text[at] == ";" and ("," not in text[start:at] or text.count(";", start) > 1)
    return parted and not re.match(r";\s+(?!and\b)[a-z]+\s[a-z]", text[at:])


def words_before(text: str, cue: re.Match[str]) -> str:
    """The words before a series, as the title of the list that it is."""
    start = sentence_start(text, cue.start())
    said = text[start if cue.end() - start < 120 else cue.start() : cue.end()]
    return said.strip(" :,–-")


def sentence_start(text: str, end: int) -> int:
    """Where the sentence that goes on at `end` begins."""
    starts = [m.end() for m in re.finditer(r"(?<![A-Z])(?<!Inc)(?<!Ltd)(?<!Co)\.\s+(?=[A-Z])|:\s", text[:end])]
    return starts[-1] if starts else 0


def clause_start(text: str, end: int) -> int:
    """Where the clause that goes on at `end` begins."""
    semicolon = text.rfind("; ", 0, end)
    return max(sentence_start(text, end), semicolon + 2 if semicolon >= 0 else 0)


def last_sentence(text: str) -> str:
    """The last sentence of a lead-in, as a list's title."""
    return re.split(r"(?<=[a-z])\.\s+", text)[-1].rstrip(" :;-–")


def named_company(text: str) -> tuple[str, str] | None:
    """Name and note, where it could be a company's."""
    ended = _ENDED.search(text)
    text = text[: ended.start() + 1] if ended and SUFFIX.search(text[: ended.start() + 1]) else text
    note = None if _PART_OF_NAME.search(text) else _NOTE.search(text)
    name = trimmed(_NOTE.sub("", text) if note else text)
    name, _, owner = name.partition(" via ")
    first = name[:1]
    if len(text) > 200 or _DATED.match(name) or SUFFIX.fullmatch(name) or _BREAKS_OFF.search(name):
        return None
    if not name or not (first.isalnum() and is_name(name, 10)) or is_chapter(name) or OTHERS.match(name):
        return None
    if _HEADS.match(name) or (_BY_WHAT.match(name) and not ends_in_form(name)):
        return None
    words = {word.lower() for word in re.findall(r"[\w-]+", name)}
    if words <= GENERIC or is_place(name) or is_of_place(name) or "market" in words or not _is_proper(name, words):
        return None
    told = [f"via {owner}" if owner else "", note["note"].strip() if note else ""]
    return name, ", ".join(filter(None, told))


def _is_proper(name: str, words: set[str]) -> bool:
    """Whether it has a capital or figure, or is two plain words that a list has set small (`bluebird bio`)."""
    plain = bool(_SMALL_FORM.search(name)) or len(words) < 3
    return bool(re.search(r"[^\W_a-z]", name)) or (plain and not words & GENERIC)


_DATED = re.compile(
    r"(?:(?:in|on|during|by|since|early|late|mid)\s)*(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s)?(?:\d{1,2},?\s)?(?:of\s)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What begins with a date is no name."""
_HEADS = re.compile(
    r"(?:Compan(?:y|ies)|Suppliers?|Vendors?|Players?|Manufacturers?|Producers?|Firms?)\s.*\b(?:19|20)\d\d$"
)
"""Heads of columns that have run into one line: `Supplier Seat Turnover 2023`."""
_BY_WHAT = re.compile(r"By\s[A-Z]")
"""How what names a split begins, and no company."""
_BREAKS_OFF = re.compile(r"\s(?:of|and|or|for|the|in|by|from|with|to|at|on|as)$")
"""How no name ends."""
_SMALL_FORM = re.compile(r"\s(?:bv|nv|ag|gmbh|inc|ltd|ab|plc|llc|spa|oy|asa)$")
"""A legal form, in a name set small."""


def named_or(text: str) -> tuple[str, str]:
    """Name and note, or both empty."""
    return named_company(text) or ("", "")
