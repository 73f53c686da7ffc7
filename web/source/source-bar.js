/** The source's bar: where the citation stands, and the way to the others and back. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class SourceBar {
  #sections = [];
  #page = "";
  #title = make("p", { class: "report" });
  #path = make("h2", { class: "path" });
  #position = make("span", { class: "position" });
  #forms = [false, true].map((page) => formButton(page));
  #form = make("div", { class: "forms", role: "group", "aria-label": say("source.form"), hidden: true }, this.#forms);
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
    make("div", { class: "moves" }, closeButton(), this.#steps, this.#form),
  );

  /** Says which citation is shown, `at` of `count`. */
  describe(citation, at, count) {
    this.#sections = (citation.path?.length > 0 ? citation.path : [citation.section]).filter(Boolean);
    this.#page = citation.page ? say("answer.page", { page: citation.page }) : "";
    this.name("");
    this.#position.textContent = say("source.position", { index: at + 1, count });
    this.#steps.hidden = count < 2;
  }

  /** Whether the report can be read page by page. */
  get paged() {
    return !this.#form.hidden;
  }

  /** Offers text and page, where the file has pages; says which is shown. */
  offer(paged, asPage) {
    this.#form.hidden = !paged;
    this.#forms.forEach((button, at) => button.setAttribute("aria-pressed", String((at === 1) === asPage)));
  }

  /** The report's title; a path that begins with it does not say it again. */
  name(title) {
    const sections = this.#sections[0] === title ? this.#sections.slice(1) : this.#sections;
    this.#title.textContent = [title, this.#page].filter(Boolean).join(" · ");
    this.#path.hidden = sections.length === 0;
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

function formButton(page) {
  const words = say(page ? "source.form.page" : "source.form.text");
  return make("button", { type: "button", class: "quiet", textContent: words, "aria-keyshortcuts": "p", onclick: ({ currentTarget }) => tell(currentTarget, "actqa-turn-to", { page }) });
}

/** Reads "Back" where the source covers all, "Close" where it stands beside; the style sheet shows the one that fits. */
function closeButton() {
  const names = [make("span", { class: "back" }, `‹ ${say("source.back")}`), make("span", { class: "close" }, say("source.close"))];
  return make("button", { type: "button", class: "quiet leave", onclick: ({ currentTarget }) => tell(currentTarget, "actqa-close") }, names);
}
