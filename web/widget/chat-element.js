/** `<actqa-chat>`: the assistant on any page.
 *
 * Attributes: report, title, greeting, placeholder, position (bottom-right, bottom-left, inline), theme (page, system,
 * light, dark), language, token-url, server. Events: actqa-answer {answer}, actqa-open-source {citation, url},
 * actqa-error {code, message}. Methods: ask(text), open(), close(), clear(). Property: token, for who has one at hand.
 */

import { tell } from "../dom.js";
import { Client } from "./client.js";
import { Credentials } from "./credentials.js";
import { Frame } from "./frame.js";
import { sheet } from "./style.js";
import { Thread } from "./thread.js";
import { speaker } from "./words.js";

const HOME = new URL("../../", import.meta.url);

export class ChatElement extends HTMLElement {
  static observedAttributes = ["title", "greeting", "placeholder", "position", "language", "token-url", "server"];

  #thread = new Thread(() => this.#settings(), {
    busy: (value) => (this.#frame.busy = value),
    answer: (answer) => tell(this, "actqa-answer", { answer }),
    error: ({ code, message }) => tell(this, "actqa-error", { code, message }),
  });
  #frame = new Frame(this.#thread, (question) => this.ask(question), () => this.clear());
  #client = null;
  #token = "";
  #life = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#frame.node);
  }

  connectedCallback() {
    this.#takeEarly("token");
    this.#life = new AbortController();
    this.#frame.listen(this.#life.signal);
    this.#show();
  }

  /** What has been said stays: frameworks take elements out and put them back. */
  disconnectedCallback() {
    this.#life.abort();
    this.#thread.stop();
  }

  attributeChangedCallback(name) {
    if (name === "token-url" || name === "server") this.#client = null;
    if (this.isConnected) this.#show();
  }

  /** A framework may set a property before the script has come: it then hides the element's own. */
  #takeEarly(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** Asks as if typed, and shows it; resolves to the Answer, or null where it was stopped or failed. */
  async ask(text) {
    const question = String(text ?? "").trim();
    if (question === "") return null;
    this.open();
    this.#frame.greet(null);
    return this.#thread.ask(question);
  }

  /** A token that the page holds already; nobody renews it. */
  set token(value) {
    this.#token = value;
    this.#client = null;
  }

  /** Opens the panel; in-line it is always open. */
  open() {
    this.#frame.open = true;
  }

  close() {
    this.#frame.open = false;
  }

  /** Begins a new conversation. */
  clear() {
    this.#thread.clear();
    this.#show();
  }

  #show() {
    const say = speaker(this.#language());
    const words = (name) => this.getAttribute(name) || say(name);
    this.#frame.lang = this.#language();
    this.#frame.name(say, words("title"), words("placeholder"));
    this.#frame.inline = this.getAttribute("position") === "inline";
    this.#frame.greet(this.#thread.empty ? words("greeting") : null);
  }

  #language() {
    return this.getAttribute("language") ?? this.closest("[lang]")?.lang ?? "";
  }

  #settings() {
    const home = new URL(this.getAttribute("server") ?? HOME, document.baseURI);
    const tokens = this.getAttribute("token-url");
    const address = tokens === null ? null : new URL(tokens, document.baseURI);
    this.#client ??= new Client(home, new Credentials(address, this.#token));
    return {
      client: this.#client,
      report: this.getAttribute("report") || null,
      say: speaker(this.#language()),
      link: ({ report, start, end }) => new URL(`#${new URLSearchParams({ report, start, end })}`, home).href,
    };
  }
}
