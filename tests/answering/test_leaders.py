"""The figure of what ranks first of its kind."""

import pytest


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("What is the CAGR of the fastest-growing product?", "7.4%"),
        ("How fast does the fastest-growing region grow?", "7.6%"),
        ("How fast does the slowest region grow?", "4.4%"),
        ("How large is the largest region in 2024?", "14"),
        ("How large is the largest region in 2032?", "20"),
        ("How large is the smallest region in 2024?", "10"),
    ],
)
def test_what_the_report_or_its_table_ranks_first(garden, question, figure):
    assert garden.figures(question)[0] == figure


@pytest.mark.parametrize(
    "question", ["How large is the largest product in 2032?", "How fast does the slowest product grow?"]
)
def test_what_is_not_ranked_gets_no_figure_of_the_whole(garden, question):
    answer = garden.answer(question)
    assert (answer.answered, answer.figures) == (False, ())
