/** What the address says after its `#`: which view, which report, and a place in it. */

const WORDS = ["view", "report", "start", "end"];

/** `{view, report, place}` of a hash, `place` `{start, end}` or null; null for a hash that is no such address. */
export function readRoute(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  if (hash.length > 1 && !WORDS.some((word) => said.has(word))) return null;
  return { view: said.get("view") === "tables" ? "tables" : "ask", report: said.get("report") || null, place: placeOf(said) };
}

/** The hash of a view of a report; `report` is null for all. */
export function formatRoute(view, report) {
  const said = new URLSearchParams();
  if (report !== null) said.set("report", report);
  said.set("view", view);
  return `#${said}`;
}

function placeOf(said) {
  const [start, end] = ["start", "end"].map((word) => (/^\d{1,12}$/.test(said.get(word) ?? "") ? Number(said.get(word)) : NaN));
  return said.get("report") && start < end ? { start, end } : null;
}
