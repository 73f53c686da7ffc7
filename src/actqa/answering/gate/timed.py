"""Whether a figure is said of the year, the period and the tense that it has where it stands."""

from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.mentions import Mention
from actqa.answering.gate.owned import rivals
from actqa.answering.gate.tense import FACT, FORECAST, PRESENT, contradicts
from actqa.answering.standing import TIMES, times_of


def misdated_figure(said: Mention, found: Mention, read: Read, cited: Cited) -> str:
    """Why the figure is of another time; empty where it may be of the same."""
    text = said.figure.text
    if not _of_its_year(said, found, read, cited):
        return f"{text} is not said of {said.figure.year} in what it cites"
    if said.period and found.period and said.period != found.period:
        return f"{text} is not said of {said.period[0]} to {said.period[1]} in what it cites"
    if said.until and found.until and said.until != found.until:
        return f"{text} is not said of the time until {said.until} in what it cites"
    return ""


def _of_its_year(said: Mention, found: Mention, read: Read, cited: Cited) -> bool:
    year = said.figure.year
    if year is None or found.figure.year == year or (said.period and said.metric == "growth"):
        return True
    if found.figure.kind == "percent" and _changes(said, found):
        is_rate = said.annual or found.annual or found.period is not None
        return not _is_of_another(year, found, cited) and (is_rate or _last_year(read) in {year, None})
    if found.figure.year is not None:
        return False
    if found.period and year in found.period:
        return True
    free = (r.sentence for r in cited.reads if not r.sentence.values)
    where = (read.sentence, read.governing, *free)
    if any(f.kind in TIMES and year in times_of(f) for sentence in where for f in sentence.figures):
        return True
    if any(f.kind in TIMES for f in read.sentence.figures):
        return _is_free(year, read, cited)
    if not read.years_before:
        return found.figure.kind == "percent" or read.said.kind != "row"
    if year not in read.years_before:
        return False
    return year == (min if found.role == "from" else max)(read.years_before)


def _changes(said: Mention, found: Mention) -> bool:
    """Whether it is how much something grows or falls, which is of two years rather than of one."""
    return "growth" in {said.metric, found.metric} or (not said.role and bool(said.moves or found.moves))


def _last_year(read: Read) -> int | None:
    return max((year for f in read.sentence.figures if f.kind in TIMES for year in times_of(f)), default=None)


def _is_of_another(year: int, found: Mention, cited: Cited) -> bool:
    """Whether another percentage of the kind is of that year there."""
    ours = found.places | found.names
    alike = ((m, m.places | m.names) for m, _ in rivals(found, cited) if m.metric == found.metric)
    return any(m.figure.year == year and (not ours or not theirs or bool(ours & theirs)) for m, theirs in alike)


def _is_free(year: int, read: Read, cited: Cited) -> bool:
    """Whether the years of the figure's sentence are all those of other figures, and the year stands before it."""
    others = {m.figure.year for m in read.mentions}
    own = {y for f in read.sentence.figures if f.kind in TIMES for y in times_of(f)}
    near = (r for r in cited.reads if abs(r.said.block - read.said.block) <= 1 and r.said.span < read.said.span)
    return own <= others and any(year in times_of(f) for r in near for f in r.sentence.figures if f.kind in TIMES)


# Tense ---------------------------------------------------------------------------------------------------------------


def mistold(said: Mention, found: Mention, cited: Cited) -> str:
    """As what the figure is told there, where that contradicts what it is told as here."""
    tense = found.tense or (_tense_of(found, cited) if said.tense != PRESENT else "")
    if said.figure.unit == "years" or (tense == FORECAST and _is_past(found, cited)):
        tense = said.tense
    may_be = PRESENT in {said.tense, tense} and _may_be_foreseen(said, found, tense, cited)
    if (contradicts(said.tense, tense) and not may_be) or (
        said.tense == FACT != tense and _is_forecast_rate(found, cited)
    ):
        return f"{said.figure.text} is told as a {tense or FORECAST} in what it cites"
    return ""


def _is_past(found: Mention, cited: Cited) -> bool:
    """Whether it is of a year that is no forecast, whatever its verb: another house sees 5 million in the base year."""
    year, present = found.figure.year, cited.known.present
    return year is not None and present is not None and cited.known.is_base and year <= present


def _may_be_foreseen(said: Mention, found: Mention, tense: str, cited: Cited) -> bool:
    """Whether what one tells in the present may be a forecast: a rate of growth, or a value of a year to come."""
    if "growth" in {said.metric, found.metric}:
        return True
    present = cited.known.present or 0
    if said.tense == FORECAST and cited.known.is_base and (said.figure.year or present + 1) <= present:
        return True
    if said.tense == PRESENT and (said.figure.year or 0) > present:
        return True
    year = found.figure.year or said.figure.year
    return tense == PRESENT and (year is None or year > present) and said.metric != "share"


def _is_forecast_rate(found: Mention, cited: Cited) -> bool:
    """Whether it is a rate of growth, which reports give for years to come unless they say otherwise."""
    until = found.until
    return found.metric == "growth" and (until is None or until > (cited.known.present or 0))


UNSURE_YEARS = 3
"""By how many years the present may be later than the years that figures start from, where no base year is said."""


def _tense_of(found: Mention, cited: Cited) -> str:
    """By its time, where no verb says it: what lies after the year that the report's figures start from is forecast."""
    year = found.period[1] if found.period else found.figure.year
    present, is_base = cited.known.present, cited.known.is_base
    if year is None or present is None:
        return ""
    if year == present:
        return FACT if is_base else ""
    after = 1 if is_base else UNSURE_YEARS
    return FORECAST if year > present + after else FACT if year < present - 1 else ""
