/** A table of rows: numbers one under the other, a head that stays, each row a way to its source. */

import { make } from "../dom.js";
import { Arrangement } from "./arrange.js";
import { pads } from "./numbers.js";
import { nameNodes, placesNode } from "./rows.js";

/** A table of `rows`, facts with evidence, and what arranges it, captioned for those who cannot see what stands above it.
 *
 * The roles are said since a narrow page folds rows, and what is no longer laid out as a table counts as none.
 * A column is `{head, text(row)}`, and one of `name` (it names the row), `number` (set on the decimal point), `year`
 * (set on the right), `wide` (a line of its own where rows are folded), `node(row, at)` (drawn otherwise), or nothing. Columns that are empty in all rows are left out.
 */
export function gridNode({ caption, columns, rows, kind, more = () => null }, context) {
  const filled = columns.map((column) => readColumn(column, rows)).filter(({ name, texts }) => name || texts.some((text) => text !== ""));
  const nodes = rows.map((row, at) => [rowNode(row, at, filled, context), moreNode(more(row), filled.length)].filter(Boolean));
  const body = make("tbody", { role: "rowgroup" }, nodes.flat());
  const arrangement = new Arrangement(kind, filled, nodes, body);
  const heads = filled.map((column, at) => arrangement.head(column, at));
  const table = make(
    "table",
    { class: `grid ${kind}`, role: "table" },
    make("caption", { class: "unseen" }, caption),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, heads)),
    body,
  );
  arrangement.apply();
  return make("div", { class: "arranged" }, arrangement.tools(), table);
}

function readColumn(column, rows) {
  const texts = rows.map((row) => column.text(row) ?? "");
  return { ...column, texts, pads: column.number ? pads(texts) : null };
}

function rowNode(row, at, columns, context) {
  const node = make("tr", { role: "row" }, columns.map((column) => cellNode(row, at, column, context)));
  node.addEventListener("click", (event) => openRow(event, node));
  return node;
}

function cellNode(row, at, { name, number, year, wide, node, texts, pads: padding, head }, context) {
  const text = texts[at];
  if (name) return make("th", { scope: "row", role: "rowheader", "data-head": head }, nameNode(row, at, text, node, context));
  const names = [number || year ? "number" : "", wide ? "wide" : ""].filter(Boolean).join(" ");
  const pad = text === "" ? null : padding?.[at];
  return make("td", { role: "cell", class: names, "data-pad": pad || null, "data-head": text === "" ? null : head }, node ? node(row, at) : text);
}

/** The name with what is drawn before it, which stays on its first line. */
function nameNode(row, at, text, node, context) {
  const [button, ...marks] = nameNodes(text, row.evidence, context);
  const name = make("div", { class: "name" }, button, placesNode(row.evidence), marks);
  const before = node?.(row, at) ?? null;
  return before === null ? name : make("div", { class: "marked" }, before, name);
}

function moreNode(words, width) {
  return words === null ? null : make("tr", { role: "row", class: "more" }, make("td", { role: "cell", colSpan: width }, words));
}

/** A click anywhere on the row is a click on its button, unless something else was meant. */
function openRow({ target }, row) {
  if (target.closest("button, a") || String(getSelection()) !== "") return;
  row.querySelector("button.row-source")?.click();
}
