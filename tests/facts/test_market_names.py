import pytest

from actqa.facts.market_names import market_name
from actqa.reading import read_report


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kite Market Size and Share\n\nKites fly.\n", "Kite Market"),
        ("KEY MARKET INSIGHTS\n\nThe global kite market size was USD 4 million in 2024.\n", "kite market"),
        ("Market Snapshot\n\nKite (Kt) Lines Market\n\nKite lines are long.\n", "Kite (Kt) Lines Market"),
        ("The Five Firms That Head the Kite Market\n\nThey sail.\n", "Kite Market"),
        ("Home / Leisure / Kites / Kite Lines Market\n\nThey are long.\n", "Kite Lines Market"),
        (
            "Home Leisure Goods Kite Lines Market Size\n\nWith it the global kite lines market gains.\n",
            "Kite Lines Market",
        ),
        ("July 2024\n\nThe world's kite market fell.\n\nThe kite market rose again.\n", "kite market"),
        (
            "Up in the air: $5m by 2031\n\nMore wind: the market for stunt kites (SK) went from $3m to $5m.\n",
            "stunt kites",
        ),
        ("12 May 2024\n\nWorld demand for stunt kites gains 5% a year. They are loved.\n", "stunt kites"),
        (
            'Wings of Change\n\nNew: "Stunt Kites And Lines Global Market Report 2024" - https://example.com/p1\n',
            "Stunt Kites And Lines Global Market",
        ),
        ("Wings of Change\n\nApex Market Research says so. The stunt kite market grows.\n", "stunt kite market"),
    ],
)
def test_the_market_is_named_by_title_or_text(facts, text, name):
    assert facts(text).report.market == name


@pytest.mark.parametrize(("id", "name"), [("stunt-kites-xyz", "stunt kites"), ("q3-final", "q3-final")])
def test_the_files_name_stands_in_where_its_words_are_said(id, name):
    text = "Stunt kites fly where there is wind. Sales were USD 3 million in 2024.\n"
    assert market_name(read_report(text.encode(), id=id, name=f"{id}.md")) == name
