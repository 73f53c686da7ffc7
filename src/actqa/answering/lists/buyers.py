"""Who buys: `Who are the customers?`, `who buys this?`: the end users that the report lists, or a sentence on them."""

import re

from actqa.answering.asked.words import is_plain, stem, stems, words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.lists.choosing import is_like
from actqa.answering.passages.scoring import Scoring
from actqa.answering.refusal import refused

_WHO = r"(?:customers?|buyers?|users?|clients?|consumers?|clientele|purchasers?|target audience)"
"""End users are asked for as a list."""
_ASKS = re.compile(
    rf"(?:and |so )?(?:who|what) (?:are|is) (?:the |its |their )?(?:main |key |typical |target |usual )?{_WHO}\b|"
    rf"(?:and |so )?who (?:buys?|uses?|purchases?|consumes?|orders)\b|(?:the |its )?(?:main |key |target )?{_WHO}\W*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b{_WHO} (?:are|include|range|come)\b|"
    r"\b(?:bought|purchased|ordered|sold to|used) (?:mainly |mostly |chiefly )?by\b(?! \d)",
    re.IGNORECASE,
)
"""Tells who buys."""
SURE = 1.7
"""Certainty below which a sentence that speaks of buyers does not tell who they are."""


def compose_buyers(asked: Asked) -> Drafted | None:
    """The end users; None where another thing is asked, a refusal where nothing tells who they are."""
    question = asked.question
    asks = _ASKS.match(question.own)
    if asks is None or question.years or question.places or question.names or question.metric or question.leader:
        return None
    left = words(_ASKS.sub(" ", question.own))
    if any(not (is_plain(word) or stems(word) <= asked.view.subject) for word in left):
        return None
    listed = next((it for it in asked.view.listings if it.kind == "dimension" and is_like(stem("customer"), it)), None)
    if listed is not None:
        named = "; ".join(item.text for item in listed.items)
        return Drafted((Draft(f"{listed.lead}: {named}.", listed.evidence),))
    scoring = Scoring(asked)
    best = next((it for it in scoring.best() if _SAID.search(asked.view.units[it.at].text)), None)
    if best is None or best.score + scoring.nearest < SURE:
        return refused(asked)
    unit = asked.view.units[best.at]
    return Drafted((Draft(unit.text, (unit.unit.content,)),))
