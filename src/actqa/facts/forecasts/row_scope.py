"""What a figure in a table's row is said of."""

import re

from actqa.facts.forecasts.aspects import aspect_in
from actqa.facts.forecasts.placed import place_in
from actqa.facts.percentages import head_of, is_of_rates
from actqa.facts.said import Said
from actqa.figures import Figure
from actqa.places import is_place


def row_scope(line: Said, figure: Figure, names: frozenset[str]) -> str:
    """The region or segment, as named; empty for the whole market."""
    cells = [c for c in line.cells if figure.text not in c]
    head = head_of(line, figure)
    part_of_year = aspect_in(head) == "part of the year"
    if _DATED.fullmatch(line.cells[0]) and head and (part_of_year or is_place(head) or not _MEASURE.search(head)):
        return head  # of a table with its years down the side
    if cells and aspect_in(cells[0]) == "part of the year":
        return cells[0]
    if any(re.search(r"\bby\b", c) for c in cells) and len(cells) == 2:
        return cells[1]
    own = next((c for c in line.cells[1:] if figure.text in c), "")
    named = (
        place_in(own.partition(figure.text)[0], line)
        or place_in(" ".join(cells), line)
        or next((c for c in cells if c.lower() in names), "")
    )
    return named or _row_part(line) or (aspect_in(cells[0]) if cells else "")


def _row_part(line: Said) -> str:
    """What a row is of by its first cell, where its columns give values of years and others beside it parts too."""
    if len(line.cells) == 2 and not line.heads and is_of_rates(line.caption) and not _MEASURE.search(line.cells[0]):
        return line.cells[0]
    key = line.cells[0] if line.heads and len(line.cells) > 1 else ""
    of_which = _OF_WHICH.match(key)
    name = key[of_which.end() :] if of_which else key
    name = _IN_BRACKETS.sub("", name).strip(" –—-*·:")
    if of_which:
        return name
    years = [head for head in line.heads[1:] if _YEAR.search(head)]
    return name if years and _PART_HEAD.match(line.heads[0]) and not _MEASURE.search(key) and name else ""


_DATED = re.compile(
    r"(?:FY|CY)?\s?(?:19|20)\d\d(?:[-/]\d\d)?\s?(?:[AEFP]|\([A-Za-z. ]+\))?[*†]?|(?:FY|CY)\s?[’']?\d\d[AEFP]?"
)
"""A cell that is a year."""
_OF_WHICH = re.compile(r"\W*(?:of which:?|thereof:?|o/w|incl(?:uding|\.)|therein)\s+", re.IGNORECASE)
"""Opens the first cell of a row on a part of the row before it."""
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d")
_PART_HEAD = re.compile(
    r"(?:by\s)?(?:\w+\s){0,2}(?:items?|segments?|sub-?segments?|types?|categor(?:y|ies)|products?|applications?|"
    r"end[- ]?us(?:es?|ers?)|materials?|technolog(?:y|ies)|channels?|industr(?:y|ies)|sectors?|grades?|"
    r"components?|class(?:es)?|groups?|uses?|forms?|models?|fuels?|species|crops?|breakdown)\b",
    re.IGNORECASE,
)
"""Heads of columns that name parts of the market."""
_MEASURE = re.compile(
    r"\d|%|\by[- ]?o[- ]?y\b|\b(?:year[- ]on[- ]year|change|increase|total|all|world(?:wide)?|global|market|"
    r"industry|sum|overall|size|value|volume|sales|revenues?|demand|growth|"
    r"cagr|rate|shipments?|production|consumption|capacity|output)\b",
    re.IGNORECASE,
)
"""First cells that name a measure of the whole rather than a part."""
