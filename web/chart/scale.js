/** Scales: values to pixels, round numbers to write along them, labels that keep out of each other's way. */

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from 0 to at least `most`, about `wanted` of them. */
export function ticks(most, wanted) {
  const rough = (most || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((part) => part * power).find((part) => part >= rough * (1 - 1e-9)) ?? 10 * power;
  const count = Math.ceil(most / step - 1e-9) || 1;
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** Years from `first` to `last` so that at most `wanted` are written; both ends are. */
export function years(first, last, wanted) {
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, wanted - 1)));
  const found = [];
  for (let year = last; year >= first; year -= step) found.unshift(year);
  return found;
}

export function linear([from, to], [low, high]) {
  return (value) => (to === from ? (low + high) / 2 : low + ((value - from) / (to - from)) * (high - low));
}

/** Places as near as may be to `wanted`, in its order, `gap` apart and between `low` and `high`. */
export function spread(wanted, gap, low, high) {
  const order = wanted.map((place, at) => ({ place, at })).sort((one, other) => one.place - other.place || one.at - other.at);
  order.forEach((one, at) => (one.place = Math.max(one.place, at === 0 ? low : order[at - 1].place + gap)));
  for (let at = order.length - 1, limit = high; at >= 0 && order[at].place > limit; at -= 1, limit -= gap) order[at].place = limit;
  const found = [];
  for (const { place, at } of order) found[at] = place;
  return found;
}
