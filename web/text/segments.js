/** A statement cut into what is shown differently: words, figures, and the places of citations. */

const MARK = /\s*\[(\d{1,4})\]/g;

/** Segments `{kind: "words"|"figure"|"citation", text, figure?, id?}` of a statement, in order.
 *
 * `[1]` in the text is a citation's place where 1 is one of `citations`; those the text does not name come last,
 * before a closing full stop would separate them from what they support.
 */
export function segments(text, figures, citations) {
  const places = [...citationPlaces(text, citations), ...figurePlaces(text, figures)].sort((a, b) => a.start - b.start);
  const found = [];
  let at = 0;
  for (const { start, end, ...segment } of places) {
    if (start < at) continue;
    if (start > at) found.push({ kind: "words", text: text.slice(at, start) });
    found.push({ ...segment, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) found.push({ kind: "words", text: text.slice(at) });
  return [...found, ...unnamed(found, citations)];
}

function citationPlaces(text, citations) {
  return Array.from(text.matchAll(MARK), (match) => place(match.index, match[0], { kind: "citation", id: Number(match[1]) }))
    .filter(({ id }) => citations.includes(id));
}

/** Longest figures first, so that "USD 5.6 billion" is not taken for "5.6". */
function figurePlaces(text, figures) {
  const taken = [];
  for (const figure of [...figures].sort((a, b) => b.text.length - a.text.length)) {
    for (let at = text.indexOf(figure.text); figure.text && at >= 0; at = text.indexOf(figure.text, at + figure.text.length)) {
      const found = place(at, figure.text, { kind: "figure", figure });
      if (stands(text, found) && !taken.some((other) => found.start < other.end && other.start < found.end)) taken.push(found);
    }
  }
  return taken;
}

/** Whether it is a number of its own, not a part of a longer one. */
function stands(text, { start, end }) {
  return !/[\d][.,]?$/.test(text.slice(Math.max(0, start - 2), start)) && !/^[.,]?\d/.test(text.slice(end, end + 2));
}

function place(start, raw, segment) {
  return { start, end: start + raw.length, ...segment };
}

function unnamed(found, citations) {
  const named = new Set(found.filter(({ kind }) => kind === "citation").map(({ id }) => id));
  return citations.filter((id) => !named.has(id)).map((id) => ({ kind: "citation", id, text: "" }));
}
