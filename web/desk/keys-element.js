/** The list of keys, behind a button and `?`. It floats, but nothing else is blocked. */

import { make } from "../dom.js";
import { say } from "../strings.js";

const KEYS = ["/", "r", "t", "n", "Enter", "Shift Enter", "↑", "[", "]", "p", "Esc", "?"];

export class KeysElement extends HTMLElement {
  #life = null;
  #button = make("button", {
    type: "button",
    class: "quiet",
    textContent: say("app.keys"),
    "aria-expanded": "false",
    "aria-controls": "keys",
    "aria-keyshortcuts": "?",
  });
  #panel = make(
    "div",
    { id: "keys", class: "keys", hidden: true, role: "region", "aria-label": say("app.keys"), tabIndex: -1 },
    make("dl", {}, KEYS.flatMap(entry)),
  );

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (!this.#button.isConnected) this.append(this.#button, this.#panel);
    this.#button.addEventListener("click", () => this.toggle(), { signal });
    this.addEventListener("focusout", ({ relatedTarget }) => this.#left(relatedTarget), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get open() {
    return !this.#panel.hidden;
  }

  toggle(open = !this.open) {
    const held = this.contains(document.activeElement);
    this.#panel.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
    if (open) this.#panel.focus();
    else if (held) this.#button.focus();
  }

  #left(to) {
    if (this.open && !this.contains(to)) this.toggle(false);
  }
}

function entry(key) {
  const caps = key.split(" ").map((cap) => make("kbd", { textContent: cap }));
  return [make("dt", {}, caps.flatMap((cap, at) => (at > 0 ? ["–", cap] : [cap]))), make("dd", { textContent: say(`keys.${key}`) })];
}
