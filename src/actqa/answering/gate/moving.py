"""The words that say up or down, in a table."""

import re

from actqa.answering.gate.marks import table
from actqa.reading import Span

UP, DOWN = "up", "down"

DIRECTIONS = table(
    {
        UP: r"gr[eo]w(?:s|n|ing)?|growth|add(?:s|ed|ing)? to|increas\w+|ris(?:e|es|en|ing)|rose|"
        r"expand\w*|expansion|climb\w*|"
        r"surg(?:e|es|ed|ing)|"
        r"gain(?:s|ed|ing)?|improv\w+|accelerat\w+|soar\w*|jump(?:s|ed|ing)?|strengthen\w*|widen\w*|upward|upturn|"
        r"uptick|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|escalat\w+|boom\w*|rally\w*|higher|advanc(?:e|es|ed|"
        r"ing)|swell\w*|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)|boost\w*|recover\w*|"
        r"rebound\w*|leap(?:s|t|ed)?|quadrupl\w+|pick(?:s|ed|ing)? up|hik(?:e|es|ed|ing)|up (?:from|by)|"
        r"(?:go(?:es|ing)?|went) up|cagr(?! of [-−])",
        DOWN: r"declin\w+|(?:fall(?:s|en|ing)?|fell)(?! to (?:the )?(?-i:(?!Rs|Euro)[A-Z][a-z]))|"
        r"decreas\w+|shr(?:i|a|u)nk\w*|drop(?:s|ped|ping)?|contract(?:s|ed|"
        r"ing|ion)?"
        r"(?= (?:by|to|from|at|in|over|through|until))|slump\w*|slip(?:s|ped|ping)?|reduc\w+|weaken\w*|diminish\w*|"
        r"plummet\w*|dip(?:s|ped|ping)?|downward|downturn|ero(?:de|des|ded|ding|sion)|narrow(?:s|ed|ing)|lower|"
        r"wan(?:e|es|ed|ing)|los(?:e|es|ing|s|ses)|lost|"
        r"deteriorat\w+|slow(?:s|ed|ing|down)?|decelerat\w+|down (?:from|by)|(?:go(?:es|ing)?|went) down|"
        r"halv(?:e|es|ed|ing)|recede\w*|slid(?:e|es|ing)?|tumbl\w+|plung\w+|sank|sink(?:s|ing)?|sunk|retreat\w*|"
        r"eas(?:es|ed|ing)|soften\w*|sheds?|shedding|dwindl\w+|slash\w*|trim(?:s|med|ming)?|cool(?:s|ed|ing)|"
        r"collaps\w+|lower(?:s|ed|ing)|"
        r"cut(?:s|ting)?",
    }
)


_BY = re.compile(
    r"(?:^|[\s,(])(?:up|down|by|rise|fall|increase|decrease|decline|drop|growth|gain|loss|jump|[a-z]+(?:ed|ing|es|s)|fell|"
    r"rose|grew|shrank|slid|lost|cut)(?:\s(?:of|by|about|around|roughly|some|nearly|almost|over|only|just|a|an|another|"
    r"the)){0,3}\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:\s(?:more|less|fewer|higher|lower|up|down|above|below|increase|rise|growth|gain|decline|decrease|drop|fall|cut)\b)",
    re.IGNORECASE,
)
_ANY = re.compile("|".join(said.pattern for said in DIRECTIONS.values()), re.IGNORECASE)


def moves(text: str, at: Span) -> bool:
    """Whether a percentage is how much something rises or falls: `slipped 6.9%`, `7.4% more than`."""
    before = text[: at.start]
    found = _BY.search(before)
    return bool(_MORE.match(text, at.end)) or bool(found and _ANY.search(found.group()))
