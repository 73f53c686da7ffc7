/** What every row has: a button that opens its source, how many places say it, and marks for what contradicts it.
 *
 * Rows are drawn in a context `{api, report, conflicts}`: the calls, the report's id, and its contradictions.
 */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

/** The citations a button opens, so that a row can tell whether the source shows one of them. */
const OPENED = new WeakMap();

/** A row's evidence as citations, in the report's order; facts know no revision, being of the text as it is now. */
function citationsOf(evidence, report) {
  return evidence.map((place, at) => ({ ...place, id: at + 1, report, revision: null, section: "", path: null }));
}

/** A button that opens the source at a row's first evidence, with all of it to step through; plain words without any. */
export function sourceButton(words, evidence, context, properties = {}) {
  if (!evidence || evidence.length === 0) return make("span", {}, words);
  const citations = citationsOf(evidence, context.report);
  const open = ({ currentTarget }) => tell(currentTarget, "actqa-open-source", { citations, id: 1 });
  const button = make("button", { type: "button", class: "row-source", onclick: open, ...properties }, words);
  OPENED.set(button, citations);
  return button;
}

/** Marks the buttons below `root` whose row the source shows. */
export function markCurrent(root, citation) {
  for (const button of root.querySelectorAll("button.row-source")) {
    if (citation !== null && OPENED.get(button)?.includes(citation)) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** The name of a row as a button, and its marks. */
export function nameNodes(name, evidence, context) {
  const button = sourceButton(name, evidence, context, { "aria-label": say("tables.open", { name }) });
  return [button, ...markNodes(evidence, context)];
}

/** How many places say a row, where more than one does. */
export function placesNode(evidence) {
  if (evidence.length < 2) return null;
  return make("span", { class: "places" }, say("tables.places", { count: evidence.length }));
}

/** A mark for each contradiction that rests on one of the row's places; it leads there. */
function markNodes(evidence, context) {
  const found = context.conflicts.map((conflict, at) => ({ conflict, at })).filter(({ conflict }) => meet(conflict.evidence, evidence));
  return found.map(({ conflict, at }) =>
    make("button", {
      type: "button",
      class: "differs",
      textContent: `≠ ${at + 1}`,
      title: conflict.summary,
      "aria-label": say("tables.differs", { number: at + 1, summary: conflict.summary }),
      onclick: ({ currentTarget }) => tell(currentTarget, "actqa-show-conflict", { at }),
    }),
  );
}

function meet(some, others) {
  return some.some((one) => others.some((other) => one.start < other.end && other.start < one.end));
}
