/** An answer as words to take along: as text, with its citations, as a table, as Markdown. */

import { say } from "../strings.js";
import { listing } from "../text/listing.js";
import { quoteLine } from "./quote.js";

/** The answer with every place it cites, one a line. `titleOf(id)` names a report. */
export function withCitations(answer, titleOf) {
  return [answer.answer, "", ...answer.citations.map((one) => `[${one.id}] ${placeOf(one, titleOf)}: “${quoteLine(one)}”`)].join("\n").trimEnd();
}

/** Where a citation stands: report, sections from the top, page where there are pages. */
export function placeOf(citation, titleOf) {
  const path = citation.path?.length > 0 ? citation.path : [citation.section];
  const title = titleOf(citation.report) || citation.report;
  const page = citation.page ? say("answer.page", { page: citation.page }) : "";
  const parts = [title, ...path, page].filter(Boolean);
  return parts.filter((part, at) => part !== parts[at - 1]).join(" › ");
}

/** Lists of the answer as rows, the first of them the head; null where it lists nothing. */
export function listRows(answer) {
  const found = answer.statements.flatMap((statement) => rowsOf(statement, answer));
  return found.length > 0 ? [[say("answer.table.item"), say("answer.table.of"), say("answer.table.where")], ...found] : null;
}

function rowsOf(statement, answer) {
  const list = listing(statement.text);
  if (!list) return [];
  const place = answer.citations.find(({ id }) => id === statement.citations[0]);
  return list.items.map((item) => [bare(item), bare(list.intro).replace(/:$/, ""), place?.section ?? ""]);
}

/** Rows of figures that disagree, with a head. */
export function conflictRows(answer) {
  const head = [say("answer.conflict.figure"), say("tables.year"), say("answer.conflict.where")];
  const rows = answer.conflicts.flatMap(({ figures }) => figures.map((at) => answer.figures[at]).filter(Boolean));
  const where = (figure) => answer.citations.find(({ id }) => id === figure.citations[0])?.section ?? "";
  return rows.length > 0 ? [head, ...rows.map((figure) => [figure.text, String(figure.year ?? ""), where(figure)])] : null;
}

/** As a spreadsheet takes it from the clipboard. A cell that would be taken for a formula is not one. */
export function tabbed(rows) {
  const cell = (text) => text.replace(/\s+/g, " ").trim().replace(/^(?=[=+@]|-\D)/, "'");
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/** One question and its answer as Markdown; what the report says stays text. */
export function turnMarkdown({ question, title, answer, state }, titleOf) {
  const head = `## ${inline(question)}`;
  const asked = title ? `*${inline(title)}*` : `*${say("app.all")}*`;
  if (!answer) return [head, asked, `*${say(state === "failed" ? "keep.failed" : "keep.unanswered")}*`].join("\n\n");
  return [head, asked, ...wordsOf(answer), ...disagreements(answer), ...sources(answer, titleOf), ...heldBack(answer)].join("\n\n");
}

function wordsOf(answer) {
  const statements = answer.statements.length > 0 ? answer.statements : [{ text: answer.answer, citations: [] }];
  return statements.map(({ text, citations }) => {
    const list = listing(text);
    const marks = citations.filter((id) => !text.includes(`[${id}]`)).map((id) => `[${id}]`).join("");
    if (!list) return `${inline(text)} ${marks}`.trim();
    return [`${inline(list.intro)} ${marks}`.trim(), list.items.map((item) => `- ${inline(item)}`).join("\n")].join("\n\n");
  });
}

function disagreements(answer) {
  const rows = conflictRows(answer);
  if (!rows) return [];
  const [head, ...body] = rows.map((row) => `| ${row.map(inline).join(" | ")} |`);
  const summaries = answer.conflicts.map(({ summary }) => inline(summary)).join(" ");
  return [`${say("answer.conflict.differ")}: ${summaries}`, [head, "| --- | --- | --- |", ...body].join("\n")];
}

function sources(answer, titleOf) {
  const lines = answer.citations.map((one) => `- [${one.id}] ${inline(placeOf(one, titleOf))}: “${inline(quoteLine(one))}”`);
  return lines.length > 0 ? [lines.join("\n")] : [];
}

/** What failed the checks, and what came right at the second try, with why. */
function heldBack({ withheld = [], mended = [] }) {
  const left = withheld.map(({ text, reason }) => `- ${say("answer.withheld.said")}: “${inline(text)}” – ${inline(reason)}`);
  const right = mended.map(({ text, reason, became }) =>
    `- ${say("answer.mended.said")}: “${inline(text)}” – ${inline(reason)}. ${say("answer.mended.became")} “${inline(became)}”`);
  const lines = [...left, ...right];
  return lines.length > 0 ? [lines.join("\n")] : [];
}

/** Text on one line, in which nothing is Markdown but the numbers of citations. */
export function inline(text) {
  const line = bare(text).replace(/[\\`*_<>|#~!]/g, "\\$&");
  return line.replace(/\[(?!\d{1,4}\])/g, "\\[").replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+])/, "\\$1");
}

function bare(text) {
  return text.replace(/\s+/g, " ").trim();
}
