"""The report itself: title, study period, base year, pages, concentration, currency unit."""

from actqa.facts.types import About
from actqa.reading import Report


def about(report: Report) -> About:
    """What the report says of itself."""
    return About(id=report.id, title=report.title)
