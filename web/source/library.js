/** Report texts, fetched once while they stay the same. */

import { readReport } from "../text/report.js";

const KEPT = 4;

export class Library {
  #api;
  #texts = new Map();

  constructor(api) {
    this.#api = api;
  }

  /** The report's text; fetched anew where what is kept is not of the wanted revision, null for whichever is kept. */
  async open(id, revision, signal) {
    const kept = this.#texts.get(id);
    if (kept && kept.revision === (revision ?? kept.revision)) return kept;
    const report = readReport(await this.#api.text(id, signal));
    this.#texts.delete(id);
    this.#texts.set(id, report);
    if (this.#texts.size > KEPT) this.#texts.delete(this.#texts.keys().next().value);
    return report;
  }

  /** Makes sure that the report's text is fetched anew. */
  forget(id) {
    this.#texts.delete(id);
  }
}
