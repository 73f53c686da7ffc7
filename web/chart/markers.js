/** What tells one line from another: a shape and a colour, so that neither is needed alone. */

import { draw } from "./svg.js";

const R = 5;
const SHAPES = [
  () => draw("circle", { r: R - 0.5 }),
  () => draw("rect", { x: 1 - R, y: 1 - R, width: 2 * R - 2, height: 2 * R - 2 }),
  () => polygon([0, -R - 0.5], [R + 0.5, 0], [0, R + 0.5], [-R - 0.5, 0]),
  () => polygon([0, -R], [R, R - 1], [-R, R - 1]),
  () => polygon([0, R], [R, 1 - R], [-R, 1 - R]),
  () => polygon([-R, -2], [-2, -2], [-2, -R], [2, -R], [2, -2], [R, -2], [R, 2], [2, 2], [2, R], [-2, R], [-2, 2], [-R, 2]),
];
export const COLOURS = 6;

/** The class that gives a line's number its colour. */
export function colourOf(at) {
  return `line-${(at % COLOURS) + 1}`;
}

/** A line's shape around (0, 0); after six lines colours meet other shapes. */
export function shapeOf(at) {
  return SHAPES[(at + Math.floor(at / COLOURS)) % SHAPES.length]();
}

/** The shape as a small picture, to stand in the table's row. */
export function markerNode(at) {
  return draw("svg", { class: `marker ${colourOf(at)}`, viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, shapeOf(at));
}

function polygon(...points) {
  return draw("polygon", { points: points.map((point) => point.join(",")).join(" ") });
}
