"""Names that have lost the breaks between them: `TypeGlassSteelEnd-userHomesOffices`, `Europe (Spain) Asia (China)`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from actqa.facts.segments.dimensions import is_geography, is_known, lead
from actqa.facts.segments.named import placed
from actqa.facts.segments.nesting import Node, by_place
from actqa.facts.segments.splits import ROW, Claim
from actqa.places import find
from actqa.reading.markup import Shown

FEWEST = 8
"""Names from which a line is such a run."""
FEWEST_PLACES = 4
LONGEST = 60
"""Characters of a name."""
_JOINT = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=UK)(?=APAC)")
"""Where one name ends and the next begins."""
_SPLIT_BY = re.compile(
    r"(?:\b[Ss]egmentation by|^By) ([A-Z][\w -]{2,30}?)(?=\s*(?:$|[-–—:|\d]|Insights\b|Segment\b|Outlook\b))",
    re.MULTILINE,
)
"""Names of dimensions elsewhere in the report: `By Course Insights`, `6 Market Segmentation by Payer`."""
_BETWEEN = re.compile(r"(?:and|the|rest of)\b|[\W_]+", re.IGNORECASE)
_REST = re.compile(r"rest of (?:the )?$", re.IGNORECASE)


def of_run(value: Shown, lines: Sequence[str]) -> Iterator[Claim]:
    """The splits of one line, the first of its names a dimension; `lines` are all of the report's."""
    edges = [0, *(m.start() for m in _JOINT.finditer(value.text)), len(value.text)]
    spans = list(pairwise(edges))
    names = [value.text[a:b].strip() for a, b in spans]
    opens = len(names) > 2 and bool(_BY.match(names[0])) and is_known(lead(names[0]))
    if (len(names) < FEWEST and not opens) or any(not 1 < len(name) <= LONGEST for name in names):
        return
    others = {name.strip().lower() for line in lines for name in _SPLIT_BY.findall(line)}
    told = [at for at, name in enumerate(names) if name.lower() in others or is_geography(name)]
    known = [at for at, name in enumerate(names) if at in told or is_known(name)]
    led = [at for at, name in enumerate(names) if _BY.match(name) and lead(name)]
    heads = led if len(led) > 1 or opens else told if len(told) > 1 and told[0] == 0 else known
    if (len(heads) < 2 and not opens) or (heads[0] != 0 and not led):
        return
    for first, last in pairwise([*heads, len(names)]):
        nodes = [Node(names[at], [value.raw(*spans[at])]) for at in range(first + 1, last)]
        dimension = lead(names[first]) or names[first]
        if len(nodes) > 1:
            yield Claim(dimension, placed(nodes) if is_geography(dimension) else nodes, ROW)


_BY = re.compile(r"By [A-Z]")


def places_of_run(value: Shown) -> list[Node]:
    """Regions with the countries that follow them, where the value is nothing but places; else none."""
    spans: list[tuple[int, int]] = []
    for named in find(value.text):
        rest = _REST.search(value.text, 0, named.start)
        spans.append((rest.start() if rest else named.start, named.end))
    left = value.text
    for start, end in spans:
        left = left[:start] + " " * (end - start) + left[end:]
    if len(spans) < FEWEST_PLACES or _BETWEEN.sub("", left):
        return []
    nodes = by_place([Node(value.text[a:b], [value.raw(a, b)]) for a, b in spans])
    return nodes if any(node.children for node in nodes) else []
