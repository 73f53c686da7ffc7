"""Questions made of what the extractors found: the answer says the same, or what the report gives as its rival."""

from collections import defaultdict
from decimal import Decimal

import pytest
from facts.styles import REPORTS

from actqa import Assistant, Settings
from actqa.facts import ReportFacts
from actqa.figures.arithmetic import same

MISSED = 5
"""Of the questions, how many do not get what the facts say: where these name an owner badly."""
STYLES = (
    "buses coffee-machines dental-lasers drones enzymes heaters hydrogen lighting olive-oil pet-food robots roof-windows "
    "scooters spirits telehealth train-brakes"
).split()


def questions(facts: ReportFacts) -> dict[str, list[tuple[Decimal, str]]]:
    """Question → every value and unit that the facts give for it."""
    asked = defaultdict(list)
    for row in facts.forecasts:
        pairs = ((row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ()))
        for year, value in dict.fromkeys(pairs):
            if value is not None and year:
                asked[f"What is the size of {row.market} in {year}?"].append((Decimal(str(value)), row.unit))
        if row.cagr_percent is not None:
            asked[f"CAGR of {row.market}"].append((Decimal(str(row.cagr_percent)), "percent"))
    for share in facts.shares:
        asked[f"share of {share.subject}"].append((Decimal(str(share.percent)), "percent"))
    return asked


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    home = tmp_path_factory.mktemp("styles")
    with Assistant.open(Settings(corpus=home, index=home / "index")) as opened:
        opened.build([path for path in REPORTS.iterdir() if path.suffix != ".json" and path.stem in STYLES])
        yield opened


def test_answers_say_what_the_facts_say(assistant):
    missed, count = [], 0
    for card in assistant.reports():
        for question, values in questions(assistant.facts(card.id)).items():
            first = next(iter(assistant.ask(question, card.id).figures), None)
            told = first and any(same(Decimal(str(first.value)), first.unit, *value) for value in values)
            count += 1
            if not told:
                missed.append((card.id, question, first and first.text))
    assert count >= 100
    assert len(missed) <= MISSED, missed
