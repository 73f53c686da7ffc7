"""Which companies stand in all lists of players: `Who is in both lists?`"""

import re
from itertools import combinations

from actqa.answering.draft import Asked, Drafted
from actqa.answering.lists.members import named_under
from actqa.facts.types import Player

_ASKS = re.compile(
    r"\b(?:in|on|under|by|across|of) (?:both|all|each|every)(?: (?:of )?(?:the|its|these|those))?"
    r"(?: (?:two|three|\w+ed))? (?:players? |compan(?:y|ies) |vendors? |competitors? )?lists?\b|"
    r"\b(?:common to|shared by|overlap (?:of|between)) (?:both |all |the )(?:two |three )?"
    r"(?:players? |compan(?:y|ies) |vendors? )?lists\b",
    re.IGNORECASE,
)
MOST = 12


def compose_in_both(asked: Asked) -> Drafted | None:
    """Each such company with the lists that name it; None where that is not asked."""
    if not _ASKS.search(asked.question.text):
        return None
    players = asked.view.facts.players
    titles = _differing(players)
    drafts = (named_under(asked, it, titles) for it in players if titles and set(titles) <= set(it.listed_in))
    looked = "I looked for companies that more than one list of players names"
    return Drafted(tuple(draft for draft in drafts if draft is not None)[:MOST], refusal=f"{looked} and found none.")


def _differing(players: tuple[Player, ...]) -> tuple[str, ...]:
    """The titles of the two lists that have least in common, of those that name any together; empty for one list."""
    held: dict[str, set[str]] = {}
    for player in players:
        for title in filter(None, player.listed_in):
            held.setdefault(title, set()).add(player.name)
    pairs = [(a, b) for a, b in combinations(held, 2) if held[a] & held[b]]
    return min(pairs, key=lambda pair: len(held[pair[0]] & held[pair[1]]), default=())
