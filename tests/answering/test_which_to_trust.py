"""What an analyst asks of a report that gives rival figures: which holds, whether rate and values agree, what is gained."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.everyday import in_plain_words

HARPS = """\
# Pedal Harp Market Report, 2024 - 2031

The pedal harp market was valued at USD 400 million in the year 2024. The size of this market is expected to reach USD 850 million by the year 2031, while growing at a CAGR of 11.4%.

| Scope | Value |
| --- | --- |
| Market Size (2024) | USD 400 million |
| Market Size (2031) | USD 850 million |
| CAGR (%) | 11.4 % |

## Key Takeaways

- The global pedal harp market was worth USD 90 million in 2022 and is projected to reach USD 700 million by 2030, growing at a CAGR of 29.2%.
- Alternative estimates suggest the market will expand from USD 150 million in 2024 to USD 900 million by 2033, a CAGR of 22.0%.
- Europe holds the largest share, with 45% in 2024.

## Major Players

- Salvi
- Camac
- Lyon & Healy

## Key players in the Pedal Harp Market include

- Aoyama
- Camac
- Venus Harps
- Horngacher
- Thurau
"""


@pytest.fixture(scope="module")
def harps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("harps"), HARPS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which CAGR should I trust?", "what is the CAGR "),
        ("which market size is correct", "what is the market size "),
        ("Which growth rate to quote?", "what is the growth rate "),
        ("Which of the CAGRs is right?", "Which of the CAGRs is right?"),
        ("Which region should we use as a base?", "Which region should we use as a base?"),
        ("Why are there three market sizes?", "which market sizes contradict each other"),
        ("Why do the CAGRs differ?", "which CAGRs contradict each other"),
        ("Why do growth rates matter?", "Why do growth rates matter?"),
        ("Is 10.5% CAGR consistent with the values?", "what CAGR is implied by the values"),
        ("Does the CAGR match the market values?", "what CAGR is implied by the values"),
    ],
)
def test_in_plain_words(question: str, plain: str) -> None:
    assert in_plain_words(question) == plain


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How much will the market grow in absolute terms?", ["USD 450 million", "USD 850 million", "USD 400 million"]),
        ("Absolute growth over the forecast period?", ["USD 450 million", "USD 850 million", "USD 400 million"]),
        ("Does the CAGR match the values?", ["11.37%", "USD 850 million", "USD 400 million"]),
        ("Which CAGR should I trust?", ["11.4%", "29.2%", "22.0%"]),
        ("Why are there several CAGRs?", ["11.4%", "29.2%", "22.0%"]),
    ],
)
def test_no_sum_is_taken_across_rival_estimates(harps: Desk, question: str, figures: list[str]) -> None:
    assert harps.figures(question) == figures


def test_a_summary_begins_with_the_headline_where_the_takeaways_have_but_rivals(harps: Desk) -> None:
    said = [statement.text for statement in harps.answer("summarize the report").statements]

    assert said[0].startswith("The pedal harp market was valued at USD 400 million in the year 2024.")
    assert said[1].startswith("Alternative estimates suggest")
    assert len(set(said)) == len(said)
    assert "Europe holds the largest share, with 45% in 2024." in said


@pytest.mark.parametrize("question", ["Which players appear in both lists?", "who is on both player lists"])
def test_who_stands_in_both_lists(harps: Desk, question: str) -> None:
    answer = harps.answer(question)

    assert [statement.text for statement in answer.statements] == [
        "Camac is named under “Major Players” and “Key players in the Pedal Harp Market include”."
    ]
