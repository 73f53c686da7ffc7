/** The pane of reports and conversations: folded or not, beside the rest or, on a narrow page, in its place. */

const STORE = "actqa-shelf";

export class Shelf {
  /** What was chosen; null where nothing was, and the width decides. */
  #chosen = recall();

  /** `parts`: the pane (`shelf`), the `button` that folds it, the `desk`, the `tabs`, media queries `wide` and `narrow`. */
  constructor(parts) {
    this.parts = parts;
    parts.button.addEventListener("click", () => this.toggle());
    for (const width of [parts.narrow, parts.wide]) width.addEventListener("change", () => this.#apply());
    this.#apply();
  }

  get #folded() {
    return this.#chosen ?? !this.parts.wide.matches;
  }

  get open() {
    return this.parts.narrow.matches ? this.parts.desk.dataset.pane === "reports" : !this.#folded;
  }

  toggle(open = !this.open) {
    if (this.parts.narrow.matches) return this.turn(open ? "reports" : "view");
    this.#chosen = !open;
    remember(this.#chosen);
    return this.#apply();
  }

  /** On a narrow page: to the `reports`, or back to the `view`. */
  turn(pane) {
    this.parts.desk.dataset.pane = pane;
    this.#apply();
  }

  #apply() {
    const { desk, button, shelf, narrow } = this.parts;
    desk.classList.toggle("folded", this.#folded);
    button.setAttribute("aria-expanded", String(this.open));
    shelf.hidden = !narrow.matches && this.#folded;
    this.parts.turned();
  }
}

function recall() {
  try {
    const kept = localStorage.getItem(STORE);
    return kept === null ? null : kept === "folded";
  } catch {
    return null;
  }
}

function remember(folded) {
  try {
    localStorage.setItem(STORE, folded ? "folded" : "open");
  } catch {
    // Storage may be forbidden; the choice then holds for this visit.
  }
}
