/** The report beside the conversation, open at what an answer cites.
 *
 * Properties in: `library`, `printed` (shows pages of files). Methods: `show(citations, id)`, `step(±1)`, `turn()` between
 * text and printed page, `close()`. Events out: `actqa-source`
 * {citation}, null when closed; `actqa-close` when its button asks for that.
 */

import { make, tell } from "../dom.js";
import { explain } from "../net/faults.js";
import { say } from "../strings.js";
import { locate } from "../text/locate.js";
import { pageAt, pathAt } from "../text/place.js";
import { blocksNode } from "./blocks.js";
import { centreMarks } from "./centre.js";
import { mapNodes } from "./map.js";
import { PageWindow } from "./page-window.js";
import { SourceBar } from "./source-bar.js";

const PATIENCE = 300;

export class SourceElement extends HTMLElement {
  #life = null;
  #loading = null;
  #window = null;
  #report = null;
  #citations = [];
  #at = 0;
  #cited = null;
  #asPage = false;
  #bar = new SourceBar();
  #note = make("div", { class: "note", hidden: true, role: "status" });
  #sheet = make("div", { class: "sheet" });
  #scroller = make("div", { class: "scroller", tabIndex: 0, role: "region", "aria-label": say("source.text") }, this.#sheet);
  #map = make("div", { class: "map", "aria-hidden": "true" });

  #view = make("div", { class: "view" }, this.#scroller, this.#map);
  #printed = null;

  library = null;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", say("source.title"));
    if (!this.#scroller.isConnected) this.append(this.#bar.node, this.#note, this.#view);
    this.addEventListener("actqa-step", ({ detail }) => this.step(detail.by), { signal });
    this.addEventListener("actqa-step-to", ({ detail }) => this.show(this.#citations, detail.id), { signal });
    this.addEventListener("actqa-turn-to", ({ detail }) => this.turn(detail.page), { signal });
    this.addEventListener("actqa-retry", () => this.#open(), { signal });
  }

  disconnectedCallback() {
    this.#loading?.abort();
    this.#window?.close();
    this.#life.abort();
  }

  set printed(printed) {
    this.#printed = printed;
  }

  /** Between the text and the page as it was printed, where the report's file has pages. */
  turn(asPage = !this.#asPage) {
    if (!this.open || !this.#bar.paged || asPage === this.#asPage) return;
    this.#asPage = asPage;
    this.#open();
  }

  get open() {
    return !this.hidden;
  }

  /** Opens the citation `id`, one of the answer's `citations`. */
  async show(citations, id) {
    this.#citations = [...citations];
    this.#at = Math.max(0, citations.findIndex((citation) => citation.id === id));
    this.hidden = false;
    tell(this, "actqa-source", { citation: this.citation });
    await this.#open();
  }

  /** The next or the previous citation, round and round. */
  step(by) {
    if (!this.open || this.#citations.length === 0) return;
    const count = this.#citations.length;
    const next = this.#citations[(this.#at + by + count) % count];
    this.show(this.#citations, next.id);
  }

  close() {
    if (!this.open) return;
    this.#loading?.abort();
    this.hidden = true;
    tell(this, "actqa-source", { citation: null });
  }

  focusText() {
    if (this.#view.hidden) this.#printed.focus();
    else this.#scroller.focus({ preventScroll: true });
  }

  get citation() {
    return this.#citations[this.#at] ?? null;
  }

  async #open() {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#bar.describe(this.citation, this.#at, this.#citations.length);
    const patience = setTimeout(() => this.#say(make("p", {}, say("source.loading"))), PATIENCE);
    try {
      const report = await this.library.open(this.citation.report, this.citation.revision, signal);
      if (!signal.aborted) this.#place(report);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      clearTimeout(patience);
    }
  }

  #place(report) {
    const { state, start, end } = locate(report, this.citation);
    const before = this.#cited;
    this.#cited = state === "lost" ? null : { start, end };
    if (!this.citation.path) this.#bar.describe({ path: pathAt(report, start), page: this.citation.page }, this.#at, this.#citations.length);
    this.#bar.name(report.title);
    const page = pageAt(report, start);
    this.#bar.offer(page > 0, this.#asPage);
    this.#remark(state);
    this.#view.hidden = this.#asPage && page > 0;
    if (this.#view.hidden) return this.#print(report, page, state);
    this.#printed.node.remove();
    if (report !== this.#report) this.#draw(report);
    else if (before) this.#window.refresh(before.start, before.end);
    if (this.#cited) return this.#centre();
    this.#scroller.scrollTop = 0;
    return undefined;
  }

  #print(report, page, state) {
    const place = this.#cited && { start: report.points(this.#cited.start), end: report.points(this.#cited.end), quote: this.citation.quote ?? "" };
    if (!this.#printed.node.isConnected) this.append(this.#printed.node);
    this.#printed.show(report, page, state === "lost" ? null : place);
  }

  #draw(report) {
    this.#window?.close();
    this.#report = report;
    this.#scroller.scrollTop = 0;
    const draw = (page) => blocksNode(report, page.blocks, this.#cited, page.split);
    this.#window = new PageWindow(this.#scroller, this.#sheet, report, draw);
    this.#window.onreflow = () => this.#cited && this.#centre();
  }

  #centre() {
    const { start, end } = this.#cited;
    this.#window.reveal(start, end);
    this.#window.refresh(start, end);
    centreMarks(this.#scroller);
    this.#drawMap();
  }

  #drawMap() {
    const here = this.#citations.filter(({ report }) => report === this.#report.id);
    const places = here.map((citation) => ({ ...locate(this.#report, citation), id: citation.id, current: citation === this.citation }));
    const found = places.filter(({ state }) => state !== "lost");
    this.#map.replaceChildren(...mapNodes(found.map((place) => ({ ...place, share: this.#window.share(place.start) }))));
  }

  /** Says what became of the passage where the report has changed. */
  #remark(state) {
    const notes = {
      same: [],
      moved: [make("p", {}, say("source.moved"))],
      lost: this.citation.quote === null ? [make("p", {}, say("source.nowhere"))] : [make("p", {}, say("source.lost")), make("blockquote", {}, this.citation.shown || this.citation.quote)],
    };
    this.#say(...notes[state]);
  }

  #fail(error) {
    const { what, advice } = explain(error);
    const retry = make("button", { type: "button", textContent: say("answer.retry"), onclick: () => tell(retry, "actqa-retry") });
    this.#window?.close();
    this.#report = null;
    this.#sheet.replaceChildren();
    this.#map.replaceChildren();
    this.#say(make("div", { class: "fault" }, make("p", { class: "what" }, what), make("p", {}, advice), retry));
  }

  #say(...nodes) {
    this.#note.replaceChildren(...nodes);
    this.#note.hidden = nodes.length === 0;
  }
}
