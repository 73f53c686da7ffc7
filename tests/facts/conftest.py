from collections.abc import Callable

import pytest

from actqa.facts import ReportFacts, extract
from actqa.reading import read_report


@pytest.fixture
def facts() -> Callable[[str], ReportFacts]:
    """The facts of a text, each quote compared with it once more."""

    def of(text: str) -> ReportFacts:
        report = read_report(text.encode(), id="report", name="report.md")
        found = extract(report)
        return ReportFacts.checked(found.model_dump(), report.text)

    return of
