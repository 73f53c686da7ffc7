/** Elements without markup strings: everything that reaches the page does so as text or as a property. */

/** An element with properties (`class` and names with a dash become attributes) and children; null children are left out. */
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) set(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.className = value;
  else if (name.includes("-") || name === "role" || name === "scope") node.setAttribute(name, value);
  else node[name] = value;
}

/** Tells whoever listens above; crosses a shadow root's border. */
export function tell(node, name, detail = {}) {
  return node.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
}
