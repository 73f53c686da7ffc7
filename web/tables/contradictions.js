/** What a report says that cannot all hold, and what only seems so: each a plain sentence with the quotes it rests on. */

import { quoteLine } from "../answer/quote.js";
import { make } from "../dom.js";
import { say } from "../strings.js";
import { shown } from "../text/markup.js";
import { sourceButton } from "./rows.js";

/** Kinds that are worth a note but can hold: a rate for other years than the values beside it. */
const NOTES = new Set(["different period"]);

/** Those that cannot hold; their order gives them the numbers that rows are marked with. */
export function contradictionsOf(conflicts) {
  return conflicts.filter(({ kind }) => !NOTES.has(kind));
}

export function conflictNodes(conflicts, context) {
  const notes = conflicts.filter(({ kind }) => NOTES.has(kind));
  const none = context.conflicts.length === 0 ? make("p", { class: "none" }, say("tables.conflicts.none")) : null;
  return [none, listOf("contradiction", context.conflicts, context), listOf("note", notes, context)];
}

function listOf(name, conflicts, context) {
  if (conflicts.length === 0) return null;
  return make("ol", { class: `${name}s` }, conflicts.map((conflict, at) => conflictNode(conflict, at, name, context)));
}

/** The quotes' buttons step through all places of the contradiction, each beginning at its own. */
function conflictNode({ kind, summary, evidence }, at, name, context) {
  const isNote = name === "note";
  const quotes = evidence.map((place, first) => make("li", {}, quoteNode([...evidence.slice(first), ...evidence.slice(0, first)], context)));
  return make(
    "li",
    { class: name, tabIndex: -1, "data-conflict": isNote ? null : String(at) },
    make("p", { class: "summary" }, isNote ? null : make("span", { class: "differs" }, `≠ ${at + 1}`), make("span", { class: "kind" }, kind), ` ${summary}`),
    make("ul", {}, quotes),
  );
}

function quoteNode(evidence, context) {
  const words = quoteLine({ quote: shown(evidence[0].quote, 0, evidence[0].quote.length) });
  return sourceButton(words, evidence, context, { "aria-label": say("tables.open", { name: words }) });
}
