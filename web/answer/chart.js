/** The small chart under an answer that gives a forecast: what the report states, drawn from the facts it was read into. */

import { chartElement } from "../chart/chart-element.js";
import { chartsOf } from "../chart/series.js";
import { make } from "../dom.js";
import { say } from "../strings.js";

export { forecastRows } from "./forecasts.js";

/** Nodes for an answer's `rows` of forecasts; none where they make no line with the first of them. */
export function answerChart(rows) {
  const chart = rows ? chartsOf(rows).find(({ lines }) => lines.some(({ at }) => at === 0)) : null;
  if (!chart) return [];
  const lines = chart.lines.map(({ row, points }) => say("chart.line", { market: row.market, points: points.map(({ year, words }) => `${year}: ${words}`).join(", ") }));
  const label = say("answer.chart.name", { unit: chart.unit, lines: lines.join("; ") });
  return [make("div", { class: "answer-chart" }, chartElement({ ...chart, label }), make("p", { class: "hint" }, say("answer.chart.caption")))];
}
