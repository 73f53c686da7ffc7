/** What an empty conversation shows: questions of the report picked, or why there is nothing to ask. */

import { faultNode, noReportsNode, startNode, waitingNode } from "../conversation/start.js";
import { explain } from "../net/faults.js";

const PATIENCE = 300;

export class Opening {
  #api;
  #conversation;
  #known = new Map();
  #coming = new Map();
  #shown = null;
  #timer = 0;

  constructor(api, conversation) {
    this.#api = api;
    this.#conversation = conversation;
  }

  /** Nothing for a moment, then that the reports are being loaded. */
  wait() {
    this.#timer = setTimeout(() => (this.#conversation.opening = waitingNode()), PATIENCE);
  }

  none() {
    this.#settle(noReportsNode());
  }

  fail(error) {
    this.#settle(faultNode(explain(error)));
  }

  /** Forgets what was suggested, since reports may have changed. */
  forget() {
    this.#known.clear();
    this.#coming.clear();
  }

  /** Fetches the questions of the report that will be picked first, so that they are there with it. */
  expect(id) {
    if (!this.#coming.has(id)) this.#coming.set(id, this.#api.questions(id).catch(() => []));
    return this.#coming.get(id);
  }

  /** Invites to ask the report picked (`{id, title}`); its questions are fetched once, and do without where they cannot be. */
  async invite({ id, title }) {
    this.#shown = id;
    this.#settle(startNode(title, this.#known.get(id) ?? null));
    if (this.#known.has(id)) return;
    this.#timer = setTimeout(() => (this.#conversation.opening = startNode(title, null, true)), PATIENCE);
    const questions = await this.expect(id);
    if (questions.length > 0) this.#known.set(id, questions);
    else this.#coming.delete(id);
    if (this.#shown === id) this.#settle(startNode(title, questions));
  }

  #settle(node) {
    clearTimeout(this.#timer);
    this.#conversation.opening = node;
  }
}
