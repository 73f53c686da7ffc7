"""The competitors a report names, each once, with the lists that it stands in."""

from dataclasses import dataclass, field

from actqa.facts.names import company_key
from actqa.facts.players.roster import Roster
from actqa.facts.types import Evidence, Player
from actqa.reading import Report, Span


@dataclass
class _Found:
    """A competitor as it is put together."""

    name: str
    note: str = ""
    lists: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def players(report: Report) -> tuple[Player, ...]:
    """Every competitor once, named as first listed, or, where only running text names it, as first said there."""
    found: dict[str, _Found] = {}
    page = Roster(report)
    for name, note, title, place in page.names():
        one = found.setdefault(company_key(name), _Found(name))
        one.name = name if place not in page.told and page.told.issuperset(one.spans) else one.name
        one.note = one.note or note
        one.spans.append(place)
        if title and title not in one.lists:
            one.lists.append(title)
    return tuple(_row(report, one) for one in _shortened(found, page.told))


def _shortened(found: dict[str, _Found], told: set[Span]) -> list[_Found]:
    """The competitors, those put with others that running text alone names, by a part of another's name."""
    full = {k for k, one in found.items() if not told.issuperset(one.spans)}
    holding: dict[str, list[str]] = {}
    for k in full:
        for word in k.split():
            holding.setdefault(word, []).append(k)
    out = []
    for k, one in found.items():
        near = holding.get(k.split()[0], ()) if k not in full and k else ()
        longer = [name for name in near if f" {k} " in f" {name} "]
        if len(longer) == 1:
            found[longer[0]].spans += one.spans
        else:
            out.append(one)
    return out


def _row(report: Report, one: _Found) -> Player:
    places = sorted(set(one.spans))
    return Player(
        name=one.name,
        note=one.note,
        listed_in=tuple(one.lists),
        evidence=tuple(Evidence.at(report, place) for place in places),
    )
