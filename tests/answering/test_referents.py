"""Whom a pronoun means."""

import pytest


@pytest.mark.parametrize(
    ("question", "before", "figure"),
    [
        ("And its CAGR?", "How big is the pruners segment?", "6.1%"),
        ("How fast do they grow?", "What is the share of pruners?", "6.1%"),
        ("What is its share in 2024?", "What is the fastest-growing product?", "25%"),
        ("How big is it in 2032?", "How big is Europe in 2024?", "20"),
    ],
)
def test_what_the_question_or_the_answer_before_named(garden, question, before, figure):
    assert garden.figures(question, before)[0] == figure


def test_what_a_question_names_itself_is_meant_before_what_its_answer_names(garden):
    assert garden.figures("How fast do they grow?", "What is the share of lawn mowers?") == []


def test_a_subject_of_its_own_is_no_pronoun(garden):
    assert garden.figures("And how fast do pruners and their like grow?", "How big is Europe in 2024?")[:1] == ["6.1%"]


def test_what_was_not_answered_names_nobody(garden):
    assert garden.figures("What is its share?", "What is Stihl's share?") == []
