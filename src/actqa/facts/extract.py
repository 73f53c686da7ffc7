"""Report → ReportFacts: each extractor looks at the whole report, the contradictions at what they found."""

from actqa.facts.about import about
from actqa.facts.types import ReportFacts
from actqa.reading import Report

FACTS = 1
"""Raise it with every change to what is extracted: indexes then extract again."""


def extract(report: Report) -> ReportFacts:
    """The facts, every quote compared with the report's text. Never raises on what a report says."""
    found = ReportFacts(report=about(report))
    return ReportFacts.checked(found.model_dump(), report.text)
