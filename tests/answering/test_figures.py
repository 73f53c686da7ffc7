"""The answer to a question for a figure: the report's own words, what differs from it, and nothing else."""

import pytest


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("What is the market size in 2032?", ["USD 60 billion", "USD 40 billion", "5.2%"]),
        ("How big is Europe in 2032?", ["20"]),
        ("What share do hand trowels hold in 2024?", ["25%", "45%", "30%"]),
        ("How many units were sold in 2024?", ["800 million units"]),
        ("How much did Milldale pay for Oak Handles?", ["USD 90 million"]),
        ("CAGR of Germany", ["4.9%", "3%"]),
    ],
)
def test_the_figure_asked_for_comes_first_then_those_beside_it(garden, question, figures):
    assert garden.figures(question) == figures


def test_figures_that_differ_are_all_given_and_said_to_differ(garden):
    answer = garden.answer("What is the market size in 2024?")
    assert [f.text for f in answer.figures] == ["USD 40 billion", "USD 44 billion"]
    (conflict,) = answer.conflicts
    assert conflict.figures == (0, 1)
    assert conflict.summary == (
        "The report gives different figures for this: USD 40 billion, USD 44 billion; the others are given as somebody "
        "else’s."
    )


def test_a_row_is_cited_with_the_heads_that_name_its_year(garden):
    answer = garden.answer("How big is Asia Pacific in 2032?")
    assert [c.quote for c in answer.citations] == [
        "| Asia Pacific | 10 | 18 | 7.6% |",
        "| Region | 2024 (USD billion) | 2032 (USD billion) | CAGR 2024-2032 |",
    ]
    assert (answer.figures[0].value, answer.figures[0].unit, answer.figures[0].year) == (18, "USD billion", 2032)


@pytest.mark.parametrize(
    "question",
    [
        "How big is the market in 2040?",
        "How big is the shovel segment?",
        "What is the market size of garden furniture?",
        "What is the CAGR of Kenya?",
        "What was Stihl's revenue in 2024?",
        "What is the market size in euros?",
        "What share has Europe in pruners?",
    ],
)
def test_what_is_not_stated_gets_no_figure(garden, question):
    answer = garden.answer(question)
    assert (answer.answered, answer.figures) == (False, ())
