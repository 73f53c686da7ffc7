/** A report's text as the API gives it, with every offset turned into JavaScript's own. */

import { CodePoints } from "./offsets.js";

/** `{id, revision, title, text, pageStarts, sections, blocks, units, points}`; `units` converts the API's offsets into
 * this text's, `points` back. */
export function readReport(data) {
  const points = new CodePoints(data.text);
  const units = (offset) => points.units(offset);
  return Object.freeze({
    id: data.id,
    revision: data.revision,
    title: data.title,
    text: data.text,
    pageStarts: data.page_starts.map(units),
    sections: data.sections.map((section) => ({ ...section, start: units(section.start), end: units(section.end) })),
    blocks: data.blocks.map((block) => readBlock(block, units)),
    units,
    points: (offset) => points.points(offset),
  });
}

function readBlock(block, units) {
  const span = ([start, end]) => [units(start), units(end)];
  return {
    ...block,
    start: units(block.start),
    end: units(block.end),
    content: span(block.content),
    cells: (block.cells ?? []).map(span),
  };
}
