/** The small chart under an answer that gives a forecast: what the report states, drawn from the facts it was read into. */

import { chartElement } from "../chart/chart-element.js";
import { chartsOf } from "../chart/series.js";
import { make } from "../dom.js";
import { say } from "../strings.js";

const MOST = 4;

/** Rows of forecasts that state one of the answer's figures where the answer cites it; those of its first statement come first.
 *
 * `factsOf(report)` gives a report's facts; facts of another text than the answer's count for nothing.
 */
export async function forecastRows(answer, factsOf) {
  const figures = answer.figures.filter(isPoint);
  if (!answer.answered || figures.length === 0) return null;
  const cited = new Set(figures.flatMap(({ citations }) => citations));
  const citations = answer.citations.filter(({ id }) => cited.has(id));
  const reports = [...new Set(citations.map(({ report }) => report))];
  if (reports.length !== 1) return null;
  const facts = await factsOf(reports[0]);
  if (citations.some(({ revision }) => revision !== facts.report.revision)) return null;
  const found = figures.flatMap((figure) => facts.forecasts.filter((row) => states(row, figure) && citations.some((one) => meets(row, one))));
  const rows = [...new Set(found)].slice(0, MOST);
  return rows.length > 0 ? rows : null;
}

function isPoint({ origin, value, unit, year }) {
  return origin === "stated" && value !== null && year !== null && unit !== "percent" && unit !== "year";
}

function states(row, { value, unit, year }) {
  const stated = [[row.start_year, row.start_value], [row.end_year, row.end_value], ...(row.points ?? [])];
  return row.unit === unit && stated.some(([when, what]) => when === year && what === value);
}

function meets({ evidence }, { start, end }) {
  return evidence.some((place) => place.start < end && start < place.end);
}

/** Nodes for such rows; none where they make no line with the first of them. */
export function answerChart(rows) {
  const chart = rows ? chartsOf(rows).find(({ lines }) => lines.some(({ at }) => at === 0)) : null;
  if (!chart) return [];
  const lines = chart.lines.map(({ row, points }) => say("chart.line", { market: row.market, points: points.map(({ year, words }) => `${year}: ${words}`).join(", ") }));
  const label = say("answer.chart.name", { unit: chart.unit, lines: lines.join("; ") });
  return [make("div", { class: "answer-chart" }, chartElement({ ...chart, label }), make("p", { class: "hint" }, say("answer.chart.caption")))];
}
