/** Blocks of a report as a readable page. */

import { make } from "../dom.js";
import { inlineNodes } from "./inline.js";
import { listNode } from "./list.js";
import { tableNode } from "./table.js";

/** The page's own headings take the first two ranks. */
const FIRST_RANK = 3;

const GROUPS = {
  item: (report, blocks, cited) => listNode(report, blocks, cited),
  row: (report, blocks, cited, continues) => tableNode(report, blocks, cited, continues),
};

const SINGLES = {
  heading: (report, block, cited) => headingNode(report, block, cited),
  paragraph: (report, block, cited) => make("p", {}, inlineNodes(report.text, block.content, cited)),
};

/** A fragment with `blocks`; a list's items and a table's rows come together. `split` names groups cut by a page's border. */
export function blocksNode(report, blocks, cited, split = new Set()) {
  const fragment = document.createDocumentFragment();
  for (const group of grouped(blocks)) {
    const { kind } = group[0];
    if (GROUPS[kind]) fragment.append(GROUPS[kind](report, group, cited, split.has(group[0].group)));
    else fragment.append(...group.map((block) => (SINGLES[kind] ?? SINGLES.paragraph)(report, block, cited)));
  }
  return fragment;
}

function grouped(blocks) {
  const groups = [];
  for (const block of blocks) {
    const last = groups.at(-1)?.[0];
    if (last && last.kind === block.kind && last.group === block.group) groups.at(-1).push(block);
    else groups.push([block]);
  }
  return groups;
}

const DEPTHS = new WeakMap();

/** How many sections a section lies in: levels that a report leaves out are no ranks left out of the page. */
function depthOf(report, section) {
  if (!DEPTHS.has(report)) DEPTHS.set(report, depths(report.sections));
  return DEPTHS.get(report)[section] ?? 0;
}

function depths(sections) {
  const above = [];
  return sections.map(({ level }) => {
    while (above.length > 0 && above.at(-1) >= level) above.pop();
    return above.push(level) - 1;
  });
}

function headingNode(report, block, cited) {
  const level = report.sections[block.section]?.level ?? 1;
  const rank = Math.min(6, depthOf(report, block.section) + FIRST_RANK);
  return make(`h${rank}`, { class: `level-${Math.min(level, 4)}` }, inlineNodes(report.text, block.content, cited));
}
