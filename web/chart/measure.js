/** How wide words are in the page's font, before they are drawn. */

let context = null;

/** Pixels that `words` take at `size` pixels; `bold` as figures at a line's end are. */
export function widthOf(words, size, bold = false) {
  context ??= document.createElement("canvas").getContext("2d");
  context.font = `${bold ? 600 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(words).width;
}

/** The words, cut with an ellipsis where they are wider than `room`. */
export function fitted(words, size, room) {
  if (widthOf(words, size) <= room) return words;
  let length = words.length - 1;
  while (length > 1 && widthOf(`${words.slice(0, length)}…`, size) > room) length -= 1;
  return `${words.slice(0, length).trimEnd()}…`;
}
