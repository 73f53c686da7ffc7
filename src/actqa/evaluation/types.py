"""The words of an evaluation: what is asked and expected, and what came of it."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

from actqa.answering.answer import Answer

Kind = Literal["figure", "list", "passage", "computed", "conflict", "unanswerable", "followup"]

Check = Literal[
    "right",
    "right_place_cited",
    "answer_comes_first",
    "short_enough",
    "few_other_figures",
    "offsets_exact",
    "figures_traceable",
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class ExpectedFigure(_Part):
    """A figure that the answer must bring, in any unit that says the same."""

    value: float
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.value:,.10g} {self.unit}".strip()


class Expected(_Part):
    """What the answer must hold; all of it."""

    figures: tuple[ExpectedFigure, ...] = ()
    items: tuple[str, ...] = Field(default=(), description="Each must be named.")
    quotes: tuple[str, ...] = Field(default=(), description="A citation must overlap at least one of them.")
    refuse: bool = Field(default=False, description="The report does not say, and the answer must say so.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.figures or self.items or self.quotes or self.refuse):
            raise ValueError("nothing is expected: give figures, items or quotes, or set refuse")
        return self


class LabelledQuestion(_Part):
    """A question with the answer it should get."""

    id: str = ""
    report: str
    question: str
    history: tuple[str, ...] = Field(default=(), description="Earlier questions, oldest first.")
    kind: Kind
    expect: Expected
    line: int | None = Field(default=None, description="Where it stands in its file, from 1.")

    @property
    def name(self) -> str:
        """How messages call it."""
        return ", ".join(filter(None, (f"line {self.line}" if self.line else "", self.id))) or self.question


class Count(_Part):
    """How many of how many."""

    hits: int = 0
    of: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(hits=self.hits + other.hits, of=self.of + other.of)

    @computed_field  # type: ignore[prop-decorator]  # as pydantic's documentation has it
    @property
    def share(self) -> float | None:
        """Between 0 and 1, four places; None of none."""
        return round(self.hits / self.of, 4) if self.of else None


class Marks(_Part):
    """What was right about one answer. A check that does not apply is not there."""

    checks: dict[Check, Count]
    lacks: tuple[str, ...] = Field(default=(), description="Why the answer is wrong; empty where it is right.")


class Miss(_Part):
    """A question whose answer is wrong, and why."""

    question: LabelledQuestion
    answer: Answer | None = Field(description="null where asking failed.")
    lacks: tuple[str, ...]


class Score(_Part):
    """The counts over a whole set."""

    questions: int
    reports: int
    right: Count
    by_kind: dict[str, Count] = Field(description="Right answers by kind of question.")
    right_place_cited: Count = Field(description="Questions with an expected quote that a citation overlaps.")
    answer_comes_first: Count = Field(description="Questions for a figure that the first statement answers.")
    short_enough: Count = Field(description="Answers at most 500 characters beyond what is expected, twice.")
    few_other_figures: Count = Field(description="Answers with at most three figures that were not asked for.")
    offsets_exact: Count = Field(description="Citations whose quote is what stands there.")
    figures_traceable: Count = Field(description="Figures that stand in a cited quote, or have a formula.")
    errors: int = Field(description="Questions on which asking failed; they count as wrong.")
    seconds_median: float | None
    seconds_95th_percentile: float | None
    misses: tuple[Miss, ...]
