"""How many tokens a text is at most, by a rule of ours: tokenizers differ by model, and LangChain would download one.

A token of a byte-level vocabulary holds one byte at least and in English some four letters; to stay on the safe side
every four letters count as one, every digit, sign and line break, and every byte of what is not ASCII.
"""

import re

_TOKENS = re.compile(r"[A-Za-z]{1,4}|\n+|[^\sA-Za-z]")


def tokens(text: str) -> int:
    """The estimate."""
    return sum(1 if found.isascii() else len(found.encode(errors="replace")) for found in _TOKENS.findall(text))
