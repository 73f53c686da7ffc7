"""Two regions that are both ranked first are both given."""

from pathlib import Path

import pytest

from actqa import Assistant, Settings

REPORT = """# Oat Drink Market

The oat drink market was worth USD 4.2 billion in 2024.

## Regions

Asia Pacific is the fastest-growing region, with a CAGR of 9.1%, as cafes change over. Europe is the largest region.

## Another view

One consultancy sees Latin America as the fastest-growing region.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("rivals")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "oat-drink.md").write_text(REPORT, encoding="utf-8")
    with Assistant.open(Settings(corpus=folder / "corpus", index=folder / "index")) as opened:
        opened.build()
        yield opened


def test_regions_that_are_both_ranked_first_are_both_given(assistant):
    answer = assistant.ask("which region is growing fastest?", "oat-drink")
    assert [s.text for s in answer.statements] == [
        "Asia Pacific is the fastest-growing region, with a CAGR of 9.1%, as cafes change over.",
        "One consultancy sees Latin America as the fastest-growing region.",
    ]
    assert answer.conflicts[0].summary == "The report ranks different regions first: Asia Pacific and Latin America."


def test_one_region_ranked_first_is_no_conflict(assistant):
    answer = assistant.ask("which is the largest region?", "oat-drink")
    assert "Europe is the largest region." in answer.statements[0].text
    assert answer.conflicts == ()
