"""How often the ranking finds what public question sets say that the answer comes from."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from actqa import Assistant, Settings
from actqa.bench.page import put_section, table
from actqa.bench.question_sets import SETS, QuestionSet, Source, Whole
from actqa.index.encoder import load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library, Snapshot
from actqa.retrieval.rank import DEPTH, Query, rank

CUTS = (1, 5, 10)

Unit = tuple[str, int]
RANKERS: Mapping[str, Callable[[Snapshot, Query], list[Unit]]] = {
    "BM25 alone": lambda snapshot, query: [hit[:2] for hit in snapshot.lexical_nearest(query.text, DEPTH)],
    "vectors alone": lambda snapshot, query: [hit[:2] for hit in snapshot.nearest(query.vector, DEPTH)],
    "actqa": lambda snapshot, query: [(hit.report, hit.unit) for hit in rank(snapshot, query, None, DEPTH)],
}
"""Each gives units, best first."""

ABOUT = """Share of questions with a right paragraph or table among the first, and mean reciprocal rank (MRR). Each
set's contexts are one corpus, and each question is asked of all of it; units are ranked, and each stands for the
paragraph or table it is of. Many questions of TAT-QA name no company, which no ranking can make up for.
"""


def retrieval(
    folder: Annotated[Path, typer.Argument(help="Folder of the question sets.", exists=True, file_okay=False)],
    index: Annotated[Path | None, typer.Option(help="Folder to keep the indexes in, for the next time.")] = None,
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the figures in.")] = None,
) -> None:
    """Ranks the paragraphs and tables of TAT-QA and SQuAD: by words, by vectors, and as actqa does."""
    with TemporaryDirectory() as temporary:
        place = index or Path(temporary)
        found = [read(folder / file) for file, read in SETS.items() if (folder / file).is_file()]
        body = "\n".join([ABOUT, *(told(one, scores(one, place / one.name)) for one in found)])
    typer.echo(body)
    if write:
        put_section(write, "Retrieval", body)


def scores(questions: QuestionSet, place: Path) -> dict[str, list[float]]:
    """For each ranker the shares at the cuts, and the mean reciprocal rank."""
    settings = Settings(corpus=place / "corpus", index=place / "index")
    _write(questions.sources, settings.corpus)
    with Assistant.open(settings) as assistant:
        assistant.build()
    encoder = load_encoder(settings.embedding_model, settings.cache)
    vectors = [encoder.encode([asked.text])[0] for asked in questions.questions]  # as each is encoded when it is asked
    with Library(home_of(settings)) as library, library.snapshot() as snapshot:
        whole_of = _wholes(questions.sources, snapshot)
        ranks: dict[str, list[int]] = {name: [] for name in RANKERS}
        for asked, vector in zip(questions.questions, vectors, strict=True):
            for name, ranker in RANKERS.items():
                found = ranker(snapshot, Query(asked.text, vector))
                ranks[name].append(first_right([whole_of.get(unit) for unit in found], asked.right))
    return {name: measures(found) for name, found in ranks.items()}


def first_right(wholes: Sequence[Whole | None], right: frozenset[Whole]) -> int:
    """The rank, from 1, of the first right whole, each counted where it is first found; 0 where none is."""
    return next((at for at, whole in enumerate(dict.fromkeys(wholes), start=1) if whole in right), 0)


def measures(ranks: Sequence[int]) -> list[float]:
    """Shares of the ranks within the cuts, and the mean of their reciprocals."""
    within = [sum(0 < rank <= cut for rank in ranks) / len(ranks) for cut in CUTS]
    return [*within, sum(1 / rank for rank in ranks if rank) / len(ranks)]


def told(questions: QuestionSet, found: Mapping[str, Sequence[float]]) -> str:
    """The figures of one set as Markdown."""
    wholes = sum(len(source.wholes) for source in questions.sources)
    head = [f"{questions.name}, {len(questions.questions):,} questions, {wholes:,} wholes"]
    rows = [[name, *(f"{100 * one:.1f} %" for one in row[:-1]), f"{row[-1]:.3f}"] for name, row in found.items()]
    return table([*head, *(f"first {cut}" for cut in CUTS), "MRR"], rows) + "\n"


def _write(sources: Sequence[Source], corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for source in sources:
        file = corpus / f"{source.id}.md"
        if not file.exists() or file.read_text("utf-8") != source.text:
            file.write_text(source.text, "utf-8")


def _wholes(sources: Sequence[Source], snapshot: Snapshot) -> dict[Unit, Whole]:
    """The whole that holds each unit."""
    found: dict[Unit, Whole] = {}
    for source in sources:
        for unit in snapshot.report(source.id).units:
            for at, whole in enumerate(source.wholes):
                if whole.start <= unit.content.start < whole.end:
                    found[source.id, unit.number] = (source.id, at)
    return found
