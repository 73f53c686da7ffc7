/** A citation's quote on one line; the cells of a table's row are set apart by dots. */
export function quoteLine(citation) {
  const text = (citation.shown || citation.quote).replace(/\s+/g, " ").trim();
  const isRow = text.endsWith("|");
  return isRow ? text.split("|").map((cell) => cell.trim()).filter(Boolean).join(" · ") : text;
}
