/** Which of a report's forecasts an answer gives. */

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
