/** A statement that is a list in all but form: "Key players include: A; B; C; D." */

const FEWEST = 4;
const LONGEST = 120;

/** `{intro, items}` of such a statement; null for any other. */
export function listing(text) {
  const [, intro, rest] = /^([^:;]{3,200}:) ([^\n]+)$/.exec(text.trim()) ?? [];
  if (!intro) return null;
  const items = rest.replace(/\.$/, "").split("; ").map((item) => item.trim());
  const fits = items.length >= FEWEST && items.every((item) => item !== "" && item.length <= LONGEST);
  return fits ? { intro, items } : null;
}
