/** Questions and answers in order; one answer runs at a time. */

import { make } from "../dom.js";
import { Turn } from "./turn.js";

const HISTORY = 10;

export class Thread {
  #turns = [];
  #running = null;
  #list = make("div", { class: "turns" });
  #live = make("div", { class: "unseen", role: "log", "aria-live": "polite" });
  #told;

  /** `settings()` gives `{client, report, say, link}` as they are now; `told` hears `busy`, `answer` and `error`. */
  constructor(settings, told) {
    this.settings = settings;
    this.#told = told;
  }

  get nodes() {
    return [this.#list, this.#live];
  }

  get empty() {
    return this.#turns.length === 0;
  }

  /** The Answer, or null where it was stopped or failed; what runs is stopped for it. */
  async ask(question) {
    this.stop();
    const { say, link } = this.settings();
    const turn = new Turn(question, say, link, (text) => this.#live.append(make("p", {}, text)));
    this.#turns.push(turn);
    this.#list.append(turn.node);
    turn.node.scrollIntoView?.({ block: "nearest" });
    return this.#run(turn);
  }

  stop() {
    this.#running?.abort();
  }

  clear() {
    this.stop();
    this.#turns = [];
    this.#list.replaceChildren();
    this.#live.replaceChildren();
  }

  async #run(turn) {
    const running = (this.#running = new AbortController());
    this.#live.replaceChildren();
    this.#told.busy(true);
    try {
      return await this.#listen(turn, running.signal);
    } catch (error) {
      this.#end(turn, error);
      return null;
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.#told.busy(false);
      }
    }
  }

  async #listen(turn, signal) {
    const { client, report } = this.settings();
    const request = { question: turn.question, report, history: this.#history(turn) };
    for await (const { event, data } of client.chat(request, signal)) {
      signal.throwIfAborted();
      if (event === "status") turn.showStatus(data.text);
      if (event === "statement") turn.add(data);
      if (event === "answer") {
        turn.finish(data);
        this.#told.answer(data);
        return data;
      }
    }
    return null;
  }

  #end(turn, error) {
    const retry = () => {
      this.stop();
      turn.begin();
      this.#run(turn);
    };
    if (error.name === "AbortError") return turn.stop(retry);
    turn.fail(error, retry);
    return this.#told.error(error);
  }

  #history(turn) {
    const before = this.#turns.slice(0, this.#turns.indexOf(turn));
    return before.filter(({ state }) => state === "answered").map(({ question }) => question).slice(-HISTORY);
  }
}
