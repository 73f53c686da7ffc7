"""Which of a report's lists a question asks for: by the words of the title, else by closeness of meaning."""

from collections.abc import Iterable
from functools import cache

from actqa.answering.asked import list_words
from actqa.answering.asked.wanted import Wanted
from actqa.answering.asked.words import stem
from actqa.answering.seen.listings import Listing
from actqa.answering.seen.view import ReportView

ENOUGH = 0.55
"""Of a score of 1: what a list must have to be the one that is asked for."""
LEVEL = 0.08
"""How much less than the best a list may have to be given beside it."""
MOST = 4
CLOSE = 0.45
"""Cosine from which a title in other words is taken for what is asked for; the next must be `CLEAR` below."""
CLEAR = 0.06
ALIKE = 0.7
"""What a word counts that means the same in other reports."""


def by_words(
    weights: dict[str, float], listings: Iterable[Listing], subject: frozenset[str]
) -> list[tuple[float, Listing]]:
    """The lists whose titles say what is asked for, with their scores, best first."""
    scored = [(score(weights, listing, subject), listing) for listing in listings]
    return sorted((pair for pair in scored if pair[0] >= ENOUGH), key=lambda pair: -pair[0])


def score(weights: dict[str, float], listing: Listing, subject: frozenset[str]) -> float:
    """0.6 for how much of what is asked the title says, 0.4 for how much of the title is asked.

    A list of the text has to say it in the same words.
    """
    total = sum(weights.values())
    if not total:
        return 0.0
    near, wide = listing.stems, listing.wide
    alike = ALIKE if listing.kind != "text" or listing.is_split else 0.0
    said = sum(w * max(_likeness(s, near, alike), 0.6 * (s in wide)) for s, w in weights.items())
    label = [word for word in listing.words if not word & subject] or listing.words
    back = sum(_weight(word) * max(_likeness(s, weights, alike) for s in word) for word in label)
    back /= sum(map(_weight, label)) or 1.0
    return 0.6 * said / total + 0.4 * back if said and back else 0.0


def by_meaning(asked: Wanted, view: ReportView, listings: list[Listing]) -> Listing | None:
    """The list whose title, or whose title and items, is clearly nearest to what is asked for."""
    if not listings or not asked.phrase:
        return None
    titles = tuple(listing.title for listing in listings)
    whole = tuple(f"{listing.title}: {', '.join(item.name for item in listing.items[:8])}" for listing in listings)
    near = view.names.nearness(asked.phrase, titles + whole)
    best = [max(near[i], near[i + len(titles)]) for i in range(len(titles))]
    order = sorted(range(len(titles)), key=lambda i: -best[i])
    clear = len(order) < 2 or best[order[0]] - best[order[1]] >= CLEAR
    return listings[order[0]] if best[order[0]] >= CLOSE and clear else None


def is_like(word: str, listing: Listing) -> bool:
    """Whether a stem is one of the list's title, or of what it is called elsewhere."""
    return _likeness(word, listing.stems, ALIKE) > 0


def _weight(word: frozenset[str]) -> float:
    return 0.4 if word & _weak() else 1.0


def _likeness(word: str, others: Iterable[str], alike: float) -> float:
    """1 for a stem that is there, or one that goes on from it; less for one that is another word for it."""
    among = frozenset(others)
    if word in among or any(goes_on(word, other) for other in among):
        return 1.0
    return alike if any(_groups(word) & _groups(other) for other in among) else 0.0


def goes_on(word: str, other: str) -> bool:
    """`flavor` and `flavored`."""
    short, long = sorted((word, other), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) <= len(short) + 3


@cache
def _weak() -> frozenset[str]:
    plain = (*list_words.WEAK, *list_words.PLAIN)
    return frozenset(map(stem, plain))


@cache
def _groups(word: str) -> frozenset[int]:
    return frozenset(i for i, group in enumerate(list_words.ALIKE) if word in {stem(w) for w in group.split()})
