"""Questions to all reports: which are meant, and what several of them say side by side."""

from actqa.answering.across.over_all import Across
from actqa.answering.across.scope import Scope
from actqa.answering.across.worded import Several

__all__ = ["Across", "Scope", "Several"]
