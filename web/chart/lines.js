/** Lines over years: stated points solid, what lies between dashed, each line named at its end. */

import { say } from "../strings.js";
import { written } from "../tables/numbers.js";
import { labels, secondLines } from "./labels.js";
import { colourOf, shapeOf } from "./markers.js";
import { widthOf } from "./measure.js";
import { linear, ticks, years } from "./scale.js";
import { draw } from "./svg.js";

/** Sizes of what is written, in pixels; chart.css has the same. */
const SMALL = 13;
const FIGURE = 15;
/** What stands before a label's words at a line's end. */
const SHAPE = 26;
const PLOT = 260;
const LOW = 140;
const TOP = 36;
const BOTTOM = 32;

/** The chart as an SVG `width` pixels wide; see series.js for what a chart is. */
export function drawLines(chart, width) {
  const frame = frameOf(chart, width);
  const label = chart.label ?? say("chart.name", { unit: chart.unit, count: chart.lines.length, from: frame.first, to: frame.last });
  return draw(
    "svg",
    { class: "lines", width, height: frame.height, viewBox: `0 0 ${width} ${frame.height}`, role: "img", "aria-label": label },
    draw("text", { class: "unit", x: 0, y: 14 }, chart.unit),
    valueAxis(frame),
    yearAxis(frame),
    chart.lines.map((line) => lineNode(line, frame)),
    labels(chart.lines, frame).flat(),
  );
}

/** Where everything lies: the plot's edges, and `x` and `y` that turn years and values into pixels. */
function frameOf({ lines }, width) {
  const points = lines.flatMap((line) => line.points);
  const [first, last] = [Math.min(...points.map(({ year }) => year)), Math.max(...points.map(({ year }) => year))];
  const values = ticks(Math.max(...points.map(({ value }) => value)), lines.length > 1 ? 4 : 2);
  const roomy = width >= 560;
  const gap = roomy ? 40 : 22;
  const plot = Math.max(lines.length > 1 ? PLOT : LOW, lines.length * gap);
  const left = Math.max(...values.map((value) => widthOf(written(value), SMALL))) + 12;
  const second = secondLines(lines);
  const figure = roomy ? FIGURE : SMALL;
  const figures = Math.max(...lines.map((line) => widthOf(line.points.at(-1).words, figure, true))) + SHAPE;
  const said = Math.max(...[...second.values()].map((words) => widthOf(words, SMALL))) + SHAPE;
  const right = width - (roomy ? Math.max(figures, Math.min(width * 0.32, said)) : figures);
  const x = linear([first, last], [left + 12, right - 12]);
  const y = linear([0, values.at(-1)], [TOP + plot, TOP]);
  return { width, height: TOP + plot + BOTTOM, left, right, top: TOP, bottom: TOP + plot, first, last, values, roomy, gap, second, small: SMALL, x, y };
}

function valueAxis({ values, left, right, y }) {
  return values.map((value) =>
    draw(
      "g",
      { class: value === 0 ? "tick zero" : "tick" },
      draw("line", { x1: left, x2: right, y1: y(value), y2: y(value) }),
      draw("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, written(value)),
    ),
  );
}

function yearAxis({ first, last, left, right, bottom, x }) {
  return years(first, last, Math.floor((right - left) / 48)).map((year) =>
    draw("text", { class: "year", x: x(year), y: bottom + 20, "text-anchor": "middle" }, String(year)),
  );
}

/** Shapes where values are stated, dashes between them. */
function lineNode({ at, row, points }, { x, y }) {
  const path = points.map(({ year, value }, step) => `${step === 0 ? "M" : "L"}${x(year).toFixed(1)} ${y(value).toFixed(1)}`).join(" ");
  const marks = points.map(({ year, value, words }) =>
    draw("g", { class: "point", transform: `translate(${x(year).toFixed(1)} ${y(value).toFixed(1)})` }, shapeOf(at), draw("title", {}, `${row.market}: ${words}, ${year}`)),
  );
  return draw("g", { class: `line ${colourOf(at)}`, "data-line": at }, points.length > 1 ? draw("path", { d: path }) : null, marks);
}
