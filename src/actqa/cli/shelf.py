"""The commands that add a report and remove one."""

from pathlib import Path
from typing import Annotated

import typer

from actqa.cli.options import Corpus, EmbeddingModel, Index, settings_from
from actqa.cli.progress import bar
from actqa.cli.show import say


def add(
    file: Annotated[Path, typer.Argument(help="A report: it is copied into the corpus.")],
    corpus: Corpus = None,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> None:
    """Add one report to the corpus and the index."""
    from actqa.assistant import Assistant
    from actqa.index.survey import Candidate, read_content

    settings = settings_from(corpus=corpus, index=index, embedding_model=embedding_model)
    data = read_content(Candidate(file.name, "path", file), settings.max_report_bytes).data
    with Assistant.open(settings) as assistant, bar() as progress:
        id, result = assistant.add(file.name, data, progress)
    say(f"{'Added' if id in result.added else 'Replaced' if id in result.changed else 'There already is'} {id}.")


def remove(
    report: Annotated[str, typer.Argument(help="Id of the report; its file in the corpus goes as well.")],
    corpus: Corpus = None,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> None:
    """Remove one report from the index and the corpus."""
    from actqa.assistant import Assistant

    settings = settings_from(corpus=corpus, index=index, embedding_model=embedding_model)
    with Assistant.open(settings) as assistant, bar() as progress:
        assistant.remove(report, progress)
    say(f"Removed {report}.")
