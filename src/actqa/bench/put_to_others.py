"""True statements put to other questions than they answer."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from actqa import Assistant, Settings
from actqa.answering.asked.history import complete
from actqa.answering.draft import Asked, Draft
from actqa.answering.located import figures_of
from actqa.answering.relevance import answers
from actqa.answering.seen.view import Views
from actqa.bench.truths import Source, Truth, truths
from actqa.figures.arithmetic import base
from actqa.index.encoder import load_encoder
from actqa.index.homes import home_of
from actqa.index.library import Library
from actqa.retrieval import Nearness

OTHER = "a true statement to another question"
OWN = "answers to their own question"


class Counting(Protocol):
    """Where verdicts are counted."""

    def add(self, kind: str, report: str, text: str, reason: str, *, right: bool) -> None:
        """One of them."""
        ...


def put_to_others(folder: Path, sources: Sequence[Source], wanted: int, seed: int, count: Counting) -> None:
    """Counts how many true statements are stopped where they answer another question than the one asked."""
    random = Random(seed)  # noqa: S311 - the same statements for the same seed, not safe ones
    each = -(-wanted // len(sources))
    for source, asked in asked_of(folder, sources):
        told = truths(source)
        made = 0
        for _ in range(each * 20 if asked and told else 0):
            question, understood = random.choice(asked)
            truth = random.choice(told)
            if made < each and is_no_answer(truth, question, source):
                made += 1
                count.add(
                    OTHER,
                    source.report.id,
                    f"{question['question']} → {truth.draft.text}",
                    verdict(understood, truth),
                    right=False,
                )


def asked_of(folder: Path, sources: Sequence[Source]) -> list[tuple[Source, list[tuple[Mapping[str, Any], Asked]]]]:
    """The labelled questions of each report, as they are understood."""
    out = []
    with TemporaryDirectory() as temporary:
        settings = Settings(corpus=folder / "reports", index=Path(temporary) / "index")
        with Assistant.open(settings) as assistant:
            assistant.build([folder / "reports" / source.report.source for source in sources])
        encoder = load_encoder(settings.embedding_model, settings.cache)
        views = Views(encoder)
        with Library(home_of(settings)) as library, library.snapshot() as snapshot:
            for source in sources:
                asked = []
                for question in source.questions:
                    understood = complete(question["question"], question["history"])
                    near = Nearness(snapshot, encoder, understood.text, source.report.id)
                    near.settle()
                    asked.append((question, Asked(understood, views.of(snapshot.report(source.report.id)), near)))
                out.append((source, asked))
    return out


def verdict(asked: Asked, truth: Truth) -> str:
    """Why the statement is no answer; empty where it is taken for one."""
    figures = figures_of(asked.view.report, truth.draft.text, truth.draft.evidence)
    failure = answers(asked, Draft(truth.draft.text, truth.draft.evidence, figures))
    return failure.reason if failure else ""


def is_no_answer(truth: Truth, question: Mapping[str, Any], source: Source) -> bool:
    """Whether by the labels the statement does not answer the question: it has none of the figures or items expected,
    and stands elsewhere than what should be quoted."""
    expected = question["expect"]
    text = source.report.text
    figures = figures_of(source.report, truth.draft.text, truth.draft.evidence)
    values = [base(f.value, f.unit)[0] for f in figures]
    wanted = [f["value"] * 10 ** _power(f["unit"]) for f in expected["figures"]]
    if any(abs(float(v) - w) <= 0.006 * abs(w) for v in values for w in wanted):
        return False
    if any(item.lower() in truth.draft.text.lower() for item in expected["items"]):
        return False
    starts = [(text.find(quote), len(quote)) for quote in expected["quotes"]]
    if any(
        start < place.end and place.start < start + length for start, length in starts for place in truth.draft.evidence
    ):
        return False
    return question["kind"] in {"figure", "unanswerable", "conflict", "list", "followup"} or bool(truth.points)


def _power(unit: str) -> int:
    powers = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
    return next((powers[w] for w in unit.split() if w in powers), 0)
