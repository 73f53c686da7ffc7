"""Questions in everyday words: counts, ranks, comparisons, what is so today, and what else a report gives."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.everyday import in_plain_words
from actqa.answering.asked.kinds import rank_asked
from actqa.answering.asked.question import understand, written_out
from actqa.answering.asked.relative_years import this_year

KILNS = """\
# Pottery Kiln Market Size and Forecast, 2024 - 2032

Publisher's note

Sales of pottery kilns came to USD 400 million in 2024. The pottery kiln market should reach USD 660 million by 2032, at a CAGR of 6.5% from 2024 to 2032. An earlier edition put the pottery kiln market at USD 380 million in 2024.

The kiln trade has two halves. Fewer than one in ten hotels that could use gas do so. In 2024, 90 thousand tons were fired. Clinics treated 5 million burns at a cost of USD 20 million in 2024. In the US, 214 studios closed in 2023 while 180 opened. Eleven states have passed a law on kiln smoke.

| Item | Value |
| --- | --- |
| Market Concentration | High |

## Sectors

| Sector | Sales 2024 (USD million) | Growth 2024-32, a year |
| --- | --- | --- |
| Schools | 160 | 4.0% |
| Studios | 120 | 7.2% |
| Hotels | 80 | 5.1% |
| Prisons | 40 | 2.2% |

## Kilns by place

| Region | Kilns, end of 2024 | Forecast, end of 2032 |
| --- | --- | --- |
| Europe | 31,000 | 52,000 |
| North America | 26,500 | 41,000 |
| Japan | 9,400 | 12,000 |

Europe will grow at 5.8% a year and Japan at 3.1% a year.

The average plant ran at 47% of rated output in 2023. Five firms run 80% of all plants.

## By Fuel

- Gas
- Electricity

Gas kilns held 64.0% of sales in 2024.

The all-in-one kiln segment will grow at 9.1% a year.

| Driver | Impact on growth | Where |
| --- | --- | --- |
| Tax credits for clean heat | +1.3% | Brazil |
| New schools | +0.8% | Global |

## By Use

- Food Ware (Plates, Bowls, Mugs)
- Tiles

## Countries

India: a land of potters

The market there should stand at USD 21 million by 2032.

## Competition

The pottery kiln market is highly fragmented. Tier 1 makers sell everywhere. They hold 35% of sales: Harrow Kilns, Bell Furnaces and Otter Heat. Tier 2 makers sell at home, among them Kell, Osgood and Milldale. Harrow Kilns leads the field. Schools are the largest customers of kiln makers.

Restraint: Smoke

Neighbours object to it. Towns ask for filters.

## Recent Developments

- In May 2024, Harrow Kilns closed its works in Spain.
- In March 2024, Bell Furnaces bought Kell Ovens in Canada.
- In January 2024, Otter Heat launched a kiln for schools in Japan.
"""


@pytest.fixture(scope="module")
def kilns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("kilns"), KILNS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("how many studios closed in 2023", "214"),
        ("how many states passed a law on smoke?", "Eleven"),
        ("how many kilns are there in japan", "9,400"),
        ("kilns in europe by 2032, how many?", "52,000"),
        ("what are sales now", "USD 400 million"),
        ("value per ton 2024", "USD 4,444.44"),
        ("plant utilisation", "47%"),
        ("what did the earlier edition say?", "USD 380 million"),
        ("schools + studios in 2024", "USD 280 million"),
        ("india 2032", "USD 21 million"),
        ("cost per burn in 2024", "USD 4"),
        ("sum of all sectors in 2024", "USD 400 million"),
        ("Add up the impact of all drivers", "2.1%"),
        ("What annual growth is expected for all-in-one units?", "9.1%"),
        ("absolute $ growth 2024 to 2032", "USD 260 million"),
        ("dollar value of gas kilns in 2024, from their share?", "USD 256 million"),
        ("how many pts of growth do tax credits in brazil add", "+1.3%"),
    ],
)
def test_figures_asked_for_in_everyday_words(kilns, question, figure):
    assert kilns.figures(question)[0] == figure


@pytest.mark.parametrize(
    "question",
    [
        "how many kilns were stolen",
        "what's the price of a kiln",
        "how many hotels closed in 2023",
        "how many studios closed in 2022",
        "how many prisons are there in japan",
        "market for toasters",
    ],
)
def test_what_is_not_counted_gets_no_number(kilns, question):
    answer = kilns.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("third largest sector", "Hotels, Sales 2024 (USD million): 80"),
        ("which sector is the smallest?", "Prisons, Sales 2024 (USD million): 40"),
        ("what's the slowest growing sector", "Prisons, Growth 2024-32, a year: 2.2%"),
        ("where are most of the kilns?", "Europe, Kilns, end of 2024: 31,000"),
        ("biggest slice by fuel", "Gas kilns held 64.0% of sales in 2024."),
        ("who's top dog?", "Harrow Kilns leads the field."),
        ("who's the biggest buyer?", "Schools are the largest customers of kiln makers."),
    ],
)
def test_what_ranks_first_third_or_last(kilns, question, text):
    assert kilns.answer(question).statements[0].text == text


def test_the_fifth_of_four_is_unknown(kilns):
    answer = kilns.answer("fifth largest sector")
    assert (answer.answered, answer.figures) == (False, ())


def test_two_that_are_compared_are_both_given_the_one_ahead_first(kilns):
    answer = kilns.answer("is it growing faster in japan or europe?")
    assert answer.statements[0].text.startswith("Europe will grow at 5.8% a year")
    assert [figure.text for figure in answer.figures] == ["5.8%", "3.1%"]


def test_of_two_that_are_compared_of_which_one_has_no_figure_none_is_given(kilns):
    answer = kilns.answer("is it growing faster in japan or brazil?")
    assert (answer.answered, answer.figures) == (False, ())
    assert "a growth rate of both Japan and Brazil" in answer.answer


def test_degrees_of_concentration_that_cannot_both_hold_are_both_given(kilns):
    answer = kilns.answer("how concentrated is the market?")
    assert [s.text for s in answer.statements] == [
        "Market Concentration: High",
        "The pottery kiln market is highly fragmented.",
    ]
    assert (
        answer.conflicts[0].summary
        == "The report’s statements on concentration differ: “high” and “highly fragmented”."
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("any closures?", "In May 2024, Harrow Kilns closed its works in Spain."),
        ("any M&A in canada?", "In March 2024, Bell Furnaces bought Kell Ovens in Canada."),
        ("what happened since 2023 in canada?", "In March 2024, Bell Furnaces bought Kell Ovens in Canada."),
        ("news from japan", "In January 2024, Otter Heat launched a kiln for schools in Japan."),
        ("fuel types?", "Fuel: Gas; Electricity."),
        ("Which kinds of fuel are split out?", "Fuel: Gas; Electricity."),
        ("sub-uses within food ware", "Food Ware: Plates; Bowls; Mugs."),
        (
            "tier 1 vendors",
            "They hold 35% of sales: Harrow Kilns, Bell Furnaces and Otter Heat.",
        ),
    ],
)
def test_lists_asked_for_in_everyday_words(kilns, question, text):
    answer = kilns.answer(question)
    assert [statement.text for statement in answer.statements] == [text]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("who are the big dogs", "who are the leading players"),
        ("biggest chunk of the pie by grade", "which grade has the largest share"),
        ("where is demand strongest?", "which region has the largest demand?"),
        ("nil subsidy meaning", "define nil subsidy"),
        ("non food grade", "non-food grade"),
        ("gen AI tools", "generative AI tools"),
        ("top5 makers", "top 5 makers"),
        ("how much do kids account for?", "what share do kids have"),
        ("number one region", "largest region"),
        ("which type's growing the quickest", "which type is growing the quickest"),
        ("by end use", "what are the end use segments"),
        ("by 2030", "by 2030"),
        ("how much in USD do kids account for?", "how much in USD do kids account for?"),
    ],
)
def test_everyday_phrases_in_plain_words(typed, plain):
    assert in_plain_words(typed) == plain


def test_the_end_of_the_decade_is_the_next_year_that_ends_one():
    end = -(-this_year() // 10) * 10
    assert understand("size by the end of the decade").years == (end,)
    assert understand("size at decade's end").years == (end,)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("na share", "North America share"),
        ("us in 2034", "United States in 2034"),
        ("why are us tunnels dear", "why are United States tunnels dear"),
        ("what can it tell us now", "what can it tell us now"),
        ("what is in it for us", "what is in it for us"),
    ],
)
def test_places_in_two_letters(text, full):
    assert written_out(text) == full


@pytest.mark.parametrize(
    ("lower", "rank"),
    [
        ("third largest region", 3),
        ("who is no. 4?", 4),
        ("second biggest", 2),
        ("the third quarter", 1),
        ("largest", 1),
    ],
)
def test_the_rank_that_is_asked_for(lower, rank):
    assert rank_asked(lower) == rank


def test_a_year_by_itself_asks_for_the_size():
    asked = understand("2030?")
    assert (asked.metric, asked.years, asked.says_what) == ("size", (2030,), False)


def test_a_line_that_only_names_a_restraint_is_answered_with_what_stands_under_it(kilns):
    answer = kilns.answer("why is smoke a problem?")
    assert "Neighbours object to it." in [statement.text for statement in answer.statements]
