/** Answers as words to take along. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { conflictRows, inline, listRows, placeOf, tabbed, turnMarkdown, withCitations } from "../../../web/answer/written.js";
import { conversationMarkdown, fileName } from "../../../web/keep/export.js";

const titleOf = (id) => ({ tea: "Tea Market" })[id] ?? "";
const citation = { id: 1, report: "tea", section: "Players", path: ["Tea Market", "Players"], page: 3, quote: "| Acme |\n", shown: "" };
const answer = {
  answer: "Key players: Acme; Beta; Gamma; Delta. [1]",
  answered: true,
  statements: [{ text: "Key players: Acme; Beta; Gamma; Delta.", citations: [1] }],
  figures: [{ text: "5%", year: 2024, citations: [1] }, { text: "6%", year: null, citations: [1] }],
  citations: [citation],
  conflicts: [{ summary: "Two rates.", figures: [0, 1], citations: [] }],
};

test("an answer is copied with the place and the words of each citation", () => {
  assert.equal(withCitations(answer, titleOf), "Key players: Acme; Beta; Gamma; Delta. [1]\n\n[1] Tea Market › Players › page 3: “Acme”");
  assert.equal(withCitations({ answer: "No.", citations: [] }, titleOf), "No.");
});

test("a place names the report once, or by its id where it is unknown", () => {
  assert.equal(placeOf({ ...citation, report: "gone", path: [], page: null }, titleOf), "gone › Players");
});

test("a list is a table of names, of what, and where", () => {
  assert.deepEqual(listRows(answer), [
    ["Name", "Of", "Where it stands"],
    ["Acme", "Key players", "Players"],
    ["Beta", "Key players", "Players"],
    ["Gamma", "Key players", "Players"],
    ["Delta", "Key players", "Players"],
  ]);
  assert.equal(listRows({ ...answer, statements: [{ text: "It grows.", citations: [] }] }), null);
});

test("figures that disagree are a table of figure, year and place", () => {
  assert.deepEqual(conflictRows(answer), [["Figure", "Year", "Where it stands"], ["5%", "2024", "Players"], ["6%", "", "Players"]]);
  assert.equal(conflictRows({ ...answer, conflicts: [] }), null);
});

test("nothing copied into a spreadsheet is taken for a formula, and no cell breaks its row", () => {
  assert.equal(tabbed([["=1+1", "a\tb\nc"], ["-5", "+49"], ["-x", "@y"]]), "'=1+1\ta b c\n-5\t'+49\n'-x\t'@y");
});

test("Markdown in a report stays text", () => {
  assert.equal(inline("# [press](javascript:x) *a* <b> | `c` [1]"), "\\# \\[press](javascript:x) \\*a\\* \\<b\\> \\| \\`c\\` [1]");
  assert.equal(inline("1. First\nline"), "1\\. First line");
  assert.equal(inline("- item"), "\\- item");
});

test("a conversation is exported whole, also what was not answered", () => {
  const turns = [
    { question: "Who?", title: "Tea Market", answer, state: "answered" },
    { question: "And?", title: "", answer: null, state: "stopped" },
  ];
  const text = conversationMarkdown({ head: { title: "Who?", changed: 0 }, turns }, titleOf);
  assert.equal(
    text,
    `# Who?

Exported from actqa, 1970-01-01.

## Who?

*Tea Market*

Key players: [1]

- Acme
- Beta
- Gamma
- Delta

Differs: Two rates.

| Figure | Year | Where it stands |
| --- | --- | --- |
| 5% | 2024 | Players |
| 6% |  | Players |

- [1] Tea Market › Players › page 3: “Acme”

## And?

*All reports*

*This question was stopped before it was answered.*
`,
  );
  assert.equal(turnMarkdown({ question: "x", title: "", answer: null, state: "failed" }, titleOf).endsWith("*This question could not be answered.*"), true);
});

test("what was held back, and what came right at the second try, is exported with why", () => {
  const withheld = [{ text: "It is 9%.", reason: "9% does not stand in what it cites" }];
  const mended = [{ text: "It is 6%.", reason: "6% is of *2030*", became: "It is 5%." }];
  const turn = { question: "x", title: "", answer: { ...answer, conflicts: [], withheld, mended }, state: "answered" };
  assert.equal(turnMarkdown(turn, titleOf).split("\n\n").at(-1), [
    "- Withheld: “It is 9%.” – 9% does not stand in what it cites",
    "- Corrected: “It is 6%.” – 6% is of \\*2030\\*. It became: “It is 5%.”",
  ].join("\n"));
});

test("a file is named after the conversation by letters that every file system takes", () => {
  assert.equal(fileName("What/is: Größe?"), "what-is-größe.md".normalize("NFKD").replace(/\p{M}/gu, "-").replace(/-+/g, "-"));
  assert.equal(fileName("???"), "conversation.md");
  assert.equal(fileName("a".repeat(80)), `${"a".repeat(60)}.md`);
});
