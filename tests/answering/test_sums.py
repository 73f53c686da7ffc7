"""Figures that have to be worked out: the right operands, cited, and the sum as an analyst writes it."""

import pytest

EXPECTED = [
    ("How much does the market add from 2024 to 2032?", "USD 20 billion", "USD 60 billion − USD 40 billion"),
    ("By what multiple does the market grow between 2024 and 2032?", "1.5x", "USD 60 billion / USD 40 billion"),
    ("By what percentage does the market grow from 2024 to 2032?", "50%", "USD 60 billion / USD 40 billion − 1"),
    ("What CAGR do the values of 2024 and 2032 imply?", "5.2%", "(USD 60 billion / USD 40 billion)^(1/8) − 1"),
    ("How long until the market doubles?", "13.7 years", "ln 2 / ln(1 + 5.2%)"),
    (
        "What would the market be worth in 2026 at the stated CAGR?",
        "USD 44.27 billion",
        "USD 40 billion × (1 + 5.2%)^2",
    ),
    ("What is the year-on-year growth in 2024?", "3.9%", "USD 40 billion / USD 38.5 billion − 1"),
    ("What is the difference between lawn mowers' and pruners' share?", "15 percentage points", "45% − 30%"),
    ("How much bigger is Europe than Asia Pacific in 2024?", "USD 4 billion", "14 − 10"),
    ("How big are Europe and Asia Pacific combined in 2024?", "USD 24 billion", "14 + 10"),
    ("What share has the rest of the market besides lawn mowers?", "55%", "100% − 45%"),
    ("What percentage of the market is Europe in 2024?", "35%", "14 / USD 40 billion × 100"),
    ("What is the average price per unit in 2024?", "USD 50", "USD 40 billion / 800 million units"),
]


@pytest.mark.parametrize(("question", "result", "formula"), EXPECTED)
def test_a_sum_from_stated_figures(garden, question, result, formula):
    answer = garden.answer(question)
    first = answer.figures[0]
    assert (first.text, first.formula, first.origin) == (result, formula, "computed")
    assert answer.answer.count("computed:") == 1
    quotes = " ".join(c.shown for c in answer.citations)
    for operand in answer.figures[1:]:
        assert operand.origin == "stated"
        assert operand.text in quotes


@pytest.mark.parametrize(
    "question",
    [
        "How much does the market add from 2019 to 2032?",
        "What is the difference between pruners' and rakes' share?",
        "How big are Europe and Brazil combined in 2024?",
        "What are sales in Germany in dollars?",
        "What is the year-on-year growth in 2030?",
        "How long until the Brazilian market doubles?",
    ],
)
def test_without_its_operands_no_sum_is_made(garden, question):
    assert [f for f in garden.answer(question).figures if f.origin == "computed"] == []
