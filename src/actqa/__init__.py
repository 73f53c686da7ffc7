"""Answers about market-research reports, every figure tied to its exact place.

The public names are loaded when first used, so that importing actqa costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actqa.answering.answer import Answer
    from actqa.assistant import Assistant
    from actqa.errors import ActqaError
    from actqa.facts.types import ReportFacts
    from actqa.reading.types import Report
    from actqa.settings import Settings

__version__ = "0.1.0"

_HOMES = {
    "ActqaError": "actqa.errors",
    "Answer": "actqa.answering.answer",
    "Assistant": "actqa.assistant",
    "Report": "actqa.reading.types",
    "ReportFacts": "actqa.facts.types",
    "Settings": "actqa.settings",
}

__all__ = ["ActqaError", "Answer", "Assistant", "Report", "ReportFacts", "Settings", "__version__"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'actqa' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
