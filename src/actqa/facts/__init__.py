"""Report → ReportFacts: forecasts, segmentations, players, shares, developments, dynamics; contradictions; export."""

from actqa.facts.extract import extract
from actqa.facts.types import ReportFacts

__all__ = ["ReportFacts", "extract"]
