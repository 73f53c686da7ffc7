/** An answer's parts as nodes: statements, quotes on the spot, estimates that differ. */

import { make, tell } from "../dom.js";
import { listing } from "../text/listing.js";
import { segments } from "../text/segments.js";
import { quoteLine } from "../answer/quote.js";

/** What nodes are made with: `say`, `link(citation)` to the full page, and the `figures` and `citations` known so far. */
export function contextOf(say, link) {
  return { say, link, figures: [], citations: [] };
}

/** A statement with its citations; a list where it is one. */
export function statementNode({ text, citations }, context) {
  const list = listing(text);
  const block = make("div", { class: "statement", part: "statement", lang: "en" });
  const quotes = make("div", { class: "quotes" });
  const words = (part, ids) => segments(part, context.figures, ids).map((one) => segmentNode(one, context, quotes));
  block.append(make("p", {}, words(list ? list.intro : text, citations)));
  if (list) block.append(make("ul", {}, list.items.map((item) => make("li", {}, words(item, [])))));
  block.append(quotes);
  return block;
}

function segmentNode(segment, context, quotes) {
  if (segment.kind === "words") return document.createTextNode(segment.text);
  if (segment.kind === "citation") return chip(segment.id, context, quotes);
  const { figure, text } = segment;
  return figure.formula ? computedNode(figure, context) : make("span", { class: "figure" }, text);
}

/** A citation's number; pressed, it shows the quote under the statement. */
function chip(id, context, quotes) {
  const citation = context.citations.find((one) => one.id === id);
  if (!citation) return null;
  const quote = quoteNode(citation, context);
  const button = make("button", {
    type: "button",
    class: "chip",
    part: "citation",
    textContent: String(id),
    "aria-expanded": "false",
    "aria-label": context.say("source", { id, section: citation.section || citation.report }),
    onclick: () => {
      const open = !quote.isConnected;
      if (open) quotes.append(quote);
      else quote.remove();
      button.setAttribute("aria-expanded", String(open));
    },
  });
  return button;
}

function quoteNode(citation, context) {
  const sections = (citation.path?.length ? citation.path : [citation.section]).filter(Boolean).join(" › ");
  const path = [sections, citation.page ? context.say("page", { page: citation.page }) : ""].filter(Boolean).join(" · ");
  const url = context.link(citation);
  const open = make("a", { href: url, target: "_blank", rel: "noopener", textContent: context.say("open") });
  // The page may open the place itself.
  open.onclick = (event) => {
    if (!tell(open, "actqa-open-source", { citation, url })) event.preventDefault();
  };
  return make(
    "figure",
    { class: "quote", part: "quote" },
    make("blockquote", { lang: "en" }, `${citation.id} · `, make("mark", {}, quoteLine(citation))),
    make("figcaption", {}, path ? `${path} · ` : "", open),
  );
}

/** A dotted underline; pressed, the formula follows in place. */
function computedNode(figure, { say }) {
  const formula = make("span", { class: "formula", hidden: true }, say("formula", { formula: figure.formula }));
  const button = make("button", {
    type: "button",
    class: "computed",
    textContent: figure.text,
    "aria-expanded": "false",
    "aria-label": say("computed", { figure: figure.text }),
    onclick: () => {
      formula.hidden = !formula.hidden;
      button.setAttribute("aria-expanded", String(!formula.hidden));
    },
  });
  return make("span", {}, button, formula);
}

/** Estimates that differ, one below the other: figure, year, where it stands. */
export function conflictNode(conflict, answer, { say }) {
  const first = answer.statements[0]?.text ?? "";
  const rows = conflict.figures.map((at) => answer.figures[at]).filter(Boolean);
  const section = ({ citations }) => answer.citations.find(({ id }) => id === citations[0])?.section ?? "";
  return make(
    "table",
    { class: "conflict", part: "conflict" },
    make("caption", {}, make("strong", {}, say("differ")), ` ${conflict.summary}`),
    make("thead", {}, make("tr", {}, ["figure", "year", "where"].map((key) => make("th", { scope: "col" }, say(key))))),
    make("tbody", {}, rows.map((figure) => {
      const main = first.includes(figure.text) ? make("small", {}, say("main")) : null;
      const name = make("th", { scope: "row" }, figure.text, main);
      return make("tr", {}, name, make("td", {}, String(figure.year ?? "–")), make("td", {}, section(figure)));
    })),
  );
}
