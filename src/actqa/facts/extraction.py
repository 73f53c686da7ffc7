"""Report → ReportFacts: each extractor looks at the whole report, the contradictions at what they found."""

from actqa.facts.about import about
from actqa.facts.conflicts import conflicts
from actqa.facts.developments.developments import developments
from actqa.facts.dynamics import dynamics
from actqa.facts.forecasts.forecasts import forecasts
from actqa.facts.players.players import players
from actqa.facts.segments.segmentations import segmentations
from actqa.facts.shares import shares
from actqa.facts.types import ReportFacts, Segment, Segmentation
from actqa.reading import Report


def extract(report: Report) -> ReportFacts:
    """The facts, every quote compared with the report's text. Never raises on what a report says."""
    split, named = segmentations(report), players(report)
    found = ReportFacts(
        report=about(report),
        forecasts=forecasts(report, names_of(split), frozenset(player.name for player in named)),
        segmentations=split,
        players=named,
        shares=shares(report, names_of(split)),
        developments=developments(report, named),
        dynamics=dynamics(report),
    )
    whole = found.model_copy(update={"conflicts": conflicts(report, found)})
    return ReportFacts.checked(whole.model_dump(), report.text)


PLAIN_WORDS = frozenset(
    "high low medium standard premium online offline direct indirect others other large small global new used mass "
    "total all "
    "basic advanced general single multi".split()
)
"""Names of segments that are also plain words, by which no sentence can be told to be about one."""


def names_of(split: tuple[Segmentation, ...]) -> frozenset[str]:
    """Names of all segments, by which statements about one are told from those about the whole market."""
    names = {name for dimension in split for segment in dimension.segments for name in _names(segment)}
    return frozenset(n for n in names if len(n) > 2 and n.lower() not in PLAIN_WORDS)


def _names(segment: Segment) -> list[str]:
    return [segment.name, *(name for child in segment.children for name in _names(child))]
