/** One statement on the page: figures kept whole, citations as quiet chips after what they support. */

import { make, tell } from "../dom.js";
import { say } from "../strings.js";
import { listing } from "../text/listing.js";
import { segments } from "../text/segments.js";
import { quoteLine } from "./quote.js";

/** `statement` as a paragraph, or a list where it is one; `context` holds the `figures` and `citations` known so far. */
export function statementNode(statement, context, lead = false) {
  const list = listing(statement.text);
  const { text, items } = list ? { text: list.intro, items: list.items } : { text: statement.text, items: [] };
  const intro = make("p", {}, words(text, statement.citations, context));
  const rest = items.map((item) => make("li", {}, words(item, [], context)));
  return make("div", { class: lead ? "statement lead" : "statement" }, intro, rest.length > 0 ? make("ul", {}, rest) : null);
}

function words(text, citations, context) {
  return keepTogether(segments(text, context.figures, citations)).map((group) => groupNode(group, context));
}

/** The citation of each chip. */
const CITATIONS = new WeakMap();

/** What a chip cites; undefined for any other node. */
export function citationOf(node) {
  return CITATIONS.get(node);
}

/** A chip that opens the source at a citation. */
export function chip(id, context) {
  const citation = context.citations.find((one) => one.id === id);
  if (!citation) return null;
  const node = make("button", {
    type: "button",
    class: "chip",
    textContent: String(id),
    "data-citation": String(id),
    "aria-description": quoteLine(citation),
    "aria-label": say("answer.citation", { id, section: citation.section || citation.report }),
    onclick: (event) => tell(event.currentTarget, "actqa-open-source", { citations: context.citations, id }),
  });
  CITATIONS.set(node, citation);
  return node;
}

/** Chips cling to the word or figure before them, so that none begins a line. */
function keepTogether(parts) {
  const groups = [];
  for (const part of parts) {
    if (part.kind !== "citation" || groups.length === 0) groups.push([part]);
    else groups.at(-1).push(part);
  }
  return groups.flatMap(splitLastWord);
}

function splitLastWord(group) {
  const [first, ...chips] = group;
  const gap = first.kind === "words" && chips.length > 0 ? first.text.trimEnd().lastIndexOf(" ") + 1 : 0;
  if (gap === 0) return [group];
  const part = (text) => ({ ...first, text });
  return [[part(first.text.slice(0, gap))], [part(first.text.slice(gap).trimEnd()), ...chips]];
}

function groupNode(group, context) {
  const nodes = group.map((part) => partNode(part, context)).filter((node) => node !== null);
  return nodes.length === 1 ? nodes[0] : make("span", { class: "keep" }, nodes);
}

function partNode(part, context) {
  if (part.kind === "citation") return chip(part.id, context);
  if (part.kind === "words") return document.createTextNode(part.text);
  return part.figure.origin === "computed" && part.figure.formula
    ? computedFigure(part.figure, context)
    : make("span", { class: "figure", textContent: part.text });
}

/** The formula, each operand with the place it was taken from; places of none of them come last. */
function operands({ formula, citations }, context) {
  const stated = context.figures.filter(({ origin }) => origin === "stated");
  const parts = segments(formula, stated, []).flatMap((part) => (part.figure ? [part, { kind: "citation", id: part.figure.citations[0], text: "" }] : [part]));
  const named = new Set(parts.map(({ id }) => id));
  const rest = citations.filter((id) => !named.has(id)).map((id) => ({ kind: "citation", id, text: "" }));
  return keepTogether([...parts, ...rest]).map((group) => groupNode(group, context));
}

/** A dotted underline; the formula opens in place, with its operands cited. */
function computedFigure(figure, context) {
  const formula = make("span", { class: "formula", hidden: true }, `${say("answer.formula")} `, operands(figure, context));
  const button = make("button", {
    type: "button",
    class: "figure computed",
    textContent: figure.text,
    "aria-expanded": "false",
    "aria-label": say("answer.computed", { figure: figure.text }),
    onclick: () => {
      formula.hidden = !formula.hidden;
      button.setAttribute("aria-expanded", String(!formula.hidden));
    },
  });
  return make("span", {}, button, formula);
}
