from actqa.bench.extraction import Times, told
from actqa.bench.made_up import PAGE, report
from actqa.facts import extract
from actqa.reading import read_report


def test_a_made_up_report_has_its_length_and_something_for_every_extractor():
    text = report(10)
    assert len(text) == 10 * PAGE
    assert text == report(10)
    found = extract(read_report(text.encode(), id="made-up", name="made-up.md"))
    assert found.report.base_year
    assert all((found.forecasts, found.segmentations, found.players, found.shares, found.developments))
    assert found.dynamics.drivers
    assert found.conflicts


def test_times_are_told_per_hundred_pages_and_against_the_floor():
    body = told([Times(10, 0.02, 0.08, 0.02), Times(400, 1.0, 5.0, 0.8)])
    assert "| 10 | 26,500 | 0.20 s | 0.80 s | 1.00 s | 0.20 s | 5.0 |" in body
    assert "| 400 | 1,060,000 | 0.25 s | 1.25 s | 1.50 s | 0.20 s | 7.5 |" in body
    assert "A character of 400 pages takes 1.50 times as long as one of 10, 1.50 times by the floor." in body
