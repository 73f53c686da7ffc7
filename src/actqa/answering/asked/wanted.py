"""What a question for a list asks to be listed."""

import re
from dataclasses import dataclass

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.question import Question
from actqa.answering.asked.words import stem, stems, words

BESIDE = 0.25
"""Weight of a word that stands outside of what is named to be listed."""

_OPENING = re.compile(
    r"^(?:(?:please|ok|and|so|but|can|could|would|you|do|i|need|want|also|just|hi|hey)\b[, ]*)*"
    r"(?:(?:through|in|by|into|on|across|for|to|from|along|under|with|within) )?"
    r"(?:which|what|list(?: of)?|names? of|name|give|show|tell|enumerate|how many|number of|who|whom)?\b"
    r"(?: (?:is|are|was|were|me|us|all|of|the|a|an|any|out|main|key|major|top|leading|biggest|largest|important|"
    r"prominent|different|various|its|their)\b)*\s*"
)
_END = re.compile(
    r"\s(?:is|are|was|were|do|does|did|has|have|had|can|will|would|should|there|that|in|per|within|under|at|on|to|"
    r"from|use|uses|buy|need|consume|serve|adopt|employ|into which|by which|"
    r"according|based|with|as|among|used|and (?:which|what|how|name|who)|the report|the market|it|this|they|named?|"
    r"mentioned|covered|included|listed|profiled|looked|analy[sz]ed|considered|featured|make|makes|sell|grows?|leads?|expands?|dominates?|holds?)\b|"
    r"[?!.,;:]"
)
_JOINED = re.compile(
    r"^(?:\w+ )?(?:types?|kinds?|list|breakdown|segmentation|split|names?|categories|segments?|sub-?segments?|"
    r"groups?|"
    r"parts?|number|sorts?|forms?|classes|varieties|market|revenue) (?:of|by|for) (?:the )?"
)


_IN_OTHER_WORDS = re.compile(r",? ?\b(?:i\.e\.|that is to say|namely)[, ]+")
_PARTS = re.compile(r"\s*(?:,| and | & | or |/)\s*(?:by |the )*")


FEW = 2
"""Words of a phrase in which a weak one is the name of what is asked for: `types`, `product types`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed."""

    topics: tuple[str, ...]
    """Keys of `list_words.TOPICS`, in the order asked."""
    phrase: str
    """What the question names to be listed."""
    weights: dict[str, float]
    """Stems of what is asked for, up to 1 for those of the phrase."""
    full: dict[str, float]
    """The same, with words that ask for a topic: `company sizes`."""
    parts: tuple[str, ...]
    """Of the phrase, where it names several lists."""
    said: frozenset[str]
    """Words of the question."""

    @property
    def is_plain(self) -> bool:
        """Whether nothing says which list."""
        return not self.weights


def wanted(question: Question, subject: frozenset[str]) -> Wanted:
    """The topics, and the words that choose a dimension; `subject` has the stems that tell no list from another."""
    lower = list_words.united(in_other_words(question.text.lower()))
    return _wanted(lower, _phrase(lower), subject)


def asks_what_holds_back(lower: str, subject: frozenset[str]) -> bool:
    """Whether it asks for what holds the market back, under any name of it: `What holds humanoids back?`"""
    found = list_words.HOLDS_BACK.match(lower)
    return found is not None and stems(_MARKET.sub(" ", found["what"])) <= subject


_MARKET = re.compile(r"\b(?:market|growth|demand|adoption|industry|expansion|sales|it|business|this|its)(?:['’]s)?\b")


def in_other_words(lower: str) -> str:
    """What comes after `i.e.`, where the question puts itself in other words."""
    return _IN_OTHER_WORDS.split(lower)[-1]


def part_of(asked: Wanted, part: str, subject: frozenset[str]) -> Wanted:
    """The question for one of several lists by itself."""
    return _wanted(part, part, subject)


def _wanted(lower: str, phrase: str, subject: frozenset[str]) -> Wanted:
    said, within = words(lower), words(phrase)
    topics = _topics(within) or _topics(said)
    if list_words.WHO.match(lower):
        topics = ("players",)
    if asks_what_holds_back(lower, subject):
        topics = ("restraints",)
    weights: dict[str, float] = {}
    if "areas" in within and within[0] != "areas" and topics == ("regions",) and _chooses(within[0]):
        topics = ()
    for word in said:
        if not _chooses(word) and not (word == "uses" and word in (*within[-1:], *within[:1])):
            continue
        for part in {word, *word.split("-")}:
            weight = (1.0 if word in within and not (within[0] == "uses" != word) else BESIDE) * (
                0.4 if word in list_words.WEAK else 1.0
            )
            weights[stem(part)] = max(weights.get(stem(part), 0.0), weight)
    if not weights and len(within) <= FEW:
        weights = {stem(word): 1.0 for word in within if word in list_words.WEAK}
    own = {s: w for s, w in weights.items() if not _is_of(s, subject)}
    nouns = (word for word in within if word in list_words.TOPIC_OF and not _DOES.fullmatch(word))
    topical = {stem(word): 1.0 for word in nouns if topics}
    parts = tuple(_PARTS.split(phrase))
    return Wanted(topics, phrase, own, own | topical, parts if len(parts) > 1 else (), frozenset(said))


LETTERS = 6
"""Fewest letters by which a word is known that goes on from another: machine, machinery."""


def _is_of(stemmed: str, subject: frozenset[str]) -> bool:
    """Whether it is one of the market's own words, or another form of one."""
    return stemmed in subject or any(
        len(short) >= LETTERS and long.startswith(short) and len(long) <= len(short) + 3
        for short, long in (sorted((stemmed, own), key=len) for own in subject)
    )


def _phrase(lower: str) -> str:
    rest = lower[opening.end() :] if (opening := _OPENING.match(lower)) else lower
    joined = _JOINED.match(rest)
    at = joined.end() if joined else 0
    end = _END.search(rest, at)
    return (rest[: end.start()] if end else rest).strip() or lower


def _topics(said: list[str]) -> tuple[str, ...]:
    found = (list_words.TOPIC_OF.get(part, "") for word in said for part in (word, *word.split("-")))
    return tuple(dict.fromkeys(topic for topic in found if topic))


_DOES = re.compile(r"[a-z]+ing|drives|fuels|hampers|hinders|impedes|restrains|competes")
"""Words for a topic that tell what is done, and name no dimension."""
_NO_CHOICE = (list_words.PLAIN, list_words.NOT_LISTED, frozenset(list_words.COUNT_WORDS))


_SUB = re.compile(r"sub-?(?:us|typ|segment|categor|group|class|sector|application|product|part|kind)")
"""What a part of the market is parted into."""


def _chooses(word: str) -> bool:
    """Whether the word may tell one list from another."""
    bare = word.strip(".-")
    if _SUB.match(bare):
        return False
    if len(bare) < 2 or bare.isdigit() or any(word in table for table in _NO_CHOICE):
        return False
    asks = word in vocabulary.STOP_WORDS or word in vocabulary.SOFT or word in vocabulary.VERBS
    return not asks and word not in list_words.TOPIC_OF
