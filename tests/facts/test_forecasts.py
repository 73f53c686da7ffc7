"""Sizes and growth in the ways reports state them."""

import pytest


def rows(found):
    return [
        (f.market, f.unit, f.start_year, f.start_value, f.end_year, f.end_value, f.cagr_percent, f.period)
        for f in found.forecasts
    ]


TITLE = "Ceramic Tile Market\n\n"
NAME = "Ceramic Tile Market"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The global ceramic tile market was valued at USD 4.93 billion in 2022 and is projected to reach USD 8.1 billion by "
            "2030, growing at a CAGR of 6.4%.",
            (NAME, "USD billion", 2022, 4.93, 2030, 8.1, 6.4, None),
        ),
        (
            "The market was valued at USD 400 million in the year 2024. It is expected to increase to USD 700 million by 2031, "
            "at a CAGR of 8.3% from 2025 to 2031.",
            (NAME, "USD million", 2024, 400, 2031, 700, 8.3, (2025, 2031)),
        ),
        (
            "By 2033 the market should be worth €48.92 billion, which corresponds to a CAGR of 12.4% from 2025 to 2033.",
            (NAME, "EUR billion", None, None, 2033, 48.92, 12.4, (2025, 2033)),
        ),
        (
            "Some 2.36 million tons is the estimated size of the tile market in 2025; by 2030 it should reach 2.85 million tons.",
            (NAME, "million tons", 2025, 2.36, 2030, 2.85, None, None),
        ),
        (
            "The market was valued at US$ 2.5 Bn. in 2023 and revenue will grow at 7% from 2024 to 2030, reaching US$ 4.01 Bn.",
            (NAME, "USD billion", 2023, 2.5, 2030, 4.01, 7, (2024, 2030)),
        ),
        (
            "Between 2025 and 2035, the market is set to expand from USD 2.2 billion to USD 5.1 billion, a CAGR of 8.8%.",
            (NAME, "USD billion", 2025, 2.2, 2035, 5.1, 8.8, (2025, 2035)),
        ),
        (
            "The market, worth USD 3.4 billion last year (2023), will nearly double to USD 6.5 billion by the end of 2030.",
            (NAME, "USD billion", 2023, 3.4, 2030, 6.5, None, None),
        ),
        ("CAGR (2024-2030): 6.1%", (NAME, "", None, None, None, None, 6.1, (2024, 2030))),
        (
            "The market for tiles in the U.S. is estimated at US$650 Million in the year 2023.",
            ("U.S.", "USD million", 2023, 650, None, None, None, None),
        ),
        (
            "The market reached a value of almost USD 2.31 billion in 2024 and is set to attain USD 8.41 billion by 2034.",
            (NAME, "USD billion", 2024, 2.31, 2034, 8.41, None, None),
        ),
        ("In Europe, Germany is good for approximately 3.4% CAGR.", ("Germany", "", None, None, None, None, 3.4, None)),
        ("Sales grew 7% a year in Latin America.", ("Latin America", "", None, None, None, None, 7, None)),
        (
            "India's tile industry had revenue of INR 90,000 crore in FY2023.",
            ("India", "INR crore", 2023, 90000, None, None, None, None),
        ),
    ],
)
def test_a_sentence(facts, text, row):
    assert rows(facts(f"{TITLE}Overview\n\n{text}\n")) == [row]


def test_a_scope_table_is_one_forecast(facts):
    text = (
        f"{TITLE}| Attribute | Details |\n|---|---|\n| Base Year | 2024 |\n| Forecast Period | 2025 - 2031 |\n"
        "| Market Size (2024) | USD 400 Million |\n| Market Size (2031) | USD 700 Million |\n| CAGR (2025 - 2031) | 8.3% |\n"
    )
    found = facts(text)
    assert rows(found) == [(NAME, "USD million", 2024, 400, 2031, 700, 8.3, (2025, 2031))]
    assert found.forecasts[0].implied_cagr_percent == 8.32
    assert [e.quote for e in found.forecasts[0].evidence] == [
        "| Market Size (2024) | USD 400 Million |",
        "| Market Size (2031) | USD 700 Million |",
        "| CAGR (2025 - 2031) | 8.3% |",
    ]


def test_a_row_over_several_years_is_a_series(facts):
    text = f"{TITLE}| Region | 2023 | 2024 | 2025 |\n|---|---|---|---|\n| Europe (USD Million) | 10.5 | 11.2 | 12.1 |\n"
    (forecast,) = facts(text).forecasts
    assert (forecast.market, forecast.unit, forecast.start_value, forecast.end_value) == (
        "Europe",
        "USD million",
        10.5,
        12.1,
    )
    assert forecast.points == ((2023, 10.5), (2024, 11.2), (2025, 12.1))


def test_a_columns_head_tells_a_rate(facts):
    text = f"{TITLE}| Region | 2024 (USD Mn) | 2030 (USD Mn) | CAGR |\n|---|---|---|---|\n| Europe | 120.5 | 180.2 | 6.9% |\n"
    found = facts(text)
    assert rows(found) == [("Europe", "USD million", 2024, 120.5, 2030, 180.2, 6.9, None)]
    assert found.shares == ()


def test_the_same_numbers_said_again_add_evidence(facts):
    text = (
        f"{TITLE}The market is worth USD 5.61 billion in 2024.\n\nFAQ\n\nHow big is it?\nIn 2024 the market was valued at "
        "USD 5.6 billion.\n"
    )
    found = facts(text)
    assert rows(found) == [(NAME, "USD billion", 2024, 5.61, None, None, None, None)]
    assert len(found.forecasts[0].evidence) == 2


def test_a_segment_is_told_from_the_whole(facts):
    text = (
        f"{TITLE}The market is segmented by Type into Floor Tiles and Wall Tiles.\n\nTrends\n\nThe market was worth USD 5 "
        "billion in 2024. Floor tiles will grow at a CAGR of 7.1%. Its CAGR is the highest.\n"
    )
    assert [(m, r) for m, *_, r, _ in rows(facts(text))] == [(NAME, None), ("Floor tiles", 7.1)]


def test_places_and_rates_told_off_against_each_other(facts):
    found = facts(f"{TITLE}Overview\n\nTwo countries are Japan and Canada, with 3% and 4.9% a year respectively.\n")
    assert [(f.market, f.cagr_percent) for f in found.forecasts] == [("Japan", 3), ("Canada", 4.9)]


@pytest.mark.parametrize(
    "text",
    [
        "In May 2024 Tilex acquired Mosaic Ltd. for USD 300 million.",
        "The company raised USD 20 million in 2023.",
        "A pallet costs USD 900 in 2024.",
        "The market will grow by USD 25.71 billion.",
        "Sales were between 340,000 and 475,000 units in 2023.",
        "The CAGR is XX%.",
        "Get 10% off the report for USD 999 now: request a free sample.",
        "Rising orders add +1.2% to the CAGR.",
    ],
)
def test_what_is_no_size_and_no_growth_of_a_market(facts, text):
    assert rows(facts(f"{TITLE}Overview\n\n{text}\n")) == []


def points(found):
    pairs = [
        pair
        for f in found.forecasts
        for pair in [
            (f.start_year, f.start_value, f.unit),
            (f.end_year, f.end_value, f.unit),
            *((y, v, f.unit) for y, v in f.points or ()),
        ]
        if pair[1] is not None
    ]
    return set(pairs), {f.cagr_percent for f in found.forecasts} - {None}


OUTLOOK = ({(2024, 3.2, "USD billion"), (2032, 5.9, "USD billion")}, {7.9})


@pytest.mark.parametrize(
    "text",
    [
        "Market Size 2024: USD 3.2 Billion\nForecast 2032: USD 5.9 Billion\nCAGR: 7.9%",
        "- Market size (2024): USD 3.2 billion\n- Projected size (2032): USD 5.9 billion\n- Growth 2024–2032: 7.9% p.a.",
        "Market Size in 2024\n\nUSD 3.2 Billion\n\nMarket Size in 2032\n\nUSD 5.9 Billion\n\nCAGR (2024-2032)\n\n7.9%",
        "USD 3.2 Billion\nMarket size in 2024\n\nUSD 5.9 Billion\nForecast for 2032\n\n7.9%\nCAGR 2024–2032",
        "| Market size | 2024: USD 3.2 billion<br>2032: USD 5.9 billion |\n|---|---|\n| CAGR | 7.9%<br>(2024-2032) |",
        "| Base Value in 2024 | USD 3.2 Bn | Forecast Value in 2032 | USD 5.9 Bn | CAGR | 7.9% |",
        "Revenue, 2024 (US$ Bn): 3.2\nForecast, 2032 (US$ Bn): 5.9\nCAGR: 7.9%",
    ],
)
def test_one_outlook_set_in_many_ways_is_one_forecast(facts, text):
    found = facts(TITLE + text + "\n")
    assert points(found) == OUTLOOK
    assert len(found.forecasts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Table 1. Revenue in USD billion\n\n| Region | 2024 (e) | 2032 (f) | CAGR 2024-2032 |\n|---|---|---|---|\n| Europe | 3.2 | 5.9 | 7.9% |",
        "| Region | Revenue 2024, USD bn | Revenue 2032, USD bn | CAGR |\n|---|---|---|---|\n| Europe | 3.2 | 5.9 | 7.9% |",
        "Europe stood at USD 3.2 billion in 2024 and will stand at USD 5.9 billion in 2032, a CAGR of 7.9%.",
    ],
)
def test_a_table_of_regions_takes_its_unit_from_head_or_caption(facts, text):
    found = facts(TITLE + text + "\n")
    assert points(found) == OUTLOOK
    assert [f.market for f in found.forecasts] == ["Europe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rose to USD 6 billion in 2024 from USD 5 billion a year earlier.",
            {(2024, 6, "USD billion"), (2023, 5, "USD billion")},
        ),
        (
            "The market was USD 5 billion in 2023. Europe held USD 1 billion of this.",
            {(2023, 5, "USD billion"), (2023, 1, "USD billion")},
        ),
        (
            "The market size for 2022, 2023 and 2024 was USD 5 billion, USD 6 billion and USD 7 billion, respectively.",
            {(2022, 5, "USD billion"), (2023, 6, "USD billion"), (2024, 7, "USD billion")},
        ),
        (
            "In one scenario the market reaches USD 5 billion by 2030. In another, it reaches USD 6 billion, in a third one USD 4 billion.",
            {(2030, 5, "USD billion"), (2030, 6, "USD billion"), (2030, 4, "USD billion")},
        ),
        (
            "It reached JPY 120 bn (approx. USD 0.8 bn) in 2023.",
            {(2023, 120, "JPY billion"), (2023, 0.8, "USD billion")},
        ),
        (
            "Market Value in 2023 USD 4 Billion Market Forecast in 2033 USD 7 Billion",
            {(2023, 4, "USD billion"), (2033, 7, "USD billion")},
        ),
        ("The market will generate incremental revenue of USD 3.6 billion between 2023 and 2033.", set()),
        ("The market stood at INR 45 crore in FY24.", {(2024, 45, "INR crore")}),
        ("Sales came to 16.8 billion square metres in 2023.", {(2023, 16.8, "billion square metres")}),
        ("Output came to 1.2 million metric tons in the 2023/24 season.", {(2024, 1.2, "million tonnes")}),
        (
            "The country had 3.9 million glazed tiles in 2024, after a peak of 5.6 million in 2000.",
            {(2024, 3.9, "million tiles"), (2000, 5.6, "million tiles")},
        ),
    ],
)
def test_years_and_things_that_are_not_said_outright(facts, text, expected):
    assert points(facts(TITLE + text + "\n"))[0] == expected


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("CAGRs to 2030: India 7.4%, Vietnam 6.9%, Mexico 5.8%.", {7.4, 6.9, 5.8}),
        ("| Country | CAGR (2024 to 2034) |\n|---|---|\n| Italy | 4.1% |\n| Spain | 3.2% |", {4.1, 3.2}),
        ("| Year | Change on previous year |\n|---|---|\n| 2023 | -2.7% |\n| 2024 | +16.1% |", {-2.7, 16.1}),
        ("Shipments will slip, declining by 1.1% a year.", {-1.1}),
        ("Bakers bought 17% more tiles in 2024 than a year earlier.", {17}),
        ("The market closed 3.1% below the level of the year before.", {-3.1}),
        ("Y-o-y growth 2025: 8.0%", {8}),
        ("It shrank 4% in 2020 and grew 6% in 2021.", {-4, 6}),
        ("Prices are expected to rise 3% a year, and wages 4% annually.", set()),
    ],
)
def test_rates_in_many_ways(facts, text, rates):
    assert points(facts(TITLE + text + "\n"))[1] == rates


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. reported revenue of USD 3.1 billion in 2023.",
        "Acme Inc. leads. Its revenue was USD 3.1 billion in 2023.",
        "## Related Reports\n\n- Tiles are sold for USD 66 billion a year",
        "See also: Grout Market (USD 2.2 billion by 2030)",
        "## Recent Developments\n\nIn May 2024, Acme Inc. won an order for 1.2 million units worth USD 3 million.",
        "Single User JPY 330,000 / Site Licence JPY 550,000, 2024",
        "In 2019, the EU spent EUR 1.2 billion on tiles for schools.",
        "The government allotted USD 1.2 billion for housing in 2023.",
        "According to a bank, the GDP was USD 3.5 trillion in 2023.",
    ],
)
def test_whose_figures_are_not_the_markets(facts, text):
    assert points(facts(TITLE + text + "\n")) == (set(), set())


def test_what_an_offered_report_says_is_of_its_own_market(facts):
    offered = "## Related Reports\n\n- Vinyl Flooring Market to reach USD 66 billion by 2032, at a CAGR of 5%\n"
    rows = facts(TITLE + offered).forecasts
    assert [(row.market, row.end_value, row.cagr_percent) for row in rows] == [("Vinyl Flooring Market", 66, 5)]
