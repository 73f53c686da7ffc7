/** Where a citation stands in a report's text as it is now. */

/** `{state, start, end}` in the text's own offsets: `same`, `moved` (found again after a change) or `lost`.
 *
 * A citation without revision is of the text as it is now; one without quote is a place alone.
 */
export function locate(report, citation) {
  const start = report.units(citation.start);
  const end = report.units(citation.end);
  if (citation.quote === null) return { state: start < end ? "same" : "lost", start, end };
  const exact = report.text.slice(start, end) === citation.quote;
  if (exact && report.revision === (citation.revision ?? report.revision)) return { state: "same", start, end };
  const found = nearest(occurrences(report.text, citation.quote), start);
  return found ? { state: "moved", ...found } : { state: "lost", start: 0, end: 0 };
}

/** Every place the quote stands at, letter by letter, else with its white space broken differently. */
function occurrences(text, quote) {
  const words = quote.split(/\s+/).filter(Boolean).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (words.length === 0) return [];
  const found = text.matchAll(new RegExp(words.join("\\s+"), "g"));
  return Array.from(found, (match) => ({ start: match.index, end: match.index + match[0].length }));
}

function nearest(places, start) {
  return places.reduce((best, place) => (!best || Math.abs(place.start - start) < Math.abs(best.start - start) ? place : best), null);
}
