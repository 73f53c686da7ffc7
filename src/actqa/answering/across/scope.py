"""Whom a question without a report is for: one report, several that it names, all, or none."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["one", "compare", "all", "which", "none"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The reports that are to answer."""

    kind: Kind
    """`one` answers alone, several `compare`, `all` are asked; `which`: the question would have to say; `none` fits."""
    reports: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    """Words of the question that name the reports, in lower case."""
    skip: int = 0
    """The first of the questions before that were to other reports than the one that answers."""
    market: str = ""
    """What the question calls a market that no report is on."""
