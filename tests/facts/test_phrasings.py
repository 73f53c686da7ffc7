"""Phrasings of splits, competitors, news, shares, sizes and forces, each in a report that says no more."""

import json
from pathlib import Path

import pytest

from actqa.facts import extract
from actqa.reading import read_report

PHRASINGS = [json.loads(line) for line in (Path(__file__).parent / "phrasings.jsonl").read_text("utf-8").splitlines()]


def tree(segment):
    return segment.name + (f"[{', '.join(map(tree, segment.children))}]" if segment.children else "")


def size(f):
    return [f.market, f.unit, f.start_year, f.start_value, f.end_year, f.end_value, f.cagr_percent]


def forces(found):
    kinds = ("drivers", "restraints", "opportunities", "challenges")
    return {kind: [row.name for row in getattr(found, kind)] for kind in kinds if getattr(found, kind)}


TOLD = {
    "segmentations": lambda found: {row.dimension: [tree(segment) for segment in row.segments] for row in found},
    "players": lambda found: [player.name for player in found],
    "developments": lambda found: [[event.date, event.company] for event in found],
    "shares": lambda found: [share.percent for share in found],
    "forecasts": lambda found: [size(f) for f in found],
    "dynamics": forces,
}


@pytest.mark.parametrize("phrasing", PHRASINGS, ids=lambda p: p["what"])
def test_a_phrasing_says_what_it_says_and_no_more(phrasing):
    facts = extract(read_report(phrasing["text"].encode(), id="report", name="report.md"))
    assert TOLD[phrasing["what"]](getattr(facts, phrasing["what"])) == phrasing["expected"]
