"""`python -m actqa.bench NAME`: runs one benchmark of the table."""

from collections.abc import Callable, Mapping

import typer

from actqa.bench.documents import documents
from actqa.bench.extraction import extraction
from actqa.bench.first_view import first_view
from actqa.bench.gate import gate
from actqa.bench.questions import questions
from actqa.bench.retrieval import retrieval
from actqa.bench.speed.command import speed

BENCHMARKS: Mapping[str, Callable[..., None]] = {
    "documents": documents,
    "extraction": extraction,
    "first-view": first_view,
    "gate": gate,
    "questions": questions,
    "retrieval": retrieval,
    "speed": speed,
}
"""By the name on the command line; typer makes options of a function's parameters."""

app = typer.Typer(help="Measurements for whoever changes actqa.", no_args_is_help=True, add_completion=False)


@app.callback()
def _described() -> None:
    """Even a single benchmark is called by its name."""


for name, benchmark in BENCHMARKS.items():
    app.command(name)(benchmark)

if __name__ == "__main__":
    app(prog_name="python -m actqa.bench")
