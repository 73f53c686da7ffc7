"""What an answer is to be counted in: a currency, a symbol such as GW, any money, or any quantity."""

import re

from actqa.figures.grammar import CURRENCY_WORDS, SYMBOLS

_MONEY = re.compile(
    r"\b(?:worth|revenues?|money|valued|in value|value terms|turnover|spend(?:ing)?|how many (?:million|billion))\b|\$"
)
_VOLUME = re.compile(
    r"\b(?:volumes?|tonnage|tons?|tonnes?|quantit(?:y|ies)|capacity)\b"
    r"|(?:^|[,;(] ?|\b(?:in|how many|number of|million|thousand|mn|m) )units\b"
    r"|\bunits (?:sold|shipped|delivered|made|built)\b|\bunit (?:sales|volumes?|shipments)\b"
)
_SYMBOL = re.compile(rf"(?<![\w$])(?:{'|'.join(sorted(SYMBOLS, key=len, reverse=True))})(?![\w-])")


_TIMED = re.compile(
    r"\bhow many (days|weeks|months|hours)\b|\bhow long (?:does|do|did|will|is|are|was|were|must)\b(?!.*\bdoubl)"
)


def unit_asked(lower: str) -> str:
    """An ISO currency, a symbol as figures have it, `money` for any currency, `volume` for any quantity; or empty."""
    for word, currency in CURRENCY_WORDS.items():
        if word in lower and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower):
            return currency
    if re.search(r"\bdollars?\b|us\$|\$", lower):
        return "USD"
    if re.search(r"\brupees?\b|₹|\brs\b|\bcrores?\b", lower):
        return "INR"
    if timed := _TIMED.search(lower):
        return timed[1] or "time"
    if symbol := _SYMBOL.search(lower):
        return SYMBOLS[symbol.group()]
    return "volume" if _VOLUME.search(lower) else "money" if _MONEY.search(lower) else ""
