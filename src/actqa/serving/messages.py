"""What goes into the calls and comes out of them; the answer itself is `actqa.answering.answer.Answer`."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from actqa.reading.types import Block, Report, Section

HISTORY_LENGTH = 10
HISTORY_CHARACTERS = 2000


def _whole(text: str) -> str:
    """JSON may escape half of a surrogate pair, which is no text and could not be sent back."""
    return text.encode(errors="replace").decode()


def _cut(history: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(question[:HISTORY_CHARACTERS] for question in history[-HISTORY_LENGTH:])


Text = Annotated[str, AfterValidator(_whole)]


class Ask(BaseModel):
    """A question."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "question": "What is the market size in 2031?",
                    "report": "adoptive-cell-therapy",
                    "history": [],
                }
            ]
        },
    )

    question: Text = Field(description="In plain words.")
    report: Text | None = Field(default=None, description="Id of the report to ask; null for all.")
    history: Annotated[tuple[Text, ...], AfterValidator(_cut)] = Field(
        default=(),
        description="Earlier questions, oldest first; cut to the last 10 and to 2,000 characters each.",
    )


class Health(BaseModel):
    """Whether the server is up, and with what."""

    status: Literal["ok"] = "ok"
    version: str = Field(examples=["0.1.0"])
    reports: int = Field(description="How many reports are indexed; 0 where there is no index yet.")
    model: str = Field(description="The chat model; empty where answers are composed without one.")
    embedding_model: str


class ReportEntry(BaseModel):
    """One line of the list of reports."""

    model_config = ConfigDict(from_attributes=True)

    id: str = Field(examples=["adoptive-cell-therapy"])
    title: str
    source: str = Field(description="The file's name.")
    characters: int = Field(description="Length of the canonical text, in code points.")
    pages: int | None
    revision: str = Field(description="Changes with the text.")


class Questions(BaseModel):
    """Questions to begin with."""

    questions: tuple[str, ...] = Field(examples=[["What is the market size in 2031?", "Who are the key players?"]])


Offsets = tuple[int, int]
"""Start and end, half open, in code points of the canonical text."""


class SectionEntry(BaseModel):
    """A heading and all that stands under it."""

    title: str
    level: int = Field(description="1 for the top of the tree.")
    start: int
    end: int

    @classmethod
    def of(cls, section: Section) -> Self:
        """As read."""
        return cls(title=section.title, level=section.level, start=section.span.start, end=section.span.end)


class BlockEntry(BaseModel):
    """A heading, a paragraph, a list item or a table row, with what it takes to lay it out."""

    kind: Literal["heading", "paragraph", "item", "row"]
    start: int
    end: int
    content: Offsets = Field(description="Without the marker of a heading or an item.")
    section: int = Field(description="Position in `sections`.")
    group: int = Field(description="The same for the items of one list and the rows of one table.")
    depth: int = Field(description="Nesting of a list item, 0 for the outermost.")
    cells: tuple[Offsets, ...] = Field(description="Cells of a row.")
    head: bool = Field(description="A row that names the columns, or the rule under it.")

    @classmethod
    def of(cls, block: Block) -> Self:
        """As read."""
        return cls(
            kind=block.kind,
            start=block.span.start,
            end=block.span.end,
            content=block.content,
            section=block.section,
            group=block.group,
            depth=block.depth,
            cells=block.cells,
            head=block.head,
        )


class ReportText(BaseModel):
    """A report's canonical text and how it is laid out; all offsets count code points of `text`."""

    id: str
    revision: str = Field(description="Changes with the text.")
    title: str
    source: str = Field(description="The file's name.")
    text: str
    page_starts: tuple[int, ...] = Field(
        description="The offset of each page's first character; empty for a file without pages."
    )
    sections: tuple[SectionEntry, ...] = Field(description="In order of appearance.")
    blocks: tuple[BlockEntry, ...] = Field(description="In order of appearance, disjoint.")

    @classmethod
    def of(cls, report: Report) -> Self:
        """As read."""
        return cls(
            id=report.id,
            revision=report.revision,
            title=report.title,
            source=report.source,
            text=report.text,
            page_starts=report.page_starts,
            sections=tuple(map(SectionEntry.of, report.sections)),
            blocks=tuple(map(BlockEntry.of, report.blocks)),
        )
