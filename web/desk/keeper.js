/** Keeps what is asked: the conversation that is shown, in step with those that are kept. */

import { later } from "../later.js";
import { difference, headOf, newHead } from "../keep/conversations.js";
import { isFull } from "../keep/database.js";
import { say } from "../strings.js";

const OPEN = "actqa-conversation";
const DRAFT = "actqa-draft";

export class Keeper {
  #head = newHead(null);
  #kept = [];
  #saving = Promise.resolve();
  /** Heads of conversations whose answer is being given while another is shown, by the turn's id. */
  #away = new Map();
  #removed = new Set();

  /** `parts`: the page's `conversation`, `list`, `notice`, `store` of conversations, and `titleOf` reports. `goTo(report)` picks one. */
  constructor(parts) {
    this.parts = parts;
    const { conversation, list } = parts;
    conversation.addEventListener("actqa-records", ({ detail }) => this.#keep(detail.records));
    conversation.addEventListener("actqa-away", ({ detail }) => this.#keepAway(detail.record));
    conversation.addEventListener("actqa-draft", ({ detail }) => session(DRAFT, detail.text));
    list.addEventListener("actqa-new", () => this.begin());
    list.addEventListener("actqa-open", ({ detail }) => this.open(detail.id));
    list.addEventListener("actqa-export", ({ detail }) => this.#export(detail.id));
    list.addEventListener("actqa-delete", ({ detail }) => this.#remove(detail.id));
    list.addEventListener("actqa-rename", ({ detail }) => this.#rename(detail.id, detail.title));
  }

  /** Whether this tab showed a conversation before it was loaded again. */
  get expects() {
    return Boolean(session(OPEN));
  }

  /** Shows what this tab showed before it was loaded again. */
  async start() {
    const { conversation } = this.parts;
    const draft = session(DRAFT);
    const id = session(OPEN);
    const found = id ? await this.#load(id) : null;
    if (found && conversation.turns.length === 0) this.#show(found);
    if (draft && conversation.draft === "") conversation.draft = draft;
    await this.#list();
    return found !== null;
  }

  /** Leaves no trace in this tab for who comes next. */
  forget() {
    session(OPEN, "");
    session(DRAFT, "");
  }

  /** An empty conversation; nothing is kept of it until something is asked. */
  begin() {
    this.#show({ head: newHead(this.parts.conversation.report), turns: [] });
    session(OPEN, "");
    this.parts.conversation.focusQuestion();
  }

  async open(id) {
    const found = await this.#load(id);
    if (found === null) return this.#list();
    this.#show(found);
    return this.parts.opened(found);
  }

  /** Another tab has changed a conversation: shows it as it is now, unless something is going on here. */
  async follow(id) {
    await this.#list();
    if (id !== this.#head?.id || this.parts.conversation.busy) return;
    const found = await this.#load(id);
    if (found && this.#differs(found.turns)) this.#show(found);
  }

  /** With what shows its answers and draws its charts, so that none comes later and moves what is read. */
  async #load(id) {
    await this.#saving;
    const found = await this.parts.store.load(id);
    if (found) await later("answers");
    if (found?.turns.some(({ chart }) => chart)) await later("chart").catch(() => null);
    return found;
  }

  #differs(turns) {
    return JSON.stringify(turns.map(plain)) !== JSON.stringify(this.#kept.map(plain));
  }

  #show({ head, turns }) {
    const left = this.parts.conversation.runningId;
    if (left) this.#away.set(left, this.#head);
    for (const { id } of turns) this.#away.delete(id);
    this.#head = head;
    this.#kept = turns;
    session(OPEN, turns.length > 0 ? head.id : "");
    this.parts.conversation.show(turns);
    this.#kept = this.parts.conversation.records;
    this.parts.list.mark(head.id);
    this.#tellAway();
    this.parts.shown();
  }

  /** What is still being answered in another conversation than the one shown. */
  #keepAway(record) {
    const head = this.#away.get(record.id);
    if (!head) return;
    if (record.state !== "running") this.#away.delete(record.id);
    this.#saving = this.#busy(this.#saving.then(() => this.#write({ ...head, changed: Date.now() }, [record], [])));
    this.#tellAway();
  }

  #tellAway() {
    this.parts.list.working = new Set([...this.#away.values()].map(({ id }) => id));
  }

  #keep(records) {
    const { changed, gone } = difference(this.#kept, records);
    if (changed.length + gone.length === 0) return;
    const isNew = this.#kept.length === 0;
    this.#head = headOf(this.#head, records, this.parts.conversation.report);
    this.#kept = records;
    session(OPEN, this.#head.id);
    const head = this.#head;
    this.#saving = this.#busy(this.#saving.then(() => this.#write(head, changed, gone)));
    if (isNew) this.parts.list.mark(head.id);
  }

  /** The list of conversations tells that something is still being written. */
  #busy(saving) {
    const { list } = this.parts;
    list.setAttribute("aria-busy", "true");
    const done = saving.finally(() => done === this.#saving && list.removeAttribute("aria-busy"));
    return done;
  }

  async #write(head, changed, gone) {
    const { store, notice } = this.parts;
    if (this.#removed.has(head.id)) return;
    try {
      await store.save(head, changed, gone);
      notice.clear("full");
      if (!(await store.lasting())) notice.show("memory", say("keep.memory"), [this.#exporting(head.id)]);
    } catch (error) {
      // Tried again with the next change, together with what could not be kept now.
      this.#kept = this.#kept.filter((turn) => !changed.includes(turn));
      notice.show("full", say(isFull(error) ? "keep.full" : "keep.unkept"), [this.#exporting(head.id)]);
    }
    await this.#list();
  }

  #exporting(id) {
    return { words: say("keep.export"), act: () => this.#export(id) };
  }

  async #list() {
    this.parts.list.entries = await this.parts.store.list();
    this.parts.list.mark(this.#head.id);
  }

  /** What is shown is exported from the page, so that also what could not be kept can be taken along. */
  async #export(id) {
    const own = id === this.#head.id ? { head: this.#head, turns: this.parts.conversation.records } : await this.parts.store.load(id);
    const { conversationMarkdown, download, fileName } = await later("answers");
    if (own) download(fileName(own.head.title), conversationMarkdown(own, this.parts.titleOf));
  }

  /** Nobody waits any more for what a conversation that is removed was being told. */
  #stopAnswering(id) {
    if (id === this.#head.id) this.parts.conversation.stop();
    for (const [turn, head] of this.#away) if (head.id === id) this.parts.conversation.stop(turn);
  }

  async #rename(id, title) {
    const found = await this.parts.store.load(id);
    if (!found) return;
    const head = { ...found.head, title, named: true };
    if (id === this.#head.id) this.#head = { ...this.#head, title, named: true };
    for (const [turn, away] of this.#away) if (away.id === id) this.#away.set(turn, { ...away, title, named: true });
    await this.parts.store.save(head, []);
    await this.#list();
  }

  async #remove(id) {
    // From here on nothing more of it is written, whatever is still on its way.
    this.#removed.add(id);
    this.#stopAnswering(id);
    await this.#saving;
    const found = await this.parts.store.remove(id);
    if (!found) {
      this.#removed.delete(id);
      return;
    }
    if (id === this.#head.id) this.begin();
    await this.#list();
    const undo = async () => {
      this.#removed.delete(id);
      await this.parts.store.save(found.head, found.turns);
      await this.open(id);
      await this.#list();
    };
    this.parts.notice.show("deleted", say("keep.deleted", { title: found.head.title }), [{ words: say("keep.undo"), act: undo }]);
  }
}

function plain({ conversation, ...turn }) {
  return turn;
}

/** Kept for this tab alone; storage may be forbidden, and then nothing is. */
function session(name, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(name);
    if (value === "") sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    return null;
  }
  return value;
}
