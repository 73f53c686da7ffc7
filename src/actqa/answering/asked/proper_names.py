"""The proper names of a question, words that belong together as one: `Osgood Boats`, `Kell`."""

from functools import lru_cache

from actqa.answering.asked.question import Question
from actqa.answering.asked.words import WORD, stem
from actqa.places import find

TITLE_CASE = 0.6
"""Part of a question's words in capitals from which they tell no names."""


def name_groups(question: Question) -> tuple[frozenset[str], ...]:
    """The stems of each name, in order; none where every word begins with a capital."""
    return _groups(question.own, question.names)


@lru_cache(maxsize=1024)
def _groups(text: str, names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    said = WORD.findall(text)
    places = {word for named in find(text, cased=False) for word in WORD.findall(text[named.start : named.end])}
    if sum(word[:1].isupper() for word in said[1:]) > TITLE_CASE * max(len(said) - 1, 1) and len(said) > SHORT:
        return ()
    groups: list[list[str]] = []
    last = -2
    for at, word in enumerate(said):
        bare = word.removesuffix("'s").removesuffix("’s")
        if bare not in names or bare in places or find(bare, cased=False):
            continue
        if at == last + 1:
            groups[-1].append(bare)
        else:
            groups.append([bare])
        last = at
    return tuple(frozenset(stem(word.lower()) for word in group) for group in groups)


SHORT = 4
"""Words of a question that may all be names: `Havre Garden market share`."""
