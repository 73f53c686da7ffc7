/** Conversations in the browser's own database, so that a reload, or a browser that ends, loses nothing.
 *
 * A shelf has `heads()`, `turns(id)`, `write(head, turns, gone)`, `drop(id)` and `lasting`: this one, or one in memory
 * where the browser forbids the database.
 */

const NAME = "actqa";
const VERSION = 1;

/** What a browser says when the disk, or the share of it that a site may take, is full. */
export function isFull(error) {
  return error?.name === "QuotaExceededError" || error?.inner?.name === "QuotaExceededError";
}

/** The shelf that lasts, `whose` it is said by the name they signed in with; else one in memory. */
export async function openShelf(whose = "") {
  try {
    return new Shelf(await settled(prepare(indexedDB.open(whose ? `${NAME} ${whose}` : NAME, VERSION))));
  } catch {
    return new MemoryShelf();
  }
}

function prepare(opening) {
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("heads", { keyPath: "id" });
    opening.result.createObjectStore("turns", { keyPath: ["conversation", "id"] });
  };
  return opening;
}

class Shelf {
  lasting = true;
  #database;

  constructor(database) {
    this.#database = database;
    // Another tab with a newer page may change the database; this one then goes on in its own page's memory.
    database.onversionchange = () => database.close();
  }

  heads() {
    return this.#read("heads", (store) => store.getAll());
  }

  turns(id) {
    return this.#read("turns", (store) => store.getAll(rangeOf(id)));
  }

  write(head, turns, gone) {
    return this.#change((heads, kept) => {
      heads.put(head);
      for (const turn of turns) kept.put({ ...turn, conversation: head.id });
      for (const id of gone) kept.delete([head.id, id]);
    });
  }

  drop(id) {
    return this.#change((heads, kept) => {
      heads.delete(id);
      kept.delete(rangeOf(id));
    });
  }

  #read(name, ask) {
    return settled(ask(this.#database.transaction(name).objectStore(name)));
  }

  /** All of it or nothing: a turn is never kept without its conversation. */
  #change(work) {
    return new Promise((resolve, reject) => {
      const change = this.#database.transaction(["heads", "turns"], "readwrite");
      change.oncomplete = () => resolve();
      change.onabort = change.onerror = () => reject(change.error);
      work(change.objectStore("heads"), change.objectStore("turns"));
    });
  }
}

/** The same without a database: kept as long as the page stands. */
export class MemoryShelf {
  lasting = false;
  #heads = new Map();
  #turns = new Map();

  async heads() {
    return [...this.#heads.values()];
  }

  async turns(id) {
    return [...(this.#turns.get(id)?.values() ?? [])];
  }

  async write(head, turns, gone) {
    const kept = this.#turns.get(head.id) ?? new Map();
    for (const turn of turns) kept.set(turn.id, turn);
    for (const id of gone) kept.delete(id);
    this.#heads.set(head.id, head);
    this.#turns.set(head.id, kept);
  }

  async drop(id) {
    this.#heads.delete(id);
    this.#turns.delete(id);
  }
}

/** Every key that begins with the conversation. */
function rangeOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
