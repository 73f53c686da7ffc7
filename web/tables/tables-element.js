/** The second view: a report's facts as tables and charts.
 *
 * Property in: `api`. Methods: `show(picked, reports)`, `retry()`, `showCurrent(citation)`. Events out:
 * `actqa-open-source`, `actqa-pick` {id} where no report is picked, `actqa-unauthorized`, `actqa-facts` {id} before they are fetched.
 */

import { make, tell } from "../dom.js";
import { asksForKey, explain } from "../net/faults.js";
import { say } from "../strings.js";
import { factsNodes } from "./facts-page.js";
import { markCurrent } from "./rows.js";

const PATIENCE = 300;

export class TablesElement extends HTMLElement {
  #life = null;
  #loading = null;
  #shown = null;
  #page = make("div", { class: "facts-page" });
  #scroller = make("div", { class: "scroller", tabIndex: 0, role: "region", "aria-label": say("tables.text") }, this.#page);
  #status = make("div", { class: "unseen", "aria-live": "polite", role: "status" });

  api = null;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (!this.#scroller.isConnected) this.append(this.#scroller, this.#status);
    this.addEventListener("actqa-show-conflict", ({ detail }) => this.#showConflict(detail.at), { signal });
  }

  disconnectedCallback() {
    this.#loading?.abort();
    this.#life.abort();
  }

  /** The report whose facts are shown, or being fetched; null for none. */
  get report() {
    return this.#shown;
  }

  /** Shows the facts of the report picked (`{id}`); where none is, offers `reports`. */
  show({ id }, reports) {
    if (id === null) return this.#offer(reports);
    return this.#shown === id ? undefined : this.#load(id);
  }

  focus() {
    this.#scroller.focus({ preventScroll: true });
  }

  /** To the first row of the first table. */
  focusTable() {
    const first = this.#page.querySelector("table.grid button.row-source, .cards button.row-source");
    if (!first) return this.focus();
    first.closest("section").scrollIntoView({ block: "nearest" });
    first.closest("table, .cards").scrollIntoView({ block: "nearest" });
    return first.focus();
  }

  /** Marks the row that the source shows; null for none. */
  showCurrent(citation) {
    markCurrent(this, citation);
  }

  #offer(reports) {
    this.#loading?.abort();
    this.#shown = null;
    const choose = (id) => ({ currentTarget }) => tell(currentTarget, "actqa-pick", { id });
    const entry = ({ id, title }) => make("li", {}, make("button", { type: "button", class: "example", textContent: title, onclick: choose(id) }));
    const words = say(reports.length > 0 ? "tables.pick" : "start.none");
    const line = say(reports.length > 0 ? "tables.pick.line" : "start.none.do");
    this.#draw(make("div", { class: "start" }, make("h2", {}, words), make("p", {}, line), make("ul", {}, reports.map(entry))));
  }

  async #load(id) {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#shown = id;
    this.#draw();
    const patience = setTimeout(() => this.#wait(), PATIENCE);
    try {
      tell(this, "actqa-facts", { id });
      const facts = await this.api.facts(id, signal);
      if (signal.aborted) return;
      this.#draw(...factsNodes(facts, id, this.api));
      this.#status.textContent = "";
    } catch (error) {
      if (!signal.aborted) this.#fail(error, id);
    } finally {
      clearTimeout(patience);
    }
  }

  #wait() {
    this.#draw(make("p", { class: "status" }, say("tables.loading")));
    this.#status.textContent = say("tables.loading");
  }

  #fail(error, id) {
    this.#shown = null;
    const { what, advice } = explain(error);
    const retry = make("button", { type: "button", textContent: say("answer.retry"), onclick: () => this.#load(id) });
    this.#draw(make("div", { class: "fault" }, make("p", { class: "what" }, what), make("p", {}, advice), retry));
    this.#status.textContent = what;
    if (asksForKey(error)) tell(this, "actqa-unauthorized", { rejected: true });
  }

  #draw(...nodes) {
    this.#page.replaceChildren(...nodes);
    this.#scroller.scrollTop = 0;
  }

  #showConflict(at) {
    const node = this.#page.querySelector(`[data-conflict="${at}"]`);
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
  }
}
