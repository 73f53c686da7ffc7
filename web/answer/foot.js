/** What stands under a finished answer: how it was made, what can be done with it, and what was held back. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";
import { conflictRows, listRows, tabbed, withCitations } from "./written.js";

/** `titleOf(id)` names a report; `again` asks the question once more. */
export function footNode(answer, { titleOf, again }) {
  const rows = listRows(answer) ?? conflictRows(answer);
  const cites = answer.citations.length > 0;
  return make(
    "footer",
    { class: "foot" },
    make("span", { class: "engine" }, `${engine(answer.engine)} · ${duration(answer.elapsed_ms)}`),
    make(
      "div",
      { class: "acts" },
      copyButton("answer.copy", () => answer.answer),
      cites ? copyButton("answer.copy.cited", () => withCitations(answer, titleOf)) : null,
      rows ? copyButton("answer.copy.table", () => tabbed(rows)) : null,
      cites ? sourcesButton(answer.citations) : null,
      quiet("answer.again", again),
    ),
    answer.withheld.length > 0 ? withheldNode(answer.withheld) : null,
    answer.mended?.length > 0 ? mendedNode(answer.mended) : null,
  );
}

function engine(name) {
  return name === "extractive" ? say("answer.engine.extractive") : say("answer.engine.model", { engine: name });
}

function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function quiet(words, onclick) {
  return make("button", { type: "button", class: "quiet", textContent: say(words), onclick });
}

/** Says for a while that it has copied; what it says is also said aloud. */
function copyButton(words, text) {
  const copy = async ({ currentTarget: button }) => {
    const done = await navigator.clipboard.writeText(text()).then(() => "answer.copied", () => "answer.uncopied");
    button.textContent = say(done);
    tell(button, "actqa-said", { text: say(done) });
    setTimeout(() => (button.textContent = say(words)), 2000);
  };
  // Browsers offer the clipboard to secure pages and loopback only.
  return navigator.clipboard ? quiet(words, copy) : null;
}

function sourcesButton(citations) {
  return quiet(citations.length === 1 ? "answer.source" : "answer.sources", ({ currentTarget }) =>
    tell(currentTarget, "actqa-open-source", { citations, id: citations[0].id }));
}

function withheldNode(withheld) {
  const items = withheld.map(({ text, reason }) => make("li", {}, make("q", {}, text), ` – ${reason}`));
  return onDemand("withheld", counted("answer.withheld", withheld.length), "answer.withheld.why", items);
}

/** What the model got right at its second try; answers kept from before it was told have none. */
function mendedNode(mended) {
  const items = mended.map(({ text, reason, became }) =>
    make("li", {}, make("q", {}, text), ` – ${reason}. ${say("answer.mended.became")} `, make("q", {}, became)));
  return onDemand("mended", counted("answer.mended", mended.length), "answer.mended.why", items);
}

function counted(words, count) {
  return count === 1 ? say(`${words}.one`) : say(`${words}.many`, { count });
}

function onDemand(name, title, why, items) {
  return make("details", { class: name }, make("summary", {}, title), make("p", {}, say(why)), make("ul", {}, items));
}
