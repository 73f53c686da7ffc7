"""True statements on labelled reports: what the labels say, in plain words, and the report's own sentences."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from actqa.answering.draft import Draft
from actqa.answering.gate.hedges import hedge_of
from actqa.facts import ReportFacts, extract
from actqa.facts.said import said
from actqa.figures.arithmetic import same
from actqa.reading import Report, Span, read_report

HEDGES = {"over": "more than ", "about": "about ", "nearly": "nearly ", "up to": "up to "}


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled figure: whose, of what, when."""

    subject: str
    value: Decimal
    unit: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Truth:
    """A true statement."""

    report: str
    draft: Draft
    points: tuple[Point, ...] = ()
    """The labelled figures that it says."""
    question: str = ""
    """What it answers, where it comes from a question."""


@dataclass(frozen=True)
class Source:
    """One labelled report."""

    report: Report
    facts: ReportFacts
    labels: Mapping[str, Any]
    questions: Sequence[Mapping[str, Any]]

    @property
    def points(self) -> list[Point]:
        """Every labelled figure."""
        return list(_points(self.labels))

    @property
    def names(self) -> dict[str, list[str]]:
        """Names by their class: what may be taken for one another."""
        splits = {
            f"split {at}": [s["name"] for s in split["segments"]]
            for at, split in enumerate(self.labels["segmentations"])
        }
        subjects = [s["subject"] for s in self.labels["shares"] if s["subject"].istitle() and _is_name(s["subject"])]
        return splits | {"players": [p["name"] for p in self.labels["players"]], "subjects": subjects}


def read_sources(folder: Path, without: Sequence[str]) -> list[Source]:
    """The labelled reports of a folder, but for those named."""
    asked = [json.loads(line) for line in (folder / "questions.jsonl").read_text("utf-8").splitlines() if line.strip()]
    out = []
    for file in sorted((folder / "labels").glob("*.json")):
        if file.stem in without:
            continue
        report = read_report(
            (folder / "reports" / f"{file.stem}.md").read_bytes(), id=file.stem, name=f"{file.stem}.md"
        )
        own = [one for one in asked if one["report"] == file.stem]
        out.append(Source(report, extract(report), json.loads(file.read_text("utf-8")), own))
    return out


def truths(source: Source) -> list[Truth]:
    """True statements on one report, each once."""
    found = [*_built(source), *_told(source)]
    return list({(t.draft.text, t.draft.evidence): t for t in found}.values())


def _points(labels: Mapping[str, Any]) -> Iterator[Point]:
    for row in labels["forecasts"]:
        for end in ("start", "end"):
            if row[f"{end}_value"] is not None:
                value = Decimal(str(row[f"{end}_value"]))
                yield Point(row["market"], value, row["unit"], row[f"{end}_year"])
        if row["cagr_percent"] is not None:
            yield Point(row["market"], Decimal(str(row["cagr_percent"])), "percent", None)
    for row in labels["shares"]:
        yield Point(row["subject"], Decimal(str(row["percent"])), "percent", None)


def place_of(report: Report, quote: str) -> tuple[Span, ...]:
    """The lines that a labelled quote has a part of."""
    start = report.text.find(quote)
    if start < 0:
        return ()
    whole = Span(start, start + len(quote))
    return tuple(line.span for line in said(report) if line.span.overlaps(whole))


def _built(source: Source) -> Iterator[Truth]:
    """What the labels say, in plain words."""
    for row in source.labels["forecasts"]:
        yield from _of_forecast(source, row)
    for row in source.labels["shares"]:
        percent = Decimal(str(row["percent"]))
        if percent.as_tuple().exponent != -2 and _is_name(row["subject"]):  # a fraction in words has two decimals
            figure = f"{HEDGES.get(row['qualifier'], '')}{percent.normalize():f}%"
            point = Point(row["subject"], percent, "percent", None)
            for text in (
                f"{row['subject']} has a share of {figure}.",
                f"A share of {figure} goes to {row['subject']}.",
            ):
                yield from _truth(source, text, row["quote"], point)


def _is_name(subject: str) -> bool:
    """Whether a label names its subject, and does not describe it: `another source` in brackets, `revenue 2019`."""
    return not re.search(r"[(),;\d]", subject) and len(subject.split()) <= 6


def _hedge(source: Source, quote: str, point: Point) -> str:
    """How loosely the report says a labelled figure."""
    text = source.report.text
    start = text.find(quote)
    for line in said(source.report):
        if line.span.overlaps(Span(start, start + len(quote))):
            for f in line.figures:
                if same(f.value, f.unit, point.value, point.unit):
                    return HEDGES.get(hedge_of(text, f), "")
    return ""


def _of_forecast(source: Source, row: Mapping[str, Any]) -> Iterator[Truth]:
    market, unit = row["market"], row["unit"]
    if not _is_name(market):
        return
    whole = [
        Point(market, Decimal(str(row[f"{end}_value"])), unit, row[f"{end}_year"])
        for end in ENDS
        if row[f"{end}_value"] is not None and row[f"{end}_year"]
    ]
    own = {p.year: p for p in whole}
    start, end = own.get(row["start_year"]), own.get(row["end_year"])
    rate = None if row["cagr_percent"] is None else Point(market, Decimal(str(row["cagr_percent"])), "percent", None)

    def written(point: Point) -> str:
        return f"{_hedge(source, row['quote'], point)}{plainly(point)}"

    name = market if "market" in market.lower() or len(market.split()) > 2 else f"{market} market"
    name = re.sub(r"^the ", "", name)
    if start and re.search(r"\b(?:was|were|stood|reached|valued|came|worth)\b", row["quote"]):
        yield from _truth(source, f"In {start.year}, the {name} was worth {written(start)}.", row["quote"], start)
    if start:
        yield from _truth(source, f"{written(start)} is the size of the {name} in {start.year}.", row["quote"], start)
    present = max((r["start_year"] for r in source.labels["forecasts"] if r["start_year"]), default=0)
    if end and (end.year or 0) > present:
        yield from _truth(source, f"The {name} is expected to reach {written(end)} by {end.year}.", row["quote"], end)
    if start and end and (end.year or 0) > present and end.value > start.value:
        text = f"The {name} should grow from {written(start)} in {start.year} to {written(end)} in {end.year}."
        yield from _truth(source, text, row["quote"], start, end)
    if rate and row["period"] and row["period"][1] > present:
        since, until = row["period"]
        text = f"From {since} to {until}, the {name} is forecast to grow at a CAGR of {written(rate)}."
        where = " ".join(place.of(source.report.text) for place in place_of(source.report, row["quote"]))
        if not (str(since) in where and str(until) in where):
            text = f"The {name} is forecast to grow at a CAGR of {written(rate)}."
        yield from _truth(source, text, row["quote"], rate)


ENDS = ("start", "end")


def plainly(point: Point) -> str:
    """A labelled figure as it is written in a statement."""
    value = f"{point.value.normalize():,f}"
    if point.unit == "percent":
        return f"{value}%"
    currency, _, scale = point.unit.partition(" ")
    is_money = len(currency) == 3 and currency.isupper() and currency != "TEU"
    return f"{currency} {value} {scale}".strip() if is_money else f"{value} {point.unit}".strip()


def _truth(source: Source, text: str, quote: str, *points: Point) -> Iterator[Truth]:
    places = place_of(source.report, quote)
    where = " ".join(place.of(source.report.text) for place in places).replace(",", "")
    if places and all(f"{point.value.normalize():f}" in where for point in points):
        yield Truth(source.report.id, Draft(text, places), points)


def _told(source: Source) -> Iterator[Truth]:
    """The report's own sentences and rows, as labels and questions quote them."""
    rows: Iterable[tuple[str, str]] = [
        *((row["quote"], "") for key in ("forecasts", "shares", "developments") for row in source.labels[key]),
        *(
            (quote, one["question"])
            for one in source.questions
            if not one["expect"]["refuse"] and not one["history"]
            for quote in one["expect"]["quotes"]
        ),
    ]
    for quote, question in rows:
        for place in place_of(source.report, quote):
            line = next(line for line in said(source.report) if line.span == place)
            text = " – ".join(c for c in line.cells if c.strip("-: ")) if line.kind == "row" else line.text
            if line.kind != "heading" and sum(w.isalpha() for w in text.split()) > 3:
                yield Truth(source.report.id, Draft(html.unescape(text), (place,)), (), question)
