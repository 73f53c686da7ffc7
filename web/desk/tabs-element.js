/** The bar at the bottom of a narrow page: one pane at a time. Properties in: `pane`, `reading` (whether a source is open). Event out: `actqa-pane` {pane}. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

const PANES = ["reports", "ask", "tables", "source"];

export class TabsElement extends HTMLElement {
  #buttons = new Map(PANES.map((pane) => [pane, make("button", { type: "button", class: "quiet", textContent: say(`pane.${pane}`), onclick: () => tell(this, "actqa-pane", { pane }) })]));

  connectedCallback() {
    if (this.childElementCount > 0) return;
    this.setAttribute("role", "navigation");
    this.setAttribute("aria-label", say("pane.panes"));
    this.append(...this.#buttons.values());
    this.reading = false;
  }

  set pane(pane) {
    for (const [name, button] of this.#buttons) {
      if (name === pane) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  set reading(open) {
    this.#buttons.get("source").disabled = !open;
  }
}
