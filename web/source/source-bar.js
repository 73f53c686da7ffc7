/** The source's bar: where the citation stands, and the way to the others and back. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class SourceBar {
  #sections = [];
  #title = make("p", { class: "report" });
  #path = make("h2", { class: "path" });
  #position = make("span", { class: "position" });
  #steps = make(
    "div",
    { class: "steps" },
    stepButton("source.previous", "‹", -1, "["),
    this.#position,
    stepButton("source.next", "›", 1, "]"),
  );

  node = make(
    "div",
    { class: "source-bar" },
    make("div", { class: "place" }, this.#title, this.#path),
    make("div", { class: "moves" }, closeButton(), this.#steps),
  );

  /** Says which citation is shown, `at` of `count`. */
  describe(citation, at, count) {
    this.#sections = (citation.path?.length > 0 ? citation.path : [citation.section]).filter(Boolean);
    this.name("");
    this.#position.textContent = say("source.position", { index: at + 1, count });
    this.#steps.hidden = count < 2;
  }

  /** The report's title; a path that begins with it does not say it again. */
  name(title) {
    const sections = this.#sections[0] === title ? this.#sections.slice(1) : this.#sections;
    this.#title.textContent = title;
    this.#path.replaceChildren(...sections.flatMap((section, at) => (at > 0 ? [arrow(), part(section)] : [part(section)])));
  }
}

function part(title) {
  return make("span", { textContent: title });
}

function arrow() {
  return make("span", { class: "arrow", textContent: " › " });
}

function stepButton(name, sign, by, key) {
  return make("button", {
    type: "button",
    class: "quiet step",
    textContent: sign,
    title: `${say(name)}  ${key}`,
    "aria-label": say(name),
    "aria-keyshortcuts": key,
    onclick: ({ currentTarget }) => tell(currentTarget, "actqa-step", { by }),
  });
}

/** Reads "Back" where the source covers all, "Close" where it stands beside; the style sheet shows the one that fits. */
function closeButton() {
  const names = [make("span", { class: "back" }, `‹ ${say("source.back")}`), make("span", { class: "close" }, say("source.close"))];
  return make("button", { type: "button", class: "quiet leave", onclick: ({ currentTarget }) => tell(currentTarget, "actqa-close") }, names);
}
