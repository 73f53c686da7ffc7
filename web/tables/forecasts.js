/** Forecasts: a chart for each currency or thing counted, and the table of all. */

import { chartsOf } from "../chart/series.js";
import { markerNode } from "../chart/markers.js";
import { chartElement } from "../chart/chart-element.js";
import { make } from "../dom.js";
import { say } from "../strings.js";
import { gridNode } from "./grid.js";
import { written } from "./numbers.js";

/** Nodes for the forecasts of a report. */
export function forecastNodes(forecasts, context) {
  const charts = chartsOf(forecasts);
  const drawn = new Set(charts.flatMap(({ lines }) => lines.map(({ at }) => at)));
  const marker = (row, at) => (drawn.has(at) ? markerNode(at) : null);
  const caption = charts.length > 0 ? make("p", { class: "chart-caption" }, say("chart.caption")) : null;
  return [...charts.map((chart) => chartElement(chart)), caption, tableNode(forecasts, marker, context)];
}

function tableNode(forecasts, marker, context) {
  const units = new Set(forecasts.map(({ unit }) => unit).filter(Boolean));
  const [unit] = units.size === 1 ? units : [""];
  return gridNode({ kind: "forecasts", caption: say("tables.forecasts"), columns: columnsFor(unit, marker), rows: forecasts, more: seriesLine }, context);
}

/** The unit stands in the head where all rows share it, and else in a column of its own. */
function columnsFor(unit, marker) {
  const sized = (words) => (unit ? `${words} (${unit})` : words);
  return [
    { head: say("tables.market"), name: true, text: ({ market }) => market, node: marker },
    { head: say("tables.unit"), wide: true, text: (row) => (unit ? "" : row.unit) },
    { head: say("tables.start"), year: true, text: ({ start_year }) => whole(start_year) },
    { head: sized(say("tables.start.size")), number: true, text: ({ start_value }) => number(start_value) },
    { head: say("tables.end"), year: true, text: ({ end_year }) => whole(end_year) },
    { head: sized(say("tables.end.size")), number: true, text: ({ end_value }) => number(end_value) },
    { head: say("tables.cagr"), number: true, text: ({ cagr_percent }) => number(cagr_percent) },
    { head: say("tables.period"), year: true, text: ({ period }) => (period ? period.join("–") : "") },
    { head: say("tables.implied"), number: true, text: ({ implied_cagr_percent }) => number(implied_cagr_percent) },
  ];
}

/** The years between, of a series that has any. */
function seriesLine({ points }) {
  if (!points || points.length < 3) return null;
  return points.map(([year, value]) => `${year}: ${written(value)}`).join(" · ");
}

function number(value) {
  return value === null || value === undefined ? "" : written(value);
}

function whole(year) {
  return year === null || year === undefined ? "" : String(year);
}
