"""The commands `extract` and `check`: what a report states, as tables, and where it contradicts itself."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from actqa.cli.options import Index, settings_from
from actqa.cli.show import show_check, show_data, warn
from actqa.errors import ActqaError, ReadingError, UsageError

if TYPE_CHECKING:
    from actqa.facts import ReportFacts
    from actqa.facts.with_model import Spent

Source = typer.Argument(metavar="REPORT-OR-FILE", help="Id of an indexed report, or a report file.", show_default=False)
What = Literal["all", "report", "forecasts", "segments", "players", "shares", "developments", "dynamics", "conflicts"]
Format = Literal["json", "csv", "markdown", "xlsx"]
ENDINGS: Mapping[str, Format] = {".json": "json", ".csv": "csv", ".md": "markdown", ".xlsx": "xlsx"}


def extract(
    report: Annotated[str | None, Source] = None,
    what: Annotated[What, typer.Option(help="Which table.")] = "all",
    format: Annotated[
        Format | None, typer.Option(help="Else as the file's name ends, else json.", show_default=False)
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there.")] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON schema of the facts instead.")] = False,
    with_model: Annotated[
        bool, typer.Option("--with-model", help="Also ask the chat model of ACTQA_MODEL, section by section.")
    ] = False,
    base: Annotated[
        str | None, typer.Option(metavar="URL", help="Server that links lead to [http://127.0.0.1:8765/].")
    ] = None,
    index: Index = None,
) -> None:
    """Print what a report states, as tables with evidence."""
    if schema:
        _write(_schema(), output)
        return
    if report is None:
        raise UsageError("Name a report or a file, or ask for the --schema. See actqa extract --help.")
    chosen = format or ENDINGS.get(output.suffix.lower() if output else "", "json")
    _check_usage(chosen, what, output)
    facts = (_facts_with_model if with_model else _facts_of)(report, index)
    _write(_FORMS[chosen](facts, what, base, output is not None), output)


def check(
    report: Annotated[str, Source],
    as_json: Annotated[bool, typer.Option("--json", help="Print the contradictions as JSON.")] = False,
    index: Index = None,
) -> None:
    """Say where a report contradicts itself.

    Sizes, growth rates or lists that differ, and sums that do not add up; finding some is no failure.
    """
    from actqa.assistant import Assistant

    with Assistant.open(settings_from(index=index)) as assistant:
        source = source_of(report)
        facts = assistant.facts(source)
        if as_json:
            show_data(_json(facts, "conflicts"))
        else:
            show_check(facts, assistant.read(source) if isinstance(source, Path) else assistant.report(source))


def source_of(name: str) -> str | Path:
    """A path where the name has an ending or a folder, which no id has. Raises ReadingError where there is no file."""
    path = Path(name)
    if not path.suffix and len(path.parts) < 2:
        return name
    if not path.is_file():
        raise ReadingError(f"There is no report file {name}: give one, or the id of an indexed report.")
    return path


def _facts_of(name: str, index: Path | None) -> "ReportFacts":
    from actqa.assistant import Assistant

    with Assistant.open(settings_from(index=index)) as assistant:
        return assistant.facts(source_of(name))


def _facts_with_model(name: str, index: Path | None) -> "ReportFacts":
    from actqa.assistant import Assistant
    from actqa.cli.progress import bar

    with Assistant.open(settings_from(index=index)) as assistant, bar() as progress:

        def tell(spent: "Spent") -> None:
            if progress is not None:
                progress(f"about {spent.tokens:,} tokens", spent.done, spent.parts)

        facts = assistant.facts_with_model(source_of(name), tell)
    for row in facts.rejected:
        warn(f"Rejected of {row.kind}: {row.row} – {row.reason}.")
    return facts


def _check_usage(format: Format, what: What, output: Path | None) -> None:
    if format == "csv" and what == "all":
        raise UsageError("CSV holds one table: choose it with --what, for example --what forecasts.")
    if format == "xlsx" and output is None:
        raise UsageError("A workbook cannot be printed: name a file with -o.")


def _json(facts: "ReportFacts", what: What, *_: object) -> bytes:
    from pydantic import TypeAdapter

    from actqa.facts.export import part_of

    return TypeAdapter(Any).dump_json(part_of(facts, what), indent=2) + b"\n"


def _csv(facts: "ReportFacts", what: What, base: str | None, is_file: bool) -> bytes:
    from actqa.facts.export import BASE, BOM, kinds_of, table, to_csv

    (kind,) = kinds_of(what)
    return ((BOM if is_file else "") + to_csv(table(facts, kind, base or BASE))).encode()


def _markdown(facts: "ReportFacts", what: What, base: str | None, *_: object) -> bytes:
    from actqa.facts.export import BASE, kinds_of, table, to_markdown

    return to_markdown([table(facts, kind, base or BASE) for kind in kinds_of(what)]).encode()


def _xlsx(facts: "ReportFacts", what: What, base: str | None, *_: object) -> bytes:
    from actqa.facts.export import BASE, kinds_of, table, to_xlsx

    return to_xlsx([table(facts, kind, base or BASE) for kind in kinds_of(what)])


_FORMS: Mapping[Format, Callable[["ReportFacts", What, str | None, bool], bytes]] = {
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "xlsx": _xlsx,
}


def _schema() -> bytes:
    from actqa.facts import ReportFacts

    return json.dumps(ReportFacts.model_json_schema(mode="serialization"), indent=2).encode() + b"\n"


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        show_data(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise ActqaError(f"{output} cannot be written ({error.strerror or error}): name another with -o.") from error
