/** Items of a report as a nested list. */

import { make } from "../dom.js";
import { inlineNodes } from "./inline.js";

const DEEPEST = 6;
const ORDINAL = /^\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,6})[.)]$/;

export function listNode(report, items, cited) {
  const lists = [make("ul")];
  for (const item of items) {
    descend(lists, Math.min(item.depth ?? 0, DEEPEST) + 1);
    lists.at(-1).append(itemNode(report, item, cited));
  }
  return lists[0];
}

/** Opens and closes lists until `depth` of them are open. */
function descend(lists, depth) {
  lists.length = Math.min(lists.length, depth);
  while (lists.length < depth) {
    const parent = lists.at(-1).lastElementChild ?? lists.at(-1).appendChild(make("li", { class: "bare" }));
    lists.push(parent.appendChild(make("ul")));
  }
}

function itemNode(report, item, cited) {
  const marker = report.text.slice(item.start, item.content[0]).trim();
  const ordinal = ORDINAL.test(marker) ? marker : null;
  return make("li", { class: ordinal ? "ordinal" : "", "data-marker": ordinal }, make("span", {}, inlineNodes(report.text, item.content, cited)));
}
