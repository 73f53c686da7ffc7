/** Signs in with an API key. Event out: `actqa-key` {key}; the key goes nowhere else, and is not kept. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class KeyFormElement extends HTMLElement {
  #life = null;
  #sent = false;
  #field = make("input", { type: "password", id: "api-key", name: "key", required: true, autocomplete: "off", spellcheck: false });
  #wrong = make("p", { class: "wrong", hidden: true, role: "alert", textContent: say("key.wrong") });
  #form = make(
    "form",
    { class: "key-form" },
    make("h2", {}, say("key.title")),
    make("p", {}, say("key.line")),
    this.#wrong,
    make("label", { htmlFor: "api-key", textContent: say("key.label") }),
    make("div", { class: "line" }, this.#field, make("button", { type: "submit", class: "primary", textContent: say("key.send") })),
  );

  connectedCallback() {
    this.#life = new AbortController();
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", say("key.title"));
    if (!this.#form.isConnected) this.append(this.#form);
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal: this.#life.signal });
    this.#field.focus();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** A key is asked for, once more: that sent last did not do. What is being typed meanwhile is left alone. */
  insist() {
    if (this.#sent) this.reject();
  }

  /** Says that the last key was wrong, or what else went wrong with it. */
  reject(fault = null) {
    this.#sent = false;
    this.#wrong.textContent = fault ? `${fault.what} ${fault.advice}` : say("key.wrong");
    this.#wrong.hidden = false;
    this.#field.value = "";
    this.#field.focus();
  }

  #submit(event) {
    event.preventDefault();
    const key = this.#field.value.trim();
    this.#field.value = "";
    if (key === "") return;
    this.#sent = true;
    tell(this, "actqa-key", { key });
  }
}
