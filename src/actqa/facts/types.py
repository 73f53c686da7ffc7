"""The Facts of a report, as they leave the program; a row without its exact place in the report cannot be built."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from actqa.reading import Report, Span

Qualifier = Literal["exact", "over", "about", "nearly", "up to"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Row):
    """A place in the report: `text[start:end] == quote`, offsets in code points of the canonical text."""

    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)
    page: int | None = None

    @classmethod
    def at(cls, report: Report, span: Span) -> Self:
        """The evidence that stands at the span."""
        return cls(start=span.start, end=span.end, quote=span.of(report.text))

    @model_validator(mode="after")
    def _stands(self, info: ValidationInfo) -> Self:
        text = (info.context or {}).get("text")
        if self.end - self.start != len(self.quote) or (text is not None and text[self.start : self.end] != self.quote):
            raise ValueError(f"the quote does not stand at {self.start}:{self.end}")
        return self


Evidences = Annotated[tuple[Evidence, ...], Field(min_length=1, description="Every place that says it, first to last.")]


class Forecast(_Row):
    """One statement of a size, a growth, or both, for a market, a region or a segment."""

    market: str = Field(
        description="What is sized: the whole market, a region of it or a segment, as the report names it."
    )
    unit: str = Field(description="`USD million`, `INR crore`, `million tons`, …; empty where only a growth is stated.")
    start_year: int | None = Field(default=None, description="Year of the start value; a fiscal year's last.")
    start_value: float | None = Field(default=None, description="Past or present size, in `unit`.")
    end_year: int | None = Field(default=None, description="Year of the end value.")
    end_value: float | None = Field(default=None, description="Expected size, in `unit`.")
    cagr_percent: float | None = Field(default=None, description="Growth rate a year, in percent, as stated.")
    period: tuple[int, int] | None = Field(default=None, description="Years the stated rate is for, where said.")
    implied_cagr_percent: float | None = Field(
        default=None, description="Growth rate a year that start and end value give, in percent, to two decimals."
    )
    points: tuple[tuple[int, float], ...] | None = Field(
        default=None, description="Of a series in a table: year and value, in `unit`, in order."
    )
    evidence: Evidences


class Segment(_Row):
    """One segment of a dimension, with those it is split into."""

    name: str
    children: tuple["Segment", ...] = ()
    evidence: Evidences


class Segmentation(_Row):
    """One dimension the market is split by."""

    dimension: str = Field(description="`Product`, `Application`, `End User`, `Geography`, …, as named.")
    segments: tuple[Segment, ...]


class Player(_Row):
    """A company or platform named as player, vendor or competitor."""

    name: str = Field(description="Without what stands in brackets.")
    note: str = Field(default="", description="What stands in brackets: `via Kite Pharma`, `Japan`.")
    listed_in: tuple[str, ...] = Field(default=(), description="Titles of the lists that name it.")
    evidence: Evidences


class Share(_Row):
    """A part of a whole."""

    subject: str = Field(description="Who or what holds the share.")
    percent: float
    qualifier: Qualifier = "exact"
    year: int | None = None
    evidence: Evidences


class Development(_Row):
    """Something that happened."""

    date: str = Field(pattern=r"^\d{4}(-\d{2})?$", description="`YYYY-MM`, or `YYYY`.")
    company: str = Field(description="Who did it.")
    event: str = Field(description="What happened, in the report's words.")
    evidence: Evidences


class Dynamic(_Row):
    """A driver, restraint, opportunity or challenge, by name."""

    name: str
    evidence: Evidences


class Dynamics(_Row):
    """What moves the market."""

    drivers: tuple[Dynamic, ...] = ()
    restraints: tuple[Dynamic, ...] = ()
    opportunities: tuple[Dynamic, ...] = ()
    challenges: tuple[Dynamic, ...] = ()


class About(_Row):
    """The report itself."""

    id: str
    title: str
    study_period: tuple[int, int] | None = Field(default=None, description="Years the study covers.")
    base_year: int | None = None
    pages: int | None = Field(default=None, description="Pages of the report that is sold.")
    concentration: str | None = Field(default=None, description="How concentrated the market is said to be.")
    currency_unit: str | None = Field(default=None, description="The unit its sizes are mostly given in.")
    evidence: dict[str, Evidences] = Field(default_factory=dict, description="For each field that is not null.")


class FactConflict(_Row):
    """Statements of one report that cannot all hold."""

    kind: str = Field(description="`market size`, `growth rate`, `players`, `concentration`, `does not add up`, …")
    summary: str = Field(description="One plain sentence.")
    evidence: Evidences


class ReportFacts(_Row):
    """Everything that is extracted from one report."""

    report: About
    forecasts: tuple[Forecast, ...] = ()
    segmentations: tuple[Segmentation, ...] = ()
    players: tuple[Player, ...] = ()
    shares: tuple[Share, ...] = ()
    developments: tuple[Development, ...] = ()
    dynamics: Dynamics = Dynamics()
    conflicts: tuple[FactConflict, ...] = ()

    @classmethod
    def checked(cls, data: Any, text: str) -> Self:
        """The facts, every quote compared with the canonical text. Raises pydantic's ValidationError."""
        return cls.model_validate(data, context={"text": text})
