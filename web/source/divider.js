/** The edge between conversation and source: dragged, moved with arrows, or pressed for another width. */

import { make } from "../dom.js";
import { say } from "../strings.js";

const LEAST = 25;
const MOST = 65;
const USUAL = 40;
const LARGE = 55;

/** A separator that sets `--source` of `desk`, in percent of its width. */
export function dividerNode(desk) {
  const node = make("div", { class: "divider", role: "separator", tabIndex: 0, "aria-orientation": "vertical", "aria-label": say("source.width"), "aria-valuemin": String(LEAST), "aria-valuemax": String(MOST) });
  let share = USUAL;
  let moved = false;
  const set = (percent) => {
    share = Math.min(MOST, Math.max(LEAST, percent));
    desk.style.setProperty("--source", `${share}%`);
    node.setAttribute("aria-valuenow", String(Math.round(share)));
  };
  node.addEventListener("pointerdown", (event) => {
    moved = false;
    node.setPointerCapture(event.pointerId);
    event.preventDefault();
    node.focus({ preventScroll: true });
  });
  node.addEventListener("pointermove", ({ pointerId, clientX, movementX }) => {
    if (!node.hasPointerCapture(pointerId) || (!moved && movementX === 0)) return;
    const { right, width } = desk.getBoundingClientRect();
    moved = true;
    set(((right - clientX) / width) * 100);
  });
  node.addEventListener("click", () => moved || set(share === LARGE ? USUAL : LARGE));
  node.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: share + 2, ArrowRight: share - 2, Home: MOST, End: LEAST, Enter: share === LARGE ? USUAL : LARGE }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
  set(USUAL);
  return node;
}
