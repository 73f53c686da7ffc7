/** Shares as bars, one in each row of their table, all on one scale. */

import { make } from "../dom.js";
import { draw } from "./svg.js";

/** A bar of `percent` where the whole width is `most`; the number beside it says the same. */
export function barNode(percent, most) {
  return draw(
    "svg",
    { class: "share", viewBox: `0 0 ${most} 10`, preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { class: "track", width: most, height: 10 }),
    draw("rect", { class: "filled", width: Math.max(0, percent), height: 10 }),
  );
}

/** The scale's ends, for the head of the column. */
export function barScaleNode(most) {
  return make("span", { class: "bar-scale", "aria-hidden": "true" }, make("span", {}, "0"), make("span", {}, `${Math.round(most)} %`));
}
