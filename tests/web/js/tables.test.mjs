/** Tables that are sorted, and rows that are charted under an answer. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forecastRows } from "../../../web/answer/forecasts.js";
import { isRevised, revisit } from "../../../web/answer/revised.js";
import { sorted } from "../../../web/tables/arrange.js";

test("numbers are sorted by size, words by the alphabet, empty ones last either way", () => {
  const numbers = ["1,200", "", "35.5", "-3"];
  assert.deepEqual(sorted(numbers, true, "ascending"), [3, 2, 0, 1]);
  assert.deepEqual(sorted(numbers, true, "descending"), [0, 2, 3, 1]);
  assert.deepEqual(sorted(["beta", "Alpha", "", "alpha"], false, "ascending"), [1, 3, 0, 2]);
  assert.deepEqual(sorted(["b", "a"], false, "none"), [0, 1]);
});

const row = (market, end, evidence = [{ start: 0, end: 10 }]) => ({ market, unit: "USD million", start_year: 2024, start_value: 5, end_year: 2031, end_value: end, points: null, evidence });
const figure = (value, year, changes = {}) => ({ origin: "stated", value, unit: "USD million", year, citations: [1], ...changes });
const asked = (figures, changes = {}) => ({ answered: true, figures, citations: [{ id: 1, report: "tea", revision: "r1", start: 2, end: 8 }], ...changes });
const facts = (...forecasts) => async () => ({ report: { revision: "r1" }, forecasts });

test("an answer brings the rows that state its figures where it cites them", async () => {
  const [own, elsewhere, other] = [row("Tea", 9), row("Tea", 9, [{ start: 50, end: 60 }]), row("Tea", 7)];
  assert.deepEqual(await forecastRows(asked([figure(9, 2031)]), facts(other, elsewhere, own)), [own]);
  assert.deepEqual(await forecastRows(asked([figure(9, 2031), figure(7, 2031)]), facts(other, own)), [own, other]);
});

test("no chart comes of rates, sums, other units, refusals or another text", async () => {
  const given = facts(row("Tea", 9));
  for (const one of [figure(9, 2031, { unit: "percent" }), figure(9, 2031, { origin: "computed" }), figure(9, 2031, { unit: "USD billion" }), figure(9, null), figure(8, 2031)]) {
    assert.equal(await forecastRows(asked([one]), given), null);
  }
  assert.equal(await forecastRows(asked([figure(9, 2031)], { answered: false }), given), null);
  assert.equal(await forecastRows(asked([figure(9, 2031)]), async () => ({ report: { revision: "r2" }, forecasts: [row("Tea", 9)] })), null);
});

test("quotes are looked for in the text as it is now", async () => {
  const report = { revision: "r2", text: "Now tea grows.", units: (at) => at };
  const library = { open: async () => report };
  const answer = { citations: [{ id: 1, report: "tea", revision: "r1", start: 0, end: 3, quote: "tea" }, { id: 2, report: "tea", revision: "r1", start: 0, end: 3, quote: "rope" }, { id: 3, report: "gone", revision: "r1", start: 0, end: 1, quote: "x" }] };
  const revisions = new Map([["tea", "r2"]]);
  assert.equal(isRevised(answer, revisions), true);
  assert.equal(isRevised({ citations: [{ report: "tea", revision: "r2" }] }, revisions), false);
  assert.deepEqual(await revisit(answer, revisions, library), { count: 3, lost: [2, 3] });
});
