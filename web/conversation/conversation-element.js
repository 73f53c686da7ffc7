/** Questions and answers in order, with the question box under them.
 *
 * Properties in: `api`, `report` (id or null), `title` of that report. Events out: `actqa-unauthorized`, and its
 * parts' `actqa-open-source` and `actqa-reload`.
 */

import { make, tell } from "../dom.js";
import { asksForKey } from "../net/faults.js";
import { say } from "../strings.js";
import { startNode } from "./start.js";

const HISTORY = 10;

export class ConversationElement extends HTMLElement {
  #life = null;
  #running = null;
  #turns = make("div", { class: "turns" });
  #scroller = make("div", { class: "scroller", tabIndex: 0, role: "region", "aria-label": say("ask.text") }, this.#turns);
  #live = make("div", { class: "unseen", "aria-live": "polite", role: "log" });
  #composer = document.createElement("actqa-composer");

  api = null;
  report = null;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", say("ask.conversation"));
    if (!this.#scroller.isConnected) this.append(this.#scroller, this.#composer, this.#live);
    this.addEventListener("actqa-ask", ({ detail }) => this.ask(detail.question, detail.replaces), { signal });
    this.addEventListener("actqa-stop", () => this.stop(), { signal });
    this.addEventListener("actqa-edit", () => this.#edit(), { signal });
    this.addEventListener("actqa-retry", ({ target }) => this.#retry(target), { signal });
  }

  disconnectedCallback() {
    this.stop();
    this.#life.abort();
  }

  get turns() {
    return [...this.#turns.querySelectorAll("actqa-turn")];
  }

  /** What stands where no question has been asked yet; null for nothing. */
  set opening(node) {
    if (this.turns.length === 0) this.#turns.replaceChildren(...(node ? [node] : []));
  }

  /** Shows what one can ask. */
  invite(title) {
    this.opening = startNode(title);
  }

  focusQuestion() {
    this.#composer.focus();
  }

  /** Asks, in place of the last question where `replaces` says so. */
  async ask(question, replaces = false) {
    if (this.#running) return;
    const turn = document.createElement("actqa-turn");
    if (replaces) this.turns.at(-1)?.remove();
    if (this.turns.length === 0) this.#turns.replaceChildren();
    turn.begin(question);
    this.#turns.append(turn);
    this.#scroller.scrollTop = turn.offsetTop - this.#turns.offsetTop;
    await this.#run(turn);
  }

  stop() {
    this.#running?.abort();
  }

  /** Marks the chips of the citation that the source shows; null for none. */
  showCurrent(citation) {
    for (const turn of this.turns) turn.showCurrent(citation);
  }

  /** Asks again what the missing key kept from being answered. */
  resume() {
    const last = this.turns.at(-1);
    if (last?.state === "failed") this.#retry(last);
  }

  #edit() {
    const last = this.turns.at(-1);
    if (last && !this.#running) this.#composer.edit(last.question);
  }

  #retry(turn) {
    if (this.#running) return;
    turn.restart();
    this.#composer.focus();
    this.#run(turn);
  }

  async #run(turn) {
    const running = (this.#running = new AbortController());
    this.#composer.busy = true;
    this.#live.replaceChildren();
    try {
      await this.#listen(turn, running.signal);
    } catch (error) {
      this.#fail(turn, error);
    } finally {
      this.#running = null;
      this.#composer.busy = false;
    }
  }

  async #listen(turn, signal) {
    const request = { question: turn.question, report: this.report, history: this.#history(turn) };
    const take = {
      status: ({ text }) => turn.showStatus(text),
      statement: (event) => this.#statement(turn, event),
      answer: (answer) => this.#finish(turn, answer),
    };
    for await (const { event, data } of this.api.chat(request, signal)) take[event]?.(data);
  }

  #statement(turn, event) {
    turn.addStatement(event);
    this.#announce(event.statement.text);
  }

  #finish(turn, answer) {
    turn.finish(answer);
    if (this.#live.childElementCount === 0) this.#announce(answer.answer);
  }

  #fail(turn, error) {
    if (error.name === "AbortError") return turn.stop();
    turn.fail(error);
    this.#announce(turn.querySelector(".fault").textContent);
    if (asksForKey(error)) tell(this, "actqa-unauthorized", { rejected: true });
    return undefined;
  }

  /** Earlier questions that were answered, oldest first. */
  #history(turn) {
    const turns = this.turns;
    return turns.slice(0, turns.indexOf(turn)).filter(({ state }) => state === "answered").map(({ question }) => question).slice(-HISTORY);
  }

  /** Whole statements, politely. */
  #announce(text) {
    this.#live.append(make("p", { textContent: text }));
  }
}
