/** A chart that is drawn anew for the width it has. */

import { drawLines } from "./lines.js";

export class ChartElement extends HTMLElement {
  #chart = null;
  #width = 0;
  #resized = new ResizeObserver(([{ contentRect }]) => this.#draw(Math.floor(contentRect.width)));

  set chart(chart) {
    this.#chart = chart;
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  #draw(width) {
    if (width === this.#width || width === 0) return;
    this.#width = width;
    this.replaceChildren(drawLines(this.#chart, width));
  }
}

/** The element is named with the first chart: a page without one does without all that draws it. */
export function chartElement(chart) {
  if (!customElements.get("actqa-chart")) customElements.define("actqa-chart", ChartElement);
  const node = document.createElement("actqa-chart");
  node.chart = chart;
  return node;
}
