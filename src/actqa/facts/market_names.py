"""What a report calls its market: by its title, else by its text, else by its file's name."""

import re
from collections import Counter
from collections.abc import Iterator

from actqa.facts.kept import kept
from actqa.facts.said import Said, said
from actqa.reading import Report
from actqa.reading.grammar import SMALL_WORDS

MOST_WORDS = 8
"""Of a market's name."""
HEAD = 8
"""Lines among which a mention counts for more, as a title or first sentence."""
EARLY = 2
"""What a mention there counts."""

_DOCUMENT = re.compile(
    r"^(?:title|slide deck|deck|(?:press |news )?release|(?:market |research |analyst )?(?:note|brief|"
    r"report|bulletin|study|"
    r"factsheet|update))\s*:\s+",
    re.IGNORECASE,
)
"""What kind of document it is, before its title."""
_STEP = re.compile(r"\s[/|>›»]\s|(?<=\S)\s?&gt;\s?")
"""Between the steps of a path to a page."""
_TITLED = re.compile(r"(?:[^/|]*[/|]\s*)?((?:[\w&'’()-]+\s+){1,10}market)\b", re.IGNORECASE)
_NO_NAME = re.compile(r"\d|\bto\b|\ba\b")
_ARTICLE = re.compile(r"^.*\s(?:the|global|worldwide|world|this|our)\s+(?=\S+\s)", re.IGNORECASE)
"""What stands before the name where a title is a sentence: `Ten companies that lead the kite market`."""

_KIND = r"(?:market|industry|sector)"
_NAME = r"(?:(?!(?:the|global|of|this|for|a|an|its|their|which|that|is|are)\b)[\w&/()'’-]+\s+)"
_AHEAD = re.compile(
    rf"(?:\b(?:the\s?|in |of )?(?:global|worldwide|world)|\bthe)\s+(?P<name>{_NAME}{{1,7}}{_KIND})\b", re.IGNORECASE
)
"""`The kite market`, `the global kite industry`."""
_CAPITALS = re.compile(
    rf"(?:^|[“\"]|\b[Gg]lobal )(?P<name>(?:[A-Z(][\w&()'’-]*\s+(?:(?:of|for|and|&|in)\s+)?){{1,{MOST_WORDS}}}Market)\b"
    r"(?!\s(?:Research|Insights?|Intelligence)\s[a-z])"
)
"""A heading, or the title of a study within quotes; but no publisher's name: `Apex Market Research says`."""
_WORD = r"[\w&'’/-]+"
_ENDS = (
    "a an the will would should could can may might is are was were be been being has have had to by in at from "
    "on with that which who and or but as than over during between since until up down worldwide globally more "
    "most per this these those it they stood reached gained gains gain grew grows grow fell falls rose rises went "
    "goes go came comes come around about across amounted amounts hit hits passed passes should exceeded exceeds "
    "remains remained continues continued likely expected projected forecast set today now currently alone "
    "together here there valued worth whose where when while if so because"
).split()
_BEHIND = re.compile(
    rf"\b(?:markets?(?: size)? for|(?:world|global|worldwide)(?:[’']s)? (?:demand|sales|value|revenues?|shipments|"
    rf"use|consumption|output|spending)(?: for| of| on| in))\s+(?:the\s+)?"
    rf"(?P<name>(?:(?!(?:{'|'.join(_ENDS)})\b){_WORD}\s?){{1,6}})(?:\([A-Z]\w{{1,6}}\))?",
    re.IGNORECASE,
)
"""`The market for kites`, `world sales of kites`."""

EMPTY = frozenset(
    "key global world world's world’s worldwide international overall entire whole total domestic regional local "
    "main target addressable base forecast final end emerging fast-growing large small young mature historic "
    "historical current future size share snapshot overview insights report study new stock labor labour job "
    "capital parent broader wider open free single same market markets industry sector consumer consumers internal "
    "common largest biggest smallest leading dominant top second first".split()
)
"""Words that tell no market by themselves."""


@kept
def market_name(report: Report) -> str:
    """The title's words up to `market`; else what its text calls it most; else the file's name, where that is said."""
    title = _DOCUMENT.sub("", report.title)
    named = _in_title(title)
    if named.startswith(_HOME):
        named = _behind_path(named, report) or named
    opening = re.split(r":| [-–—|] ", title)[0]
    return (
        named
        or _said_most(report, _AHEAD)
        or _said_most(report, _CAPITALS)
        or (opening if _is_said(opening, report) else "")
        or _said_most(report, _BEHIND)
        or _of_file(report)
        or opening
    )


def _is_said(opening: str, report: Report) -> bool:
    """Whether the text goes on to say every word that its title opens with."""
    words = [w.rstrip("s") for w in re.findall(r"[^\W\d_]{3,}", opening.lower()) if w not in SMALL_WORDS]
    below = report.text.lower().partition(opening.lower())[2] if opening else ""
    is_name = len(opening.split()) <= MOST_WORDS and _names(opening) and not re.search(r"\d", opening)
    return is_name and bool(words) and all(re.search(rf"\b{word}", below) for word in words)


_HOME = "Home "
"""How the path to a page begins whose steps have run together with the title."""


def _behind_path(named: str, report: Report) -> str:
    """The most of the last words that the text says by themselves."""
    words = named.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    return next((end for end in ends if re.search(rf"(?<!{words[0]} ){re.escape(end.lower())}", report.text)), "")


def _in_title(title: str) -> str:
    step = next((part for part in reversed(_STEP.split(title)) if re.search(r"\bmarket\b", part, re.IGNORECASE)), title)
    titled = _TITLED.match(step)
    if titled is None or _NO_NAME.search(titled[1]):
        return ""
    named = _ARTICLE.sub("", titled[1])
    return named if _names(named) else ""


def _names(phrase: str) -> bool:
    """Whether the phrase has a word that tells one market from another."""
    return any(word.lower() not in EMPTY and word.lower() not in SMALL_WORDS for word in phrase.split())


def _said_most(report: Report, pattern: re.Pattern[str]) -> str:
    """The commonest of what it finds, as it is mostly written; of two that are as common the first."""
    found: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for at, line in enumerate(said(report)):
        if pattern is _CAPITALS and at >= HEAD:
            break
        for name in _mentions(line, pattern):
            key = _key(name)
            written.setdefault(key, Counter())[name] += 1
            found[key] += EARLY if at < HEAD else 1
    return written[found.most_common(1)[0][0]].most_common(1)[0][0] if found else ""


def _mentions(line: Said, pattern: re.Pattern[str]) -> Iterator[str]:
    if line.kind == "row" or (line.promotes and not (pattern is _CAPITALS and _QUOTED.search(line.text))):
        return
    names = (_bare(m["name"].strip(" -–,")) for m in pattern.finditer(line.text))
    yield from (name for name in names if _names(name) and not name[0].isdigit())


_QUOTED = re.compile(r"[“\"][A-Z][^“”\"]{10,120}\bMarket\b")


def _bare(name: str) -> str:
    """Without what stands before the name and tells nothing: `and world's kite market`."""
    words = name.split()
    while len(words) > 1 and (words[0].lower() in EMPTY or words[0].lower() in SMALL_WORDS):
        words = words[1:]
    return " ".join(words)


def _key(name: str) -> str:
    """By which mentions are one: `kites`, `the kite market`, `Kite Industry`."""
    words = [w for w in re.findall(r"[\w&]+", re.sub(r"\([^)]*\)", " ", name.lower())) if w not in EMPTY]
    return " ".join(w.rstrip("s") for w in words)


def _of_file(report: Report) -> str:
    """The longest run of words of the file's name that the text says one after the other."""
    words = report.id.split("-")
    text = " ".join(re.findall(r"[^\W_]+", report.text.lower()))
    runs = (words[i:j] for i in range(len(words)) for j in range(len(words), i, -1))
    said_in = [run for run in runs if _names(" ".join(run)) and re.search(rf"\b{re.escape(' '.join(run))}s?\b", text)]
    best = max(said_in, key=len, default=[])
    return " ".join(best) if sum(map(len, best)) >= SHORTEST else ""


SHORTEST = 3
"""Letters of a file's name that may be a market's."""
