"""No number leaves that does not stand in what is cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.assemble import assemble
from actqa.answering.draft import Draft, Drafted
from actqa.answering.verify import check
from actqa.figures import parse
from actqa.reading import Span, read_report

TEXT = "Tea Market\nThe market was worth USD 1,234.5 million in 2024. It grows at 5.5% a year.\n"
REPORT = read_report(TEXT.encode(), id="tea", name="tea.md")
WORTH, GROWS = REPORT.blocks[1].sentences


def test_a_statement_in_the_words_of_its_place_passes():
    assert check(REPORT, Draft(WORTH.of(TEXT), (WORTH,), (parse(TEXT, WORTH)[0],))) is None


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft("It was worth USD 1,234.6 million.", (WORTH,)), "1,234.6 does not stand in what it cites"),
        (Draft("It was worth USD 1,234.5 million in 2025.", (WORTH,)), "2025 does not stand in what it cites"),
        (Draft("It grows at 5.5%.", (WORTH,)), "5.5 does not stand in what it cites"),
        (Draft("It grows.", ()), "it cites no place in the report"),
        (Draft("It grows.", (Span(10, 10_000),)), "it cites no place in the report"),
        (Draft("It grows.", (GROWS,), (parse(TEXT, WORTH)[0],)), "USD 1,234.5 million does not stand in what it cites"),
    ],
)
def test_a_statement_that_says_more_than_its_place_is_withheld(draft, reason):
    failure = check(REPORT, draft)
    assert failure is not None
    assert failure.reason == reason
    answer = assemble("How big?", REPORT, Drafted((draft,)), "extractive")
    assert (answer.answered, answer.figures, answer.statements) == (False, (), ())
    assert [(w.text, w.reason) for w in answer.withheld] == [(draft.text, reason)]


def test_one_withheld_statement_does_not_take_the_others_with_it():
    bad = Draft("It will be worth USD 9 billion.", (WORTH,))
    good = Draft(GROWS.of(TEXT), (GROWS,), (parse(TEXT, GROWS)[0],))
    answer = assemble("Growth?", REPORT, Drafted((bad, good)), "extractive")
    assert answer.answer == ("It grows at 5.5% a year. [1] Something was withheld because it could not be checked.")
    assert [f.text for f in answer.figures] == ["5.5%"]
    assert [w.text for w in answer.withheld] == [bad.text]


@given(st.decimals(min_value=0, max_value=99999, places=1))
def test_no_other_number_passes(number):
    draft = Draft(f"The market was worth USD {number} million.", (WORTH, GROWS))
    stands = str(number) in {"1,234.5", "1234.5", "5.5", "2024"}
    assert (check(REPORT, draft) is None) == stands
