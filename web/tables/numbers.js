/** Numbers as a column shows them, one decimal point under the other. */

const FORMAT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 10 });

export function written(value) {
  return FORMAT.format(value);
}

/** What each text lacks behind its decimal point to be as long there as the longest; drawn unseen, never read or copied. */
export function pads(texts) {
  const places = texts.map((text) => text?.split(".")[1]?.length ?? 0);
  const most = Math.max(0, ...places);
  return places.map((own) => (own === 0 && most > 0 ? "." : "") + "0".repeat(most - own));
}
