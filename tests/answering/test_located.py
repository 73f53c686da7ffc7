"""Which of the report's figures a free text stands for."""

import pytest

from actqa.answering.located import figures_of
from actqa.reading import read_report

TEXT = """# Tea Market

The market was worth USD 14,776.33 million in 2024 and should reach USD 29,723.68 million by 2031, at 10.5% a year.

Asia held 66.7% of it, Europe over 20%. Japan shipped 12 kilotons.
"""
REPORT = read_report(TEXT.encode(), id="tea", name="tea.md")
PLACES = REPORT.blocks[1].sentences + REPORT.blocks[2].sentences


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It was worth about USD 14.8 billion.", ["USD 14,776.33 million"]),
        ("It was worth USD 14,776.33 million.", ["USD 14,776.33 million"]),
        ("It was worth nearly USD 15 billion.", ["USD 14,776.33 million"]),
        ("It was worth over USD 14 billion.", ["USD 14,776.33 million"]),
        ("By 2031 it should come to USD 29.7 billion.", ["USD 29,723.68 million"]),
        ("Two-thirds are Asia’s, more than 20% Europe’s.", ["66.7%", "20%"]),
        ("Japan shipped 12,000 tonnes.", ["12 kilotons"]),
        ("It was worth USD 14.9 billion.", []),
        ("It was worth EUR 14,776.33 million.", []),
        ("It was worth USD 14,776.33 billion.", []),
        ("Over 66.7% are Asia’s, 20% Europe’s.", []),
        ("It grows at 10%.", []),
    ],
)
def test_a_figure_stands_for_one_that_it_rounds_in_any_scale(text, figures):
    assert [figure.text for figure in figures_of(REPORT, text, PLACES)] == figures


def test_only_figures_of_the_places_count():
    assert figures_of(REPORT, "Two-thirds are Asia’s.", PLACES[:1]) == ()
