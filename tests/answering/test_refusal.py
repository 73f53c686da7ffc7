"""How actqa says that the report is silent: what was looked for, and the nearest there is, never its value."""

import pytest

from actqa.answering.asked.question import understand
from actqa.answering.refusal import looked_for


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("size in 2027?", "I looked for a size or value in 2027 and found none; it gives 2023, 2024, 2032, not 2027."),
        ("CAGR of Kenya", "I looked for a growth rate for Kenya and found none; it gives a growth rate for the whole market only."),
        ("What share have pruners in 2030?", "I looked for a share about “pruners” in 2030 and found none; it gives 2024, not 2030."),
        ("market size in euros", "I looked for a size or value in EUR and found none; it gives a size or value in USD only."),
        ("Stihl's market share", "I looked for a share about “stihl” and found none."),
        ("How big is Brazil's market?", "I looked for a size or value for Brazil and found none; it gives a size or value for the whole market only."),
    ],
)  # fmt: skip
def test_what_was_looked_for_and_what_there_is(garden, question, said):
    answer = garden.answer(question)
    assert (answer.answered, answer.figures, answer.statements) == (False, (), ())
    assert answer.answer.removesuffix(" [1]") == f"The report does not say: {said}"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the market size in 2030 or 2031?", "a size or value in 2030 or 2031"),
        ("growth rate of cans in Japan", "a growth rate for Japan about “cans”"),
        ("How much did Acme pay for Bolt?", "what was paid about “acme pay bolt”"),
        ("Who are the key players?", "a list of players"),
        ("How big was it in rupees in 2024?", "a size or value in INR in 2024"),
        ("market volume in 2024", "a size or value by volume in 2024"),
        ("What is the price of a litre?", "a price or cost about “liter”"),
    ],
)
def test_what_a_question_looks_for_in_a_few_words(question, said):
    assert looked_for(understand(question)) == said
