"""Options that several commands share, and the settings they make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actqa.errors import UsageError

if TYPE_CHECKING:
    from actqa.settings import Settings

Corpus = Annotated[Path | None, typer.Option(help="Folder of report files [ACTQA_CORPUS, else corpus].")]
Index = Annotated[Path | None, typer.Option(help="Folder of the index [ACTQA_INDEX, else index].")]
EmbeddingModel = Annotated[
    str | None,
    typer.Option(help="sentence-transformers model, a name or a folder [ACTQA_EMBEDDING_MODEL, else MiniLM]."),
]


def settings_from(**options: object) -> "Settings":
    """The settings, with the options that were given in place of theirs. Raises UsageError."""
    from pydantic import ValidationError

    from actqa.settings import Settings

    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]  # pydantic checks
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise UsageError(f"The setting {name} (ACTQA_{name.upper()}): {first['msg']}.") from error
