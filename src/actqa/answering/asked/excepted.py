"""What a question leaves out: `Which packages are there besides glass?`, `How big is the market without batteries?`"""

import re

from actqa.answering.asked import vocabulary
from actqa.answering.asked.words import stems, words

_TOPICAL = frozenset(word for listed in vocabulary.TOPICS.values() for word in listed.split())
"""Words that ask for lists, and name nothing that could be left out of one."""
_BESIDES = r"(?:apart from|aside from|other than|besides|in addition to|not counting)"
_EXCEPTED = re.compile(
    rf"^{_BESIDES} (?P<first>[^,?]+), (?=\w)|[, ]+{_BESIDES} (?P<last>[^?]+?)(?=\W*$)", re.IGNORECASE
)


_LEFT_OUT = (
    r"(?:without|excluding|exclusive of|excl\.?|not (?:including|counting)|leaving out|except(?: for)?|apart from|"
    r"aside from|other than|ex(?=[ -](?!factory|works|post|ante|dividend)))"
)
_TAKEN_IN = r"(?:(?<!not )(?:including|counting)|inclusive of|incl\.?|together with)"
_SCOPED = re.compile(
    rf"(?:^|[,(\s]+){_LEFT_OUT}[\s-]+(?P<out>(?:(?!\s(?:in|by|for|from|at|over|between|during|was|is|will|did|does|"
    r"revenues?|sales|markets?|sizes?|values?|cagr|growth)\b)[^?,;)])+)\)?",
    re.IGNORECASE,
)
_TELLS_OF = r"\W+(?P<what>[^.;)]{2,60})"
_LEAVES_OUT = re.compile(rf"\b(?:exclud(?:es?|ed|ing)|{_LEFT_OUT})\b{_TELLS_OF}", re.IGNORECASE)
_TAKES_IN = re.compile(rf"\b(?:(?<!not )includ(?:es?|ed|ing)|{_TAKEN_IN})\b{_TELLS_OF}", re.IGNORECASE)
_WITH = re.compile(
    rf",? ?\(?\b{_TAKEN_IN}\s(?P<what>[\w &/-]{{3,40}}?)\)?(?=\W*$|,? (?:in|by|for) (?:19|20)\d\d)", re.IGNORECASE
)
HALF = 0.5


def without_left_out(text: str) -> tuple[str, str]:
    """The question without what is not to be part of its figure, and that."""
    found = _SCOPED.search(text)
    if found is None or not stems(found["out"]):
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), found["out"].strip()


def without_taken_in(text: str) -> tuple[str, str]:
    """The question without what is to be part of its figure as well, and that."""
    found = _WITH.search(text)
    return (_WITH.sub("", text), found["what"].strip()) if found else (text, "")


def leaves_out(text: str, out: str) -> bool:
    """Whether a text says that what is asked for is left out."""
    return _tells_of(_LEAVES_OUT, text, out)


def takes_in(text: str, thing: str) -> bool:
    """Whether a text says that it is included."""
    return _tells_of(_TAKES_IN, text, thing)


def sets_apart(text: str) -> bool:
    """Whether a text says of anything that it is left out, or included."""
    return bool(_LEAVES_OUT.search(text) or _TAKES_IN.search(text))


def _tells_of(way: re.Pattern[str], text: str, thing: str) -> bool:
    """Whether a text says so of all of these words' things, or of the first word's with half of the others: the first
    tells what kind, as covid does of covid shots."""
    asked = stems(thing)
    first = next((said for word in words(thing) if (said := stems(word))), frozenset[str]())
    told = (stems(found["what"]) for found in way.finditer(text))
    return any(first & said and len(asked & said) >= HALF * len(asked) for said in told)


def without_excepted(text: str) -> tuple[str, frozenset[str]]:
    """The question without what it leaves out, and the stems of that."""
    found = _EXCEPTED.search(text)
    if found is None:
        return text, frozenset()
    out = found["first"] or found["last"]
    if all(word in _TOPICAL or word in vocabulary.STOP_WORDS for word in words(out)):
        return text, frozenset()
    return (text[: found.start()] + text[found.end() :]).strip(), stems(out)
