"""Whether the places, companies, segments and products that a sentence names stand in what it cites, or govern it."""

import re

from actqa.answering.asked.vocabulary import TOPICS
from actqa.answering.gate.cited import Cited
from actqa.answering.gate.owned import same_name
from actqa.answering.gate.sentence import OTHERS, PLACE, UNSURE, Anchor, Sentence, is_firm
from actqa.places import find


def unnamed(sentence: Sentence, cited: Cited) -> str:
    """Why the sentence may not name what it names; empty where it may."""
    named = (*sentence.places, *(a for a in sentence.names if not _is_common(a, sentence)))
    taken = [anchor.span for anchor in named] + [f.span for f in sentence.figures]
    for anchor in (*named, *sentence.proper(taken)):
        if not _stands(anchor, sentence, cited):
            return f"{anchor.text} does not stand in what it cites"
    return ""


def _is_common(anchor: Anchor, sentence: Sentence) -> bool:
    """Whether it is a word in lower case that only some subject of a figure has made a name of."""
    return anchor.text.islower() and " " not in anchor.text and anchor.key not in sentence.known.parts


def _stands(anchor: Anchor, sentence: Sentence, cited: Cited) -> bool:
    if anchor.key in {"", OTHERS} or _spaced(anchor.text) in _spaced(cited.lower):
        return True
    if anchor.kind == PLACE:
        return anchor.key in cited.named
    bare = _BASED.sub("", anchor.text)
    if _spaced(bare) in _spaced(cited.lower) or any(place.name in cited.named for place in find(bare)):
        return True
    words = anchor.key.strip(UNSURE).split()
    if is_firm(anchor.text) and set(words) <= cited.known.subject | cited.known.title:
        there = " | ".join(read.sentence.text for read in cited.reads)
        return _spaced(_FORM.sub("", anchor.text)) in _spaced(there)
    if not anchor.key.startswith(UNSURE) and any(same_name(anchor.key, key) for key in cited.named):
        return True
    if anchor.key.startswith(UNSURE) and not sentence.values and _is_label(anchor, sentence):
        said = re.findall(r"[a-z]+", anchor.text.lower())
        return all(cited.known.says(word) or any(word in topic.split() for topic in TOPICS.values()) for word in said)
    if _is_demonym(anchor.text, cited):
        return True
    return (
        all(word in cited.stems for word in words)
        or _is_initials(anchor.text, cited.lower)
        or _has_initials(anchor.text, cited)
    )


_BASED = re.compile(r"-(?:based|led|listed|owned|made|born|style)$")
"""What is said of a name behind a hyphen: `Milan-based`."""


_FORM = re.compile(r",?\s(?:[A-Z][\w.]*)$")
"""The last word of a company's name, which says its legal form."""


def _spaced(text: str) -> str:
    """In lower case, with a space for a hyphen: `wet-food plant` is one for wet food."""
    return text.lower().replace("-", " ")


def _is_label(anchor: Anchor, sentence: Sentence) -> bool:
    """Whether it opens the sentence and a colon stands behind it."""
    return anchor.span.start <= 1 and sentence.text[anchor.span.end :].lstrip().startswith(":")


_DEMONYM = re.compile(r"[A-Z][a-z]{2,}(?:an|ean|ian|ese|ish|i|ic)s?")


def _is_demonym(text: str, cited: Cited) -> bool:
    """Whether it is who or what comes from a place there: Texan, of Texas."""
    if not _DEMONYM.fullmatch(text):
        return False
    named = re.findall(r"\b[A-Z][a-z]{3,}", " ".join(read.sentence.text for read in cited.reads))
    return any(name[:4] == text[:4] and abs(len(name) - len(text)) <= 3 for name in named)


def _has_initials(text: str, cited: Cited) -> bool:
    """Whether its initials stand there: the Food and Drug Administration, as FDA."""
    letters = "".join(word[0] for word in re.findall(r"[\w’']+", text) if word[0].isupper())
    whole = " ".join(f"{read.sentence.text} {read.around}" for read in cited.reads)
    return len(letters) > 2 and bool(re.search(rf"\b{letters}\b", whole))


def _is_initials(text: str, lower: str) -> bool:
    """Whether it is what words there begin with: UBI, of usage-based insurance."""
    letters = text.lower().removesuffix("s")
    if not text[:2].isupper() or not 2 <= len(letters) <= 6 or not letters.isalpha():
        return False
    return bool(re.search(r"[\s-]+(?:of\s|and\s|&\s|the\s)?".join(rf"\b{c}\w+(?:-\w+)?" for c in letters), lower))
