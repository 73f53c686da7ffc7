/** Questions and answers in order, with the question box under them.
 *
 * Properties in: `api`, `report` (id or null), `titleOf(id)`, `forecasts(answer)`. Events out: `actqa-records` {records}
 * whenever what is to be kept has changed, `actqa-away` {record} where that is of a turn that is not shown any more,
 * `actqa-unauthorized`, `actqa-fault` {error}, and its parts' `actqa-open-source` and `actqa-reload`.
 *
 * An answer that is being given goes on when another conversation is shown, and is found again with its own.
 */

import { make, tell } from "../dom.js";
import { atHand, later } from "../later.js";
import { asksForKey } from "../net/faults.js";
import { newId } from "../keep/conversations.js";
import { say } from "../strings.js";

const HISTORY = 10;

export class ConversationElement extends HTMLElement {
  #life = null;
  /** What ends the answers that are being given, by their turns. */
  #runs = new Map();
  /** Turns that went on while another conversation was shown, by id. */
  #away = new Map();
  #card = null;
  /** How often a key was given. */
  #keys = 0;
  #start = make("div");
  #turns = make("div", { class: "turns" }, this.#start);
  #scroller = make("div", { class: "scroller", tabIndex: 0, role: "region", "aria-label": say("ask.text") }, this.#turns);
  #live = make("div", { class: "unseen", "aria-live": "polite", role: "log" });
  #composer = document.createElement("actqa-composer");

  api = null;
  report = null;
  titleOf = () => "";
  forecasts = null;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", say("ask.conversation"));
    if (!this.#scroller.isConnected) this.append(this.#scroller, this.#composer, this.#live);
    const listen = (name, react) => this.addEventListener(name, react, { signal });
    listen("actqa-ask", ({ detail }) => this.ask(detail.question, detail.replaces));
    listen("actqa-stop", () => this.stop());
    listen("actqa-edit", () => this.#edit(this.turns.at(-1)));
    listen("actqa-edit-turn", ({ target }) => this.#edit(target));
    listen("actqa-retry", ({ target }) => this.#retry(target));
    listen("actqa-turn", () => tell(this, "actqa-records", { records: this.records }));
    listen("actqa-said", ({ detail }) => this.#announce(detail.text));
  }

  disconnectedCallback() {
    for (const running of this.#runs.values()) running.abort();
    this.#life.abort();
    this.#card = null;
  }

  get turns() {
    return [...this.#turns.querySelectorAll("actqa-turn")];
  }

  /** What is to be kept of each turn, in order. */
  get records() {
    return this.turns.map(({ record }) => record);
  }

  get busy() {
    return this.#running !== null;
  }

  /** The turn of what is shown whose answer is being given. */
  get #running() {
    return this.turns.find((turn) => this.#runs.has(turn)) ?? null;
  }

  /** What stands in the question box, not sent yet. */
  get draft() {
    return this.#composer.draft;
  }

  set draft(text) {
    this.#composer.draft = text;
  }

  /** Shows kept records in place of what stands there; none for an empty conversation. */
  show(records) {
    const left = this.#running;
    if (left) this.#away.set(left.record.id, left);
    this.#live.replaceChildren();
    this.#turns.replaceChildren(...(records.length > 0 ? records.map((record) => this.#returned(record)) : [this.#start]));
    this.#composer.busy = this.busy;
    this.#nameReports();
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** The turn of a record: itself, where it has gone on meanwhile. */
  #returned(record) {
    const gone = this.#away.get(record.id);
    this.#away.delete(record.id);
    const went = gone && (gone.state === "running" || record.state === "running");
    return went ? gone : this.#turn((turn) => turn.restore(record));
  }

  /** The id of the turn whose answer is being given; null for none. */
  get runningId() {
    return this.#running?.record.id ?? null;
  }

  /** What stands where no question has been asked yet; null for nothing. */
  set opening(node) {
    this.#start.replaceChildren(...(node ? [node] : []));
  }

  focusQuestion() {
    this.#composer.focus();
  }

  /** Asks; in place of the turn with the id `replaces` where there is one. */
  async ask(question, replaces = null) {
    if (this.#running) return;
    // Where the page has only just come, what shows answers may still be on its way.
    if (!atHand("answers") && !(await this.#brought(question))) return;
    if (this.#running) return;
    const asked = { question, report: this.report, title: this.titleOf(this.report) };
    const replaced = this.turns.find(({ record }) => record.id === replaces);
    const turn = replaced ?? this.#turn((fresh) => fresh.begin({ id: newId(), ...asked }));
    if (replaced) turn.restart(asked);
    else this.#put(turn);
    this.#nameReports();
    this.#scroller.scrollTop = turn.offsetTop - this.#turns.offsetTop;
    await this.#run(turn);
  }

  /** Brings what shows answers; where that fails the question is not lost. */
  async #brought(question) {
    this.#composer.busy = true;
    const came = await later("answers").then(() => true, (error) => tell(this, "actqa-fault", { error }) && false);
    this.#composer.busy = false;
    if (!came) this.#composer.draft = question;
    return came;
  }

  /** Ends the answer that is being given: of the turn with the id, else of what is shown. */
  stop(id = null) {
    const turn = id === null ? this.#running : [...this.#runs.keys()].find(({ record }) => record.id === id);
    this.#runs.get(turn)?.abort();
  }

  /** Marks the chips of the citation that the source shows; null for none. */
  showCurrent(citation) {
    for (const turn of this.turns) turn.showCurrent(citation);
  }

  /** Asks again what the missing key kept from being answered, now or when the server says so. */
  resume() {
    this.#keys += 1;
    const last = this.turns.at(-1);
    if (last?.state === "failed") this.#retry(last);
  }

  #turn(fill) {
    this.#card ??= new (atHand("answers").QuoteCard)(this, this.#life.signal);
    const turn = document.createElement("actqa-turn");
    turn.titleOf = this.titleOf;
    turn.forecasts = this.forecasts;
    fill(turn);
    return turn;
  }

  #put(turn) {
    this.#start.remove();
    this.#turns.append(turn);
    tell(this, "actqa-records", { records: this.records });
  }

  /** A turn names its report where that is another than the one before. */
  #nameReports() {
    const turns = this.turns;
    turns.forEach((turn, at) => turn.classList.toggle("same", at > 0 && turns[at - 1].record.report === turn.record.report));
  }

  #edit(turn) {
    if (turn && !this.#running) this.#composer.edit(turn.question, turn.record.id, turn === this.turns.at(-1));
  }

  #retry(turn) {
    if (this.#running) return;
    const failed = turn.state === "failed" ? { report: this.report, title: this.titleOf(this.report) } : {};
    turn.restart(failed);
    this.#composer.focus();
    this.#run(turn);
  }

  async #run(turn) {
    const running = new AbortController();
    const keys = this.#keys;
    let again = false;
    const keep = () => this.contains(turn) || tell(this, "actqa-away", { record: turn.record });
    this.#runs.set(turn, running);
    this.#composer.busy = true;
    this.#live.replaceChildren();
    turn.addEventListener("actqa-turn", keep);
    try {
      await this.#listen(turn, running.signal);
    } catch (error) {
      // Sent before the key was, and turned away after it.
      again = asksForKey(error) && keys < this.#keys;
      if (!again) this.#fail(turn, error);
    } finally {
      turn.removeEventListener("actqa-turn", keep);
      this.#runs.delete(turn);
      this.#composer.busy = this.busy;
    }
    if (again) this.#retry(turn);
  }

  async #listen(turn, signal) {
    const request = { question: turn.question, report: turn.record.report, history: this.#history(turn) };
    const take = {
      status: ({ text }) => turn.showStatus(text),
      statement: (event) => this.#statement(turn, event),
      answer: (answer) => this.#finish(turn, answer),
    };
    for await (const { event, data } of this.api.chat(request, signal)) await take[event]?.(data);
  }

  #statement(turn, event) {
    turn.addStatement(event);
    this.#tellOf(turn, event.statement.text);
  }

  async #finish(turn, answer) {
    if (turn.record.partial.length === 0) this.#tellOf(turn, answer.answer);
    await turn.finish(answer);
  }

  #tellOf(turn, text) {
    if (this.contains(turn)) this.#announce(text);
  }

  #fail(turn, error) {
    if (error.name === "AbortError") return turn.stop();
    turn.fail(error);
    this.#tellOf(turn, turn.querySelector(".fault").textContent);
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
