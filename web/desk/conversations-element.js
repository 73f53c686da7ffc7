/** Kept conversations: new, open, rename, export, delete.
 *
 * Properties in: `entries`, heads to list, `working`, ids of those that are being answered while another is shown.
 * Method: `mark(id)`. Events out: `actqa-new`, and with {id} `actqa-open`,
 * `actqa-export`, `actqa-delete`, `actqa-rename` (with the new `title`).
 */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class ConversationsElement extends HTMLElement {
  #current = null;
  #unfolded = null;
  #heads = [];
  #working = new Set();
  #list = make("ul", { class: "entries" });
  #none = make("p", { class: "none", textContent: say("keep.none") });

  connectedCallback() {
    if (this.childElementCount > 0) return;
    const fresh = make("button", { type: "button", class: "quiet new", textContent: say("keep.new"), onclick: () => tell(this, "actqa-new"), "aria-keyshortcuts": "n" });
    this.append(make("div", { class: "head" }, make("h2", { textContent: say("keep.title") }), fresh), this.#list, this.#none);
  }

  set entries(heads) {
    this.#heads = heads;
    this.#draw();
  }

  set working(ids) {
    if (ids.size === 0 && this.#working.size === 0) return;
    this.#working = ids;
    this.#draw();
  }

  /** Says which conversation is shown. */
  mark(id) {
    this.#current = id;
    this.#draw();
  }

  #draw() {
    const held = document.activeElement?.closest?.("[data-conversation]");
    const within = this.contains(held) ? { id: held.dataset.conversation, act: document.activeElement.dataset.act } : null;
    this.#list.replaceChildren(...this.#heads.map((head) => this.#entry(head)));
    this.#none.hidden = this.#heads.length > 0;
    if (within) (this.#find(within.id, within.act) ?? this.querySelector(".new")).focus();
  }

  #find(id, act) {
    return [...this.#list.children].find((entry) => entry.dataset.conversation === id)?.querySelector(`[data-act="${act}"]`);
  }

  #entry(head) {
    const current = head.id === this.#current;
    const open = make("button", { type: "button", class: "open", textContent: head.title, title: head.title, "data-act": "open", "aria-current": current ? "true" : null, onclick: () => tell(this, "actqa-open", { id: head.id }) });
    const unfolded = head.id === this.#unfolded;
    const more = make("button", {
      type: "button",
      class: "quiet more",
      textContent: "⋯",
      "data-act": "more",
      "aria-label": say("keep.more", { title: head.title }),
      "aria-expanded": String(unfolded),
      onclick: () => this.#unfold(unfolded ? null : head.id),
    });
    const working = this.#working.has(head.id) ? make("p", { class: "none" }, say("keep.working")) : null;
    return make("li", { "data-conversation": head.id }, make("div", { class: "line" }, open, more), working, unfolded ? this.#acts(head) : null);
  }

  #unfold(id) {
    this.#unfolded = id;
    this.#draw();
  }

  #acts({ id, title }) {
    const act = (name, onclick) => make("button", { type: "button", class: "quiet", "data-act": name, textContent: say(`keep.${name}`), onclick });
    return make(
      "div",
      { class: "acts" },
      act("rename", () => this.#rename(id, title)),
      act("export", () => tell(this, "actqa-export", { id })),
      act("delete", () => this.#delete(id)),
    );
  }

  #delete(id) {
    this.#unfolded = null;
    tell(this, "actqa-delete", { id });
  }

  /** A field in place of the title; Enter or leaving it takes the name, Escape the old one. */
  #rename(id, title) {
    const line = this.#find(id, "open").parentNode;
    const field = make("input", { value: title, maxLength: 120, "aria-label": say("keep.name") });
    let done = false;
    const end = (kept) => {
      if (done) return;
      done = true;
      const name = field.value.replace(/\s+/g, " ").trim();
      const hadFocus = field === document.activeElement;
      this.#unfolded = null;
      this.#draw();
      if (hadFocus) this.#find(id, "more").focus();
      if (kept && name && name !== title) tell(this, "actqa-rename", { id, title: name });
    };
    field.addEventListener("blur", () => end(true));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === "Enter");
    });
    line.replaceChildren(field);
    field.select();
    field.focus();
  }
}
