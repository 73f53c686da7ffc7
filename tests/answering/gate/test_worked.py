"""What a sentence works out itself passes where the sum comes out, and is stopped where it does not."""

import pytest
from answering.looking import looking_at

TEXT = """# Garden Bench Market

The garden bench market was worth USD 2.4 billion in 2023 and should reach USD 6.1 billion by 2031.

Teak benches took 46% of sales in 2023, steel benches 23%, and plastic benches 12%.

Norway bought 84,000 benches in 2023 and Finland 61,000 benches.

In 2023, sales came to 310,000 units, against 365,000 units in 2022.

By channel, the market is divided into garden centres, web shops, and hardware stores.

A bench cost EUR 140 in May 2024, and EUR 110 two years before.

| Region | 2023 (USD million) | 2031 (USD million) | CAGR |
|---|---|---|---|
| Europe | 900 | 1,700 | 8.3% |
| Asia | 600 | 2,100 | 16.9% |
| America | 500 | 1,250 | 12.1% |

Lindholm Oy (Finland) opened a plant in March 2024. In July 2024, Arbor S.A. bought a sawmill.
"""
stopped = looking_at(TEXT, id="benches", name="benches.md")

TRUE = [
    (
        "The market should grow about two and a half times, from USD 2.4 billion in 2023 to USD 6.1 billion in 2031.",
        "worth",
    ),
    ("The market is set to more than double, to USD 6.1 billion in 2031.", "worth"),
    ("Over the eight years to 2031 the market should add USD 3.7 billion, from USD 2.4 billion.", "worth"),
    ("Within eight years, the market should go from USD 2.4 billion to USD 6.1 billion.", "worth"),
    ("Teak benches sold twice as much as steel benches: 46% against 23%.", "Teak"),
    ("Teak benches lead steel benches by 23 percentage points (46% against 23%).", "Teak"),
    ("Steel and plastic benches together took 35% of sales in 2023.", "Teak"),
    ("The remaining 19% of sales went to other benches in 2023.", "Teak"),
    ("Norway bought 84,000 benches in 2023, 23,000 more than Finland.", "Norway"),
    ("Sales fell by 55,000 units in 2023, from 365,000 to 310,000 units.", "310,000"),
    ("Sales fell by about 15%, from 365,000 units in 2022 to 310,000 units in 2023.", "310,000"),
    ("There are three channels: garden centres, web shops and hardware stores.", "channel"),
    ("A bench cost EUR 110 in May 2022 and EUR 140 in May 2024.", "EUR 140"),
    ("Europe and Asia combined made up USD 1.5 billion in 2023.", "| "),
    ("Asia is expected to overtake Europe by 2031 (USD 2,100 million against USD 1,700 million).", "| "),
    ("By 2031, no region comes near the growth of Asia, at 16.9% a year.", "| "),
    ("Asia has the highest CAGR, 16.9%, and Europe the lowest, at 8.3%.", "| "),
    (
        "Finnish-based Lindholm opened a plant in March 2024; four months later, in July, Arbor bought a sawmill.",
        "Lindholm+Arbor",
    ),
]
FALSE = [
    ("The market should grow about four times, from USD 2.4 billion in 2023 to USD 6.1 billion in 2031.", "worth"),
    ("The market is set to nearly double, to USD 6.1 billion in 2031.", "worth"),
    ("Over the nine years to 2031 the market should add USD 3.7 billion, from USD 2.4 billion.", "worth"),
    ("Over the eight years to 2031 the market should add USD 4.7 billion, from USD 2.4 billion.", "worth"),
    ("Teak benches sold three times as much as steel benches: 46% against 23%.", "Teak"),
    ("Teak benches lead steel benches by 33 percentage points (46% against 23%).", "Teak"),
    ("Teak benches trail, 23 percentage points behind steel benches (46% against 23%).", "Teak"),
    ("Steel and plastic benches together took 45% of sales in 2023.", "Teak"),
    ("The remaining 29% of sales went to other benches in 2023.", "Teak"),
    ("Norway bought 84,000 benches in 2023, 33,000 more than Finland.", "Norway"),
    ("Sales fell by 75,000 units in 2023, from 365,000 to 310,000 units.", "310,000"),
    ("Sales fell by about 25%, from 365,000 units in 2022 to 310,000 units in 2023.", "310,000"),
    ("There are four channels: garden centres, web shops and hardware stores.", "channel"),
    ("A bench cost EUR 110 in May 2021 and EUR 140 in May 2024.", "EUR 140"),
    ("Europe and Asia combined made up USD 3.8 billion in 2023.", "| "),
    ("Asia is expected to overtake Europe by 2031 (USD 1,700 million against USD 2,100 million).", "| "),
    ("By 2031, no region comes near the growth of America, at 12.1% a year.", "| "),
    ("Asia has the highest CAGR, 16.9%, and America the lowest, at 12.1%.", "| "),
    (
        "Danish-based Lindholm opened a plant in March 2024; four months later, in July, Arbor bought a sawmill.",
        "Lindholm+Arbor",
    ),
    ("Lindholm opened a plant in March 2024; six months later, in July, Arbor bought a sawmill.", "Lindholm+Arbor"),
]


@pytest.mark.parametrize(("text", "words"), TRUE)
def test_what_comes_out_passes(text, words):
    assert stopped(text, *words.split("+")) == ""


@pytest.mark.parametrize(("text", "words"), FALSE)
def test_what_does_not_come_out_is_stopped(text, words):
    assert stopped(text, *words.split("+")) != ""


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The market is set to triple by 2031.", "worth", "triple does not follow from what it cites"),
        (
            "Teak is twelve points ahead of steel (46% against 23%).",
            "Teak",
            "twelve points does not follow from what it cites",
        ),
        (
            "There are five channels: garden centres, web shops and hardware stores.",
            "channel",
            "five channels is not how many it lists",
        ),
    ],
)
def test_it_says_what_does_not(text, words, reason):
    assert stopped(text, words) == reason
