"""Report → ReportFacts: forecasts, segmentations, players, shares, developments, dynamics; contradictions; export.

`extract` is loaded when first used: all the grammar comes with it, and an answer needs none of that.
"""

from typing import TYPE_CHECKING

from actqa.facts.types import ReportFacts

if TYPE_CHECKING:
    from actqa.facts.extraction import extract

__all__ = ["ReportFacts", "extract"]


def __getattr__(name: str) -> object:
    if name != "extract":
        raise AttributeError(f"module 'actqa.facts' has no attribute {name!r}")
    from actqa.facts.extraction import extract

    globals()[name] = extract
    return extract
