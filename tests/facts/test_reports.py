"""All that is extracted from whole reports: sizes, rates, splits, players, shares and events, none missing, none more."""

import json

import pytest
from facts.styles import REPORTS

from actqa.facts import extract
from actqa.reading import read_report


def told(facts):
    """The facts in short: what a reader would write down."""
    return {
        "forecasts": [
            [f.market, f.unit, f.start_year, f.start_value, f.end_year, f.end_value, f.cagr_percent, f.points]
            for f in facts.forecasts
        ],
        "segmentations": {row.dimension: [segment.name for segment in row.segments] for row in facts.segmentations},
        "players": [player.name for player in facts.players],
        "shares": [[share.percent, share.year] for share in facts.shares],
        "developments": [[event.date, event.company] for event in facts.developments],
    }


@pytest.mark.parametrize("expected", sorted(REPORTS.glob("*.json")), ids=lambda path: path.stem)
def test_all_that_a_report_says_and_no_more(expected):
    source = next(path for path in REPORTS.glob(f"{expected.stem}.*") if path.suffix != ".json")
    facts = extract(read_report(source.read_bytes(), id="report", name=source.name))
    assert json.loads(json.dumps(told(facts))) == json.loads(expected.read_text("utf-8"))
