/** A page of the report's file as it was printed, the cited words framed. */

import { make } from "../dom.js";
import { say } from "../strings.js";

/** Widths that a page is asked for in, so that a pane that is dragged does not ask for each. */
const STEP = 400;
const MOST = 2400;
const PATIENCE = 300;

export class PrintedPage {
  #api;
  #shown = null;
  #page = 0;
  #image = make("img", { class: "printed" });
  #paper = make("div", { class: "paper" }, this.#image);
  #where = make("span", { class: "where", role: "status" });
  #before = turnButton("source.page.previous", "‹", () => this.#turn(-1));
  #after = turnButton("source.page.next", "›", () => this.#turn(1));
  #note = make("p", { class: "none", role: "status", hidden: true });
  #timer = 0;
  #scroller = make("div", { class: "page-scroller", tabIndex: 0, role: "region", "aria-label": say("source.page.region") }, this.#note, this.#paper);

  node = make("div", { class: "pages-view" }, make("div", { class: "turn-page" }, this.#before, this.#where, this.#after), this.#scroller);

  constructor(api) {
    this.#api = api;
    this.#image.addEventListener("load", () => this.#drawn());
    this.#image.addEventListener("error", () => this.#fail());
  }

  focus() {
    this.#scroller.focus({ preventScroll: true });
  }

  /** Shows the page on which `place` stands: `{start, end}` in the API's offsets, and the `quote`. */
  show(report, page, place) {
    this.#shown = { report, place };
    this.#go(page);
  }

  #turn(by) {
    this.#go(this.#page + by);
  }

  #go(page) {
    const { report, place } = this.#shown;
    const count = report.pageStarts.length;
    this.#page = Math.min(Math.max(page, 1), count);
    this.#where.textContent = say("source.page", { page: this.#page, count });
    this.#before.disabled = this.#page === 1;
    this.#after.disabled = this.#page === count;
    for (const box of this.#paper.querySelectorAll(".box")) box.remove();
    this.#wait();
    this.#image.alt = say("source.page.alt", { page: this.#page, count, title: report.title });
    this.#image.src = this.#api.pageImage(report, this.#page, widthFor(this.#scroller));
    return place ? this.#frame(report, this.#page, place) : undefined;
  }

  async #frame(report, page, place) {
    const boxes = await this.#api.boxes(report.id, page, place).catch(() => []);
    if (page !== this.#page || report !== this.#shown.report || place !== this.#shown.place) return;
    this.#paper.append(...boxes.map(boxNode));
    if (boxes.length > 0 && place.quote) this.#image.alt += ` ${say("source.page.alt.boxes", { quote: place.quote })}`;
    this.#arrive();
  }

  /** Nothing for a moment, then that the page is being drawn; frames without words under them would tell nothing. */
  #wait() {
    clearTimeout(this.#timer);
    this.#paper.hidden = false;
    this.#paper.setAttribute("aria-busy", "true");
    this.#note.hidden = true;
    this.#timer = setTimeout(() => this.#say("source.page.drawing"), PATIENCE);
  }

  #say(words) {
    this.#note.textContent = say(words);
    this.#note.hidden = false;
  }

  #drawn() {
    clearTimeout(this.#timer);
    this.#note.hidden = true;
    this.#paper.removeAttribute("aria-busy");
    this.#arrive();
  }

  /** The cited words in the middle, once both the image and their places are there. */
  #arrive() {
    const box = this.#paper.querySelector(".box");
    if (this.#paper.ariaBusy === "true") return;
    if (box) box.scrollIntoView({ block: "center", inline: "nearest" });
    else this.#scroller.scrollTop = 0;
  }

  #fail() {
    clearTimeout(this.#timer);
    this.#paper.hidden = true;
    this.#say("source.page.failed");
  }
}

function widthFor(scroller) {
  const wanted = scroller.clientWidth * (globalThis.devicePixelRatio || 1);
  return Math.min(MOST, Math.max(1, Math.ceil(wanted / STEP)) * STEP);
}

function boxNode({ left, top, width, height }) {
  const node = make("div", { class: "box", "aria-hidden": "true" });
  for (const [name, share] of Object.entries({ left, top, width, height })) node.style[name] = `${(share * 100).toFixed(3)}%`;
  return node;
}

function turnButton(name, sign, onclick) {
  return make("button", { type: "button", class: "quiet step", textContent: sign, title: say(name), "aria-label": say(name), onclick });
}
