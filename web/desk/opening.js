/** What an empty conversation shows: questions of the report picked, or why there is nothing to ask. */

import { faultNode, noReportsNode, startNode, waitingNode } from "../conversation/start.js";
import { explain } from "../net/faults.js";

const PATIENCE = 300;

export class Opening {
  #api;
  #conversation;
  #known = new Map();
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
  }

  /** Invites to ask the report picked (`{id, title}`); its questions are fetched once, and do without where they cannot be. */
  async invite({ id, title }) {
    this.#shown = id;
    this.#settle(startNode(title, this.#known.get(id) ?? null));
    if (this.#known.has(id)) return;
    this.#timer = setTimeout(() => (this.#conversation.opening = startNode(title, null, true)), PATIENCE);
    const questions = await this.#api.questions(id).catch(() => []);
    if (questions.length > 0) this.#known.set(id, questions);
    if (this.#shown === id) this.#settle(startNode(title, questions));
  }

  #settle(node) {
    clearTimeout(this.#timer);
    this.#conversation.opening = node;
  }
}
