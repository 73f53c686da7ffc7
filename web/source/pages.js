/** A report cut into pages small enough to be drawn at once. */

const CHARACTERS = 4000;
const BLOCKS = 60;

/** Pages `{blocks, start, end, split}`; `split` holds the groups (lists, tables) that a page's border cuts. */
export function paginate(blocks) {
  const pages = [];
  let page = [];
  for (const block of blocks) {
    if (isFull(page, block)) {
      pages.push(page);
      page = [];
    }
    page.push(block);
  }
  if (page.length > 0) pages.push(page);
  return pages.map((one, at) => describe(one, pages[at - 1], pages[at + 1]));
}

/** A list or table is kept on one page unless it alone is twice too long for it. */
function isFull(page, block) {
  if (page.length === 0) return false;
  const size = block.end - page[0].start;
  const slack = block.group === page.at(-1).group ? 2 : 1;
  return size > CHARACTERS * slack || page.length >= BLOCKS * slack;
}

function describe(blocks, before, after) {
  const first = blocks[0];
  const last = blocks.at(-1);
  const split = new Set();
  if (before?.at(-1).group === first.group) split.add(first.group);
  if (after?.[0].group === last.group) split.add(last.group);
  return { blocks, start: first.start, end: last.end, split };
}

/** Height in pixels that a page will about have in a pane `width` pixels wide. */
export function estimate(page, width) {
  const perLine = Math.max(20, width / 7.5);
  const lines = (characters) => Math.max(1, Math.ceil(characters / perLine));
  const heights = { heading: (length) => 22 * lines(length) + 24, row: (length) => 20 * lines(length) + 14, item: (length) => 24 * lines(length) + 4 };
  const height = ({ kind, start, end }) => (heights[kind] ?? ((length) => 24 * lines(length) + 12))(end - start);
  return page.blocks.reduce((sum, block) => sum + height(block), 0);
}
