"""Where in the world something is: one gazetteer of regions and countries, how they are written, and what lies in what.

It knows nothing of reports, so it stands below `reading`, where whatever goes through a report can ask it.
"""

from actqa.places.gazetteer import (
    Named,
    canonical,
    everywhere,
    find,
    is_of_place,
    is_place,
    is_region,
    lies_in,
    regions_in,
    written,
)
from actqa.places.names import TWINS, plain

__all__ = [
    "TWINS",
    "Named",
    "canonical",
    "everywhere",
    "find",
    "is_of_place",
    "is_place",
    "is_region",
    "lies_in",
    "plain",
    "regions_in",
    "written",
]
