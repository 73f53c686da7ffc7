"""What makes an answer right, and what else is counted."""

import pytest
from evaluation.labelled import ASKED, MAKERS, SHARE, SIZE, answer, cite, figure, question, text_of

from actqa.evaluation import Count, mark

WANTED = {"figures": [{"value": 1.3805, "unit": "USD billion"}], "quotes": ["USD 1,380.5 million"]}
REFUSAL = answer("The report does not say.", (), (), answered=False)
OTHERS = tuple(figure(value, "USD", str(value)) for value in (1, 2, 3, 4))


def checks(marks):
    return {name: (count.hits, count.of) for name, count in marks.checks.items()}


def test_a_right_answer_passes_every_check():
    marks = mark(question(**WANTED), answer(), text_of)
    assert marks.lacks == ()
    assert checks(marks) == {
        "offsets_exact": (1, 1),
        "figures_traceable": (1, 1),
        "right_place_cited": (1, 1),
        "answer_comes_first": (1, 1),
        "few_other_figures": (1, 1),
        "short_enough": (1, 1),
        "right": (1, 1),
    }


@pytest.mark.parametrize(
    ("asked", "given", "lacks"),
    [
        (question(**WANTED), REFUSAL, ("it says that the report does not say",)),
        (question(**WANTED), answer(figures=()), ("missing: 1.3805 USD billion",)),
        (question(**WANTED), answer(figures=(ASKED, *OTHERS)), ("4 figures were not asked for",)),
        (question(**WANTED), answer("x" * 539), ("it is 539 characters long",)),
        (question("list", items=["Acme Corp", "Foo", "Bar"]), answer(MAKERS), ("not named: Foo; Bar",)),
        (question("passage", quotes=[SHARE]), answer(), ("none of the expected places is cited",)),
        (question("unanswerable", refuse=True), answer(), ("it should say that the report does not say",)),
        (question(refuse=True), answer(answered=False), ("it should say that the report does not say",)),
    ],
)
def test_a_wrong_answer_says_what_it_lacks(asked, given, lacks):
    marks = mark(asked, given, text_of)
    assert marks.lacks == lacks
    assert marks.checks["right"] == Count(hits=0, of=1)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (question("unanswerable", refuse=True), REFUSAL),
        (question(**WANTED), answer(figures=(ASKED, *OTHERS[:3]))),
        (question(**WANTED), answer(citations=())),
        (question(**WANTED), answer("x" * 538)),
        (question("list", items=["zenith tool"]), answer(MAKERS, figures=OTHERS)),
        (question("passage", quotes=[SHARE, "worth USD"]), answer()),
        (question("followup", quotes=[SHARE], items=["worth"]), answer()),
        (question("list", quotes=[SHARE]), answer()),
    ],
)
def test_what_does_not_make_an_answer_wrong(asked, given):
    assert mark(asked, given, text_of).lacks == ()


def test_what_a_computed_figure_rests_on_is_no_other_figure():
    computed = figure(10.51, "percent", "10.51%", origin="computed", formula="…")
    asked = question("computed", figures=[{"value": 10.53, "unit": "percent"}])
    assert mark(asked, answer("10.51%", (computed, *OTHERS)), text_of).lacks == ()
    assert mark(asked, answer("10.51%", (figure(9, "percent", "9%"),)), text_of).lacks == ("missing: 10.53 percent",)


def test_a_refusal_asked_for_is_not_measured_otherwise():
    marks = mark(question("unanswerable", refuse=True), REFUSAL, text_of)
    assert checks(marks) == {"offsets_exact": (0, 0), "figures_traceable": (0, 0), "right": (1, 1)}


def test_an_answer_that_comes_second_does_not_come_first():
    given = answer("It grew. " + SIZE)
    given = given.model_copy(update={"statements": (given.statements[0].model_copy(update={"text": "It grew."}),)})
    assert checks(mark(question(**WANTED), given, text_of))["answer_comes_first"] == (0, 1)


def test_a_citation_that_is_off_is_counted():
    off = cite(SIZE).model_copy(update={"start": 1})
    assert checks(mark(question(**WANTED), answer(citations=(off, cite(SHARE, 2))), text_of))["offsets_exact"] == (1, 2)


def test_a_citation_of_half_a_page_points_at_nothing():
    page = "USD 1,380.5 million" + "." * 600
    long = cite(SIZE).model_copy(update={"quote": page, "end": len(page)})
    found = checks(mark(question(**WANTED), answer(citations=(long,)), lambda report: page))
    assert found == found | {"right_place_cited": (0, 1), "figures_traceable": (0, 1)}


@pytest.mark.parametrize(
    ("figure", "is_traceable"),
    [
        (figure(1380.5, "USD million", "USD 1380.5 m"), 1),
        (figure(1380, "USD million", "USD 1380 m"), 0),
        (figure(66.67, "percent", "two-thirds", (2,)), 1),
        (figure(50, "percent", "half", (2,)), 0),
        (figure(1380.5, "USD million", "USD 1380.5 m", (3,)), 0),
        (figure(9, "percent", "9%", origin="computed", formula="…"), 1),
        (figure(9, "percent", "9%", origin="computed"), 0),
        (figure(9, "percent", "9%", (), origin="computed", formula="…"), 0),
    ],
)
def test_a_figure_is_traced_to_a_quote_or_a_formula(figure, is_traceable):
    given = answer(figures=(figure,), citations=(cite(SIZE), cite(SHARE, 2)))
    assert checks(mark(question(**WANTED), given, text_of))["figures_traceable"] == (is_traceable, 1)
