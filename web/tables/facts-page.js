/** All tables of one report, one under the other. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { aboutNode } from "./about.js";
import { conflictNodes, contradictionsOf } from "./contradictions.js";
import { downloadNode } from "./downloads.js";
import { forecastNodes } from "./forecasts.js";
import { developmentNodes, playerNodes, shareNodes } from "./grids.js";
import { filterNode } from "./filter.js";
import { countDynamics, countSegments, dynamicNodes, segmentNodes } from "./lists.js";

const count = (rows) => rows.length;

/** In order: the part of the facts, how many rows it has, how it is drawn, also where it has none (`always`), and what a file of it is called. */
const PARTS = [
  { part: "forecasts", count, draw: forecastNodes, file: "forecasts" },
  { part: "segmentations", count: countSegments, draw: segmentNodes, file: "segments" },
  { part: "players", count, draw: playerNodes, file: "players" },
  { part: "shares", count, draw: shareNodes, file: "shares" },
  { part: "developments", count, draw: developmentNodes, file: "developments" },
  { part: "dynamics", count: countDynamics, draw: dynamicNodes, file: null },
  { part: "conflicts", count: (conflicts) => count(contradictionsOf(conflicts)), draw: conflictNodes, file: null, always: true },
];

/** Nodes for the `facts` of the report `id`. */
export function factsNodes(facts, id, api) {
  const context = { api, report: id, conflicts: contradictionsOf(facts.conflicts) };
  const sections = PARTS.map((part) => ({ ...part, rows: part.count(facts[part.part]), id: `tables-${part.part}` }));
  if (sections.every(({ rows }) => rows === 0)) return [headNode(facts, context, []), make("p", { class: "none" }, say("tables.nothing"))];
  const drawn = sections.map((section) => ({ ...section, node: sectionNode(section, facts, context), count: make("span", { class: "count" }, String(section.rows)) }));
  return [headNode(facts, context, drawn), ...drawn.map(({ node }) => node)];
}

function headNode(facts, context, sections) {
  const excel = sections.length > 0 ? downloadNode("xlsx", "all", say("tables.xlsx.all"), context) : null;
  return make(
    "header",
    { class: "facts-head" },
    make("div", { class: "title" }, make("h2", {}, facts.report.title), excel),
    aboutNode(facts.report, context),
    sections.length > 0 ? make("ul", { class: "contents", "aria-label": say("tables.contents") }, sections.map(entryNode)) : null,
    sections.length > 0 ? filterNode(sections, sections.reduce((sum, { rows }) => sum + rows, 0)) : null,
  );
}

/** A way down to a section, with how much stands there. */
function entryNode({ part, rows, id, count }) {
  const go = ({ currentTarget }) => goTo(currentTarget.getRootNode().getElementById(id));
  const amber = part === "conflicts" && rows > 0 ? "quiet amber" : "quiet";
  const button = make("button", { type: "button", class: amber, onclick: go }, say(`tables.${part}`), " ", count);
  return make("li", {}, button);
}

function goTo(heading) {
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

function sectionNode({ part, rows, draw, file, id, always = false }, facts, context) {
  const title = say(`tables.${part}`);
  const csv = file && rows > 0 ? downloadNode("csv", file, say("tables.csv.of", { table: title }), context) : null;
  const body = rows > 0 || always ? draw(facts[part], context) : [make("p", { class: "none" }, say(`tables.${part}.none`))];
  return make("section", { class: `facts ${part}`, "aria-labelledby": id }, make("div", { class: "title" }, make("h3", { id, tabIndex: -1 }, title), csv), body);
}
