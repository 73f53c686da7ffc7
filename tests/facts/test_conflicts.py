"""What cannot all hold is found; what can is left alone."""

from pathlib import Path

import pytest
from facts.styles import text

SEED = Path(__file__).parents[2] / "corpus" / "adoptive-cell-therapy.md"
TITLE = "Ceramic Tile Market\n\nOverview\n\n"


def found(facts, text):
    return [(c.kind, c.summary) for c in facts(TITLE + text).conflicts]


def test_the_real_report_contradicts_itself(facts):
    conflicts = facts(SEED.read_text("utf-8")).conflicts
    told = {c.kind: c.summary for c in conflicts}
    name = "the Adoptive Cell Therapy For Cancer Treatment Market"
    assert told["market size"] == f"The size of {name} in 2024 is given as 14,776.33 USD million and 5.6 USD billion."
    assert told["growth rate"] == (
        f"The growth rate of {name} is given as 10.5 % for 2024–2031, 21.5 % for 2022–2030 and 24.5 % for 2026–2033."
    )
    assert told["concentration"] == "Concentration is said to be “low”, and also “moderately concentrated”."
    assert told["study period"] == "The study period is given as 2021–2031 and 2025–2031."
    assert told["different period"] == (
        "24.5 % a year is stated for 2026–2033, other years than those of the values: the values of 2024 (5.6) and 2033 "
        "(35.3 USD billion) give 22.7 % a year. Both can hold."
    )
    assert "does not add up" not in told


def test_a_rate_that_its_values_do_not_give(facts):
    text = "The market stood at USD 4.83 million in 2025 and should come to USD 8.07 million by 2033, a CAGR of 5.87%."
    assert found(facts, text) == [
        (
            "does not add up",
            "The values of 2025 (4.83) and 2033 (8.07 USD million) give 6.6 % a year, not the stated 5.87 %.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        # within the digits given: 3.77 to 3.93 a year
        "The market was 2.36 million tons in 2025 and should reach 2.85 million tons by 2030, at a CAGR of 3.81%.",
        "The market was worth USD 86.9 billion in 2016, growing at 10% a year to USD 232.1 billion by 2026.",
        "The market was worth USD 5.6 billion in 2024. In 2024 the market was worth USD 5.61 billion.",
        "Year-over-year growth for 2023-2024 is 9.47%, the CAGR from 2024 to 2030 is 10.2%.",
        "The market is worth USD 5 billion in 2024. Europe is worth USD 2 billion in 2024.",
        "The market is worth USD 5 billion in 2024. Exports were worth USD 1 billion in 2024.",
        "The market is moderately fragmented. The market is fragmented.",
        "By value, Peru holds 40% of sales in 2024. Peru holds 31% of units in 2024.",
        "The CAGR is 5% in value. The market volume was 2 million tons in 2020 and will be 2.2 million tons in 2030.",
    ],
)
def test_what_can_hold_is_no_contradiction(facts, text):
    assert found(facts, text) == []


def test_a_rate_for_other_years_that_cannot_be(facts):
    text = (
        "The market was worth USD 10 billion in 2020 and will be worth USD 20 billion by 2030, at a CAGR of 15% from 2022 to "
        "2030."
    )
    ((kind, summary),) = found(facts, text)
    assert kind == "does not add up"
    assert summary == "The values of 2020 (10) and 2030 (20 USD billion) give 7.2 % a year, not the stated 15 %."


def test_two_lists_of_players_are_shown_where_they_differ(facts):
    text = (
        "Widget Market\n\n## Key Players\n\n- Acme Inc.\n- Bolt AG\n- Cog Ltd.\n- Dot SE\n\n"
        "## Top Companies\n\n- Acme Inc.\n- Elk plc\n- Fox Ltd.\n- Gnu AG\n"
    )
    (conflict,) = [c for c in facts(text).conflicts if c.kind == "players"]
    assert [place.quote for place in conflict.evidence] == [
        "Bolt AG\n- Cog Ltd.\n- Dot SE",
        "Elk plc\n- Fox Ltd.\n- Gnu AG",
    ]


@pytest.mark.parametrize(
    "report",
    [
        "pet-insurance",
        "gas-detectors",
        "small-hydro",
        "shelf-labels",
        "ferries",
        "oat-milk",
        "salmon",
        "cement",
        "headsets",
        "car-seats",
    ],
)
def test_an_honest_report_contradicts_itself_nowhere(facts, report):
    assert facts(text(report)).conflicts == ()


def test_a_rate_in_a_series_is_checked_over_its_own_years(facts):
    table = "| | 2022 | 2024 | 2028 | CAGR 2024-2028 |\n|---|---|---|---|---|\n| Sales (USD m) | 100 | 200 | 400 | {} |"
    assert found(facts, table.format("18.9%")) == []
    assert [kind for kind, _ in found(facts, table.format("26.0%"))] == ["does not add up"]
