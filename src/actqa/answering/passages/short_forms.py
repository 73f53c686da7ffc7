"""What a short form stands for: the first sentence that writes it out."""

import re

from actqa.answering.draft import Asked, Draft, Drafted

_SHORT = r"(?P<{}>[A-Za-z][\w-]{{1,7}})"
_ASKS = (
    re.compile(rf"what (?:does|do|is) (?:an? |the )?{_SHORT.format('short')} (?:stand for|short for)\b", re.IGNORECASE),
    re.compile(rf"(?:what(?:'s|’s| is) the )?(?:full|long) form of {_SHORT.format('short')}\b", re.IGNORECASE),
    re.compile(rf"{_SHORT.format('short')} (?:stands for|full form|is short for)\b", re.IGNORECASE),
)


def compose_short_form(asked: Asked) -> Drafted | None:
    """The sentence; None where something else is asked, or the report does not write it out."""
    found = next((match for asks in _ASKS if (match := asks.match(asked.said or asked.question.text))), None)
    if found is None:
        return None
    short = re.escape(found["short"])
    written_out = re.compile(rf"\w\s?\({short}s?\)|(?<![\w-]){short}s?\s\([a-z][a-z' -]+\)", re.IGNORECASE)
    unit = next((u for u in asked.view.units if not u.is_head and written_out.search(u.text)), None)
    return None if unit is None else Drafted((Draft(unit.text, (unit.unit.content,)),))
