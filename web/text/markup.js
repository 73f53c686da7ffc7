/** Raw report text as runs a reader sees: tags and emphasis marks out, entities decoded, each run knowing its place. */

const TAG = /<(?:\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]{0,2000})?\/?|!--[^<>]{0,2000}--)>/g;
const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/g;
const EMPHASIS = /(?<![\w*\\])(\*\*|\*)(?=[^\s*])([^*\n]*?[^\s*\\])\1(?![\w*])/g;
const LINK = /(!?\[)([^[\]\n]{1,500})(\]\((?:[^()\s]|\([^()\s]*\)){0,2000}\))/g;
/** Tags between whose neighbours a reader sees a gap. */
const GAPS = new Set("br p div li ul ol dl dt dd td th tr table h1 h2 h3 h4 h5 h6 section hr".split(" "));

/** Runs `{start, end, shown, style}` of `text[start:end]` in order; `style` is "", "em" or "strong". */
export function runs(text, start, end) {
  const raw = text.slice(start, end);
  const found = [];
  let at = 0;
  let style = "";
  for (const token of tokens(raw)) {
    if (token.start < at) continue;
    if (token.start > at) found.push({ start: start + at, end: start + token.start, shown: raw.slice(at, token.start), style });
    if (token.shown) found.push({ start: start + token.start, end: start + token.end, shown: token.shown, style });
    style = token.style ?? style;
    at = token.end;
  }
  if (at < raw.length) found.push({ start: start + at, end, shown: raw.slice(at), style });
  return found;
}

/** What `text[start:end]` reads like. */
export function shown(text, start, end) {
  return runs(text, start, end).map((run) => run.shown).join("").replace(/\s+/g, " ").trim();
}

function tokens(raw) {
  const found = [];
  for (const match of raw.matchAll(TAG)) found.push(token(match.index, match[0], GAPS.has(match[1]?.toLowerCase()) ? " " : ""));
  for (const match of raw.matchAll(ENTITY)) found.push(token(match.index, match[0], decode(match[0])));
  for (const match of raw.matchAll(EMPHASIS)) found.push(...emphasis(match));
  for (const match of raw.matchAll(LINK)) found.push(...link(match));
  return found.sort((one, other) => one.start - other.start);
}

function token(start, raw, text) {
  return { start, end: start + raw.length, shown: text };
}

/** The opening and the closing mark; what stands between is styled. */
function emphasis(match) {
  const [whole, mark] = match;
  const close = match.index + whole.length - mark.length;
  const style = mark === "**" ? "strong" : "em";
  return [{ ...token(match.index, mark, ""), style }, { ...token(close, mark, ""), style: "" }];
}

/** A link's brackets and address go, its words stay: nothing in a report can be followed. */
function link(match) {
  const [, open, words, close] = match;
  return [token(match.index, open, ""), token(match.index + open.length + words.length, close, "")];
}

const decoded = new Map();

/** An entity's characters, by the browser's own table; what is none stays as it is. */
function decode(entity) {
  if (!decoded.has(entity)) {
    const parsed = new DOMParser().parseFromString(`x${entity}`, "text/html");
    decoded.set(entity, parsed.body.textContent.slice(1));
  }
  return decoded.get(entity);
}
