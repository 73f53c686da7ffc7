/** A citation's quote on the spot, while its chip is pointed at or has the keyboard's focus.
 *
 * The card can be pointed at itself and closed by Escape (WCAG 2.2, 1.4.13). A screen reader has the same words as the
 * chip's description.
 */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { citationOf } from "./statement.js";
import { quoteLine } from "./quote.js";

const DELAY = 120;
const GRACE = 250;
const GAP = 6;
const LONGEST = 480;

export class QuoteCard {
  #chip = null;
  #timer = 0;
  #node = make("div", { class: "quote-card", popover: "manual", "aria-hidden": "true" });

  /** Watches the chips below `root`, into which the card is put. */
  constructor(root, signal) {
    const listen = (name, react) => root.addEventListener(name, react, { signal, capture: true });
    root.append(this.#node);
    listen("pointerover", (event) => event.pointerType !== "touch" && this.#point(event.target));
    listen("pointerout", () => this.#later(() => this.#hide(), GRACE));
    listen("focusin", ({ target }) => target.matches(":focus-visible") && citationOf(target) && this.#show(target));
    listen("focusout", () => this.#hide());
    listen("scroll", () => this.#hide());
    listen("click", () => this.#hide());
    listen("keydown", (event) => this.#key(event));
  }

  #point(target) {
    if (this.#node.contains(target)) return clearTimeout(this.#timer);
    return citationOf(target) ? this.#later(() => this.#show(target), DELAY) : undefined;
  }

  #later(act, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  #key(event) {
    if (event.key !== "Escape" || this.#chip === null) return;
    event.preventDefault();
    this.#hide();
  }

  #show(chip) {
    clearTimeout(this.#timer);
    if (!chip.isConnected) return;
    const citation = citationOf(chip);
    this.#chip = chip;
    const page = citation.page ? say("answer.page", { page: citation.page }) : "";
    const place = [citation.path?.at(-1) ?? citation.section, page].filter(Boolean).join(" · ");
    this.#node.replaceChildren(...(place ? [make("p", { class: "section" }, place)] : []), make("blockquote", {}, cut(quoteLine(citation))));
    this.#node.showPopover?.();
    this.#place(chip.getBoundingClientRect());
  }

  /** Under the chip, or over it where there is no room. */
  #place(chip) {
    const { width, height } = this.#node.getBoundingClientRect();
    const left = Math.min(Math.max(8, chip.left - 16), innerWidth - width - 8);
    const below = chip.bottom + GAP;
    const top = below + height <= innerHeight - 8 ? below : Math.max(8, chip.top - GAP - height);
    this.#node.style.left = `${left}px`;
    this.#node.style.top = `${top}px`;
  }

  #hide() {
    clearTimeout(this.#timer);
    if (this.#chip === null) return;
    this.#chip = null;
    this.#node.hidePopover?.();
  }
}

function cut(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …`;
}
