"""Whether a percentage is a part of a whole or a rate of growth, by what stands beside it."""

import re
from bisect import bisect_left
from itertools import pairwise

from actqa.facts.forecasts.outlook import ASIDE_HEADS, RATE, RATE_AFTER, STRONG_RATE, UP_FROM
from actqa.facts.said import Said
from actqa.figures import Figure

NEAR = 130
"""Characters before a figure in which it is said what it measures."""

WINDOW = 400
"""Characters of a line on each side of a figure that can tell what it is."""

WHOLE = re.compile(
    r"^\s*(?:of (?:the |all |total |global |its |their |overall |\w+[’']s )*)?(?:\w+[’']?s?\s){0,3}?(?:market|"
    r"revenues?|sales|total|"
    r"value|volume|share|"
    r"demand|consumption|industry|output|production|pieces|units|spending|usage|capacity|plants|supply|shipments|"
    r"money|deliveries|installations|imports|exports|turnover|orders|trade|purchases|premiums?|installed base)\b|"
    r"\s*of (?:it|the whole|the world)\b",
    re.IGNORECASE,
)
"""After a fraction in words: it is a part of the market."""

COMPARED = re.compile(
    r"^\s*(?:less|more|fewer|higher|lower|cheaper|longer|shorter|heavier|lighter|thinner|stronger|quicker|quieter|"
    r"faster|slower|better|larger|smaller|dearer|denser|richer|poorer|up|down|below|above|under|"
    r"short of|discount|off|"
    r"customi[sz]ation|(?:(?!of\b)\w+\s)?(?:grade|strength|solution|concentration|content|alloy|blend|proof)\b|"
    r"increase|decrease|reduction|rise|drop|growth|gain|decline|improvement|tax|duty|tariff|levy|interest|margin|"
    r"effective|"
    r"alcohol\b|(?:fat|protein|sugar|moisture|solids|cocoa|recycled)\b|(?:equity |minority |"
    r"majority )?stake\sin\b|rebate\b|"
    r"(?:of (?:the |its |their |all )?(?:\w+ )?(?:staff|workforce|employees|jobs|equity|stake|bill|costs?|price)\b)|"
    r"of what\b[^.,;]{0,40}\bcosts?\b|(?:is|was|were) (?:the|its) (?:\w+\s){0,3}(?:margin|yield|rate)\b|"
    r"accura|pure|purity|efficien|confidence|reliab)",
    re.IGNORECASE,
)
"""After a percentage: it compares, or measures something that is no part of a whole."""

NO_PART = re.compile(
    r"\b(?:(?:ran|runs?|running|operat(?:es?|ed|ing)) at|reductions? of|catch(?:es)?|kills?|removes?|traps?|"
    r"blocks?|costs? (?:the|an?|its|them)|(?:loss|combined|expense) ratios?|"
    r"commissions?|margins?|discounts?|tariffs?|tax(?:es)?|dut(?:y|ies)|levy|surcharge|efficien\w+|utili[sz]ation|"
    r"rebates?|stakes?|alcohol|saves?|saved|unemployment|inflation|interest|vacancy|yield|purity|humidity|"
    r"accura\w+|feeds? back|recover[sy]?|saves?|saving|"
    r"throws? away|wast(?:es|ed)|los(?:s|ses|es|t)|gaps?|deviations?|errors?|royalt(?:y|ies)|quotas?|asks? for|"
    r"contains?|containing|content|contain|dropout|success rate|survival|mortality|sensitivity|specificity|"
    r"probability|confidence)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before a percentage: it measures something that is no part of a market."""

OVER_YEARS = re.compile(r"\((?:19|20)\d\d\s?(?:-|–|—|to)\s?(?:19|20)?\d\d\)[^;.,%()]{0,30}$")
"""Before a percentage: the years it is a rate for."""

_PART_OF = re.compile(r"\b(?:shares?|market|revenue|account|held|holds?|led|leads)", re.IGNORECASE)

BY = re.compile(
    r"\b(?:rais(?:es|ed)|lift(?:s|ed)|cuts?|increased|reduced|boosted|trimmed)\s"
    r"(?:(?!to\b|of\b|from\b|at\b|with\b|shares?\b)[a-z-]+\s){1,4}$|"
    r"\b(?:grow|grew|rise|rose|fell|fall|cut|reduc|lower|increas|decreas|improv|drop|declin|expand|climb|jump|surg|"
    r"boost|rais|differ|var[yi]|swing|swung|mov|fluctuat|"
    r"advanc|shr[aiu]nk|went up|gone up|go(?:es)? up|went down|lost|save)\w*(?:\s+[\w-]+){0,8}\s+by\s*(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a percentage: by how much something changed."""


def is_share(line: Said, figure: Figure) -> bool:
    """Whether the percentage is a part of a whole rather than a rate, a change or a discount."""
    if figure.value < 0 or figure.value > 100 or line.promotes or figure.text.startswith("+"):
        return False
    if (line.kind == "heading" and not _tells(line, figure)) or is_rate(line, figure):
        return False
    if line.kind == "row":
        return not ASIDE_HEADS.search(named_by(line, figure))
    before, after = around(line, figure)
    near = before[-NEAR:]
    if (_OPENS_RANGE.match(after) or _ENDS_RANGE.search(near)) and not _PART_OF.search(near[-60:]):
        return False
    if (
        _is_of_persons(figure, after)
        or (_BETWEEN.search(near) and _AND_PERCENT.match(after))
        or _AND_UP_TO.search(near)
    ):
        return False
    if _DENIED.search(re.split(r"[;,]\s|\.\s", before)[-1]):
        return False
    if (
        _COSTS.search(before)
        or (COMPARED.match(_RANGE.sub("", after)) and not _is_of_growth(before, after))
        or BY.search(near)
        or (NO_PART.search(near) and not _PART_OF.search(before[-60:]))
    ):
        return False
    people = _COUNTED.search(figure.text) and _PLURAL.match(after)
    return figure.text[0].isdigit() or bool(
        people or WHOLE.match(after) or (_HOLDS.search(near) and (_ENDS.match(after) or _MAKES.search(near)))
    )


def _is_of_growth(before: str, after: str) -> bool:
    """Whether it is a part of what a market grows by: `Asia accounted for a 37% growth`, `31% of the growth`."""
    return bool(_OF_GROWTH.match(after) or (_GROWTH.match(after) and _ACCOUNTS.search(before)))


_OF_GROWTH = re.compile(
    r"\s(?:of|to) (?:the |this )?(?:(?:global |overall |total )?market[’']?s? )?growth\b", re.IGNORECASE
)
_GROWTH = re.compile(r"\sgrowth\b", re.IGNORECASE)
_ACCOUNTS = re.compile(r"\b(?:accounts?|accounted|accounting) for (?:an? )?(?:\w+ )?$", re.IGNORECASE)


def _tells(line: Said, figure: Figure) -> bool:
    """Whether a line that passes for a heading is a statement: `Hotels took 31% of sales in 2021`."""
    before, after = around(line, figure)
    return bool(_OF_WHOLE.match(after)) and bool(_STATES.search(before) or _STATES.search(after))


_STATES = re.compile(
    r"\b(?:made up|makes? up|accounts? for|accounted for|took|takes|held|holds?|had|has|brought|fell to|went to|"
    r"goes to|came from|comes from|represents?|represented|was|is|were|are)\b"
)
_COSTS = re.compile(r"\b(?:costs?|prices?)\b(?:(?!\bmarket)[^.;%])*:[^.;]*$", re.IGNORECASE)
"""Before a percentage: it is a part of what something costs."""
_COUNTED = re.compile(r"\s(?:in|of)\s", re.IGNORECASE)
"""Within a part that is counted: `one in three`, `six out of ten`."""
_PLURAL = re.compile(r"\s(?:of\s)?(?:(?:the|all|new)\s)?(?:[a-z-]+\s){0,2}?[a-z-]+s\b")
"""Behind `one in three`: of whom."""
_RANGE = re.compile(r"^\s*(?:to|-|–|—|and|or)\s*[\d.,]+\s?(?:%|per\s?cent|percent)", re.IGNORECASE)
"""Behind a percentage that opens a range, its end."""


def _is_of_persons(figure: Figure, after: str) -> bool:
    """Whether it is a part of those who live, fall ill or die: `one in ten adults`, `19% of them will have`."""
    return bool(_OF_THEM.match(after) or (_COUNTED.search(figure.text) and _PERSONS.match(after)))


_PERSONS = re.compile(
    r"\s(?:of\s)?(?:(?:the|all|its|these)\s)*(?:[A-Za-z-]+\s)?(?:adults|people|persons|children|births|deaths|women|men|"
    r"pregnancies|infants|newborns)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof them (?:will|would|may|die|suffer|develop|live)\b")
_BETWEEN = re.compile(r"\bbetween\s(?:\w+\s)?$", re.IGNORECASE)
_AND_UP_TO = re.compile(r"\bbetween\s(?:\w+\s)?[\d.,]+\s?(?:%|per\s?cent|percent)?\sand\s*$", re.IGNORECASE)
"""Between two percentages of a range, before the second."""
_AND_PERCENT = re.compile(r"\s?and\s[\d.,]+\s?(?:%|per\s?cent|percent)", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\s?(?:to|-|–|—)\s?[\d.,]+\s?(?:%|per\s?cent|percent)", re.IGNORECASE)
_ENDS_RANGE = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d.]*\s?(?:%|per\s?cent|percent)?\s?(?:to|-|–|—)\s*$", re.IGNORECASE
)
"""Before a percentage that ends one."""
_HOLDS = re.compile(
    r"\b(?:holds?|held|accounts? for|accounted for|makes? up|made up|takes?|took|represents?|represented|brings? in|"
    r"with|has|have|had)\s(?:(?:just|about|nearly|almost|over|some|around|roughly)\s)*$",
    re.IGNORECASE,
)
"""Before a fraction in words that ends its clause: what the market is meant of."""
_MAKES = re.compile(
    r"\b(?:m(?:akes?|ade) up|accounts? for|accounted for|represents?|represented)\s(?:\w+\s){0,2}$", re.I
)
"""Of these, what says of whatever follows that it is a whole."""
_ENDS = re.compile(r"\s*(?:[.,;]|$|and\b|while\b)")


def is_rate(line: Said, figure: Figure) -> bool:
    """Whether the percentage is a rate of growth, by the words nearest to it."""
    if line.kind == "row":
        named = named_by(line, figure)
        if len(line.cells) == 2 and not line.heads and is_of_rates(line.caption):
            return "share" not in named.lower()
        return bool(RATE.search(named) or _CHANGE.search(named)) and "share" not in named.lower()
    return _is_rate(line, figure) or _in_run(line, figure) or _follows_rate(line, figure)


def is_of_rates(caption: str) -> bool:
    """Whether a table's caption says that its figures are rates: `CAGR 2026-2035 - Market by End Use`."""
    return bool(STRONG_RATE.search(caption)) and len(caption) < 100 and not _PART_OF.search(_MARKET_BY.sub("", caption))


_MARKET_BY = re.compile(r"\b(?:the )?market\b", re.IGNORECASE)


def _follows_rate(line: Said, figure: Figure) -> bool:
    """Whether it follows a rate as one more: `… with 4.4% and 5%`."""
    before, after = around(line, figure)
    clause = re.split(r";\s|\.\s", before)[-1]
    number = _number(line, figure)
    last = line.percents[number - 1] if number else None
    follows = _FOLLOWS.search(clause)
    follows = None if follows and _PART_OF.search(follows.group()) else follows
    if _OF_WHOLE.match(after):
        return False
    if last is None:
        told = line.before.percents if follows and line.before else ()
        return bool(told) and line.before is not None and _is_rate(line.before, told[-1])
    joined = re.fullmatch(
        r"\s?(?:,|and|,? and|to|or)\s?|"
        r",?\s(?:and\s|while\s|whereas\s)?(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
        r"\s(?:at|by)\s(?:a\s)?",
        line.text[position(line, last) + len(last.text) : position(line, figure)],
    )
    if not joined and not follows:
        return False
    return is_rate(line, last)


def _number(line: Said, figure: Figure) -> int:
    """Which of the line's percentages it is, from 0."""
    return bisect_left(line.percents, figure.span.start, key=lambda f: f.span.start)


_DENIED = re.compile(
    r"\b(?:neither|none|nobody|no (?!more\b|less\b|fewer\b|longer\b)\w+|not (?:a single|one|any))\b", re.IGNORECASE
)
"""Before a percentage that somebody is said not to reach."""
_OF_WHOLE = re.compile(
    r"^\s*(?:of (?:the |all |total |global |its |their |world )*(?:\w+\s){0,2}?(?:market|revenues?|sales|demand|"
    r"volume|value|"
    r"consumption|output|production|units|capacity|spending|spend|shipments)|"
    r"of (?:all\s\w+|the (?:world|whole|total))|(?:market |revenue |value |volume )?share)\b",
    re.IGNORECASE,
)
"""Behind a percentage that is a part, whatever grows in its sentence."""
_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|come(?:s)? (?:next|second|third|behind|after)|trail(?:s|ed)?|against|versus|"
    r"compared (?:with|to)|"
    r"ahead of|before|(?:where|while|when|and) (?:it|this|that) (?:was|is|had been))\b[^.;%]{0,60}$",
    re.IGNORECASE,
)
"""Before a percentage of the kind of that before it: `India is to grow by 5% and Oman follows with 4%`."""
_CHANGE = re.compile(r"\bgrowth\b|\bchange\b.*\byear\b", re.IGNORECASE)
"""Names rates in a table."""
_NO_RUN = re.compile(
    r"\bshares?\b|\baccount|\bcontribut|\bcaptur|\bheld\b|\bholds?\b|[.!?]\s|\b(?:its|their|of|from|is|are|was|"
    r"were|has|have)\b",
    re.IGNORECASE,
)


def _in_run(line: Said, figure: Figure) -> bool:
    """Whether it stands in a series of rates: `CAGRs: India 7.4%, Vietnam 6.9%`, `India (7.4%) and Oman (5%) by "
    "CAGR`."""
    if not STRONG_RATE.search(line.opening) or len(line.text) > 2 * WINDOW or _OF_WHOLE.match(around(line, figure)[1]):
        return False
    at = _number(line, figure)
    for run in (reversed(line.percents[: at + 1]), line.percents[at:]):
        for one, other in pairwise(run):
            first, last = sorted((one, other), key=lambda f: f.span.start)
            between = line.text[position(line, first) + len(first.text) : position(line, last)]
            if len(between) > 50 or not re.search(r"\w", between) or RATE.search(between) or _NO_RUN.search(between):
                break
            if _is_rate(line, other):
                return True
    return False


def _is_rate(line: Said, figure: Figure) -> bool:
    before, after = around(line, figure)
    if _SHARE_FROM.search(before) or _is_level(before, after) or _is_of_growth(before, after):
        return False
    if RATE_AFTER.match(after):
        return True
    if _OF_WHOLE.match(after) or (_FROM.search(before) and _OF_SOME.match(after)) or _TO_PART.search(before):
        return False
    if UP_FROM.search(before[-40:]) or (OVER_YEARS.search(before[-NEAR:]) and not _PART_OF.search(before[-80:])):
        return True
    if _FROM_TO.match(after):
        return True
    before = _ASIDE.sub(" ", before)
    clause = re.split(r";|,\s(?:while|and|but|with(?! a))|(?<!\best)(?<!approx)\.\s", before)[-1]
    strong = list(STRONG_RATE.finditer(clause))
    share = list(_SHARED.finditer(clause))
    if strong:
        return not share or strong[-1].start() > share[-1].start()
    near = clause[-45:]
    return bool(RATE.search(near)) and not share


_SHARE_FROM = re.compile(r"\bshares?\b[^.;%]{0,60}\bfrom\s(?:[\d.]+\s?(?:%|per\s?cent|percent)\sto\s)?$", re.IGNORECASE)
"""Before one of the two shares between which a share moved."""
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)


def _is_level(before: str, after: str) -> bool:
    """Whether it is one of two levels between which a part moved: `mail order fell from 13% in 2021 to 4.9%`."""
    moved = _MOVED_FROM.search(before)
    second = moved is not None and "%" in moved["first"]
    return moved is not None and not RATE_NAMED.search(moved["who"]) and (second or bool(_MOVED_TO.match(after)))


_MOVED_FROM = re.compile(
    r"(?P<who>[^.;%]{0,60})\b(?:fell|rose|dropped|climbed|slipped|grew|went|declined|increased|shrank|up|down)\s(?:\w+\s)?from\s"
    r"(?P<first>(?:[\d.]+\s?%\s(?:in\s(?:19|20)\d\d\s)?to\s)?)(?:\w+\s)?$",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(r"\s(?:in\s(?:19|20)\d\d\s)?to\s(?:\w+\s)?[\d.]+\s?%")
RATE_NAMED = re.compile(
    r"\b(?:growth|cagr|rates?|pace|margins?|tax|dut(?:y|ies)|tariffs?|interest|inflation|yields?|fees?|ratio)\b", re.I
)
"""Names what is measured in percent and is no part of a whole."""
_OF_SOME = re.compile(r"\s*of\s(?!(?:which|it)\b)[a-z]")
_TO_PART = re.compile(r"\bfrom\s[\d.]+\s?(?:%|per\s?cent|percent)\sof\s[a-z][^.;%]{2,60}\sto\s*$", re.IGNORECASE)
"""Before the second of two parts of the same: `rose from 12% of exports in 2018 to 17%`."""
_SHARED = re.compile(
    r"\bshare\b|\baccount|\bcontribut|\bcaptur|\bheld\b|\bholds?\b|\bm(?:akes?|ade) up\b|\bst(?:an|"
    r"oo)ds? for\b",
    re.IGNORECASE,
)
"""What a clause that tells of a part holds."""
_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
"""In brackets before a percentage: another figure, whatever that is."""
_FROM_TO = re.compile(
    r",?\s+from\s(?:[A-Z]{2,3}\s?)?[$€£¥₹]?\s?\d[\d.,]*\s[a-z]+\b[^.;%]{0,30}\sto\s(?:[A-Z]{2,3}\s?)?[$€£¥₹]?\s?\d"
)
"""Behind a percentage: the values between which it is the rate."""


def named_by(line: Said, figure: Figure) -> str:
    """What names a figure in a row: the head of its column and the row's first cell; without heads, the other cells."""
    own, head = _column(line, figure), head_of(line, figure)
    beside = [cell for i, cell in enumerate(line.cells[:6]) if i != own]
    return f"{head} {beside[0] if head and beside else ' '.join(beside)}"


def head_of(line: Said, figure: Figure) -> str:
    """The head of the column that a figure of a row stands in; empty where the table has none."""
    own = _column(line, figure)
    return line.heads[own] if 0 <= own < len(line.heads) else ""


def _column(line: Said, figure: Figure) -> int:
    return next((i for i, cell in enumerate(line.at.cells) if cell.start <= figure.span.start < cell.end), -1)


def position(line: Said, figure: Figure) -> int:
    """Where in the line as read the figure begins."""
    return bisect_left(line.shown.offsets, figure.span.start)


def around(line: Said, figure: Figure) -> tuple[str, str]:
    """What stands before and after the figure in the line, as read, as far as it can matter."""
    if figure not in line.sides:
        line.sides[figure] = _around(line, figure)
    return line.sides[figure]


def _around(line: Said, figure: Figure) -> tuple[str, str]:
    at = position(line, figure)
    end = at + len(figure.text)
    before = line.text[max(0, at - WINDOW) : at]
    qualifier = re.search(
        r"(?:over|more than|nearly|about|around|approximately|roughly|almost|close to|up to|some|an estimated|"
        r"est\.|estimated|"
        r"approx\.)\s*$",
        before,
    )
    return (before[: qualifier.start()] if qualifier else before), line.text[end : end + WINDOW]
