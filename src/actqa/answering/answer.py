"""The Answer and its parts, exactly as they leave the program."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Origin = Literal["stated", "computed"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Statement(_Part):
    """One sentence or two of an answer, with what it rests on."""

    text: str
    citations: tuple[int, ...] = Field(description="Ids of citations.")
    origin: Origin = "stated"
    figures: tuple[int, ...] = Field(default=(), description="Positions in the answer's figures.")


class AnswerFigure(_Part):
    """A number in an answer: stated in a cited quote, or computed from figures that are."""

    text: str = Field(description="As the report writes it, entities decoded.")
    value: float | None = Field(
        description="As the report writes it; a computed one to six digits that count, and no coarser than its text."
    )
    unit: str = Field(description="Currency and scale (`USD million`), `percent`, `year`, `x`, or what is counted.")
    year: int | None = Field(default=None, description="The year the figure belongs to.")
    origin: Origin = "stated"
    citations: tuple[int, ...]
    formula: str | None = Field(default=None, description="How a computed figure comes about.")


class Citation(_Part):
    """A place in a report: `text[start:end] == quote`, in code points of the canonical text."""

    id: int
    report: str
    section: str = Field(description="Title of the innermost section.")
    path: tuple[str, ...] = Field(default=(), description="Titles from the top of the report down to the section.")
    page: int | None = None
    revision: str
    start: int
    end: int
    quote: str
    shown: str = Field(default="", description="The quote as read: tags and markers left out, entities decoded.")


class Conflict(_Part):
    """Figures of one report that cannot all hold."""

    summary: str
    figures: tuple[int, ...] = Field(default=(), description="Positions in the answer's figures.")
    citations: tuple[int, ...] = ()


class Withheld(_Part):
    """A statement that failed the check, and why."""

    text: str
    reason: str


class Mended(_Part):
    """A statement that failed the check at first, why, and what the model then made of it, which passed."""

    text: str
    reason: str
    became: str


class Answer(_Part):
    """What the user gets: short text, and every figure in it tied to its place."""

    question: str
    report: str | None = Field(default=None, description="The report asked about; null for all.")
    answer: str
    answered: bool = Field(description="False: the report does not say.")
    statements: tuple[Statement, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    mended: tuple[Mended, ...] = Field(default=(), description="Statements that a model got right at its second try.")
    note: str = Field(
        default="", description="Why a language model that is set had no part in the answer, or broke off."
    )
    engine: str = Field(default="extractive", description="Who worded it: `extractive`, or the model's name.")
    elapsed_ms: float = 0.0
