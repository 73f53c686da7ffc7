/** One question with what became of it. */

import { make } from "../dom.js";
import { conflictNode, contextOf, statementNode } from "./answer.js";
import { faultKey } from "./client.js";

/** Nothing is said for so long: most answers are there by then. */
const PATIENCE = 300;

export class Turn {
  #say;
  #link;
  #context;
  #announce;
  #timer = 0;
  #statements = make("div", { class: "statements" });
  #status = make("p", { class: "status", hidden: true });
  #end = make("div", { class: "end" });

  /** `running`, `answered`, `stopped` or `failed`. */
  state = "running";

  /** `announce(text)` says it to who cannot see. */
  constructor(question, say, link, announce) {
    this.question = question;
    this.#say = say;
    this.#link = link;
    this.#announce = announce;
    const asked = make("p", { class: "question", part: "question" }, question);
    this.node = make("article", { class: "turn", part: "answer" }, asked, this.#statements, this.#status, this.#end);
    this.begin();
  }

  /** Forgets what came and waits. */
  begin() {
    this.state = "running";
    this.#context = contextOf(this.#say, this.#link);
    this.#statements.replaceChildren();
    this.#end.replaceChildren();
    this.#status.textContent = this.#say("waiting");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sayStatus(), PATIENCE);
  }

  /** What the server says that it is doing, in English; other languages keep to their own words. */
  showStatus(text) {
    if (this.#say.language !== "en" || text === this.#status.textContent) return;
    this.#status.textContent = text;
    if (!this.#status.hidden) this.#announce(text);
  }

  #sayStatus() {
    this.#status.hidden = false;
    this.#announce(this.#status.textContent);
  }

  add({ statement, citations, figures }) {
    this.#context.citations.push(...citations);
    this.#context.figures.push(...figures);
    this.#statements.append(statementNode(statement, this.#context));
    this.#announce(statement.text);
  }

  finish(answer) {
    this.#settle("answered");
    if (answer.statements.length === 0) this.add(refusalEvent(answer));
    const conflicts = answer.conflicts.map((conflict) => conflictNode(conflict, answer, this.#context));
    this.#end.replaceChildren(...conflicts, ...this.#checked("withheld", answer.withheld), ...this.#checked("mended", answer.mended ?? []));
  }

  stop(retry) {
    this.#settle("stopped");
    this.#end.replaceChildren(make("p", { class: "status" }, this.#say("stopped"), this.#again(retry)));
  }

  fail(error, retry) {
    this.#settle("failed");
    const words = this.#say(faultKey(error));
    this.#end.replaceChildren(make("div", { class: "fault", part: "fault" }, make("p", {}, words), this.#again(retry)));
    this.#announce(words);
  }

  #settle(state) {
    clearTimeout(this.#timer);
    this.state = state;
    this.#status.hidden = true;
  }

  #again(retry) {
    return make("button", { type: "button", textContent: this.#say("retry"), onclick: retry });
  }

  /** What the check held back, or sent back to the model and what `became` of it; shown on demand. */
  #checked(words, statements) {
    if (statements.length === 0) return [];
    const said = (text) => make("q", { lang: "en" }, text);
    const items = statements.map(({ text, reason, became }) =>
      make("li", {}, said(text), ` – ${reason}`, became ? [" → ", said(became)] : null));
    return [make("details", {}, make("summary", {}, this.#say(words, { count: statements.length })), make("ul", {}, items))];
  }
}

/** A refusal is said as the one statement; it may cite what comes nearest. */
function refusalEvent({ answer, citations, figures }) {
  return { statement: { text: answer, citations: citations.map(({ id }) => id) }, citations, figures };
}
