/** A chart that is drawn anew for the width it has. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { drawLines } from "./lines.js";

export class ChartElement extends HTMLElement {
  #chart = null;
  #width = 0;
  #resized = new ResizeObserver(([{ contentRect }]) => this.#draw(Math.floor(contentRect.width)));
  #picture = make("div", { class: "picture" });
  #caption = make("p", { class: "caption" });

  set chart(chart) {
    this.#chart = chart;
    this.#caption.textContent = say("chart.caption", { unit: chart.unit });
  }

  connectedCallback() {
    if (this.childElementCount === 0) this.append(this.#picture, this.#caption);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  #draw(width) {
    if (width === this.#width || width === 0) return;
    this.#width = width;
    this.#picture.replaceChildren(drawLines(this.#chart, width));
  }
}

export function chartElement(chart) {
  const node = document.createElement("actqa-chart");
  node.chart = chart;
  return node;
}
