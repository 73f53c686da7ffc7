"""The commands and their options. Heavy imports stand inside, so that `--help` is quick."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actqa import __version__
from actqa.cli import facts, shelf
from actqa.cli.chat import chat
from actqa.cli.evaluate import evaluate
from actqa.cli.keys import keys
from actqa.cli.options import Corpus, EmbeddingModel, Index, settings_from
from actqa.cli.progress import bar
from actqa.cli.show import say, show_answer, show_build, show_json, show_withheld, warn
from actqa.cli.watch import watch

if TYPE_CHECKING:
    from actqa.assistant import Assistant
    from actqa.index.build import BuildResult

app = typer.Typer(
    help="Answers questions about market-research reports, every figure cited to its exact place.",
    epilog="Settings without an option are variables ACTQA_…, or lines of a file .env; options win over them.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"actqa {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Options of every command."""
    context.obj["debug"] = debug


@app.command()
def index(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]…", help="Files or folders; the whole corpus if none.")
    ] = None,
    corpus: Corpus = None,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> int:
    """Index what is new or changed in the corpus.

    Reads, cuts and embeds it, and drops what is gone.
    """
    from actqa.assistant import Assistant

    settings = settings_from(corpus=corpus, index=index, embedding_model=embedding_model)
    with Assistant.open(settings) as assistant:
        result = _build(assistant, paths or ())
    return 1 if result.failed else 0


def _build(assistant: "Assistant", paths: "list[Path] | tuple[Path, ...]" = ()) -> "BuildResult":
    with bar() as progress:
        result = assistant.build(paths, progress)
    show_build(result)
    return result


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="In plain words.")],
    report: Annotated[str | None, typer.Option(help="Id of the report to ask; all if left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    withheld: Annotated[bool, typer.Option("--withheld", help="Also print what was withheld, and why.")] = False,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> None:
    """Answer one question, every figure cited."""
    from actqa.assistant import Assistant

    with Assistant.open(settings_from(index=index, embedding_model=embedding_model)) as assistant:
        answer = assistant.ask(question.encode(errors="replace").decode(), report)
    if as_json:
        show_json(answer)
        return
    show_answer(answer)
    if withheld:
        show_withheld(answer)
    if answer.note:
        warn(answer.note)


app.command()(chat)
app.command()(facts.extract)
app.command()(facts.check)
app.command()(evaluate)
app.add_typer(keys, name="keys")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen at [ACTQA_HOST, else 127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 for any free one [ACTQA_PORT, else 8765].")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that serve [ACTQA_WORKERS, else 1].")] = None,
    root_path: Annotated[
        str | None, typer.Option(help="Path under which a reverse proxy shows it [ACTQA_ROOT_PATH, else /].")
    ] = None,
    corpus: Corpus = None,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> None:
    """Serve the web page and the HTTP API; index first what is new."""
    settings = settings_from(
        host=host,
        port=port,
        workers=workers,
        root_path=root_path,
        corpus=corpus,
        index=index,
        embedding_model=embedding_model,
    )
    from actqa.serving.run import serve as run_server

    run_server(settings, _build, say, warn)


app.command()(shelf.add)
app.command()(shelf.remove)
app.command()(watch)
