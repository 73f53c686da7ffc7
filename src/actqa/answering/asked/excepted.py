"""What a question leaves out: `Which packages are there besides glass?`"""

import re

from actqa.answering.asked import vocabulary
from actqa.answering.asked.words import stems, words

_TOPICAL = frozenset(word for listed in vocabulary.TOPICS.values() for word in listed.split())
"""Words that ask for lists, and name nothing that could be left out of one."""
_BESIDES = r"(?:apart from|aside from|other than|besides|in addition to|not counting)"
_EXCEPTED = re.compile(
    rf"^{_BESIDES} (?P<first>[^,?]+), (?=\w)|[, ]+{_BESIDES} (?P<last>[^?]+?)(?=\W*$)", re.IGNORECASE
)


def without_excepted(text: str) -> tuple[str, frozenset[str]]:
    """The question without what it leaves out, and the stems of that."""
    found = _EXCEPTED.search(text)
    if found is None:
        return text, frozenset()
    out = found["first"] or found["last"]
    if all(word in _TOPICAL or word in vocabulary.STOP_WORDS for word in words(out)):
        return text, frozenset()
    return (text[: found.start()] + text[found.end() :]).strip(), stems(out)
