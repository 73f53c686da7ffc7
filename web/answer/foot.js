/** What stands under a finished answer: how it was made, copying, and what was held back. */

import { make } from "../dom.js";
import { say } from "../strings.js";

export function footNode(answer) {
  return make(
    "footer",
    { class: "foot" },
    make("span", { class: "engine" }, `${engine(answer.engine)} · ${duration(answer.elapsed_ms)}`),
    copyButton(answer.answer),
    answer.withheld.length > 0 ? withheldNode(answer.withheld) : null,
  );
}

function engine(name) {
  return name === "extractive" ? say("answer.engine.extractive") : say("answer.engine.model", { engine: name });
}

function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function copyButton(text) {
  const button = make("button", { type: "button", class: "quiet", textContent: say("answer.copy") });
  button.onclick = async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = say("answer.copied");
  };
  // Browsers offer the clipboard to secure pages and loopback only.
  return navigator.clipboard ? button : null;
}

function withheldNode(withheld) {
  const count = withheld.length;
  const title = count === 1 ? say("answer.withheld.one") : say("answer.withheld.many", { count });
  const items = withheld.map(({ text, reason }) => make("li", {}, make("q", {}, text), ` – ${reason}`));
  return make("details", { class: "withheld" }, make("summary", {}, title), make("p", {}, say("answer.withheld.why")), make("ul", {}, items));
}
