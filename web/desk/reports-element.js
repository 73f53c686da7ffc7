/** Which report is asked: a list to search and pick from, one or all; the one that is picked can be removed.
 *
 * Properties in: `reports`, `view` that the links lead to, `removable`. Methods: `pick(id)`, `focus()`. Event out:
 * `actqa-remove` {id}. The entries are links, so that each can be opened beside, kept and gone back to.
 */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";
import { formatRoute } from "./route.js";

/** Fewer need no search. */
const FEW = 5;

export class ReportsElement extends HTMLElement {
  #life = null;
  #reports = null;
  #picked = null;
  #view = "ask";
  #links = new Map();
  #removable = false;
  #more = make("button", { type: "button", class: "quiet more", textContent: "⋯", "aria-expanded": "false", onclick: () => this.#unfold() });
  #acts = make("div", { class: "acts", hidden: true });
  #search = make("input", { type: "search", id: "report-search", autocomplete: "off", spellcheck: false });
  #field = make("div", { class: "field", hidden: true }, make("label", { class: "unseen", htmlFor: "report-search", textContent: say("reports.search") }), this.#search);
  #list = make("ul", { class: "entries" });
  #note = make("p", { class: "none", role: "status" });

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (this.childElementCount === 0) this.append(make("h2", { textContent: say("reports.title") }), this.#field, this.#list, this.#note);
    this.#search.placeholder = say("reports.search");
    this.#search.addEventListener("input", () => this.#filter(), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** What stands picked: `{id, title}`, id null for all. */
  get picked() {
    return { id: this.#picked, title: this.titleOf(this.#picked) };
  }

  /** To the search, or where there is none to what is picked. */
  focus() {
    const to = this.#field.hidden ? this.#links.get(this.#picked) : this.#search;
    to?.focus();
  }

  titleOf(id) {
    return this.reports.find((report) => report.id === id)?.title ?? "";
  }

  /** Picks a report by its id, null or one that is not there for all; tells nobody. */
  pick(id) {
    this.#picked = this.reports.some((report) => report.id === id) ? id : null;
    for (const [own, link] of this.#links) {
      if (own === this.#picked) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.#links.get(this.#picked)?.scrollIntoView?.({ block: "nearest" });
    this.#putMore();
  }

  /** Whether the report that is picked can be removed. */
  set removable(may) {
    this.#removable = may;
    this.#putMore();
  }

  /** The button stands beside the report that is picked. */
  #putMore() {
    const entry = this.#picked === null || !this.#removable ? null : this.#links.get(this.#picked)?.parentNode;
    if (entry && entry === this.#more.parentNode) return;
    this.#unfold(false);
    this.#more.remove();
    this.#acts.remove();
    if (!entry) return;
    this.#more.setAttribute("aria-label", say("reports.more", { title: this.picked.title }));
    entry.append(this.#more, this.#acts);
  }

  #unfold(open = this.#acts.hidden) {
    this.#more.setAttribute("aria-expanded", String(open));
    this.#acts.hidden = !open;
    this.#acts.replaceChildren(act("reports.remove", () => this.#confirm()));
  }

  /** Asked on the spot; what goes is the file as well, and nothing brings it back. */
  #confirm() {
    const id = this.#picked;
    const keep = act("reports.keep", () => {
      this.#unfold(false);
      this.#more.focus();
    });
    const remove = make("button", { type: "button", class: "grave", textContent: say("reports.remove.do"), onclick: () => tell(this, "actqa-remove", { id }) });
    this.#acts.replaceChildren(make("p", { role: "status" }, say("reports.remove.ask")), remove, keep);
    keep.focus();
  }

  /** The view that the entries lead to. */
  set view(view) {
    this.#view = view;
    for (const [id, link] of this.#links) link.href = formatRoute(view, id);
  }

  get reports() {
    return this.#reports ?? [];
  }

  set reports(reports) {
    this.#reports = reports;
    const entries = reports.length > 0 ? [{ id: null, title: say("app.all") }, ...reports] : [];
    this.#links = new Map(entries.map(({ id, title }) => [id, this.#link(id, title)]));
    this.#field.hidden = reports.length <= FEW;
    this.#list.replaceChildren(...[...this.#links.values()].map((link) => make("li", {}, link)));
    this.#note.textContent = reports.length > 0 ? "" : say("app.reports.none");
    this.pick(this.#picked);
    this.#filter();
  }

  #link(id, title) {
    return make("a", { href: formatRoute(this.#view, id), title }, make("span", { textContent: title }));
  }

  /** Leaves those whose title has all the words. */
  #filter() {
    const words = fold(this.#search.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const [id, link] of this.#links) {
      const title = fold(link.textContent);
      link.parentNode.hidden = id === null ? words.length > 0 : !words.every((word) => title.includes(word));
      if (!link.parentNode.hidden) left += 1;
    }
    if (this.reports.length > 0) this.#note.textContent = left > 0 ? "" : say("reports.unmatched");
  }

  /** Arrows go through the list; Enter in the search takes the first. */
  #key(event) {
    const seen = [...this.#links.values()].filter((link) => !link.parentNode.hidden);
    const at = seen.indexOf(document.activeElement);
    const to = { ArrowDown: seen[at + 1], ArrowUp: at > 0 ? seen[at - 1] : this.#search }[event.key];
    if (event.key === "Enter" && document.activeElement === this.#search) seen[0]?.click();
    else if (event.key === "Escape" && this.#search.value !== "") this.#clear();
    else if (to && (at >= 0 || event.key === "ArrowDown")) to.focus();
    else return;
    event.preventDefault();
  }

  #clear() {
    this.#search.value = "";
    this.#filter();
  }
}

function act(words, onclick) {
  return make("button", { type: "button", class: "quiet", textContent: say(words), onclick });
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
