/** What holds the conversation: the launcher, the panel with its bar, and the question box. */

import { make } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
/** A page with one line marked. */
const SHEET = "M6 3h9l4 4v14H6z M15 3v4h4 M9 10h7 M9 18h7";
const MARKED = "M9 14h7";

let count = 0;

export class Frame {
  #say = null;
  #busy = false;
  #thread;
  #ask;
  #clear;
  #open = false;
  #inline = false;
  #id = `actqa-${(count += 1)}`;
  #launcher = make("button", { type: "button", class: "launcher", part: "launcher", "aria-expanded": "false" }, icon());
  #name = make("h2", { class: "name" });
  #again = make("button", { type: "button", class: "quiet" });
  #close = make("button", { type: "button", class: "quiet" });
  #greeting = make("p", { class: "greeting", part: "greeting" });
  #messages = make("div", { class: "messages", part: "messages", role: "region", tabIndex: 0 }, this.#greeting);
  #label = make("label", { class: "unseen", htmlFor: `${this.#id}-question` });
  #box = make("textarea", { id: `${this.#id}-question`, rows: 1, autocomplete: "off", part: "input", maxLength: 2000 });
  #send = make("button", { type: "button", class: "send", part: "send" });
  // No form: a page in a sandbox may not send one.
  #composer = make("div", { class: "composer", part: "composer" }, this.#label, this.#box, this.#send);
  #panel = make(
    "section",
    { class: "panel", part: "panel", hidden: true },
    make("header", { class: "bar", part: "header" }, this.#name, this.#again, this.#close),
    this.#messages,
    this.#composer,
  );

  constructor(thread, ask, clear) {
    this.#thread = thread;
    this.#ask = ask;
    this.#clear = clear;
    this.#messages.append(...thread.nodes);
    // An empty title keeps the element's own, which names the panel, from showing as a tooltip everywhere.
    this.node = make("div", { class: "frame", title: "" }, this.#panel, this.#launcher);
  }

  /** Listens until the signal ends it. */
  listen(signal) {
    this.#launcher.addEventListener("click", () => this.#toggle(), { signal });
    this.#close.addEventListener("click", () => this.#shut(), { signal });
    this.#again.addEventListener("click", () => this.#anew(), { signal });
    this.#send.addEventListener("click", () => this.#submit(), { signal });
    this.#box.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#box.addEventListener("input", () => this.#grow(), { signal });
    this.#panel.addEventListener("keydown", (event) => this.#escape(event), { signal });
  }

  set lang(tag) {
    this.node.lang = tag;
  }

  /** Its words, in whatever language. */
  name(say, title, placeholder) {
    this.#say = say;
    this.#name.textContent = title;
    this.#panel.setAttribute("aria-label", title);
    this.#launcher.setAttribute("aria-label", title);
    this.#again.textContent = say("clear");
    this.#close.textContent = say("close");
    this.#messages.setAttribute("aria-label", `${title}: ${say("conversation")}`); // several may stand on one page
    this.#label.textContent = placeholder;
    this.#box.placeholder = placeholder;
    this.busy = this.#busy;
  }

  /** The greeting; null for none. */
  greet(words) {
    this.#greeting.hidden = words === null;
    if (words !== null) this.#greeting.textContent = words;
  }

  /** In the page's flow instead of over it. */
  set inline(value) {
    this.#inline = value;
    this.node.classList.toggle("inline", value);
    this.#launcher.hidden = this.#close.hidden = value;
    this.#panel.setAttribute("role", value ? "region" : "dialog");
    this.open = value || this.#open;
  }

  set open(value) {
    this.#open = value || this.#inline;
    this.#panel.hidden = !this.#open;
    this.#launcher.setAttribute("aria-expanded", String(this.#open));
    this.node.classList.toggle("open", this.#open);
  }

  /** While an answer runs the button stops it. */
  set busy(value) {
    this.#busy = value;
    this.#send.textContent = this.#say?.(value ? "stop" : "send") ?? "";
  }

  #toggle() {
    if (this.#open) return this.#shut();
    this.open = true;
    return this.#box.focus();
  }

  #shut() {
    this.open = false;
    this.#launcher.focus();
  }

  #anew() {
    this.#clear();
    this.#box.focus();
  }

  #submit() {
    if (this.#busy) return this.#thread.stop();
    const question = this.#box.value;
    if (question.trim() === "") return undefined;
    this.#box.value = "";
    this.#grow();
    return this.#ask(question);
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!this.#busy) this.#submit();
  }

  /** The host page's own keys hear nothing of what is typed here. */
  #escape(event) {
    event.stopPropagation();
    if (event.key === "Escape" && !this.#inline) this.#shut();
  }

  #grow() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight + 2}px`;
  }
}

function icon() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path(SHEET, "sheet"), path(MARKED, "marked"));
  return svg;
}

function path(d, name) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("d", d);
  node.setAttribute("class", name);
  return node;
}
