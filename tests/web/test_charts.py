"""Charts of the forecasts and the shares."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from web.canned import FORECASTS, VALUED, at, facts, show_tables
from web.shelf import Told

OpenPage = Callable[..., Page]


def forecast(market: str, unit: str, *pairs: tuple[int, float]) -> dict[str, Any]:
    """A statement with the pairs of year and value as its ends, or as a series where there are more than two."""
    (start_year, start_value), (end_year, end_value) = pairs[0], pairs[-1]
    ends = {"start_year": start_year, "start_value": start_value} if len(pairs) > 1 else {}
    points = {"points": [list(pair) for pair in pairs]} if len(pairs) > 2 else {}
    return {
        "market": market,
        "unit": unit,
        "end_year": end_year,
        "end_value": end_value,
        "evidence": at(VALUED),
        **ends,
        **points,
    }


def points(page: Page, line: int, chart: int = 0) -> list[list[float]]:
    """Where a line's marks stand: x and y within the chart."""
    found: list[list[float]] = (
        page.locator("svg.lines")
        .nth(chart)
        .locator(f".line[data-line='{line}'] .point")
        .evaluate_all(
            "(marks) => marks.map(({ transform }) => { const { e, f } = transform.baseVal[0].matrix; return [e, f]; })"
        )
    )
    return found


def test_each_statement_is_a_line_named_at_its_end(shown: Page) -> None:
    page = shown
    expect(page.locator("svg.lines")).to_have_count(1)
    expect(page.get_by_role("img", name="Chart of 3 statements in USD billion, 2022 to 2033")).to_be_visible()
    expect(page.locator(".lines .line")).to_have_count(3)
    expect(page.locator(".lines .unit")).to_have_text("USD billion")
    expect(page.locator(".lines .end .figure")).to_have_text(["29,723.68 million", "23.44 billion", "35.3 billion"])
    expect(page.locator(".lines .end .what")).to_have_text(
        [re.compile("^Adoptive Cell Therapy.*…$"), "global adoptive cell therapy market", "the market"]
    )
    expect(page.locator(".lines .begin")).to_have_text(["14,776.33 million", "4.93 billion", "5.6 billion"])
    expect(page.locator(".lines .tick text")).to_have_text(["0", "10", "20", "30", "40"])
    expect(page.locator(".lines path").first).to_have_css("stroke-dasharray", "5px, 5px")


def test_scales_of_one_currency_are_one_scale(shown: Page) -> None:
    page = shown
    ticks = page.locator(".lines .tick line").evaluate_all("(lines) => lines.map((line) => line.y1.baseVal.value)")
    zero, forty = ticks[0], ticks[-1]
    heights = [[(zero - y) / (zero - forty) * 40 for _, y in points(page, line)] for line in range(3)]
    assert heights == [
        pytest.approx([14.77633, 29.72368], abs=0.1),
        pytest.approx([4.93, 23.44], abs=0.1),
        pytest.approx([5.6, 35.3], abs=0.1),
    ]
    assert points(page, 0)[0][0] == points(page, 2)[0][0]  # both begin in 2024


def test_currencies_and_things_counted_have_charts_of_their_own(told: Told, open_page: OpenPage) -> None:
    given = [
        *FORECASTS,
        forecast("a", "EUR billion", (2024, 4.1), (2030, 9.2)),
        forecast("b", "kilotons", (2024, 12.4), (2027, 13.5), (2030, 15.9)),
        forecast("c", "INR crore", (2024, 135300)),
        {**forecast("d", "", (2024, 1)), "end_value": None, "cagr_percent": 5},
    ]
    page = show_tables(told, open_page, facts(forecasts=given))
    expect(page.locator("svg.lines .unit")).to_have_text(["USD billion", "EUR billion", "kilotons"])
    expect(page.locator("svg.lines").nth(1).locator(".figure")).to_have_text(["9.2"])
    assert len(points(page, 4, chart=2)) == 3
    expect(page.locator("table.forecasts tbody svg.marker")).to_have_count(5)


def test_a_price_is_not_pressed_flat_by_a_market(told: Told, open_page: OpenPage) -> None:
    given = [
        forecast("market", "USD billion", (2024, 2.8), (2030, 6.4)),
        forecast("price", "USD", (2024, 88), (2030, 85)),
    ]
    page = show_tables(told, open_page, facts(forecasts=given))
    expect(page.locator("svg.lines .unit")).to_have_text(["USD billion", "USD"])
    expect(page.locator("svg.lines .figure")).to_have_text(["6.4", "85"])


def test_a_rate_is_never_said_for_other_years_than_its_own(told: Told, open_page: OpenPage) -> None:
    given = [{**one, "market": "the market"} for one in FORECASTS]
    page = show_tables(told, open_page, facts(forecasts=given))
    expect(page.locator(".lines .end .what")).to_have_text(
        ["2024–2031, 10.5 % a year", "2022–2030, 21.5 % a year", "2024–2033; 2026–2033: 24.5 % a year"]
    )


def test_a_lone_point_is_named_beside_it(told: Told, open_page: OpenPage) -> None:
    given = [forecast("a", "kilotons", (2024, 12), (2031, 15)), forecast("exports", "kilotons", (2024, 3.5))]
    page = show_tables(told, open_page, facts(forecasts=given))
    expect(page.locator(".lines .lone")).to_have_text(["3.5 exports"])
    expect(page.locator(".lines .leader")).to_have_count(1)
    assert len(points(page, 1)) == 1


def test_lines_are_told_apart_by_shape_as_well(told: Told, open_page: OpenPage) -> None:
    given = [forecast(f"market {n}", "USD billion", (2024, n + 1), (2030, 2 * n + 2.5)) for n in range(14)]
    page = show_tables(told, open_page, facts(forecasts=given))
    looks = page.locator(".lines .line").evaluate_all(
        """(lines) => lines.map((line) => {
            const shape = line.querySelector(".point").firstChild;
            return [getComputedStyle(line).color, shape.tagName, shape.getAttribute("points")].join();
        })"""
    )
    assert len(set(looks)) == 14
    labels = page.locator(".lines .end .figure").evaluate_all("(all) => all.map((one) => one.y.baseVal[0].value)")
    gaps = [high - low for low, high in zip(sorted(labels), sorted(labels)[1:], strict=False)]
    assert min(gaps) >= 39


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_words_on_a_chart_stay_within_it_and_off_each_other(shown: Page, width: int) -> None:
    page = shown
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.locator("actqa-chart")).to_have_js_property("clientWidth", {1440: 1032, 768: 720, 360: 328}[width])
    page.wait_for_function(
        "document.querySelector('svg.lines').clientWidth === document.querySelector('actqa-chart').clientWidth"
    )
    boxes = page.locator("svg.lines text").evaluate_all(
        "(all) => all.map((one) => { const { x, y, width, height } = one.getBBox(); return [x, y, width, height]; })"
    )
    room = page.locator("svg.lines").bounding_box()
    assert room is not None
    assert all(x >= -1 and x + wide <= room["width"] + 1 for x, _, wide, _ in boxes)
    for at_, (x, y, wide, high) in enumerate(boxes):
        for other_x, other_y, other_wide, other_high in boxes[at_ + 1 :]:
            aside = x + wide <= other_x or other_x + other_wide <= x
            assert aside or y + high <= other_y + 4 or other_y + other_high <= y + 4


def test_shares_are_bars_on_one_scale(shown: Page) -> None:
    page = shown
    expect(page.locator(".bar-scale")).to_have_text("0100 %")
    bars = page.locator("svg.share").evaluate_all(
        """(all) => all.map((one) => {
            const [track, bar] = [...one.children].map((part) => part.getBoundingClientRect());
            return [bar.width / track.width, one.getBoundingClientRect().x];
        })"""
    )
    assert [share for share, _ in bars] == pytest.approx([0.45, 0.3, 0.555], abs=0.005)
    assert len({x for _, x in bars}) == 1


def test_without_two_years_of_one_statement_there_is_no_chart(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page, facts(forecasts=[forecast("a", "USD billion", (2030, 5))]))
    expect(page.locator("table.forecasts")).to_be_visible()
    expect(page.locator("actqa-chart")).to_have_count(0)
