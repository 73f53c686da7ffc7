/** What a report says that cannot all hold: each a plain sentence with the quotes it rests on. */

import { quoteLine } from "../answer/quote.js";
import { make } from "../dom.js";
import { say } from "../strings.js";
import { shown } from "../text/markup.js";
import { sourceButton } from "./rows.js";

export function conflictNodes(conflicts, context) {
  return [make("ol", { class: "contradictions" }, conflicts.map((conflict, at) => conflictNode(conflict, at, context)))];
}

/** The quotes' buttons step through all places of the contradiction, each beginning at its own. */
function conflictNode({ kind, summary, evidence }, at, context) {
  const quotes = evidence.map((place, first) => make("li", {}, quoteNode([...evidence.slice(first), ...evidence.slice(0, first)], context)));
  return make(
    "li",
    { class: "contradiction", tabIndex: -1, "data-conflict": String(at) },
    make("p", { class: "summary" }, make("span", { class: "differs" }, `≠ ${at + 1}`), make("span", { class: "kind" }, kind), ` ${summary}`),
    make("ul", {}, quotes),
  );
}

function quoteNode(evidence, context) {
  const words = quoteLine({ quote: shown(evidence[0].quote, 0, evidence[0].quote.length) });
  return sourceButton(words, evidence, context, { "aria-label": say("tables.open", { name: words }) });
}
