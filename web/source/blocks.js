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

function headingNode(report, block, cited) {
  const level = report.sections[block.section]?.level ?? 1;
  const rank = Math.min(6, level - 1 + FIRST_RANK);
  return make(`h${rank}`, { class: `level-${Math.min(level, 4)}` }, inlineNodes(report.text, block.content, cited));
}
