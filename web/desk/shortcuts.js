/** The page's keys; those of the question box itself live with it. */

/** Calls `actions[key]` for a key pressed outside of a text field; Escape counts everywhere. */
export function listenForKeys(target, actions, signal) {
  target.addEventListener("keydown", (event) => run(event, actions), { signal });
}

function run(event, actions) {
  const action = actions[event.key];
  if (!action || event.defaultPrevented || event.isComposing || isChord(event)) return;
  if (event.key !== "Escape" && isTextField(event.composedPath()[0])) return;
  if (action() !== false) event.preventDefault();
}

/** AltGr counts as Ctrl and Alt, and is what types [ and ] on many keyboards. */
function isChord(event) {
  return !event.getModifierState("AltGraph") && (event.ctrlKey || event.altKey || event.metaKey);
}

function isTextField(node) {
  return node.matches?.("input, textarea, select") || node.isContentEditable;
}
