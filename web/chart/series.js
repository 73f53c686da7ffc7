/** Forecasts as lines: one chart for each currency or thing counted, on one scale each. */

import { written } from "../tables/numbers.js";

const SCALES = { thousand: 1e3, lakh: 1e5, million: 1e6, crore: 1e7, billion: 1e9, trillion: 1e12 };

/** How many times lower a line may be than the highest of its chart. */
const FLAT = 1000;

/** Charts `{unit, lines}`; a line is `{at, row, points}` with `at` its row's position, a point `{year, value, words}`.
 *
 * Scale words are converted within a currency, currencies never. What has no two years of one statement is no chart.
 */
export function chartsOf(forecasts) {
  const bases = new Map();
  forecasts.forEach((row, at) => {
    const unit = readUnit(row.unit);
    const stated = statedPoints(row);
    if (stated.length > 0 && unit.words) bases.set(unit.base, [...(bases.get(unit.base) ?? []), { at, row, unit, stated }]);
  });
  const groups = [...bases.values()].flatMap(legible);
  return groups.filter((lines) => lines.some(({ stated }) => stated.length > 1)).map(chartOf);
}

/** Lines so much lower that the scale would press them flat, such as prices beside markets, get one of their own. */
function legible(lines) {
  const most = Math.max(...lines.map(heightOf));
  const isSeen = (line) => heightOf(line) * FLAT >= most;
  const rest = lines.filter((line) => !isSeen(line));
  return rest.length > 0 ? [lines.filter(isSeen), ...legible(rest)] : [lines];
}

function heightOf({ stated, unit }) {
  return Math.max(...stated.map(([, value]) => Math.abs(value) * unit.factor));
}

/** `USD million` is USD and a million of them; `million tons` is tons and a million of them. */
function readUnit(words) {
  const parts = words.split(/\s+/).filter(Boolean);
  const scale = parts.filter((part) => part in SCALES);
  const base = parts.filter((part) => !(part in SCALES)).join(" ");
  return { words, base, scale: scale.join(" "), factor: scale.reduce((product, part) => product * SCALES[part], 1) };
}

/** Year and value pairs in order of years. */
function statedPoints({ points, start_year, start_value, end_year, end_value }) {
  const ends = [[start_year, start_value], [end_year, end_value]];
  const pairs = points?.length > 0 ? points : ends;
  return pairs.filter((pair) => pair.every((part) => part !== null && part !== undefined)).sort(([one], [other]) => one - other);
}

function chartOf(lines) {
  const units = new Map(lines.map(({ unit }) => [unit.words, unit]));
  const shared = units.size === 1;
  const unit = shared ? lines[0].unit : widest([...units.values()], lines);
  return { unit: unit.words, lines: lines.map((line) => lineOf(line, unit, shared)) };
}

/** The largest scale in use that leaves the largest value at one or more. */
function widest(units, lines) {
  const most = Math.max(...lines.map(heightOf));
  const byFactor = units.sort((one, other) => other.factor - one.factor);
  return byFactor.find(({ factor }) => most >= factor) ?? byFactor.at(-1);
}

/** A point's words are as stated: converted values are drawn, never written. */
function lineOf({ at, row, unit, stated }, { factor }, shared) {
  const words = (value) => (shared || !unit.scale ? written(value) : `${written(value)} ${unit.scale}`);
  const convert = (value) => (unit.factor === factor ? value : (value * unit.factor) / factor);
  return { at, row, points: stated.map(([year, value]) => ({ year, value: convert(value), words: words(value) })) };
}
