"""No figure leaves that does not stand in what is cited, or follow from what does."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from answering.made_reports import Made, reports
from hypothesis import assume, given
from hypothesis import strategies as st

from actqa.answering.draft import Draft
from actqa.answering.figures.operations import OPERATIONS, Computed
from actqa.answering.standing import numbers_in
from actqa.answering.verify import check, check_words
from actqa.facts.said import said
from actqa.reading import Span, read_report

TEXT = """# Tea Market

The market was worth USD 1,234.5 million in 2024. It grows at 5.5% a year. It will reach USD 2,469 million in 2031.

Over 45% of sales are made in Asia. Japan has 12 crore drinkers, and 5G is used by 3.2 of them.

Market by region, 2023 to 2031

| Region | 2023 | 2031 | CAGR (%) |
|---|---|---|---|
| Asia | USD 5 bn | USD 9 bn | 6.1 |
| Europe | USD 4 bn | USD 7 bn | 5.2 |

By year:

| Year | Revenue (EUR million) |
|---|---|
| 2024 | 70 |
"""
REPORT = read_report(TEXT.encode(), id="tea", name="tea.md")


def line(words: str):
    return next(found for found in said(REPORT) if words in found.text)


WORTH, GROWS, REACHES, MOST = (line(words) for words in ("was worth", "It grows", "will reach", "Over 45%"))
DRINKERS, ASIA, EUROPE, REVENUE = (line(words) for words in ("crore", "| Asia", "| Europe", "| 70"))


def failed(text: str, *places, **more) -> str:
    """Why a statement on these lines is withheld; empty where it is not."""
    failure = check(REPORT, Draft(text, tuple(place.span for place in places), **more))
    return failure.reason if failure else ""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (WORTH.text, (WORTH,)),
        (f"{WORTH.text} {GROWS.text}", (GROWS, WORTH)),
        ("Worth in 2024: USD 1,234.5 million.", (WORTH,)),
        ("Over 45% of sales are made in Asia", (MOST,)),
        ("Japan: 12 crore drinkers", (DRINKERS,)),
        ("5G is used by 3.2 of them", (DRINKERS,)),
        ("Asia: USD 5 bn – USD 9 bn – 6.1", (ASIA,)),
        ("Asia – USD 5 bn – USD 9 bn – 6.1", (ASIA,)),
        ("Asia, 2023: USD 5 bn", (ASIA,)),
        ("Asia, CAGR: 6.1%", (ASIA,)),
        ("Asia, CAGR (%): 6.1", (ASIA,)),
        ("2024: EUR 70 million", (REVENUE,)),
    ],
)
def test_what_its_places_say_passes(text, places):
    assert failed(text, *places, figures=places[0].figures[:1]) == ""


@pytest.mark.parametrize(
    ("text", "places", "reason"),
    [
        ("It was worth USD 1,234.6 million.", (WORTH,), "USD 1,234.6 million does not stand in what it cites"),
        ("It was worth USD 1,234.5 billion.", (WORTH,), "USD 1,234.5 billion does not stand in what it cites"),
        ("It was worth EUR 1,234.5 million.", (WORTH,), "EUR 1,234.5 million does not stand in what it cites"),
        ("It was worth 1,234.5 million.", (WORTH,), "1,234.5 million does not stand in what it cites"),
        ("It was worth 1,234.5.", (WORTH,), "1,234.5 does not stand in what it cites"),
        ("It was worth 234.5.", (WORTH,), "234.5 does not stand in what it cites"),
        ("It was worth USD 1,234.5 million in 2025.", (WORTH,), "2025 does not stand in what it cites"),
        ("It grows at 5.5%.", (WORTH,), "5.5% does not stand in what it cites"),
        ("It grows 5.5 times.", (GROWS,), "5.5 times does not stand in what it cites"),
        ("It grows by 5.5", (GROWS,), "5.5 does not stand in what it cites"),
        ("3.2% of them use it", (DRINKERS,), "3.2% does not stand in what it cites"),
        ("3.2G is used", (DRINKERS,), "3.2G does not stand in what it cites"),
        ("45% of sales are made in Asia.", (MOST,), "45% is cited as over 45%"),
        ("Nearly 5.5% a year.", (GROWS,), "5.5% is cited as exactly 5.5%"),
        ("It grows at -5.5%.", (GROWS,), "-5.5% does not stand in what it cites"),
        (
            "It was worth USD 1,234.5 million in 2031.",
            (WORTH, REACHES),
            "USD 1,234.5 million is not said of 2031 in what it cites",
        ),
        ("Asia, 2031: USD 5 bn", (ASIA,), "USD 5 bn is not said of 2031 in what it cites"),
        ("Asia: USD 4 bn", (ASIA,), "USD 4 bn does not stand in what it cites"),
        ("Asia, CAGR: 6.1 million", (ASIA,), "6.1 million does not stand in what it cites"),
        ("2024: USD 70 million", (REVENUE,), "USD 70 million does not stand in what it cites"),
        ("Asia, 2023, CAGR 6.1, 2031: 70", (ASIA, REVENUE), "70 is not said of 2031 in what it cites"),
        ("2025: EUR 70 million", (REVENUE,), "2025 does not stand in what it cites"),
        ("It grows.", (), "it cites no place in the report"),
    ],
)
def test_what_its_places_do_not_say_is_withheld(text, places, reason):
    assert failed(text, *places) == reason


def test_a_place_outside_the_report_is_none():
    failure = check(REPORT, Draft("It grows.", (Span(10, 10_000),)))
    assert failure is not None
    assert failure.reason == "it cites no place in the report"


def test_a_figure_has_to_be_what_stands_in_a_cited_place():
    worth = WORTH.figures[0]
    assert failed(GROWS.text, GROWS, figures=(worth,)) == "USD 1,234.5 million does not stand in what it cites"
    for other in (
        replace(worth, value=Decimal("1234.6")),
        replace(worth, unit="USD billion"),
        replace(worth, year=2031),
        replace(worth, text="USD 1,234.5"),
        replace(worth, span=Span(worth.span.start, worth.span.end - 8)),
    ):
        assert failed(WORTH.text, WORTH, figures=(other,)) == f"{other.text} is not what stands there"


def test_a_figure_of_a_row_has_the_unit_and_year_of_its_heads():
    revenue = next(f for f in REVENUE.figures if f.kind == "money")
    assert (revenue.text, revenue.unit, revenue.year) == ("70", "EUR million", 2024)
    assert failed("2024: 70", REVENUE, figures=(revenue,)) == ""
    assert failed("2024: 70", REVENUE, figures=(replace(revenue, unit="USD million"),)) == "70 is not what stands there"


def test_a_count_in_words_is_how_many_are_listed():
    report = read_report(b"# Tea\n\nBy kind: Green, Black, Oolong, White.", id="tea", name="tea.md")
    place = report.blocks[1].sentences[0]
    assert check(report, Draft("Four under “By kind”: Green; Black; Oolong; White.", (place,))) is None
    failure = check(report, Draft("Five regions under “By kind”: Green; Black; Oolong; White.", (place,)))
    assert failure is not None
    assert failure.reason == "Five is not how many it lists"


# Sums ----------------------------------------------------------------------------------------------------------------

RATE = Computed("rate", (REACHES.figures[0], WORTH.figures[0]), 7)


def stated(computed: Computed, lead: str = "From 2024 to 2031 it grows by") -> str:
    return f"{lead} {computed.text} (computed: {computed.formula})."


def test_a_sum_of_cited_figures_passes():
    assert RATE.text == "10.41%"
    assert failed(stated(RATE), WORTH, REACHES, computed=RATE, figures=RATE.operands) == ""
    assert failed(stated(RATE, "Over the years it grows by"), WORTH, REACHES, computed=RATE) == ""


@pytest.mark.parametrize(
    ("text", "computed", "places", "reason"),
    [
        (stated(RATE), RATE, (WORTH,), "USD 2,469 million does not stand in what it cites"),
        (
            stated(RATE).replace("10.41", "10.42"),
            RATE,
            (WORTH, REACHES),
            "it does not say 10.41%",
        ),
        (
            stated(RATE).replace("^(1/7)", "^(1/8)"),
            RATE,
            (WORTH, REACHES),
            "it does not say (USD 2,469 million / USD 1,234.5 million)^(1/7) − 1",
        ),
        (stated(RATE, "From 2023 to 2031"), RATE, (WORTH, REACHES), "2023 to 2031 is nothing it is worked out from"),
        (stated(RATE, "Of USD 3 million"), RATE, (WORTH, REACHES), "USD 3 million is nothing it is worked out from"),
        (stated(RATE, "To 88:"), RATE, (WORTH, REACHES), "88 does not stand in what it cites"),
        (
            stated(replace(RATE, count=6)),
            replace(RATE, count=6),
            (WORTH, REACHES),
            "6 years do not lie between what it is worked out from",
        ),
        (
            stated(RATE),
            replace(RATE, operation="change"),
            (WORTH, REACHES),
            "it does not say USD 2,469 million / USD 1,234.5 million − 1",
        ),
        (stated(RATE), replace(RATE, operation="guess"), (WORTH, REACHES), "there is no operation guess"),
        (
            stated(RATE),
            replace(RATE, operands=(REACHES.figures[0], REVENUE.figures[-1])),
            (WORTH, REACHES, REVENUE),
            "it cannot be worked out: EUR million cannot be given in USD million",
        ),
        (
            stated(RATE),
            replace(RATE, operands=(replace(REACHES.figures[0], value=Decimal(2470)), WORTH.figures[0])),
            (WORTH, REACHES),
            "it does not say (USD 2,469 million / USD 1,234.5 million)^(1/7) − 1",
        ),
        (
            stated(Computed("increase", RATE.operands, 0, 2030)),
            Computed("increase", RATE.operands, 0, 2030),
            (WORTH, REACHES),
            "2030 is no year of what it is worked out from",
        ),
    ],
)
def test_a_sum_that_does_not_follow_from_cited_figures_is_withheld(text, computed, places, reason):
    if "2,469" in reason and computed.operands[0].value == 2470:
        reason = "USD 2,469 million is not what stands there"
    assert failed(text, *places, computed=computed) == reason


def test_years_of_the_question_may_be_echoed_beside_a_sum():
    places = (WORTH.span, GROWS.span)
    worth = Computed("value", (WORTH.figures[0], GROWS.figures[0]), 2, 2026)
    text = stated(worth, "At 5.5% a year it would come, in 2026, to")
    assert check(REPORT, Draft(text, places, computed=worth), "How large will it be in 2026?") is None
    failure = check(REPORT, Draft(text, places, computed=worth), "How large will it be?")
    assert failure is not None
    assert failure.reason == "2026 is no year of what it is worked out from"


def test_words_without_a_place_say_no_more_than_their_sources():
    assert check_words("I looked for a size in 2031 of 5G phones.", "5G phones in 2031?") is None
    failure = check_words("I looked for a size in 2031 and found USD 5 million.", "size in 2031?")
    assert failure is not None
    assert failure.reason == "USD 5 million does not stand in what it cites"


# Properties ----------------------------------------------------------------------------------------------------------


@given(st.decimals(min_value=0, max_value=99999, places=1))
def test_no_other_number_passes(number):
    draft = Draft(f"The market was worth USD {number} million.", (WORTH.span, GROWS.span))
    assert (check(REPORT, draft) is None) == (number == Decimal("1234.5"))


@given(reports(), st.data())
def test_true_quotes_pass(made: Made, data: st.DataObject):
    some = data.draw(st.lists(st.sampled_from(made.quotes), min_size=1, max_size=3, unique_by=lambda draft: draft.text))
    for draft in some:
        assert check(made.report, draft) is None
    together = Draft(
        " ".join(f"{draft.text.rstrip('.')}." for draft in some),
        tuple(place for draft in some for place in draft.evidence),
        tuple(figure for draft in some for figure in draft.figures),
    )
    assert check(made.report, together) is None


def _other_digit(text: str, data: st.DataObject) -> str:
    at = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", text)]))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != text[at]]))
    changed = text[:at] + digit + text[at + 1 :]
    assume({found.number for found in numbers_in(changed)} - {found.number for found in numbers_in(text)})
    return changed


SCALES = ("million", "billion", "crore", "trillion")
_SCALE = re.compile(r"(?<=\d )(?:million|Mn|billion|bn|crore)\b")
_CURRENCY = re.compile(r"USD|US\$|\$|€|EUR|INR|euros")
CURRENCIES = {"euros": ("yen", "dollars"), "": ("GBP ", "JPY ", "£")}


def _other_scale(text: str, data: st.DataObject) -> str:
    found = _SCALE.search(text)
    assume(found)
    same = {"Mn": "million", "bn": "billion"}.get(found.group(), found.group())
    other = data.draw(st.sampled_from([scale for scale in SCALES if scale != same]))
    return text[: found.start()] + other + text[found.end() :]


def _other_currency(text: str, data: st.DataObject) -> str:
    found = _CURRENCY.search(text)
    assume(found)
    other = data.draw(st.sampled_from(CURRENCIES.get(found.group(), CURRENCIES[""])))
    return text[: found.start()] + other + text[found.end() :].lstrip()


def _no_unit(text: str, data: st.DataObject) -> str:
    found = _CURRENCY.search(text) or re.search(r"%| percent| million units", text)
    assume(found and found.group() != "euros")
    return (text[: found.start()] + text[found.end() :]).replace("  ", " ").strip()


MUTATIONS = (_other_digit, _other_scale, _other_currency, _no_unit)


@given(reports(), st.sampled_from(MUTATIONS), st.data())
def test_a_changed_quote_is_withheld(made: Made, mutation, data: st.DataObject):
    draft = data.draw(st.sampled_from(made.quotes))
    changed = mutation(draft.text, data)
    assert check(made.report, replace(draft, text=changed)) is not None


@given(reports(), st.data())
def test_a_year_of_another_cited_place_is_withheld(made: Made, data: st.DataObject):
    assume(len(made.quotes) > 1)
    one, other = data.draw(st.permutations(made.quotes))[:2]
    own = next((str(f.year) for f in one.figures if f.year), "")
    years = {f.year for f in other.figures if f.year} - {f.year for f in one.figures}
    assume(own in one.text and own and years)
    text = one.text.replace(own, str(data.draw(st.sampled_from(sorted(years)))))
    assert check(made.report, Draft(text, one.evidence + other.evidence)) is not None


CHANGES = (
    lambda f: replace(f, value=f.value + 1),
    lambda f: replace(f, unit=f"{f.unit} thousand"),
    lambda f: replace(f, year=(f.year or 2000) + 1),
    lambda f: replace(f, text=f"{f.text}0"),
    lambda f: replace(f, span=Span(f.span.start - 1, f.span.end)),
)


@given(reports(), st.sampled_from(CHANGES), st.data())
def test_a_changed_figure_is_withheld(made: Made, change, data: st.DataObject):
    draft = data.draw(st.sampled_from(made.quotes))
    figure = data.draw(st.sampled_from(draft.figures))
    assert check(made.report, replace(draft, figures=(change(figure),))) is not None


@given(reports(), st.sampled_from(sorted(OPERATIONS)), st.sampled_from(sorted(OPERATIONS)), st.data())
def test_a_sum_leaves_as_it_is_worked_out_or_not_at_all(made: Made, operation, other, data: st.DataObject):
    quotes = data.draw(st.lists(st.sampled_from(made.quotes), min_size=2, max_size=2))
    end, start = (data.draw(st.sampled_from(quote.figures)) for quote in quotes)
    computed = Computed(operation, (end, start), (end.year or 0) - (start.year or 0), None)
    places = tuple(place for quote in quotes for place in quote.evidence)
    try:
        draft = Draft(stated(computed, "It comes to"), places, computed.operands, computed)
    except (ArithmeticError, ValueError):
        assert check(made.report, Draft(quotes[0].text, places, (), computed)) is not None
        return
    if computed.years is None or None not in computed.years:
        assert check(made.report, draft) is None
    if quotes[0] != quotes[1]:
        assert check(made.report, replace(draft, evidence=quotes[0].evidence)) is not None
    if OPERATIONS[other] != OPERATIONS[operation] and {operation, other} != {"gap", "increase"}:
        assert check(made.report, replace(draft, computed=replace(computed, operation=other))) is not None or (
            OPERATIONS[other].formula(computed.operands, computed.count) in draft.text
        )
