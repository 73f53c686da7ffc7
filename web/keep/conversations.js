/** Kept conversations: heads to list them by, turns to show. A head is `{id, title, named, created, changed, report}`. */

const TITLE = 60;

/** A new conversation's head; it is kept with its first question. */
export function newHead(report, now = Date.now()) {
  return { id: newId(now), title: "", named: false, created: now, changed: now, report };
}

/** Sorts by time, and differs between tabs. */
export function newId(now = Date.now()) {
  const chance = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${now.toString(36).padStart(9, "0")}-${chance}`;
}

/** A question as a title: one line, cut at a word. */
export function titleOf(question) {
  const line = question.replace(/\s+/g, " ").trim();
  if (line.length <= TITLE) return line;
  const gap = line.slice(0, TITLE + 1).lastIndexOf(" ");
  return `${line.slice(0, gap > TITLE / 2 ? gap : TITLE)}…`;
}

/** The head as it is to be kept after a change of its turns: named after its first question unless someone named it. */
export function headOf(head, turns, report, now = Date.now()) {
  const title = head.named ? head.title : titleOf(turns[0]?.question ?? "");
  return { ...head, title, report, changed: now };
}

/** What is to be written and what to be dropped to get from the turns `kept` to those that `are`; turns never change in place. */
export function difference(kept, are) {
  const before = new Map(kept.map((turn) => [turn.id, turn]));
  const ids = new Set(are.map(({ id }) => id));
  return { changed: are.filter((turn) => before.get(turn.id) !== turn), gone: kept.map(({ id }) => id).filter((id) => !ids.has(id)) };
}

/** The conversations of a shelf. */
export class Conversations {
  #shelf;
  #channel;

  /** `shelf` may be a promise. `onchange(id)` is called when another tab has changed one. */
  constructor(shelf, onchange = () => undefined) {
    this.#shelf = shelf;
    this.#channel = new BroadcastChannel("actqa");
    this.#channel.onmessage = ({ data }) => onchange(data);
  }

  close() {
    this.#channel.close();
  }

  /** Whether they outlast the page. */
  async lasting() {
    return (await this.#shelf).lasting;
  }

  /** Heads, the last changed first. */
  async list() {
    return (await (await this.#shelf).heads()).sort((one, other) => other.changed - one.changed);
  }

  /** `{head, turns}` in order; null where there is none. */
  async load(id) {
    const shelf = await this.#shelf;
    const head = (await shelf.heads()).find((one) => one.id === id);
    if (!head) return null;
    return { head, turns: (await shelf.turns(id)).sort((one, other) => (one.id < other.id ? -1 : 1)) };
  }

  async save(head, changed, gone = []) {
    await (await this.#shelf).write(head, changed, gone);
    this.#channel.postMessage(head.id);
  }

  /** Takes a conversation away and returns it, so that it can be put back. */
  async remove(id) {
    const found = await this.load(id);
    await (await this.#shelf).drop(id);
    this.#channel.postMessage(id);
    return found;
  }
}
