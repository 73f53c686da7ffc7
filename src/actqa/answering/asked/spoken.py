"""The words that questions are asked with, whatever the report."""

import re
from functools import cache

from actqa.answering.asked import vocabulary
from actqa.places import everywhere


@cache
def asking_words() -> frozenset[str]:
    """All words of the tables of asking words, and of the names of places, in lower case."""
    patterns = (*vocabulary.METRICS.values(), *vocabulary.OPERATIONS.values(), vocabulary.PASSAGE_OPENERS.pattern)
    tables = (vocabulary.STOP_WORDS, vocabulary.SOFT, vocabulary.VERBS, vocabulary.MONTHS, vocabulary.ASPECTS)
    listed = {word for text in vocabulary.TOPICS.values() for word in text.split()}
    listed |= {word for table in tables for word in table} | set(vocabulary.ABBREVIATIONS)
    listed |= {word for pattern in patterns for word in re.findall(r"[a-z]{4,}", pattern)}
    listed |= set("one two three four five six seven eight nine ten twelve twenty".split())
    listed |= set(
        "contradict contradicts contradiction contradictions contradicting inconsistent disagree clash".split()
    )
    return frozenset(listed | {word for name in everywhere() for word in name.lower().split()})
