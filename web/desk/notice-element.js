/** One line that stays until it is dealt with: what happened, and a button for what can be done. */

import { make } from "../dom.js";
import { say } from "../strings.js";

export class NoticeElement extends HTMLElement {
  #words = make("p", { role: "status" });
  #acts = make("div", { class: "acts" });
  #kind = null;

  connectedCallback() {
    if (this.childElementCount === 0) this.append(this.#words, this.#acts);
    this.hidden = this.#kind === null;
  }

  /** Shows `words` with `acts` ({words, act}), in place of what stood there; a `kind` can be taken away again. */
  show(kind, words, acts = []) {
    this.#kind = kind;
    this.hidden = false;
    const close = make("button", { type: "button", class: "quiet", textContent: say("notice.close"), onclick: () => this.clear(kind) });
    this.#words.textContent = words;
    this.#acts.replaceChildren(...acts.map((one) => this.#button(one)), close);
  }

  clear(kind) {
    if (this.#kind !== kind) return;
    this.#kind = null;
    this.hidden = true;
  }

  #button({ words, act }) {
    const kind = this.#kind;
    const run = () => {
      this.clear(kind);
      act();
    };
    return make("button", { type: "button", textContent: words, onclick: run });
  }
}
