/** Reports are added here: picked from the disk, or dropped anywhere on the page. One after the other, each with a line of its own.
 *
 * Properties in: `api`, `most` (bytes of the largest file). Events out: `actqa-added` {id} for each report that was added,
 * `actqa-unauthorized`.
 */

import { make, tell } from "../dom.js";
import { asksForKey, explain } from "../net/faults.js";
import { sendFile } from "../net/upload.js";
import { say } from "../strings.js";
import { formatRoute } from "./route.js";

export class UploadsElement extends HTMLElement {
  #life = null;
  #waiting = [];
  #sending = null;
  #inside = 0;
  #field = make("input", { type: "file", multiple: true, class: "unseen", tabIndex: -1, "aria-hidden": "true" });
  #button = make("button", { type: "button", class: "quiet add", textContent: say("add"), title: say("add.line"), onclick: () => this.#field.click() });
  #lines = make("ul", { class: "uploads" });
  #status = make("p", { class: "unseen", role: "status" });
  #veil = make("div", { class: "veil", hidden: true }, make("p", {}, say("add.drop")));

  api = null;
  most = Infinity;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (this.childElementCount === 0) this.append(this.#button, this.#field, this.#lines, this.#status, this.#veil);
    this.#field.addEventListener("change", () => this.#picked(), { signal });
    const listen = (name, react) => document.addEventListener(name, (event) => hasFiles(event) && react(event), { signal });
    listen("dragenter", (event) => this.#over(event, 1));
    listen("dragleave", (event) => this.#over(event, -1));
    listen("dragover", (event) => event.preventDefault());
    listen("drop", (event) => this.#dropped(event));
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  focus() {
    this.#button.focus();
  }

  /** Sends files, after those that are waiting. */
  add(files) {
    // What was dealt with before makes room.
    for (const line of this.#lines.querySelectorAll("[data-state=added]")) line.remove();
    for (const file of files) this.#take(file);
    this.#next();
  }

  #picked() {
    this.add([...this.#field.files]);
    this.#field.value = "";
  }

  /** Elements of the page are entered before others are left: what counts is the balance. */
  #over(event, by) {
    event.preventDefault();
    this.#inside = Math.max(0, this.#inside + by);
    this.#veil.hidden = this.#inside === 0;
  }

  #dropped(event) {
    event.preventDefault();
    this.#inside = 0;
    this.#veil.hidden = true;
    this.add([...event.dataTransfer.files]);
  }

  #take(file) {
    const upload = { file, stop: new AbortController(), ...lineOf(file.name) };
    this.#lines.append(upload.node);
    upload.act.addEventListener("click", () => this.#cancel(upload));
    if (file.size > this.most) return this.#end(upload, "failed", say("add.large", { most: Math.floor(this.most / 1e6) }));
    upload.say("waiting", say("add.waiting"));
    return this.#waiting.push(upload);
  }

  async #next() {
    if (this.#sending || this.#waiting.length === 0) return;
    this.#sending = this.#waiting.shift();
    await this.#send(this.#sending);
    this.#sending = null;
    this.#next();
  }

  async #send(upload) {
    const told = (share) => (share < 1 ? upload.say("sending", say("add.sending", { share: Math.floor(share * 100) }), share) : upload.say("reading", say("add.reading")));
    told(0);
    try {
      const added = await sendFile(this.api.reportsAddress, upload.file, told, upload.stop.signal);
      upload.name.replaceChildren(make("a", { href: formatRoute("ask", added.id), textContent: added.title }));
      this.#end(upload, "added", say(`add.${added.change}`));
      tell(this, "actqa-added", { id: added.id });
    } catch (error) {
      this.#fail(upload, error);
    }
  }

  #fail(upload, error) {
    if (error.name === "AbortError") return upload.node.remove();
    this.#end(upload, "failed", error.message || explain(error).what);
    return asksForKey(error) ? tell(this, "actqa-unauthorized") : undefined;
  }

  #end(upload, state, words) {
    upload.say(state, words);
    this.#status.textContent = `${upload.file.name}: ${words}`;
  }

  /** Takes it off the list; one that is being sent is not sent further. */
  #cancel(upload) {
    const held = upload.node.contains(document.activeElement);
    this.#waiting = this.#waiting.filter((one) => one !== upload);
    if (upload === this.#sending) upload.stop.abort();
    else upload.node.remove();
    if (held) this.focus();
  }
}

function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes("Files");
}

/** A file's line: `say(state, words, share)` shows how it stands; the button cancels it, or takes the line away. */
function lineOf(fileName) {
  const name = make("span", { class: "name" }, fileName);
  const state = make("span", { class: "state" });
  const bar = make("progress", { max: 1, "aria-label": say("add.progress", { name: fileName }) });
  const act = make("button", { type: "button", class: "quiet", textContent: "✕" });
  const node = make("li", {}, name, act, bar, state);
  const show = (kind, words, share) => {
    const busy = kind === "sending" || kind === "reading";
    node.dataset.state = kind;
    state.textContent = words;
    bar.hidden = !busy;
    // What the server does with it takes as long as it takes.
    if (share === undefined) bar.removeAttribute("value");
    else bar.value = share;
    act.hidden = kind === "reading";
    act.setAttribute("aria-label", say(busy || kind === "waiting" ? "add.cancel" : "add.dismiss", { name: fileName }));
  };
  return { name, act, node, say: show };
}
