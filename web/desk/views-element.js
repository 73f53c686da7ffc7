/** The two views as links, so that each can be opened, kept and gone back to. Property in: `view`; method `lead(report)`. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { formatRoute } from "./route.js";

const VIEWS = ["ask", "tables"];

export class ViewsElement extends HTMLElement {
  #view = "ask";
  #links = new Map(VIEWS.map((view) => [view, make("a", { href: formatRoute(view, null), textContent: say(`view.${view}`) })]));

  connectedCallback() {
    if (this.childElementCount > 0) return;
    this.setAttribute("role", "navigation");
    this.setAttribute("aria-label", say("view.views"));
    this.append(...this.#links.values());
    this.view = this.#view;
  }

  get view() {
    return this.#view;
  }

  set view(view) {
    this.#view = view;
    for (const [name, link] of this.#links) {
      if (name === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  /** Which report the links lead to; null for all. */
  lead(report) {
    for (const [name, link] of this.#links) link.href = formatRoute(name, report);
  }
}
