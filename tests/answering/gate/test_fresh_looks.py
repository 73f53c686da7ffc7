"""What passed on reports that the checks had not been made on: the market's own words as verbs, parts of a home country,
words that deny from afar, what is only expected, companies named like the market."""

import pytest
from answering.looking import looking_at

TEXT = """# India Contract Cleaning Market

The India contract cleaning market came to INR 310 billion in 2023 and should reach INR 545 billion by 2030, at a CAGR \
of 8.4%. The market is predicted to expand at a steady pace, getting to INR 545 billion by 2030, pushed by new offices.

West India leads with 34.5% of sales.

Window cleaning stood at INR 41 billion in 2023 as owners give it to outside crews.

Facade cleaning is the service with the highest growth, 11.2% per year through 2030.

Offices remain the chief end-use, with a share of 47.8% in 2023.

Cleanwell Ltd was given a licence in Pune in 2023, which shows that unmet needs draw new firms.

The shortage of crews that can also do repairs is named as the main hurdle.

The office segment is ahead, but the hospital segment is expected to grow faster.

33% of all schools are adding night shifts.

Night Services Inc. holds 11% of the market.

- Daily cleaning: 52% of the market
- Deep cleaning: The remaining 13% of the market
"""
stopped = looking_at(TEXT, id="cleaning", name="cleaning.md")


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (
            "The contract cleaning market will contract by 8.4% a year.",
            "CAGR",
            "“contract” is the reverse of what it cites",
        ),
        (
            "The India contract cleaning market is forecast to grow at a CAGR of 34.5%.",
            "West India",
            "34.5% is not said of the market in what it cites",
        ),
        (
            "Window cleaning did not stand at INR 41 billion in 2023 as owners give it to outside crews.",
            "Window",
            "nothing in what it cites is denied (“not”)",
        ),
        ("Facade cleaning grew by 11.2% a year.", "Facade", "11.2% is told as a present in what it cites"),
        (
            "Offices do not remain the chief end-use, with a share of 47.8% in 2023.",
            "Offices",
            "nothing in what it cites is denied (“not”)",
        ),
        (
            "Cleanwell Ltd was not given a licence in Pune in 2023, which shows that unmet needs draw new firms.",
            "Cleanwell",
            "nothing in what it cites is denied (“not”)",
        ),
        (
            "The shortage of crews that can also do repairs is not named as the main hurdle.",
            "shortage",
            "nothing in what it cites is denied (“not”)",
        ),
        (
            "The office segment is ahead, but the hospital segment grew faster.",
            "hospital",
            "“grew” is told as a forecast in what it cites",
        ),
        (
            "The market expanded at a steady pace, getting to INR 545 billion by 2030, pushed by new offices.",
            "steady",
            "INR 545 billion is told as a forecast in what it cites",
        ),
        (
            "The India contract cleaning market grows at a CAGR of 33%.",
            "schools",
            "33% is not said of the market in what it cites",
        ),
        (
            "About 11% is the share of Contract Cleaning Inc.",
            "Night",
            "Contract Cleaning Inc does not stand in what it cites",
        ),
        ("The market will fall to INR 545 billion by 2030.", "CAGR", "“fall” is the reverse of what it cites"),
        ("Daily cleaning: The remaining 13% of the market.", "Deep", "13% is not said of daili clean in what it cites"),
    ],
)
def test_what_is_false_is_stopped(text, words, reason):
    assert stopped(text, words) == reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The contract cleaning market will grow by 8.4% a year to INR 545 billion in 2030.", "CAGR"),
        ("West India is in the lead with 34.5%.", "West India"),
        ("Facade cleaning is growing fastest, by 11.2% a year until 2030.", "Facade"),
        ("Hospitals are expected to grow faster than offices, which are ahead.", "hospital"),
        ("A third of all schools add night shifts.", "schools"),
        ("Night Services has a share of 11%.", "Night"),
    ],
)
def test_what_is_true_passes(text, words):
    assert stopped(text, words) == ""
