"""Which words a model knows as wholes, and how common each is: a word list that is there already."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from actqa.errors import EncoderError

LETTERS = 3
"""Below which an entry is rather a letter or a syllable."""
_INFLECTED = (
    *(("ies", "y"), ("ied", "y"), ("s", ""), ("ly", "")),
    *(("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("zes", "z"), ("oes", "o")),
    *((ending, instead) for ending in ("ed", "ing", "er", "ers") for instead in ("", "e")),
)
"""Endings, and what stands in their place in the word itself."""
_DOUBLING = ("ed", "ing", "er", "ers")
"""Endings before which a last letter is doubled."""


@lru_cache(maxsize=4)
def word_ranks(folder: Path) -> Mapping[str, int]:
    """Whole words of the tokenizer → 1 for the commonest, and so on; empty for a tokenizer of another kind.

    The vocabularies of BERT, and so MiniLM's, are sorted by how often a word occurs in books and Wikipedia (Devlin et
    al., 2018, take them from WordPiece, which keeps that order). Raises EncoderError.
    """
    file = folder / "tokenizer.json"
    if not file.is_file():
        return MappingProxyType({})
    try:
        model = json.loads(file.read_text("utf-8"))["model"]
        entries = model["vocab"] if model["type"] == "WordPiece" else {}
        kept = sorted((at, word) for word, at in entries.items() if len(word) >= LETTERS and word.isalpha())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderError(f"{file} is not the description of a tokenizer: fetch the model again.") from error
    return MappingProxyType({word: rank for rank, (_, word) in enumerate(kept, 1)})


def rank_of(word: str, ranks: Mapping[str, int]) -> int | None:
    """Of the word, or of the one that it is a form of; None for one that is not known."""
    if word in ranks:
        return ranks[word]
    return min((ranks[bare] for bare in _bare(word) if bare in ranks), default=None)


def _bare(word: str) -> list[str]:
    """What it may be a form of: profited of profit, stopping of stop."""
    found = []
    for ending, instead in _INFLECTED:
        root = word.removesuffix(ending)
        if root != word and len(root + instead) >= LETTERS:
            found.append(root + instead)
            if root[-1:] == root[-2:-1] and not instead and ending in _DOUBLING:
                found.append(root[:-1])
    return found
