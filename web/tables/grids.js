/** The plain tables: players, shares, developments. */

import { barNode, barScaleNode } from "../chart/bars.js";
import { make } from "../dom.js";
import { say } from "../strings.js";
import { gridNode } from "./grid.js";
import { written } from "./numbers.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LONG_TITLE = 24;

/** Long titles of lists stand once, above the table, and by a letter in its rows. */
export function playerNodes(players, context) {
  const titles = [...new Set(players.flatMap(({ listed_in }) => listed_in))];
  const lettered = titles.some((title) => title.length > LONG_TITLE) && titles.length <= LETTERS.length;
  const named = (title) => (lettered ? LETTERS[titles.indexOf(title)] : title);
  const columns = [
    { head: say("tables.player"), name: true, text: ({ name }) => name },
    { head: say("tables.note"), text: ({ note }) => note },
    { head: say("tables.listed"), text: ({ listed_in }) => listed_in.map(named).join(lettered ? " " : "; ") },
  ];
  const table = gridNode({ kind: "players", caption: say("tables.players"), columns, rows: players }, context);
  return lettered ? [titlesNode(titles), table] : [table];
}

function titlesNode(titles) {
  const pair = (title, at) => make("div", {}, make("dt", {}, LETTERS[at]), make("dd", {}, title.replace(/:$/, "")));
  return make("dl", { class: "titles" }, titles.map(pair));
}

/** The bars stand in the rows they draw. */
export function shareNodes(shares, context) {
  const most = Math.max(100, ...shares.map(({ percent }) => percent));
  const columns = [
    { head: say("tables.subject"), name: true, text: ({ subject }) => subject },
    { head: say("tables.year"), year: true, text: ({ year }) => (year ? String(year) : "") },
    { head: say("tables.qualifier"), text: ({ qualifier }) => (qualifier === "exact" ? "" : qualifier) },
    { head: say("tables.percent"), number: true, text: ({ percent }) => written(percent) },
    { head: "", headNode: barScaleNode(most), text: () => " ", node: ({ percent }) => barNode(percent, most) },
  ];
  return [gridNode({ kind: "shares", caption: say("tables.shares"), columns, rows: shares }, context)];
}

export function developmentNodes(developments, context) {
  const columns = [
    { head: say("tables.date"), text: ({ date }) => date },
    { head: say("tables.company"), name: true, text: ({ company, event }) => company || event },
    { head: say("tables.event"), text: ({ event }) => event },
  ];
  return [gridNode({ kind: "developments", caption: say("tables.developments"), columns, rows: developments }, context)];
}
