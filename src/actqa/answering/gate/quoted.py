"""Whether words in quotation marks stand in one place, word for word and in one piece."""

import re

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.sentence import Sentence

QUOTES = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_MARKS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


def misquoted(sentence: Sentence, cited: Cited) -> str:
    """Why the quoted words may not be given as quoted."""
    for found in QUOTES.finditer(sentence.text):
        words = next(filter(None, found.groups()))
        if sentence.text[: found.start()].endswith("under ") and words.lower() in sentence.known.text.lower():
            continue
        said = _plain(words)
        if said and not any(
            said in _plain(f"{read.sentence.text} | {read.said.text} | {read.around}") for read in cited.reads
        ):
            return f"“{words}” does not stand there word for word"
    return ""


def _plain(text: str) -> str:
    text = " ".join(text.translate(_MARKS).split()).strip(" .,;:!?")
    return text.lower()
