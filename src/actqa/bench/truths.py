"""True statements on labelled reports: what the labels say, in plain words, and the report's own sentences."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import stem, words
from actqa.answering.draft import Draft
from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.known import ORDINARY
from actqa.facts import ReportFacts, extract
from actqa.facts.said import said
from actqa.figures import parse
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


def expected_sources(folder: Path) -> list[Source]:
    """The reports of a folder that have a file of the facts expected of them, which tests hold the extracted to."""
    out = []
    for expected in sorted(folder.glob("*.json")):
        file = next(path for path in sorted(folder.glob(f"{expected.stem}.*")) if path.suffix != ".json")
        report = read_report(file.read_bytes(), id=file.stem, name=file.name)
        facts = extract(report)
        out.append(Source(report, facts, as_labels(facts), ()))
    return out


def as_labels(facts: ReportFacts) -> dict[str, Any]:
    """Extracted facts in the form of labels, for reports whose facts are known to be right."""
    data = facts.model_dump()
    for rows in (data["forecasts"], data["shares"], data["developments"]):
        for row in rows:
            row["quote"] = row["evidence"][0]["quote"]
            row["places"] = [(it["start"], it["end"]) for it in row["evidence"]]
    return data


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
                f"{row['subject']} accounted for {figure}.",
                f"{figure[0].upper()}{figure[1:]} is the share of {row['subject']}.",
            ):
                yield from _truth(source, text, row["quote"], point)


def _is_name(subject: str) -> bool:
    """Whether a label names its subject, and does not describe it: `another source` in brackets, `revenue 2019`."""
    stems = {stem(word) for word in words(subject)} - {"all"}
    tells = stems - ORDINARY - {stem(word) for word in STOP_WORDS} - GENERAL
    return not re.search(r"[(),;\d–]", subject) and len(subject.split()) <= 6 and bool(tells)


GENERAL = frozenset(map(stem, "users user around part parts cover others rest half".split()))
"""Words that a label may have as its subject, and that name nobody."""


def _hedge(source: Source, quote: str, point: Point) -> str:
    """How loosely the report says a labelled figure."""
    for line in said(source.report):
        if any(line.span.overlaps(place) for place in place_of(source.report, quote)):
            for f in line.figures:
                if same(f.value, f.unit, point.value, point.unit):
                    own = next((it for it in parse(line.text) if it.text == f.text), None)
                    return HEDGES.get(hedge_of(line.text, own), "") if own else ""
    return ""


def _of_forecast(source: Source, row: Mapping[str, Any]) -> Iterator[Truth]:
    """A size, what it is expected to come to, and its growth, each in several wordings."""
    market, unit = row["market"], row["unit"]
    if not _is_name(market):
        return
    quote, present = row["quote"], _present(source)
    name = market if "market" in market.lower() or len(market.split()) > 2 else f"{market} market"
    name = re.sub(r"^the ", "", name)
    start, end = (
        Point(market, Decimal(str(row[f"{at}_value"])), unit, row[f"{at}_year"])
        if row[f"{at}_value"] is not None and row[f"{at}_year"]
        else None
        for at in ENDS
    )

    def told(templates: Sequence[str], *points: Point) -> Iterator[Truth]:
        given = [f"{_hedge(source, quote, point)}{plainly(point)}" for point in points]
        for template in templates:
            years = [point.year for point in points]
            text = template.format(*given, name=name, years=years)
            yield from _truth(source, f"{text[0].upper()}{text[1:]}", quote, *points)

    if start and (start.year or 0) <= present and re.search(PAST, quote):
        yield from told(SIZES, start)
    if end and (end.year or 0) > present:
        yield from told(EXPECTED, end)
        if start and end.value > start.value and (start.year or 0) <= present:
            yield from told(GROWN, start, end)
    if row["cagr_percent"] is not None and row["period"] and row["period"][1] > present:
        rate = Point(market, Decimal(str(row["cagr_percent"])), "percent", None)
        since, until = row["period"]
        where = " ".join(place.of(source.report.text) for place in place_of(source.report, quote))
        yield from told(RATES, rate)
        if str(since) in where and str(until) in where:
            yield from told((f"From {since} to {until}, the {{name}} is forecast to grow at a CAGR of {{0}}.",), rate)


def _present(source: Source) -> int:
    """The last year that is no forecast by the labels."""
    base = source.facts.report.base_year
    return base or max((r["start_year"] for r in source.labels["forecasts"] if r["start_year"]), default=0)


PAST = r"\b(?:was|were|stood|reached|valued|came|worth|amounted|closed|generated|accounted)\b"
SIZES = (
    "In {years[0]}, the {name} was worth {0}.",
    "{0} is the size of the {name} in {years[0]}.",
    "In {years[0]}, the {name} stood at {0}.",
)
EXPECTED = (
    "The {name} is expected to reach {0} by {years[0]}.",
    "By {years[0]}, the {name} should be worth {0}.",
    "For {years[0]}, {0} is forecast for the {name}.",
)
GROWN = (
    "The {name} should grow from {0} in {years[0]} to {1} in {years[1]}.",
    "The {name} will rise to {1} in {years[1]}, up from {0} in {years[0]}.",
)
RATES = ("The {name} is forecast to grow at a CAGR of {0}.", "The {name} will expand by {0} a year.")
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
