"""Beginnings of words that a text must hold to be worth looking through: found much faster than a pattern is."""


def holds(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of the stems, in lower case, stands in the text, whatever its case."""
    return any(map(text.lower().__contains__, stems))
