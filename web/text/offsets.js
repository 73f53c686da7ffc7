/** Python counts code points, JavaScript UTF-16 units; this turns the one into the other for one text. */

const STEP = 1024;

export class CodePoints {
  #text;
  /** Units before code point 0, STEP, 2·STEP, …; null for a text without astral characters, where the two counts agree. */
  #checkpoints;

  constructor(text) {
    this.#text = text;
    this.#checkpoints = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text) ? checkpoints(text) : null;
  }

  /** The UTF-16 offset of a code-point offset; an offset beyond the end is the end. */
  units(points) {
    if (this.#checkpoints === null) return Math.min(points, this.#text.length);
    const nearest = Math.min(Math.floor(points / STEP), this.#checkpoints.length - 1);
    return walk(this.#text, this.#checkpoints[nearest], points - nearest * STEP);
  }

  /** The code-point offset of a UTF-16 offset. */
  points(units) {
    if (this.#checkpoints === null) return units;
    return Array.from(this.#text.slice(0, units)).length;
  }
}

function checkpoints(text) {
  const found = [0];
  for (let unit = walk(text, 0, STEP); unit < text.length; unit = walk(text, unit, STEP)) found.push(unit);
  return found;
}

/** The offset `points` code points after `unit`. */
function walk(text, unit, points) {
  for (let left = points; left > 0 && unit < text.length; left -= 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
}
