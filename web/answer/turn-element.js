/** One question with what became of it: status, statements, the whole answer, or a fault.
 *
 * Properties in: `titleOf(id)` names a report, `forecasts(answer)` finds rows to chart (may be left out). Events out:
 * `actqa-turn` whenever `record` is another, `actqa-said` {text} for who hears the page, `actqa-open-source`, `actqa-retry`, `actqa-edit-turn`.
 */

import { make, tell } from "../dom.js";
import { atHand } from "../later.js";
import { explain } from "../net/faults.js";
import { say } from "../strings.js";
import { conflictNode } from "./conflicts.js";
import { footNode } from "./foot.js";
import { statementNode } from "./statement.js";

/** Nothing is said for so long: most answers are there by then. */
const PATIENCE = 300;
/** A chart that takes longer is left out: what stands on the page must not be moved later. */
const CHART_PATIENCE = 1500;

export class TurnElement extends HTMLElement {
  #record = null;
  #context = { figures: [], citations: [] };
  /** Citations as they came with a statement → as the whole answer has them. */
  #whole = new Map();
  #current = null;
  #texts = [];
  #timer = 0;
  #heading = make("h2", { class: "question" });
  #report = make("p", { class: "of", hidden: true });
  #edit = make("button", { type: "button", class: "quiet edit", textContent: say("ask.edit"), onclick: () => tell(this, "actqa-edit-turn") });
  #statements = make("div", { class: "statements" });
  #status = make("p", { class: "status", hidden: true });
  #end = make("div", { class: "end" });
  #note = make("div", { class: "revised", hidden: true });

  titleOf = () => "";
  forecasts = null;

  /** It may have gone on elsewhere than on the page. */
  connectedCallback() {
    if (this.#record?.state === "running") this.#patiently();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /** What is kept of it: `{id, question, report, title, state, partial, answer, chart}`; never changed, only replaced.
   *
   * `state` is `running`, `answered`, `stopped` or `failed`; `partial` holds the statements of an answer that is not whole.
   */
  get record() {
    return this.#record;
  }

  get state() {
    return this.#record.state;
  }

  get question() {
    return this.#record.question;
  }

  /** Shows the question and waits. */
  begin({ id, question, report, title }) {
    this.#record = { id, question, report, title, state: "running", partial: [], answer: null, chart: null };
    this.#build();
    this.#wait();
  }

  /** Shows a record as it was kept; what was running when the page ended counts as stopped. */
  restore(record) {
    this.#record = record.state === "running" ? { ...record, state: "stopped" } : record;
    this.#build();
    for (const part of record.partial) this.#draw(part);
    if (record.answer) this.#conclude(record.answer, record.chart);
    else if (record.state === "failed") this.#stopped("answer.failed");
    else this.#stopped(record.state === "running" ? "answer.interrupted" : "answer.stopped");
  }

  /** Forgets what came and waits again, for the same question or another. */
  restart({ question = this.question, report = this.#record.report, title = this.#record.title } = {}) {
    this.#context = { figures: [], citations: [] };
    this.#whole.clear();
    this.#texts = [];
    this.#statements.replaceChildren();
    this.#end.replaceChildren();
    this.#note.hidden = true;
    this.#keep({ question, report, title, state: "running", partial: [], answer: null, chart: null });
    this.#name();
    this.#wait();
  }

  /** What is being done; shown, and said, once nothing has come for a while. */
  showStatus(text) {
    if (text === this.#status.textContent) return;
    this.#status.textContent = text;
    if (!this.#status.hidden) tell(this, "actqa-said", { text });
  }

  addStatement(part) {
    // What is being done is said below what has come, later: nothing that stands there is pushed down.
    this.#patiently();
    this.#draw(part);
    this.#keep({ partial: [...this.#record.partial, part] });
  }

  /** Shows the whole answer; its chart comes with it, or not at all where its rows take too long. */
  async finish(answer) {
    const rows = await this.#charted(answer);
    if (this.state !== "running") return;
    this.#settle({ state: "answered", partial: [], answer, chart: rows });
    this.#conclude(answer, rows);
  }

  fail(error) {
    this.#settle({ state: "failed" });
    const { what, advice } = explain(error);
    this.#end.replaceChildren(
      make("div", { class: "fault" }, make("p", { class: "what" }, what), make("p", {}, advice), this.#again("answer.retry")),
    );
  }

  stop() {
    this.#settle({ state: "stopped" });
    this.#stopped("answer.stopped");
  }

  /** Marks the chips of the citation that the source shows. */
  showCurrent(citation) {
    this.#current = citation;
    const own = this.#whole.get(citation) ?? citation;
    for (const node of this.querySelectorAll("[data-citation]")) {
      const known = this.#context.citations.find(({ id }) => String(id) === node.dataset.citation);
      if (own !== null && known === own) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }

  /** Says that the report has changed since, and what became of the quotes: `{count, lost}`, `lost` the ids of those gone. */
  showRevised({ count, lost }) {
    const words = lost.length === 0 ? say("answer.revised.found") : say("answer.revised.lost", { lost: lost.length, count });
    this.#note.replaceChildren(make("p", {}, words), this.#again("answer.again"));
    this.#note.hidden = false;
    for (const chip of this.querySelectorAll("[data-citation]")) chip.classList.toggle("lost", lost.includes(Number(chip.dataset.citation)));
  }

  #build() {
    this.className = "turn";
    this.append(make("div", { class: "asked" }, this.#heading, this.#edit), this.#report, this.#note, this.#statements, this.#status, this.#end);
    this.#name();
  }

  #name() {
    const { question, title } = this.#record;
    this.#heading.textContent = question;
    this.#edit.setAttribute("aria-label", say("ask.edit.of", { question }));
    this.#report.textContent = title;
    this.#report.hidden = !title;
  }

  #keep(changes) {
    this.#record = Object.freeze({ ...this.#record, ...changes });
    tell(this, "actqa-turn");
  }

  #wait() {
    this.showStatus(say("answer.waiting"));
    this.#patiently();
  }

  /** Says what is being done once nothing has come for a while. */
  #patiently() {
    clearTimeout(this.#timer);
    this.#status.hidden = true;
    this.#timer = setTimeout(() => this.#sayStatus(), PATIENCE);
  }

  #sayStatus() {
    this.#status.hidden = false;
    tell(this, "actqa-said", { text: this.#status.textContent });
  }

  #settle(changes) {
    clearTimeout(this.#timer);
    this.#status.hidden = true;
    this.#keep(changes);
  }

  #draw({ statement, citations, figures }) {
    this.#context.citations.push(...citations);
    this.#context.figures.push(...figures);
    this.#texts.push(statement.text);
    this.#statements.append(statementNode(statement, this.#context, this.#texts.length === 1));
  }

  #conclude(answer, rows) {
    for (const part of this.#context.citations) this.#whole.set(part, answer.citations.find(({ id }) => id === part.id));
    if (this.#differs(answer)) this.#rewrite(answer);
    // Chips already shown open the whole answer's sources, too.
    this.#context.citations.splice(0, Infinity, ...answer.citations);
    this.classList.toggle("refusal", !answer.answered);
    const again = () => tell(this, "actqa-retry");
    const conflicts = answer.conflicts.map((conflict) => conflictNode(conflict, answer));
    this.#end.replaceChildren(...conflicts, ...(atHand("chart")?.answerChart(rows) ?? []), footNode(answer, { titleOf: this.titleOf, again }));
    this.showCurrent(this.#current);
  }

  #stopped(words) {
    this.#end.replaceChildren(make("p", { class: "stopped" }, `${say(words)} `, this.#again("answer.again")));
  }

  #again(words) {
    return make("button", { type: "button", textContent: say(words), onclick: () => tell(this, "actqa-retry") });
  }

  /** The rows to chart, if they come in time. */
  async #charted(answer) {
    if (!this.forecasts) return null;
    const late = new Promise((resolve) => setTimeout(resolve, CHART_PATIENCE, null));
    return Promise.race([this.forecasts(answer).catch(() => null), late]);
  }

  /** Whether the stream brought something else than the whole answer says. */
  #differs(answer) {
    const texts = answer.statements.map(({ text }) => text);
    return texts.length === 0 || texts.length !== this.#texts.length || texts.some((text, at) => text !== this.#texts[at]);
  }

  #rewrite(answer) {
    this.#context = { figures: [...answer.figures], citations: [...answer.citations] };
    const whole = { text: answer.answer, citations: answer.citations.map(({ id }) => id) };
    const statements = answer.statements.length > 0 ? answer.statements : [whole];
    this.#statements.replaceChildren(...statements.map((one, at) => statementNode(one, this.#context, at === 0)));
  }
}
