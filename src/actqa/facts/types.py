"""The Facts of a report, as they leave the program; a row without its exact place in the report cannot be built."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from actqa.reading import Report, Span

Qualifier = Literal["exact", "over", "about", "nearly", "up to"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Row):
    """A place in the report: `text[start:end] == quote`, offsets in code points of the canonical text."""

    start: int = Field(ge=0, description="Offset of the first character, in code points of the canonical text.")
    end: int = Field(description="Offset behind the last character.")
    quote: str = Field(min_length=1, description="The raw characters that stand there.")
    page: int | None = Field(default=None, description="Page of the source file, where it has pages.")

    @classmethod
    def at(cls, report: Report, span: Span) -> Self:
        """The evidence that stands at the span."""
        return cls(start=span.start, end=span.end, quote=span.of(report.text), page=report.page_of(span))

    @model_validator(mode="after")
    def _stands(self, info: ValidationInfo) -> Self:
        text = (info.context or {}).get("text")
        if self.end - self.start != len(self.quote) or (text is not None and text[self.start : self.end] != self.quote):
            raise ValueError(f"the quote does not stand at {self.start}:{self.end}")
        return self


Evidences = Annotated[tuple[Evidence, ...], Field(min_length=1, description="Every place that says it, first to last.")]


Finder = Literal["grammar", "model"]


class Found(_Row):
    """A row that the grammar or a language model found."""

    found_by: tuple[Finder, ...] = Field(default=("grammar",), description="Who found it: grammar, model or both.")
    disputed: bool = Field(default=False, description="Whether grammar and model read the same place differently.")
    evidence: Evidences


class Forecast(Found):
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


class Segment(Found):
    """One segment of a dimension, with those it is split into."""

    name: str = Field(description="As the report names it.")
    children: tuple["Segment", ...] = Field(default=(), description="Segments it is split into, in the report's order.")
    evidence: Evidences


class Segmentation(_Row):
    """One dimension the market is split by."""

    dimension: str = Field(description="`Product`, `Application`, `End User`, `Geography`, …, as named.")
    segments: tuple[Segment, ...] = Field(description="In the report's order.")


class Player(Found):
    """A company or platform named as player, vendor or competitor."""

    name: str = Field(description="Without what stands in brackets.")
    note: str = Field(default="", description="What stands in brackets: `via Kite Pharma`, `Japan`.")
    listed_in: tuple[str, ...] = Field(default=(), description="Titles of the lists that name it.")
    evidence: Evidences


class Share(Found):
    """A part of a whole."""

    subject: str = Field(description="Who or what holds the share.")
    percent: float = Field(description="A fraction in words is given to two decimals: two-thirds is 66.67.")
    qualifier: Qualifier = Field(default="exact", description="`over`, `about`, `nearly`, `up to`, or `exact`.")
    year: int | None = Field(default=None, description="The year it is said of.")
    evidence: Evidences


class Development(Found):
    """Something that happened."""

    date: str = Field(pattern=r"^\d{4}(-\d{2})?$", description="`YYYY-MM`, or `YYYY`.")
    company: str = Field(description="Who did it.")
    event: str = Field(description="What happened, in the report's words.")
    evidence: Evidences


class Dynamic(Found):
    """A driver, restraint, opportunity or challenge, by name."""

    name: str = Field(description="As the report names it, without what explains it.")
    evidence: Evidences


class Dynamics(_Row):
    """What moves the market."""

    drivers: tuple[Dynamic, ...] = Field(default=(), description="What makes it grow.")
    restraints: tuple[Dynamic, ...] = Field(default=(), description="What holds it back.")
    opportunities: tuple[Dynamic, ...] = Field(default=(), description="Where more is to be had.")
    challenges: tuple[Dynamic, ...] = Field(default=(), description="What has to be overcome.")


class About(_Row):
    """The report itself."""

    id: str = Field(description="The report's id.")
    title: str = Field(description="Its title as read.")
    market: str = Field(default="", description="What it calls the market that it is about.")
    revision: str = Field(default="", description="Hash of the text that all offsets are into.")
    study_period: tuple[int, int] | None = Field(default=None, description="Years the study covers.")
    base_year: int | None = Field(default=None, description="The year its estimates start from.")
    pages: int | None = Field(default=None, description="Pages of the report that is sold.")
    concentration: str | None = Field(default=None, description="How concentrated the market is said to be.")
    currency_unit: str | None = Field(default=None, description="The unit its sizes are mostly given in.")
    evidence: dict[str, Evidences] = Field(default_factory=dict, description="For each field that is not null.")


class FactConflict(_Row):
    """Statements of one report that cannot all hold."""

    kind: str = Field(
        description="`market size`, `growth rate`, `players`, `concentration`, `does not add up`, and so on."
    )
    summary: str = Field(description="One plain sentence.")
    evidence: Evidences


class Rejected(_Row):
    """A row that a language model returned and that is not what the report says."""

    kind: str = Field(description="The table it was meant for.")
    row: str = Field(description="The row in a few words.")
    quote: str = Field(description="What it gave as its source.")
    reason: str = Field(description="Why it was not taken.")


class ReportFacts(_Row):
    """Everything that is extracted from one report."""

    report: About = Field(description="The report itself.")
    forecasts: tuple[Forecast, ...] = Field(default=(), description="Sizes and growth, a row for each statement.")
    segmentations: tuple[Segmentation, ...] = Field(default=(), description="What the market is split by.")
    players: tuple[Player, ...] = Field(default=(), description="Competitors, each once.")
    shares: tuple[Share, ...] = Field(default=(), description="Parts of a whole, in percent.")
    developments: tuple[Development, ...] = Field(default=(), description="Dated events.")
    dynamics: Dynamics = Field(default=Dynamics(), description="What moves the market.")
    conflicts: tuple[FactConflict, ...] = Field(default=(), description="Statements that cannot all hold.")
    rejected: tuple[Rejected, ...] = Field(default=(), description="What a language model said and was not taken.")

    @classmethod
    def checked(cls, data: Any, text: str) -> Self:
        """The facts, every quote compared with the canonical text. Raises pydantic's ValidationError."""
        return cls.model_validate(data, context={"text": text})
