/** How a table's rows and columns are arranged: sorted, and without the columns that nobody wants. Kept in this browser. */

import { tabbed } from "../answer/written.js";
import { make, tell } from "../dom.js";
import { say } from "../strings.js";

const STORE = "actqa-columns";
const DIRECTIONS = ["ascending", "descending", "none"];

/** Positions of `texts` in the order wanted: numbers by size, words by the alphabet, empty ones last either way. */
export function sorted(texts, numeric, direction) {
  const order = texts.map((_, at) => at);
  if (direction === "none") return order;
  const sign = direction === "ascending" ? 1 : -1;
  const number = (text) => Number(text.replace(/[,\s]/g, ""));
  const compare = numeric ? (one, other) => number(one) - number(other) : (one, other) => one.localeCompare(other, "en", { numeric: true, sensitivity: "base" });
  return order.sort((one, other) => {
    const [first, second] = [texts[one], texts[other]];
    if (first === "" || second === "") return (first === "") - (second === "");
    return sign * compare(first, second) || one - other;
  });
}

/** What arranges a table of `columns` (`{head, texts, number, year, name}`), `rows` (a list of nodes each), in `body`. */
export class Arrangement {
  #columns;
  #rows;
  #body;
  #kind;
  #sort = { at: -1, direction: "none" };
  #order;
  #heads = [];
  #hidden;
  #select = null;

  constructor(kind, columns, rows, body) {
    this.#kind = kind;
    this.#columns = columns;
    this.#rows = rows;
    this.#body = body;
    this.#order = rows.map((_, at) => at);
    this.#hidden = new Set(recall()[kind] ?? []);
  }

  /** A head's cell: a button that sorts by its column. */
  head(column, at) {
    const { head, number, year, headNode: drawn } = column;
    const mark = make("span", { class: "order", "aria-hidden": "true" });
    const label = make("span", { class: "label" }, head);
    const content = drawn ? make("span", {}, make("span", { class: "unseen" }, say("tables.bars")), drawn) : make("button", { type: "button", class: "sort", onclick: () => this.#turn(at) }, label, mark);
    const node = make("th", { scope: "col", role: "columnheader", class: number || year ? "number" : "" }, content);
    this.#heads.push({ node, mark });
    return node;
  }

  /** What stands above the table. */
  tools() {
    const choices = this.#columns.map(({ head, name }, at) => ({ head, name, at })).filter(({ head, name }) => head && !name);
    if (this.#rows.length < 2 && choices.length < 2) return null;
    return make(
      "div",
      { class: "tools" },
      this.#rows.length > 1 ? this.#chooser() : null,
      choices.length > 1 ? this.#chest(choices) : null,
      navigator.clipboard ? make("button", { type: "button", class: "quiet", textContent: say("tables.copy"), onclick: (event) => this.#copy(event.currentTarget) }) : null,
    );
  }

  /** The columns to choose from, shut again by Escape and when the focus leaves. */
  #chest(choices) {
    const chest = make("details", { class: "columns" }, make("summary", {}, say("tables.columns")), make("div", { class: "choices" }, choices.map((choice) => this.#choice(choice))));
    chest.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !chest.contains(relatedTarget) && (chest.open = false));
    chest.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !chest.open) return;
      event.preventDefault();
      chest.open = false;
      chest.firstElementChild.focus();
    });
    return chest;
  }

  /** Hides what was hidden before, once the cells stand. */
  apply() {
    this.#columns.forEach((column, at) => this.#show(at, !this.#hidden.has(column.head)));
  }

  /** The same where the heads are folded away. */
  #chooser() {
    const options = [make("option", { value: "", textContent: say("tables.sort.none") }), ...this.#columns.flatMap(({ head, headNode: drawn }, at) => (drawn || !head ? [] : ["ascending", "descending"].map((direction) => make("option", { value: `${at} ${direction}`, textContent: say(`tables.sort.${direction}`, { head }) }))))];
    const select = make("select", { "aria-label": say("tables.sort"), onchange: () => this.#choose(select.value) }, options);
    this.#select = select;
    return make("label", { class: "chooser" }, make("span", {}, say("tables.sort")), select);
  }

  #choose(value) {
    const [at, direction] = value === "" ? [-1, "none"] : value.split(" ");
    this.#arrange(Number(at), direction);
  }

  #turn(at) {
    const before = this.#sort.at === at ? this.#sort.direction : "none";
    this.#arrange(at, DIRECTIONS[(DIRECTIONS.indexOf(before) + 1) % DIRECTIONS.length]);
  }

  #arrange(at, direction) {
    this.#sort = { at, direction };
    const column = this.#columns[at];
    this.#order = column ? sorted(column.texts, Boolean(column.number || column.year), direction) : this.#rows.map((_, row) => row);
    this.#body.append(...this.#order.flatMap((row) => this.#rows[row]));
    this.#heads.forEach(({ node, mark }, own) => {
      const how = own === at ? direction : "none";
      if (how === "none") node.removeAttribute("aria-sort");
      else node.setAttribute("aria-sort", how);
      mark.textContent = { ascending: "↑", descending: "↓", none: "" }[how];
    });
    if (this.#select) this.#select.value = direction === "none" ? "" : `${at} ${direction}`;
  }

  #choice({ head, at }) {
    const box = make("input", { type: "checkbox", checked: !this.#hidden.has(head) });
    box.onchange = () => {
      if (box.checked) this.#hidden.delete(head);
      else this.#hidden.add(head);
      remember(this.#kind, [...this.#hidden]);
      this.#show(at, box.checked);
    };
    return make("label", {}, box, make("span", {}, head));
  }

  #show(at, seen) {
    this.#heads[at].node.hidden = !seen;
    for (const [row] of this.#rows) row.children[at].hidden = !seen;
  }

  /** The rows as they stand, without what is hidden or filtered away. */
  async #copy(button) {
    const seen = this.#columns.map((column, at) => ({ column, at })).filter(({ column, at }) => column.head && !this.#heads[at].node.hidden);
    const rows = this.#order.filter((row) => !this.#rows[row][0].hidden).map((row) => seen.map(({ column }) => column.texts[row]));
    const done = await navigator.clipboard.writeText(tabbed([seen.map(({ column }) => column.head), ...rows])).then(() => "answer.copied", () => "answer.uncopied");
    button.textContent = say(done);
    tell(button, "actqa-said", { text: say(done) });
    setTimeout(() => (button.textContent = say("tables.copy")), 2000);
  }
}

function recall() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "{}");
  } catch {
    return {};
  }
}

function remember(kind, hidden) {
  try {
    localStorage.setItem(STORE, JSON.stringify({ ...recall(), [kind]: hidden }));
  } catch {
    // Storage may be forbidden; the choice then holds for this visit.
  }
}
