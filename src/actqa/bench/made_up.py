"""A made-up report of any length, with something in it for every extractor; the same pages from the same seed."""

from collections.abc import Callable
from random import Random

PAGE = 2_650
"""Characters of a page of running text."""

_FIRST = "Alder Birch Cedar Dogwood Elm Fir Hazel Juniper Larch Maple Oak Poplar Rowan Spruce Willow".split()
_TRADE = "Systems Materials Motors Optics Foods Textiles Chemicals Robotics Pharma Devices Energy Labs".split()
_FORM = "Inc., Ltd., GmbH, AG, Corp., PLC, S.A.".split(", ")
_STUFF = "steel resin sensor pump valve fabric enzyme filter coating membrane turbine cable adhesive pigment".split()
_PLACES = "North America, Europe, Asia Pacific, China, India, Germany, the U.S., Brazil, Japan, France".split(", ")
_SPLITS = "Type, Application, End User, Material, Technology, Component, Grade, Channel".split(", ")
_MONTHS = "January March April June July September October November".split()

_TITLE = """# Industrial Widget Market

The industrial widget market was valued at USD 12.4 billion in 2024 and is projected to reach USD 20.1 billion by \
2032, at a CAGR of 6.2% from 2025 to 2032.
"""


def report(pages: int, seed: int = 1) -> str:
    """So many pages of Markdown."""
    random = Random(seed)  # noqa: S311 - made-up text needs the same numbers each time, not safe ones
    parts, length = [_TITLE], len(_TITLE)
    while length < pages * PAGE:
        parts.append(random.choice(_PARTS)(random))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[: pages * PAGE]


def _company(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_TRADE)} {random.choice(_FORM)}"


def _thing(random: Random) -> str:
    return f"{random.choice(_STUFF).title()} {random.choice(_STUFF)}s"


def _list(random: Random) -> str:
    things = "".join(f"- {_thing(random)}\n" for _ in range(random.randint(3, 7)))
    return f"## By {random.choice(_SPLITS)}\n\n{things}"


def _region(random: Random) -> str:
    place, year, rate = random.choice(_PLACES), random.randint(2020, 2025), random.randint(20, 120) / 10
    size = random.randint(10, 900) / 10
    return (
        f"## {place} Outlook\n\n{place} accounted for {rate * 4:.1f}% of revenue in {year}. The market there is "
        f"expected to grow from USD {size} million in {year} to USD {size * 1.6:.1f} million by {year + 7}, at a CAGR "
        f"of {rate}%. In {random.choice(_PLACES)}, demand rose by {rate}% as builders moved to lighter parts.\n"
    )


def _news(random: Random) -> str:
    told = (
        f"- In {random.choice(_MONTHS)} {random.randint(2020, 2025)}, {_company(random)} acquired {_company(random)} "
        f"to widen its range of {_thing(random)}.\n"
        for _ in range(4)
    )
    return f"## Recent Developments\n\n{''.join(told)}"


def _players(random: Random) -> str:
    return "## Key Players\n\n" + "".join(f"- {_company(random)}\n" for _ in range(6))


def _table(random: Random) -> str:
    rows = "".join(
        f"| {_thing(random)} | {random.randint(10, 9000) / 10} | {random.randint(10, 150) / 10}% |\n" for _ in range(6)
    )
    return f"| Segment | Value in {random.randint(2020, 2025)} (USD Mn) | CAGR |\n| --- | --- | --- |\n{rows}"


def _drivers(random: Random) -> str:
    return (
        f"## Market Drivers\n\n- Demand for {_thing(random)}: Builders in {random.choice(_PLACES)} ask for safer "
        "parts, and rules tighten. Makers answer with new lines, which lifts the market.\n"
    )


def _split(random: Random) -> str:
    year = random.randint(2020, 2025)
    return (
        f"Based on {random.choice(_SPLITS).lower()}, the market is segmented into {_thing(random)}, {_thing(random)} "
        f"and {_thing(random)}. The {_thing(random)} segment led with a share of {random.randint(200, 600) / 10}% in "
        f"{year}, owing to its use in homes, offices and plants.\n"
    )


def _talk(random: Random) -> str:
    said = (
        f"Buyers of {random.choice(_STUFF)} parts in {random.choice(_PLACES)} look at price first, but service matters "
        f"more where rules on {_thing(random).lower()} are strict, and shops that sell to homes see the same."
        for _ in range(5)
    )
    return " ".join(said) + "\n"


def _scope(random: Random) -> str:
    year = random.randint(2020, 2025)
    return (
        "## Report Scope\n\n| Attribute | Details |\n| --- | --- |\n"
        f"| Base Year | {year} |\n| Forecast Period | {year + 1}-{year + 8} |\n"
        f"| Segments Covered | {random.choice(_SPLITS)} ({_thing(random)}, {_thing(random)}) |\n"
        f"| Key Companies | {_company(random)}, {_company(random)} |\n"
    )


_PARTS: tuple[Callable[[Random], str], ...] = (
    *(_list, _region, _region, _news, _players, _table, _drivers, _split, _scope),
    *(_talk, _talk, _talk),
)
