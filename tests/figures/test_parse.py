from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.figures import parse


def said(text):
    return [(f.text, str(f.value), f.unit) for f in parse(text) if f.kind not in {"year", "period"}]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("USD 14,776.33 Million", "14776.33", "USD million"),
        ("US$ 4.2 Bn", "4.2", "USD billion"),
        ("$9.11 billion", "9.11", "USD billion"),
        ("$1.8Bn", "1.8", "USD billion"),
        ("€1,2 Mrd.", "1.2", "EUR billion"),
        ("INR 1,35,300 crore", "135300", "INR crore"),
        ("Rs. 1,100 crores", "1100", "INR crore"),
        ("£36 million", "36", "GBP million"),
        ("348.6 (USD Million)", "348.6", "USD million"),
        ("187.4 USD million", "187.4", "USD million"),
        ("4.5 billion euros", "4.5", "EUR billion"),
        ("4.93bn", "4.93", "billion"),
        ("1.2 trillion", "1.2", "trillion"),
        ("12.4 kilotons", "12.4", "kilotons"),
        ("37,000 KT", "37000", "kilotons"),
        ("224,000 TEU", "224000", "TEU"),
        ("3.87 million TEU", "3.87", "million TEU"),
        ("three million units", "3", "million units"),
        ("2,00,000 hectares", "200000", "hectares"),
        ("10.5%", "10.5", "percent"),
        ("10.5 %", "10.5", "percent"),
        ("10.5 per cent", "10.5", "percent"),
        ("-0.4%", "-0.4", "percent"),
        ("+1.2%", "1.2", "percent"),
        ("two-thirds", "66.67", "percent"),
        ("two in three", "66.67", "percent"),
        ("2.5 times", "2.5", "x"),
    ],
)
def test_a_figure_in_the_style_of_its_report(text, value, unit):
    assert said(f"It came to {text} in all.") == [(text, value, unit)]


@pytest.mark.parametrize(
    "text", ["XX%", "Table 5", "COVID-19", "K-12", "Phase 1/2 data for CD19", "1 - 5 major players", "R-134a"]
)
def test_what_is_no_figure(text):
    assert said(f"See {text} here.") == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("over 45%", "over"), ("nearly 55%", "nearly"), ("about 65%", "about"), ("up to 9%", "up to"), ("exactly 9%", "")],
)
def test_a_qualifier_stands_before_it(text, qualifier):
    (figure,) = parse(text)
    assert (figure.qualifier, figure.text) == (qualifier, text.split()[-1])


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2021 - 2031", 2021, 2031),
        ("from 2026 to 2033", 2026, 2033),
        ("2019-20", 2019, 2020),
        ("2018–2025", 2018, 2025),
    ],
)
def test_a_period(text, since, until):
    (period,) = parse(text)
    assert (period.kind, int(period.value), period.until) == ("period", since, until)


def test_each_value_belongs_to_its_own_year():
    text = "from USD 5.6 billion in 2024 to USD 35.3 billion by 2033, reflecting a CAGR of 24.5% from 2026 to 2033"
    assert [(f.text, f.year) for f in parse(text) if f.kind in {"money", "percent"}] == [
        ("USD 5.6 billion", 2024),
        ("USD 35.3 billion", 2033),
        ("24.5%", None),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("was valued at USD 14,776.33 million in the year 2024. The size", 2024),
        ("By 2033 the market should be worth $48.92 billion", 2033),
        ("Nearly 190.54 million tyres were sold in India in 2023.", 2023),
        ("Market Size (2031): USD 29,723.68 Million", 2031),
        ("It was worth USD 5 billion. In 2030 all will change.", None),
        ("USD 5 billion from 2024 to 2028", None),
    ],
)
def test_the_year_a_figure_belongs_to(text, year):
    figure = next(f for f in parse(text) if f.kind in {"money", "quantity"})
    assert figure.year == year


def test_spans_stand_in_the_raw_text():
    text = "😀 worth US$&nbsp;<b>4.2</b>&nbsp;Bn in 2020"
    figure = parse(text)[0]
    assert figure.span.of(text) == "US$&nbsp;<b>4.2</b>&nbsp;Bn"
    assert figure.text == "US$ 4.2 Bn"


@given(
    value=st.decimals(min_value=0, max_value=10**9, places=2),
    currency=st.sampled_from(
        [("USD ", "USD"), ("US$", "USD"), ("$", "USD"), ("€", "EUR"), ("Rs ", "INR"), ("£ ", "GBP")]
    ),
    scale=st.sampled_from(
        [("", ""), (" million", " million"), ("bn", " billion"), (" Bn", " billion"), (" crore", " crore")]
    ),
    grouped=st.booleans(),
)
def test_what_is_written_is_read_back(value, currency, scale, grouped):
    number = f"{value:,.2f}" if grouped else f"{value:.2f}"
    (figure,) = parse(f"It is {currency[0]}{number}{scale[0]}, they say.")
    assert (figure.value, figure.unit) == (Decimal(value), f"{currency[1]}{scale[1]}")


@given(st.text(alphabet=st.sampled_from("0123456789.,%$€ -USDbnmillion(to)2024&;<b>"), max_size=80))
def test_mangled_text_gives_figures_only_where_they_stand(text):
    for figure in parse(text):
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.text[-1] == figure.text.strip()[-1]
