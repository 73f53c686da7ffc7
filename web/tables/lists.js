/** Names in cards, nested as the report nests them: segments, and what moves the market. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { nameNodes } from "./rows.js";

const FORCES = ["drivers", "restraints", "opportunities", "challenges"];

/** A card for each dimension. */
export function segmentNodes(segmentations, context) {
  return [cards(segmentations.map(({ dimension, segments }) => card(dimension, segments, context)))];
}

/** A card for each force that has names. */
export function dynamicNodes(dynamics, context) {
  const filled = FORCES.filter((force) => dynamics[force]?.length > 0);
  return [cards(filled.map((force) => card(say(`tables.${force}`), dynamics[force], context)))];
}

/** How many names there are in all. */
export function countSegments(segmentations) {
  const count = (segments) => segments.reduce((sum, { children }) => sum + 1 + count(children), 0);
  return segmentations.reduce((sum, { segments }) => sum + count(segments), 0);
}

export function countDynamics(dynamics) {
  return FORCES.reduce((sum, force) => sum + (dynamics[force]?.length ?? 0), 0);
}

function cards(nodes) {
  return make("div", { class: "cards" }, nodes);
}

function card(title, names, context) {
  const nested = names.some(({ children }) => children?.length > 0);
  return make("section", { class: nested ? "card nested" : "card" }, make("h4", {}, title), listOf(names, context));
}

function listOf(names, context) {
  return make("ul", {}, names.map((one) => make("li", {}, make("div", { class: "name" }, nameNodes(one.name, one.evidence, context)), childrenOf(one, context))));
}

function childrenOf({ children }, context) {
  return children?.length > 0 ? listOf(children, context) : null;
}
