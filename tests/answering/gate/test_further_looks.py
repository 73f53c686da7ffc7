"""More ways to say the same that pass, and what still does not: ranks and falls from figures, denials, parts of a year."""

import pytest
from answering.looking import looking_at

TEXT = """# Garden Hose Market

## Shipments

Global garden hose shipments came to 8.2 million units in 2023, against 9.1 million units in 2022. Hose sales fell 3.5% in \
2024, reel sales rose 2.1%.

Germany and France grow by 3.4% and 5.2% a year respectively. Both grow at less than the average.

Rubber hoses took 52% of value in 2024, ahead of vinyl hoses at 31% and textile hoses at 12%.

In Q3 2023, Ondine Hoses SA opened a plant in Lyon. Output exceeded 40,000 tonnes in 2024.

| Segment | 2024 (USD million) | 2030 (USD million) |
|---|---|---|
| Rubber | 410 | 380 |
| Vinyl | 260 | 350 |
"""
stopped = looking_at(TEXT, id="hoses", name="hoses.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shipments declined from 9.1 million units in 2022 to 8.2 million units in 2023.", ["shipments"]),
        ("Fewer hoses were shipped in 2023 than in 2022: 8.2 million units against 9.1 million units.", ["shipments"]),
        ("Hose sales did not rise in 2024; they fell by 3.5%.", ["Hose sales"]),
        ("Neither Germany nor France grows as fast as the average.", ["Germany", "Both"]),
        ("Germany grows more slowly than France: 3.4% versus 5.2% a year.", ["Germany"]),
        ("Vinyl hoses came second with 31%, behind rubber hoses.", ["Rubber hoses"]),
        ("Slightly more than half of value in 2024, 52%, was made with rubber hoses.", ["Rubber hoses"]),
        ("Ondine Hoses opened a plant in Lyon in the third quarter of 2023.", ["Ondine"]),
        ("Output topped 40,000 tonnes in 2024.", ["Output"]),
        ("Rubber is to slip from USD 410 million in 2024 to USD 380 million in 2030.", ["| Rubber"]),
    ],
)
def test_the_same_in_other_words_passes(text, words):
    assert stopped(text, *words) == ""


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (
            "Shipments grew from 9.1 million units in 2022 to 8.2 million units in 2023.",
            ["shipments"],
            "9.1 million units to 8.2 million units is not up",
        ),
        ("Reel sales did not rise in 2024.", ["Hose sales"], "nothing in what it cites is denied (“not”)"),
        (
            "Germany grows more slowly than France: 5.2% versus 3.4% a year.",
            ["Germany"],
            "5.2% is not said of Germany in what it cites",
        ),
        (
            "Ondine Hoses opened a plant in Lyon in the second quarter of 2023.",
            ["Ondine"],
            "Q2 does not stand in what it cites",
        ),
        (
            "Vinyl is to slip from USD 260 million in 2024 to USD 350 million in 2030.",
            ["| Vinyl"],
            "nothing in what it cites says “slip”",
        ),
        (
            "Rubber hoses took 52% of value in 2021, ahead of vinyl hoses at 31% and textile hoses at 12%.",
            ["Rubber hoses"],
            "2021 does not stand in what it cites",
        ),
        (
            "In Q3 2023, Ondine Hoses SA opened a plant in Germany.",
            ["Ondine"],
            "Germany does not stand in what it cites",
        ),
    ],
)
def test_what_is_false_is_stopped(text, words, reason):
    assert stopped(text, *words) == reason
