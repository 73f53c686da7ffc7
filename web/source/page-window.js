/** Draws the pages near the view and only those; what is read stays where it is while heights are corrected. */

import { make } from "../dom.js";
import { estimate, paginate } from "./pages.js";

/** Reports up to so many characters are drawn whole, so that the browser's own search finds everything. */
const WHOLE = 120_000;
/** How far beyond the view pages are drawn. */
const MARGIN = "120% 0px";

export class PageWindow {
  #scroller;
  #draw;
  #pages;
  #whole;
  #width;
  #near;
  #resized;

  /** `draw(page)` makes a page's nodes; they go into `box`, which `scroller` scrolls. */
  constructor(scroller, box, report, draw) {
    this.#scroller = scroller;
    this.#draw = draw;
    this.#whole = report.text.length <= WHOLE;
    this.#width = scroller.clientWidth;
    this.#pages = paginate(report.blocks).map((page) => ({ ...page, drawn: false, node: make("div", { class: "page" }) }));
    for (const page of this.#pages) this.#setHeight(page, estimate(page, this.#width));
    box.replaceChildren(...this.#pages.map(({ node }) => node));
    this.#watch();
  }

  close() {
    this.#near?.disconnect();
    this.#resized.disconnect();
  }

  /** Draws what holds `start` to `end` and its surroundings, so that the place can be measured. */
  reveal(start, end) {
    const first = this.#pageAt(start);
    const last = Math.min(this.#pageAt(Math.max(start, end - 1)), first + 3);
    for (const page of this.#pages.slice(Math.max(0, first - 1), last + 2)) this.#fill(page);
  }

  /** Draws the pages that touch `start` to `end` anew, if they are drawn. */
  refresh(start, end) {
    for (const page of this.#pages) {
      if (page.drawn && page.start < end && start < page.end) page.node.replaceChildren(this.#draw(page));
    }
  }

  /** Where a place lies in the whole, from 0 to 1. */
  share(start) {
    const at = this.#pageAt(start);
    const page = this.#pages[at];
    const within = (start - page.start) / Math.max(1, page.end - page.start);
    const above = this.#pages.slice(0, at).reduce((sum, { height }) => sum + height, 0);
    const all = this.#pages.reduce((sum, { height }) => sum + height, 0);
    return (above + within * page.height) / Math.max(1, all);
  }

  /** Called when the width has changed and all heights with it. */
  onreflow = () => undefined;

  #watch() {
    this.#resized = new ResizeObserver(() => this.#reflow());
    this.#resized.observe(this.#scroller);
    if (this.#whole) return this.#pages.forEach((page) => this.#fill(page));
    const byNode = new Map(this.#pages.map((page) => [page.node, page]));
    const react = ({ target, isIntersecting }) => (isIntersecting ? this.#fill(byNode.get(target)) : this.#clear(byNode.get(target)));
    this.#near = new IntersectionObserver((entries) => entries.forEach(react), { root: this.#scroller, rootMargin: MARGIN });
    return this.#pages.forEach(({ node }) => this.#near.observe(node));
  }

  #fill(page) {
    if (page.drawn) return;
    page.drawn = true;
    page.node.replaceChildren(this.#draw(page));
    page.node.style.height = "";
    this.#correct(page);
  }

  #clear(page) {
    if (!page.drawn) return;
    page.drawn = false;
    this.#setHeight(page, page.node.getBoundingClientRect().height);
    page.node.replaceChildren();
  }

  /** A page above the view that turns out taller or lower takes the view with it. */
  #correct(page) {
    const bottom = page.node.offsetTop + page.height;
    const height = page.node.getBoundingClientRect().height;
    if (bottom <= this.#scroller.scrollTop) this.#scroller.scrollTop += height - page.height;
    page.height = height;
  }

  #setHeight(page, height) {
    page.height = height;
    page.node.style.height = `${height}px`;
  }

  #reflow() {
    const width = this.#scroller.clientWidth;
    if (width === this.#width || width === 0) return;
    this.#width = width;
    for (const page of this.#pages) {
      if (page.drawn) page.height = page.node.getBoundingClientRect().height;
      else this.#setHeight(page, estimate(page, width));
    }
    this.onreflow();
  }

  /** Position of the page that holds, or comes last before, an offset. */
  #pageAt(offset) {
    let low = 0;
    let high = this.#pages.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#pages[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
