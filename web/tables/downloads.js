/** Links that save a report's tables. */

import { make } from "../dom.js";
import { say } from "../strings.js";

/** A link to one file of the facts: `format` csv or xlsx, `what` a kind or "all". */
export function downloadNode(format, what, words, { api, report }) {
  const path = api.factsFile(report, format, what);
  const name = `${report}-${what === "all" ? "facts" : what}.${format}`;
  const link = make("a", { class: "download", href: path, download: name, textContent: say(`tables.${format}`), "aria-label": words });
  return link;
}
