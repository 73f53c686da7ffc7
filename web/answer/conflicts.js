/** Estimates that disagree, side by side: figure, what and when, where it stands. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { quoteLine } from "./quote.js";
import { chip } from "./statement.js";

const EXCERPT = 96;

/** A table for one of the answer's conflicts. */
export function conflictNode(conflict, answer) {
  const rows = [...figureRows(conflict, answer), ...bareCitationRows(conflict, answer)];
  const columns = rows.some(({ figure }) => figure) ? ["figure", "what", "where"] : ["what", "where"];
  return make(
    "table",
    { class: "conflict" },
    make("caption", {}, make("span", { class: "differs" }, say("answer.conflict.differ")), ` ${conflict.summary}`),
    make("thead", {}, make("tr", {}, columns.map(headCell))),
    make("tbody", {}, rows.map((row) => rowNode(row, columns, answer))),
  );
}

function headCell(column) {
  return make("th", { scope: "col" }, say(`answer.conflict.${column}`));
}

function figureRows(conflict, answer) {
  const lead = answer.statements[0]?.text ?? "";
  return conflict.figures
    .map((position) => answer.figures[position])
    .filter(Boolean)
    .map((figure) => ({ figure, ids: figure.citations, main: lead.includes(figure.text) }));
}

/** Citations of the conflict that none of its figures brings. */
function bareCitationRows(conflict, answer) {
  const covered = new Set(conflict.figures.flatMap((position) => answer.figures[position]?.citations ?? []));
  return conflict.citations.filter((id) => !covered.has(id)).map((id) => ({ figure: null, ids: [id], main: false }));
}

function rowNode({ figure, ids, main }, columns, answer) {
  const citation = answer.citations.find(({ id }) => id === ids[0]);
  const used = main ? make("span", { class: "used" }, say("answer.conflict.main")) : null;
  const cells = {
    figure: () => make("th", { scope: "row" }, figure?.text ?? "–", used),
    what: () => make("td", {}, what(figure, citation)),
    where: () => make("td", {}, make("span", { class: "where" }, citation?.section ?? ""), " ", ids.map((id) => chip(id, answer))),
  };
  return make("tr", { class: main ? "main" : "" }, columns.map((column) => cells[column]()));
}

function what(figure, citation) {
  const year = figure?.year ? make("span", { class: "when" }, String(figure.year)) : null;
  const quote = citation ? make("span", { class: "excerpt" }, excerpt(quoteLine(citation), figure?.text ?? "")) : null;
  return [year, quote];
}

/** The text's stretch around the figure, cut at words. */
function excerpt(text, figure) {
  if (text.length <= EXCERPT) return text;
  const at = Math.max(0, text.indexOf(figure));
  const from = Math.max(0, Math.min(at - EXCERPT / 2, text.length - EXCERPT));
  const to = from + EXCERPT;
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const end = to >= text.length ? text.length : text.lastIndexOf(" ", to);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
