/** A conversation as a Markdown file. */

import { inline, turnMarkdown } from "../answer/written.js";
import { make } from "../dom.js";
import { say } from "../strings.js";

/** The file's text; `titleOf(id)` names a report. */
export function conversationMarkdown({ head, turns }, titleOf) {
  const date = new Date(head.changed).toISOString().slice(0, 10);
  return `${[`# ${inline(head.title)}`, say("keep.exported", { date }), ...turns.map((turn) => turnMarkdown(turn, titleOf))].join("\n\n")}\n`;
}

/** A name that every file system takes. */
export function fileName(title) {
  const words = title.toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${words.slice(0, 60).replace(/-+$/, "") || "conversation"}.md`;
}

/** Hands a text to the browser's downloads. */
export function download(name, text, type = "text/markdown") {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href, download: name }).click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
