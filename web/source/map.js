/** A thin strip that shows where an answer's citations lie in the report. */

import { make, tell } from "../dom.js";

/** Ticks for `places` ({share, id, current}); pointer only, since chips and keys lead to the same places. */
export function mapNodes(places) {
  return places.map(({ share, id, current }) => {
    const tick = make("div", { class: current ? "tick current" : "tick", title: String(id) });
    tick.style.top = `${(share * 100).toFixed(2)}%`;
    tick.onclick = () => tell(tick, "actqa-step-to", { id });
    return tick;
  });
}
