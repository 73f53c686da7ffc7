/** The question box. Events out: `actqa-ask` {question, replaces}, `actqa-stop`, `actqa-edit` (what was asked last?). */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class ComposerElement extends HTMLElement {
  #life = null;
  #replaces = false;
  #box = make("textarea", { id: "question", rows: 1, name: "question", autocomplete: "off", "aria-describedby": "question-hint" });
  #button = make("button", { type: "submit", class: "primary", textContent: say("ask.send") });
  #note = make("p", { class: "note", hidden: true }, `${say("ask.editing")} `);
  #form = make(
    "form",
    { class: "composer" },
    make("div", { class: "labels" },
      make("label", { htmlFor: "question", textContent: say("ask.label") }),
      make("span", { id: "question-hint", class: "hint", textContent: say("ask.hint") })),
    make("div", { class: "line" }, this.#box, this.#button),
    this.#note,
  );

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (!this.#form.isConnected) this.#build();
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#box.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#box.addEventListener("input", () => this.#grow(), { signal });
    this.#button.addEventListener("click", (event) => this.#stop(event), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** While an answer runs the button stops it. */
  set busy(value) {
    this.toggleAttribute("busy", value);
    this.#button.textContent = say(value ? "ask.stop" : "ask.send");
  }

  get busy() {
    return this.hasAttribute("busy");
  }

  focus() {
    this.#box.focus();
  }

  /** Puts an earlier question into the box, to be sent in its place. */
  edit(question) {
    this.#box.value = question;
    this.#replace(true);
    this.#grow();
    this.#box.setSelectionRange(question.length, question.length);
  }

  clear() {
    this.#box.value = "";
    this.#replace(false);
    this.#grow();
  }

  #build() {
    const keep = make("button", { type: "button", class: "quiet", textContent: say("ask.editing.cancel"), onclick: () => this.clear() });
    this.#note.append(keep);
    this.append(this.#form);
  }

  #replace(value) {
    this.#replaces = value;
    this.#note.hidden = !value;
  }

  #submit(event) {
    event.preventDefault();
    const question = this.#box.value.trim();
    if (this.busy || question === "") return;
    tell(this, "actqa-ask", { question, replaces: this.#replaces });
    this.clear();
  }

  #stop(event) {
    if (!this.busy) return;
    event.preventDefault();
    tell(this, "actqa-stop");
  }

  #key(event) {
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (!plain) return;
    if (event.key === "Enter") this.#submit(event);
    if (event.key === "ArrowUp" && this.#box.value === "") {
      event.preventDefault();
      tell(this, "actqa-edit");
    }
    if (event.key === "Escape" && this.#replaces) {
      event.stopPropagation();
      this.clear();
    }
  }

  #grow() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight + 2}px`;
  }
}
