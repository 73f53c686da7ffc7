/** Rows of a report as a table. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { shown } from "../text/markup.js";
import { inlineNodes } from "./inline.js";

const RULE = /^:?-{2,}:?$|^:?-:?$/;
const NUMBER = /^[^\p{L}\d]*(?:[A-Z]{3}\s?)?[\p{Sc}]?\s?[-+−(]?\d[\d.,\s]*\)?\s?(?:%|[xX]|\p{Sc})?$/u;
/** Wider tables scroll sideways rather than squeeze their words. */
const COLUMN_REM = 5.5;

/** A table of `rows`; `continues` tells that it goes on from, or to, another page and needs even columns. */
export function tableNode(report, rows, cited, continues = false) {
  const bodies = rows.filter((row) => !isRule(report.text, row));
  const numeric = numericColumns(report.text, bodies);
  const width = Math.max(...bodies.map((row) => row.cells.length), 1);
  const head = bodies.filter((row) => row.head && row.cells.length > 0);
  const body = bodies.filter((row) => !head.includes(row));
  const draw = (tag) => (row) => rowNode(report, row, tag, numeric, cited);
  const table = make("table", { class: continues ? "even" : "" });
  if (head.length > 0) table.append(make("thead", {}, head.map(draw("th"))));
  table.append(make("tbody", {}, body.map(draw("td"))));
  if (width < 4) return table;
  table.style.minWidth = `${width * COLUMN_REM}rem`;
  return make("div", { class: "wide", tabIndex: 0, role: "group", "aria-label": say("source.table") }, table);
}

function rowNode(report, row, tag, numeric, cited) {
  const cells = row.cells.length > 0 ? row.cells : [row.content];
  const nodes = cells.map((cell, column) => {
    const names = [numeric.has(column) ? "number" : "", isCited(cell, cited) ? "cited" : ""].filter(Boolean).join(" ");
    return make(tag, { class: names, scope: tag === "th" ? "col" : null }, inlineNodes(report.text, cell, cited));
  });
  return make("tr", {}, nodes);
}

/** The line under a Markdown table's head. */
function isRule(text, row) {
  return row.cells.length > 0 && row.cells.every(([start, end]) => RULE.test(text.slice(start, end)));
}

/** A cell cited whole is coloured whole. */
function isCited([start, end], cited) {
  return cited !== null && start < end && cited.start <= start && end <= cited.end;
}

/** Columns whose every filled cell below the head is a number. */
function numericColumns(text, rows) {
  const columns = new Map();
  for (const row of rows.filter(({ head }) => !head)) {
    row.cells.forEach(([start, end], column) => {
      if (start < end) columns.set(column, (columns.get(column) ?? true) && NUMBER.test(shown(text, start, end)));
    });
  }
  return new Set([...columns].filter(([, numeric]) => numeric).map(([column]) => column));
}
