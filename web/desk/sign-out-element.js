/** Ends the session; there only for who has signed in with a key. Event out: `actqa-signed-out`, then the page loads anew. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class SignOutElement extends HTMLElement {
  #api = null;
  #life = null;
  #button = make("button", { type: "button", class: "quiet", textContent: say("key.out") });

  connectedCallback() {
    this.#life = new AbortController();
    this.#button.addEventListener("click", () => this.#leave(), { signal: this.#life.signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** Offers to end the `session`, where it is one. */
  offer(api, session) {
    this.#api = api;
    this.replaceChildren(...(session?.kind === "session" ? [this.#button] : []));
  }

  async #leave() {
    this.#button.disabled = true;
    try {
      await this.#api.signOut();
      tell(this, "actqa-signed-out");
      location.reload();
    } catch {
      this.#button.disabled = false;
      this.#button.textContent = say("key.out.failed");
    }
  }
}
