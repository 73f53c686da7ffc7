/** Leaves the rows that have all the words that are looked for, in every table, card and list of the facts. */

import { make } from "../dom.js";
import { say } from "../strings.js";

const ROWS = "table.grid tbody tr:not(.more), .card li, .contradiction, .notes .note";

/** The field, which filters what stands in `sections` (`{node, count}`, `count` where the number of rows is written). */
export function filterNode(sections, total) {
  const said = make("span", { class: "found", role: "status" });
  const field = make("input", { type: "search", autocomplete: "off", spellcheck: false, id: "facts-filter" });
  field.addEventListener("input", () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const left = sections.reduce((sum, section) => sum + filterSection(section, words), 0);
    said.textContent = words.length === 0 ? "" : say("tables.found", { left, total });
  });
  return make("div", { class: "filter" }, make("label", { htmlFor: "facts-filter", textContent: say("tables.filter") }), field, said);
}

/** How many rows are left. */
function filterSection({ node, count, rows }, words) {
  const all = [...node.querySelectorAll(ROWS)];
  const fits = new Set(all.filter((row) => words.every((word) => fold(row.textContent).includes(word))));
  for (const row of all) {
    // What a segment is split into stays with it, and it with what is looked for in it.
    row.hidden = !fits.has(row) && !all.some((above) => above !== row && fits.has(above) && above.contains(row) && ownFits(above, words));
    if (row.nextElementSibling?.matches("tr.more")) row.nextElementSibling.hidden = row.hidden;
  }
  const left = words.length === 0 ? rows : all.filter((row) => !row.hidden).length;
  node.classList.toggle("unmatched", words.length > 0 && left === 0);
  if (count) count.textContent = String(left);
  return left;
}

function ownFits(row, words) {
  const own = fold(row.firstElementChild?.textContent ?? "");
  return words.every((word) => own.includes(word));
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
