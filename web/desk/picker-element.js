/** Which report is asked: one or all. Property in: `reports`; method `pick(id)`; event out: `actqa-report` {id, title}. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";

export class PickerElement extends HTMLElement {
  #life = null;
  #reports = [];
  #select = make("select", { id: "report", disabled: true }, make("option", { value: "", textContent: say("app.reports.loading") }));

  connectedCallback() {
    this.#life = new AbortController();
    if (!this.#select.isConnected) this.append(make("label", { htmlFor: "report", textContent: say("app.report") }), this.#select);
    this.#select.addEventListener("change", () => tell(this, "actqa-report", this.picked), { signal: this.#life.signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** What stands picked: `{id, title}`, id null for all. */
  get picked() {
    const report = this.#reports.find(({ id }) => id === this.#select.value);
    return { id: report?.id ?? null, title: report?.title ?? "" };
  }

  /** Picks a report by its id, null or one that is not there for all; tells nobody. */
  pick(id) {
    this.#select.value = this.#reports.some((report) => report.id === id) ? id : "";
  }

  get reports() {
    return this.#reports;
  }

  set reports(reports) {
    const { id } = this.picked;
    const all = say(reports.length > 0 ? "app.all" : "app.reports.none");
    this.#reports = reports;
    this.#select.replaceChildren(option("", all), ...reports.map((report) => option(report.id, report.title)));
    this.#select.value = reports.some((report) => report.id === id) ? id : "";
    this.#select.disabled = reports.length === 0;
  }
}

function option(value, text) {
  return make("option", { value, textContent: text });
}
