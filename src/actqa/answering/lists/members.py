"""Whether a company is among the players: `Is Roche in there?`, `What of Novartis?`, where no sentence tells of it."""

import re
from collections.abc import Iterator, Sequence

from actqa.answering.asked.words import stems, words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.facts.types import Player
from actqa.reading import Span

_ASKS = re.compile(
    r"\b(?:players?|competitors?|rivals?|vendors?|compan(?:y|ies)|suppliers?|competes?|competing|listed|named|mention\w*|"
    r"included?|profiled?|covered?|active|present|role|in (?:there|here|it|the (?:report|list|market)))\b|"
    r"\b(?:what|how) about\b|\bwhat (?:does|do|is|are) .+ (?:do|doing|up to)\b|"
    r"\b(?:any(?:thing|one)?|something) (?:on|about|from)\b",
    re.IGNORECASE,
)
_FORMS = frozenset(
    "inc ltd llc corp corporation co company plc ag sa se gmbh nv bv ab limited pvt group holdings the and".split()
)


def compose_member(asked: Asked) -> Drafted | None:
    """The lists that name each company asked about; None where none of theirs is, or another thing is asked."""
    question = asked.question
    if question.metric or question.years or not _ASKS.search(question.text):
        return None
    said = words(question.text)
    named = [player for player in asked.view.facts.players if _is_named(player, said)]
    drafts = tuple(draft for it in named if (draft := named_under(asked, it, it.listed_in)) is not None)
    return Drafted(drafts) if drafts else None


def _is_named(player: Player, said: list[str]) -> bool:
    """Whether the words of the name, but for its legal form, follow one another in what is said."""
    name = [word for word in words(player.name) if word.strip(".,") not in _FORMS]
    telling = any(len(word) > 2 for word in name) and bool(stems(" ".join(name)))
    spoken = [word for word in said if word not in _FORMS]
    return telling and any(spoken[at : at + len(name)] == name for at in range(len(spoken)))


def named_under(asked: Asked, player: Player, listed_in: Sequence[str]) -> Draft | None:
    """That the lists with these titles name the company; None where the titles are empty."""
    titles = [title for title in listed_in if title]
    places = tuple(Span(quote.start, quote.end) for quote in player.evidence)
    heads = tuple(span for title in titles for span in _heads(asked, title))
    if not titles or not places:
        return None
    lists = " and ".join(f"“{title.rstrip(': ')}”" for title in titles)
    named = f"{player.name} ({player.note})" if player.note else player.name
    return Draft(f"{named} is named under {lists}.", (*places, *heads), frame=("is named under",))


def _heads(asked: Asked, title: str) -> Iterator[Span]:
    """Where the list's title stands, if it does."""
    for unit in asked.view.units:
        if unit.text.rstrip(": ") == title.rstrip(": "):
            yield unit.unit.content
            return
