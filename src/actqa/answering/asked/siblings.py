"""Things of one sort that stand near each other in meaning, and are never one another: copper is no aluminum."""

from functools import cache

from actqa.answering.asked.words import stem

SORTS = (
    "steel iron aluminum copper zinc nickel titanium brass bronze tin lead magnesium lithium cobalt",
    "gold silver platinum palladium diamond",
    "cat dog horse bird rabbit fish cow pig sheep goat poultry chicken turkey duck",
    "car truck bus van motorcycle scooter bicycle train ship aircraft tractor trailer canoe kayak boat",
    "diesel petrol gasoline hydrogen kerosene propane ethanol methanol",
    "coal gas oil nuclear wind solar hydro geothermal biomass",
    "wheat rice corn maize barley oat rye soy soybean",
    "apple orange banana grape berry mango lemon",
    "beer wine whiskey vodka gin rum tequila brandy cider",
    "coffee tea cocoa juice milk water",
    "hospital clinic pharmacy laboratory school university hotel restaurant",
    "wood glass plastic paper leather ceramic concrete rubber",
    "cotton wool silk linen polyester nylon",
    "man woman child infant adult",
    "kitchen bathroom bedroom garage garden",
    "breast lung prostate liver kidney skin brain colorectal ovarian",
    "heart kidney liver lung eye ear skin bone",
    "monday tuesday wednesday thursday friday saturday sunday",
    "red green blue black white yellow brown",
)
"""Each line one sort; what stands in one is another thing than the rest of its line."""


@cache
def _sorts_of(stemmed: str) -> frozenset[int]:
    return frozenset(at for at, line in enumerate(SORTS) if stemmed in {stem(word) for word in line.split()})


def are_siblings(asked: frozenset[str], named: frozenset[str]) -> bool:
    """Whether a stem that is asked for is another thing of one sort than one of the name's."""
    return any(one != other and _sorts_of(one) & _sorts_of(other) for one in asked - named for other in named - asked)
