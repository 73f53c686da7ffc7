/** One question with what became of it: status, statements, the whole answer, or a fault. */

import { make, tell } from "../dom.js";
import { explain } from "../net/faults.js";
import { say } from "../strings.js";
import { conflictNode } from "./conflicts.js";
import { footNode } from "./foot.js";
import { statementNode } from "./statement.js";

/** Nothing is said for so long: most answers are there by then. */
const PATIENCE = 300;

/** Events out: `actqa-open-source`, `actqa-retry`. */
export class TurnElement extends HTMLElement {
  #context = { figures: [], citations: [] };
  #texts = [];
  #statusText = "";
  #timer = 0;
  #statements = make("div", { class: "statements" });
  #status = make("p", { class: "status", hidden: true });
  #end = make("div", { class: "end" });

  /** `running`, `answered`, `stopped` or `failed`. */
  state = "running";

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /** Shows the question and waits. */
  begin(question) {
    this.question = question;
    this.className = "turn";
    this.append(make("h3", { class: "question", textContent: question }), this.#statements, this.#status, this.#end);
    this.#wait();
  }

  /** Forgets what came and waits again. */
  restart() {
    this.#context = { figures: [], citations: [] };
    this.#texts = [];
    this.#statements.replaceChildren();
    this.#end.replaceChildren();
    this.#wait();
  }

  showStatus(text) {
    this.#statusText = text;
    this.#status.textContent = text;
  }

  addStatement({ statement, citations, figures }) {
    this.#context.citations.push(...citations);
    this.#context.figures.push(...figures);
    this.#texts.push(statement.text);
    this.#statements.append(statementNode(statement, this.#context, this.#texts.length === 1));
  }

  finish(answer) {
    this.#settle("answered");
    if (this.#differs(answer)) this.#rewrite(answer);
    // Chips already shown open the whole answer's sources, too.
    this.#context.citations.splice(0, Infinity, ...answer.citations);
    this.classList.toggle("refusal", !answer.answered);
    this.#end.replaceChildren(...answer.conflicts.map((conflict) => conflictNode(conflict, answer)), footNode(answer));
  }

  fail(error) {
    this.#settle("failed");
    const { what, advice } = explain(error);
    this.#end.replaceChildren(
      make("div", { class: "fault" }, make("p", { class: "what" }, what), make("p", {}, advice), this.#again("answer.retry")),
    );
  }

  stop() {
    this.#settle("stopped");
    this.#end.replaceChildren(make("p", { class: "stopped" }, `${say("answer.stopped")} `, this.#again("answer.again")));
  }

  /** Marks the chips of the citation that the source shows. */
  showCurrent(citation) {
    for (const node of this.querySelectorAll("[data-citation]")) {
      const known = this.#context.citations.find(({ id }) => String(id) === node.dataset.citation);
      if (citation !== null && known === citation) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }

  #wait() {
    this.state = "running";
    this.showStatus(say("answer.waiting"));
    this.#timer = setTimeout(() => (this.#status.hidden = false), PATIENCE);
  }

  #settle(state) {
    clearTimeout(this.#timer);
    this.state = state;
    this.#status.hidden = true;
  }

  #again(words) {
    return make("button", { type: "button", textContent: say(words), onclick: () => tell(this, "actqa-retry") });
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
