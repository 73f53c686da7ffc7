/** Light, dark, or as the system says; kept in this browser. */

import { make } from "../dom.js";
import { say } from "../strings.js";

const THEMES = ["auto", "light", "dark"];
const STORE = "actqa-theme";

export class ThemeElement extends HTMLElement {
  #life = null;
  #button = make("button", { type: "button", class: "quiet" });

  connectedCallback() {
    this.#life = new AbortController();
    if (!this.#button.isConnected) this.append(this.#button);
    this.#button.addEventListener("click", () => this.#next(), { signal: this.#life.signal });
    this.#name();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get theme() {
    return document.documentElement.dataset.theme ?? "auto";
  }

  set theme(theme) {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(theme);
    this.#name();
  }

  #next() {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
  }

  #name() {
    this.#button.textContent = say("app.theme", { theme: say(`app.theme.${this.theme}`) });
  }
}

function remember(theme) {
  try {
    localStorage.setItem(STORE, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this visit.
  }
}
