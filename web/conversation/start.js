/** What an empty conversation says: what one can ask, with a few questions to begin with. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

const EXAMPLES = [1, 2, 3, 4, 5].map((number) => say(`start.example.${number}`));

/** `title` names the report picked, or is empty for all; `questions` are made from what it states, null while they are fetched. */
export function startNode(title, questions, waiting = false) {
  const list = questions === null ? [] : questions.length > 0 ? questions : EXAMPLES;
  return make(
    "div",
    { class: "start" },
    make("h2", {}, say("start.title", { reports: title || say("start.all") })),
    make("p", {}, say("start.line")),
    make("h3", {}, say("start.examples")),
    make("ul", { class: "examples" }, list.map((question) => make("li", {}, exampleButton(question)))),
    waiting ? make("p", { class: "status", role: "status" }, say("start.examples.loading")) : null,
  );
}

export function noReportsNode() {
  return make("div", { class: "start" }, make("h2", {}, say("start.none")), make("p", {}, say("start.none.do")), reloadButton());
}

export function waitingNode() {
  return make("div", { class: "start" }, make("p", { class: "status", role: "status" }, say("app.reports.loading")));
}

export function faultNode({ what, advice }) {
  return make("div", { class: "start" }, make("div", { class: "fault" }, make("p", { class: "what" }, what), make("p", {}, advice), reloadButton()));
}

function exampleButton(question) {
  const ask = (event) => tell(event.currentTarget, "actqa-ask", { question, replaces: null });
  return make("button", { type: "button", class: "example", textContent: question, onclick: ask });
}

function reloadButton() {
  const reload = (event) => tell(event.currentTarget, "actqa-reload");
  return make("button", { type: "button", textContent: say("start.reload"), onclick: reload });
}
