"""What the gate stops in a statement, and what it lets pass, idea by idea."""

import pytest
from answering.looking import looking_at

TEXT = """# Roof Paint Market

## Overview

The roof paint market was valued at USD 4.1 billion in 2024 and is projected to reach USD 6.3 billion by 2032, at a CAGR \
of 5.5% from 2025 to 2032. North America held 45% of sales in 2024, Europe 30% and Asia Pacific over 20%.

North America is the largest market, while Asia Pacific grows fastest. Demand for solvent paint is falling. Rain does not \
harm acrylic paint.

In March 2023, Corvex Coatings bought Lumo Paints for USD 12 million; Tarn Chemicals paid USD 15 million for Dyo.

| Region | 2024 (USD million) | 2032 (USD million) |
|---|---|---|
| Europe | 1,230 | 1,890 |
| Asia Pacific | 820 | 1,300 |
"""
stopped = looking_at(TEXT, id="paint", name="paint.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By 2032 the market should be worth about USD 6.3 billion, up from USD 4.1 billion in 2024.", ["valued at"]),
        ("From 2025 to 2032, roof paint is forecast to grow by 5.5% a year.", ["valued at"]),
        ("30% of sales in 2024 were made in Europe and 45% in North America.", ["held 45%"]),
        ("Asia Pacific accounted for more than a fifth of sales in 2024.", ["held 45%"]),
        ("The biggest market is North America.", ["largest"]),
        ("The fastest growth is seen in Asia Pacific.", ["largest"]),
        ("Solvent paint sees less and less demand.", ["solvent"]),
        ("Lumo Paints was taken over by Corvex Coatings in March 2023 for USD 12 million.", ["Corvex"]),
        ("In Europe, sales should come to USD 1.89 billion in 2032.", ["| Europe"]),
        ("“Rain does not harm acrylic paint”, the report says.", ["Rain"]),
    ],
)
def test_true_words_in_another_order_pass(text, words):
    assert stopped(text, *words) == ""


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (
            "The market was valued at USD 6.3 billion in 2024.",
            ["valued at"],
            "USD 6.3 billion is not said of 2024 in what it cites",
        ),
        (
            "In 2032 the market reached USD 6.3 billion.",
            ["valued at"],
            "USD 6.3 billion is told as a forecast in what it cites",
        ),
        (
            "From 2024 to 2032 it is forecast to grow at a CAGR of 5.5%.",
            ["valued at"],
            "5.5% is not said of 2024 to 2032 in what it cites",
        ),
        ("Europe held 45% of sales in 2024.", ["held 45%"], "45% is not said of Europe in what it cites"),
        ("Asia Pacific held 20% of sales in 2024.", ["held 45%"], "20% is cited as over 20%"),
        ("Brazil held 30% of sales in 2024.", ["held 45%"], "30% is not said of Brazil in what it cites"),
        ("Europe is the largest market.", ["largest", "held 45%"], "“largest” is not said of Europe there"),
        ("North America is the smallest market.", ["largest"], "nothing in what it cites says “smallest”"),
        ("Demand for solvent paint is rising.", ["solvent"], "“rising” is the reverse of what it cites"),
        ("Rain harms acrylic paint.", ["Rain"], "what it cites says “not”"),
        (
            "North America is not the largest market.",
            ["largest"],
            "nothing in what it cites is denied (“not”)",
        ),
        (
            "Tarn Chemicals paid USD 12 million for Dyo.",
            ["Corvex"],
            "USD 12 million is not said of dyo and tarn chemic in what it cites",
        ),
        ("In March 2023, Borealis bought Lumo Paints.", ["Corvex"], "Borealis does not stand in what it cites"),
        ("Corvex Coatings bought Lumo Paints in May 2023.", ["Corvex"], "May 2023 does not stand in what it cites"),
        (
            "In Europe, sales came to USD 820 million in 2024.",
            ["| Europe", "| Asia"],
            "USD 820 million is not said of Europe in what it cites",
        ),
        (
            "“Rain does not harm solvent paint.”",
            ["Rain", "solvent"],
            "“Rain does not harm solvent paint.” does not stand there word for word",
        ),
    ],
)
def test_what_is_false_is_stopped(text, words, reason):
    assert stopped(text, *words) == reason
