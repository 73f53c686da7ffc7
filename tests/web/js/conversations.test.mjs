/** Kept conversations, without a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Conversations, difference, headOf, newHead, newId, titleOf } from "../../../web/keep/conversations.js";
import { isFull, MemoryShelf } from "../../../web/keep/database.js";

const turn = (id, question = "How large?") => ({ id, question });

test("a title is the first question on one line, cut at a word", () => {
  assert.equal(titleOf("  How\n large? "), "How large?");
  assert.equal(titleOf("How large will the market for garden tools with handles of ash wood be?"), "How large will the market for garden tools with handles of…");
  assert.equal(titleOf("W".repeat(100)), `${"W".repeat(60)}…`);
});

test("a head is named after the first question until someone names it", () => {
  const head = newHead("tea", 1);
  assert.deepEqual(headOf(head, [turn("a")], null, 2), { ...head, title: "How large?", report: null, changed: 2 });
  assert.equal(headOf({ ...head, title: "Mine", named: true }, [turn("a")], null, 2).title, "Mine");
});

test("ids sort by time and differ", () => {
  assert.ok(newId(1) < newId(2));
  assert.ok(newId(35) < newId(36 ** 5));
  assert.notEqual(newId(1), newId(1));
});

test("only what has changed is written, and what is gone is dropped", () => {
  const [a, b, c] = [turn("a"), turn("b"), turn("c")];
  const other = turn("b", "How fast?");
  assert.deepEqual(difference([a, b], [a, other, c]), { changed: [other, c], gone: [] });
  assert.deepEqual(difference([a, b], [b]), { changed: [], gone: ["a"] });
  assert.deepEqual(difference([], []), { changed: [], gone: [] });
});

test("what is kept comes back in order, can be taken away and put back", async () => {
  const kept = new Conversations(Promise.resolve(new MemoryShelf()));
  const head = { ...newHead(null, 1), title: "One" };
  const later = { ...newHead(null, 5), title: "Two" };
  await kept.save(head, [turn("b"), turn("a")]);
  await kept.save(later, [turn("x")]);
  assert.deepEqual((await kept.list()).map(({ title }) => title), ["Two", "One"]);
  await kept.save({ ...head, changed: 9 }, [turn("c")], ["a"]);
  assert.deepEqual((await kept.list()).map(({ title }) => title), ["One", "Two"]);
  assert.deepEqual((await kept.load(head.id)).turns, [turn("b"), turn("c")]);
  const removed = await kept.remove(head.id);
  assert.equal(await kept.load(head.id), null);
  await kept.save(removed.head, removed.turns);
  assert.deepEqual((await kept.load(head.id)).turns, [turn("b"), turn("c")]);
  assert.equal(await kept.lasting(), false);
  kept.close();
});

test("a full disk is told from other faults", () => {
  assert.equal(isFull(new DOMException("", "QuotaExceededError")), true);
  assert.equal(isFull(new DOMException("", "AbortError")), false);
  assert.equal(isFull(null), false);
});
