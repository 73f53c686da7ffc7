"""What a model writes of: one report or several, each with the question as it is put to it."""

from dataclasses import dataclass

from actqa.answering.draft import Asked, Drafted


@dataclass(frozen=True, slots=True)
class Subject:
    """A report."""

    asked: Asked
    drafted: Drafted
    """What is composed without the model."""
    label: str = ""
    """How the report is called, by its market, where there are several."""
