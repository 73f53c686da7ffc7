/** Links that save a report's tables; with a key in memory the page fetches the file itself, since a link could not bring it. */

import { make, tell } from "../dom.js";
import { asksForKey, explain } from "../net/faults.js";
import { say } from "../strings.js";

/** A link to one file of the facts: `format` csv or xlsx, `what` a kind or "all". */
export function downloadNode(format, what, words, { api, report }) {
  const path = api.factsFile(report, format, what);
  const name = `${report}-${what === "all" ? "facts" : what}.${format}`;
  const link = make("a", { class: "download", href: path, download: name, textContent: say(`tables.${format}`), "aria-label": words });
  link.addEventListener("click", (event) => {
    if (!api.keyed) return;
    event.preventDefault();
    fetchFile(link, path, name, api);
  });
  return link;
}

async function fetchFile(link, path, name, api) {
  link.parentNode.querySelector(".unsaved")?.remove();
  try {
    save(await api.file(path), name);
  } catch (error) {
    if (asksForKey(error)) tell(link, "actqa-unauthorized");
    const { what, advice } = explain(error);
    link.after(make("p", { class: "unsaved", role: "alert", textContent: `${what} ${advice}` }));
  }
}

function save(blob, name) {
  const href = URL.createObjectURL(blob);
  make("a", { href, download: name }).click();
  // The browser has taken hold of the blob by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
