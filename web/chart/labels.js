/** Words on a chart: where a line begins and, beside the plot, where it ends. */

import { say } from "../strings.js";
import { written } from "../tables/numbers.js";
import { colourOf, shapeOf } from "./markers.js";
import { fitted, widthOf } from "./measure.js";
import { spread } from "./scale.js";
import { draw } from "./svg.js";

const HIGH = 16;

/** All labels: a lone point's beside it where there is room; a line's at its first point and, beside the plot, where it ends. */
export function labels(lines, frame) {
  const taken = lines.flatMap(({ points }) => points.map(({ year, value }) => around(frame.x(year), frame.y(value))));
  const strokes = lines.flatMap(({ points }) => points.slice(1).map((point, at) => [points[at], point].map(({ year, value }) => [frame.x(year), frame.y(value)])));
  const begins = lines.filter(({ points }) => points.length > 1).map((line) => startLabel(line, taken, strokes, frame));
  const alone = new Map(lines.filter(({ points }) => points.length === 1).map((line) => [line, loneLabel(line, taken, strokes, frame)]));
  return [begins, [...alone.values()], endLabels(lines.filter((line) => !alone.get(line)), frame)];
}

/** Near the height the line ends at, joined to it by a dotted hairline. */
function endLabels(lines, frame) {
  const wanted = lines.map(({ points }) => frame.y(points.at(-1).value));
  const places = spread(wanted, frame.gap, frame.top, frame.bottom - (frame.roomy ? 16 : 0));
  return lines.map((line, at) => endLabel(line, places[at], frame.second.get(line), frame));
}

function endLabel({ at, points }, place, second, frame) {
  const last = points.at(-1);
  const from = [frame.x(last.year) + 8, frame.y(last.value)];
  const left = frame.right + 6;
  return draw(
    "g",
    { class: `end ${colourOf(at)} ${frame.roomy ? "" : "tight"}`, "data-line": at },
    draw("polyline", { class: "leader", points: `${from.join(",")} ${Math.max(from[0], frame.right - 6)},${from[1]} ${left},${place}` }),
    draw("g", { class: "point", transform: `translate(${left + 7} ${place.toFixed(1)})` }, shapeOf(at)),
    draw("text", { class: "figure", x: left + 18, y: place + 5 }, last.words),
    frame.roomy ? draw("text", { class: "what", x: left + 18, y: place + 21 }, fitted(second, frame.small, frame.width - left - 18)) : null,
  );
}

/** What tells each line apart: its market, or, where they all have the same, its years and growth, with the years that is for. */
export function secondLines(lines) {
  const markets = new Set(lines.map(({ row }) => row.market.toLowerCase()));
  return new Map(lines.map((line) => [line, markets.size > 1 ? line.row.market : spanOf(line)]));
}

function spanOf({ row, points }) {
  const span = points.length > 1 ? `${points[0].year}–${points.at(-1).year}` : String(points[0].year);
  if (row.cagr_percent === null || row.cagr_percent === undefined) return span;
  const rate = say("chart.growth", { percent: written(row.cagr_percent) });
  const period = row.period?.join("–") ?? span;
  return period === span ? `${span}, ${rate}` : `${span}; ${period}: ${rate}`;
}

/** Its figure and what it is of, right of it; null where that would meet anything. */
function loneLabel(line, taken, strokes, frame) {
  const { year, value, words } = line.points[0];
  const said = frame.second.get(line);
  const left = frame.x(year) + 11;
  const box = { left, top: frame.y(value) - HIGH / 2, right: left + widthOf(words, frame.small, true) + widthOf(` ${said}`, frame.small), bottom: frame.y(value) + HIGH / 2 };
  if (!fits(box, taken, frame) || strokes.some((stroke) => crosses(box, stroke))) return null;
  taken.push(box);
  const figure = draw("tspan", { class: "figure" }, words);
  return draw("text", { class: `lone ${colourOf(line.at)}`, "data-line": line.at, x: left, y: box.bottom - 4 }, figure, ` ${said}`);
}

/** Where it meets no point and no other label, and crosses as few lines as may be, on a small chart none; the table has those that fit nowhere. */
function startLabel({ at, points }, taken, strokes, frame) {
  const { year, value, words } = points[0];
  const [x, y, long] = [frame.x(year), frame.y(value), widthOf(words, frame.small)];
  const below = { left: x - 5, top: y + 9 };
  const above = { left: x - 5, top: y - 9 - HIGH };
  const before = { left: x - 10 - long, top: y - HIGH / 2 };
  const over = { left: x + 5 - long, top: y - 9 - HIGH };
  const choices = points.at(-1).value >= value ? [below, before, over, above] : [above, before, below, over];
  const boxes = choices.map(({ left, top }) => ({ left, top, right: left + long, bottom: top + HIGH })).filter((one) => fits(one, taken, frame));
  const crossed = boxes.map((one) => strokes.filter((stroke) => crosses(one, stroke)).length);
  const box = boxes[crossed.indexOf(Math.min(...crossed))];
  const isClear = frame.roomy || Math.min(...crossed) === 0;
  if (!box || !isClear) return null;
  taken.push(box);
  return draw("text", { class: `begin ${colourOf(at)}`, "data-line": at, x: box.left, y: box.bottom - 4 }, words);
}

function around(x, y) {
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
}

/** Whether a line between two points runs through a box; after Liang and Barsky's clipping. */
function crosses({ left, right, top, bottom }, [[x1, y1], [x2, y2]]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [[-dx, x1 - left], [dx, right - x1], [-dy, y1 - top], [dy, bottom - y1]]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

function fits(box, taken, frame) {
  const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top - HIGH && box.bottom <= frame.bottom;
  return inside && !taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
}
