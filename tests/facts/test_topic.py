"""What a sentence is about where it does not say so itself: handed on by those before it, until another is named."""

import pytest

TITLE = "Kettle Market\n\nOverview\n\n"


def rows(found):
    return [(f.market, f.unit, f.start_year, f.start_value, f.end_year, f.end_value) for f in found.forecasts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a pronoun goes on with the region that was named
            "Japan is the richest of the markets in the East. It was worth USD 3 billion in 2024.",
            [("Japan", "USD billion", 2024, 3, None, None)],
        ),
        (  # until the whole is named
            "Japan is the richest of them. The kettle market was worth USD 30 billion in 2024.",
            [("Kettle Market", "USD billion", 2024, 30, None, None)],
        ),
        (  # a count without a thing, of what was counted
            "In 2024 about 3.2 million kettles were in use. The figure is forecast to go up to 5 million in 2030.",
            [("fleet", "million kettles", 2024, 3.2, 2030, 5)],
        ),
        (  # somebody else's figure for the same thing and date
            "In 2024 about 3.2 million kettles were in use. Another agency puts it at 2.9 million for the same date.",
            [("fleet", "million kettles", 2024, 3.2, None, None), ("fleet", "million kettles", 2024, 2.9, None, None)],
        ),
        (  # values that share the year of the first
            "Spain will be worth USD 0.6 billion in 2025, followed by Italy at USD 0.4 billion and Greece at USD 0.3 billion.",
            [
                ("Spain", "USD billion", None, None, 2025, 0.6),
                ("Italy", "USD billion", None, None, 2025, 0.4),
                ("Greece", "USD billion", None, None, 2025, 0.3),
            ],
        ),
        (  # a year that something else is expected in is not the value's
            "Spain came first with USD 4 billion in 2024. Italy contributed USD 3 billion and is to overtake it by 2029.",
            [("Spain", "USD billion", 2024, 4, None, None), ("Italy", "USD billion", 2024, 3, None, None)],
        ),
        (  # the place of a dateline is nobody's market
            "SEOUL, South Korea, May 3, 2024 /PRNewswire/ -- Sales of kettles came to USD 9 billion in 2023.",
            [("Kettle Market", "USD billion", 2023, 9, None, None)],
        ),
        (  # who gives an estimate is not what it is of
            "The consultancy Blue Fern arrives at USD 4.1 billion for 2024.",
            [("Kettle Market", "USD billion", 2024, 4.1, None, None)],
        ),
        ("A kettle line fills 50,000 tonnes a day. The plant at Ayr, with 39,000 tonnes, has run since 2014.", []),
        ("In 2024 buyers took 340,000 to 475,000 kettles.", []),
    ],
)
def test_a_size_is_of_what_was_spoken_of(facts, text, expected):
    assert rows(facts(TITLE + text)) == expected


def test_a_share_is_held_by_what_was_spoken_of(facts):
    text = (
        "By Type (Steel kettles, Glass kettles)\n\nGlass kettles are the young branch. The segment held 31% of the market in "
        "2024.\n\nSteel leads, while glass kettles already held 33% of the market in 2024.\n"
    )
    found = facts(TITLE + text)
    assert [(s.subject, s.percent, s.year) for s in found.shares] == [
        ("Glass kettles", 31, 2024),
        ("glass kettles", 33, 2024),
    ]
    assert [c.summary for c in found.conflicts] == ["The share of Glass kettles is given as 31 % and 33 %."]
