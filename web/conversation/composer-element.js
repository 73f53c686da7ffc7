/** The question box. Events out: `actqa-ask` {question, replaces}, `actqa-stop`, `actqa-edit` (what was asked last?),
 * `actqa-draft` {text} as it is typed. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class ComposerElement extends HTMLElement {
  #life = null;
  #replaces = null;
  #box = make("textarea", { id: "question", rows: 1, name: "question", autocomplete: "off", "aria-describedby": "question-hint" });
  #button = make("button", { type: "submit", class: "primary", textContent: say("ask.send") });
  #said = make("span");
  #note = make("p", { class: "note", hidden: true }, this.#said, " ");
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
    this.#box.addEventListener("input", () => this.#typed(), { signal });
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

  get draft() {
    return this.#box.value;
  }

  /** What is written, and not sent. */
  set draft(text) {
    this.#box.value = text;
    this.#typed();
  }

  /** Puts an earlier question into the box, to be sent in its place; `replaces` is its turn's id, `last` says it is the last. */
  edit(question, replaces, last = true) {
    this.draft = question;
    this.#said.textContent = say(last ? "ask.editing" : "ask.editing.earlier");
    this.#replace(replaces);
    this.#box.focus();
    this.#box.setSelectionRange(question.length, question.length);
  }

  clear() {
    this.draft = "";
    this.#replace(null);
  }

  #build() {
    const keep = make("button", { type: "button", class: "quiet", textContent: say("ask.editing.cancel"), onclick: () => this.clear() });
    this.#note.append(keep);
    this.append(this.#form);
  }

  #replace(value) {
    this.#replaces = value;
    this.#note.hidden = value === null;
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
    if (event.key === "Escape" && this.#replaces !== null) {
      event.stopPropagation();
      this.clear();
    }
  }

  #typed() {
    this.#grow();
    tell(this, "actqa-draft", { text: this.#box.value });
  }

  #grow() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight + 2}px`;
  }
}
