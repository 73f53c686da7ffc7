/** The report itself: what it says it covers, each with its place. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { sourceButton } from "./rows.js";

const FIELDS = {
  study_period: (years) => years.join("–"),
  base_year: String,
  pages: String,
  concentration: String,
  currency_unit: String,
};

/** A list of what is known; null where nothing is. */
export function aboutNode(about, context) {
  const known = Object.keys(FIELDS).filter((field) => about[field] !== null && about[field] !== undefined);
  if (known.length === 0) return null;
  return make("dl", { class: "about" }, known.map((field) => pairNode(field, about, context)));
}

function pairNode(field, about, context) {
  const name = say(`tables.about.${field}`);
  const words = FIELDS[field](about[field]);
  const button = sourceButton(words, about.evidence?.[field], context, { "aria-label": say("tables.open", { name: `${name}: ${words}` }) });
  return make("div", {}, make("dt", {}, name), make("dd", {}, button));
}
