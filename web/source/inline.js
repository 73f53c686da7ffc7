/** A stretch of report text as nodes, the cited part of it marked. */

import { make } from "../dom.js";
import { runs } from "../text/markup.js";

/** Nodes for `text[start:end]`; what lies within `cited` ({start, end} or null) stands in <mark>. */
export function inlineNodes(text, [start, end], cited) {
  const nodes = [];
  for (const run of runs(text, start, end)) {
    for (const piece of cut(run, cited)) append(nodes, piece);
  }
  return nodes.map(({ node }) => node);
}

/** A run in up to three pieces: before, within and after the cited span. An entity is never cut. */
function cut(run, cited) {
  if (!cited || run.end <= cited.start || cited.end <= run.start) return [{ ...run, marked: false }];
  if (run.shown.length !== run.end - run.start) return [{ ...run, marked: true }];
  const from = Math.max(run.start, cited.start) - run.start;
  const to = Math.min(run.end, cited.end) - run.start;
  const pieces = [[0, from, false], [from, to, true], [to, run.shown.length, false]];
  return pieces.filter(([a, b]) => a < b).map(([a, b, marked]) => ({ shown: run.shown.slice(a, b), style: run.style, marked }));
}

/** Neighbours of one kind become one node, so that a mark is not broken at every entity. */
function append(nodes, { shown, style, marked }) {
  const last = nodes.at(-1);
  if (last && last.style === style && last.marked === marked) last.text.data += shown;
  else nodes.push({ style, marked, ...wrapped(shown, style, marked) });
}

function wrapped(shown, style, marked) {
  const text = document.createTextNode(shown);
  const styled = style ? make(style, {}, text) : text;
  return { text, node: marked ? make("mark", {}, styled) : styled };
}
