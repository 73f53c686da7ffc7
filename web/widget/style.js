/** How the widget looks. A constructed sheet: a host page's policy against inline styles does not block it. */

const CSS = `
:host {
  all: initial;
  color-scheme: inherit;
  display: block;
  font-family: var(--actqa-font, inherit);
  --accent: var(--actqa-accent, light-dark(#0d5c61, #74c9c8));
  --on-accent: var(--actqa-on-accent, light-dark(#ffffff, #06262a));
  --surface: var(--actqa-surface, light-dark(#ffffff, #1a1e21));
  --ink: var(--actqa-ink, light-dark(#1a1f22, #e4e8ea));
  --soft: var(--actqa-soft, light-dark(#566067, #a2acb2));
  --line: light-dark(#dce0e2, #2f363b);
  --control: light-dark(#848d93, #727c83);
  --hover: light-dark(#eaeded, #282e32);
  --mark: light-dark(#ffe66b, #e2c94f);
  --on-mark: light-dark(#1a1f22, #16191b);
  --amber: light-dark(#855600, #e9b65c);
  --red: light-dark(#b3261e, #f2a49d);
  --corner: var(--actqa-corner, 10px);
}
:host([theme="system"]) { color-scheme: light dark; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, p, ul, figure, blockquote { margin: 0; padding: 0; }
button, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* What the page sets on the element itself would be inherited; of that only font and colour scheme are. */
.frame { all: initial; display: block; color-scheme: inherit; font-family: inherit; font-size: 15px; line-height: 1.5; color: var(--ink); }
.frame:not(.inline) { position: fixed; inset: auto 20px 20px auto; z-index: var(--actqa-layer, 2147483000); }
:host([position="bottom-left"]) .frame { inset: auto auto 20px 20px; }

.launcher { display: grid; place-items: center; width: 56px; height: 56px; margin-inline-start: auto; padding: 0; border: 0; border-radius: 50%; background: var(--accent); color: var(--on-accent); cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
:host([position="bottom-left"]) .launcher { margin-inline: 0 auto; }
.launcher svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
.launcher .marked { stroke: var(--mark); stroke-width: 3; }

.panel { display: flex; flex-direction: column; overflow: hidden; background: var(--surface); border: 1px solid var(--line); border-radius: var(--corner); }
.frame:not(.inline) .panel { width: var(--actqa-width, 380px); height: min(var(--actqa-height, 560px), calc(100dvh - 112px)); max-width: calc(100vw - 40px); margin-bottom: 12px; box-shadow: 0 8px 32px rgb(0 0 0 / 25%); }
.frame.inline { height: 100%; }
.inline .panel { width: var(--actqa-width, 100%); height: var(--actqa-height, 560px); }

.bar { display: flex; align-items: center; gap: 4px; padding: 8px 8px 8px 16px; border-bottom: 1px solid var(--line); }
.name { flex: 1; min-width: 0; font-size: 15px; font-weight: 600; line-height: 1.25; }
.messages { flex: 1; overflow-y: auto; padding: 16px; overflow-wrap: break-word; }
.greeting, .status, .question { color: var(--soft); }
.question { margin-bottom: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.turn + .turn { margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--line); }
.statement { margin-bottom: 8px; white-space: pre-line; font-variant-numeric: tabular-nums; }
.statement:first-child > p { font-weight: 500; }
.statement ul { margin: 4px 0 0 20px; list-style: disc; }
.figure, .computed { white-space: nowrap; font-weight: 700; }

button { min-height: 32px; padding: 4px 10px; border: 1px solid var(--control); border-radius: 6px; background: none; cursor: pointer; }
button:hover { background: var(--hover); }
button.quiet { min-height: 28px; padding: 2px 8px; border-color: transparent; color: var(--soft); font-size: 13px; }
button.computed { min-height: 0; padding: 0; border: 0; border-radius: 2px; text-decoration: underline dotted var(--accent) 2px; text-underline-offset: 4px; }
button.chip { position: relative; min-width: 20px; min-height: 20px; margin-inline-start: 4px; padding: 0 5px; border-color: var(--line); color: var(--accent); font-size: 13px; line-height: 18px; }
button.chip::after { content: ""; position: absolute; inset: -5px -2px; }
button.chip[aria-expanded="true"] { border-color: var(--on-mark); background: var(--mark); color: var(--on-mark); }
button.send { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
.launcher:hover, button.send:hover { background: color-mix(in srgb, var(--accent) 85%, var(--ink)); }

.formula { margin-inline-start: 8px; padding-inline-start: 8px; border-inline-start: 2px solid var(--accent); font-size: 13px; font-weight: 400; }
.quote { margin: 8px 0; padding-inline-start: 10px; border-inline-start: 2px solid var(--mark); font-size: 13px; white-space: normal; }
.quote figcaption { margin-top: 2px; color: var(--soft); }
.quote a { color: var(--accent); }
mark { background: var(--mark); color: var(--on-mark); }

.conflict { width: 100%; margin: 8px 0; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
.conflict caption { padding-bottom: 4px; text-align: start; color: var(--soft); }
.conflict caption strong { color: var(--amber); }
.conflict th, .conflict td { padding: 4px 8px 4px 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
.conflict thead th { border: 0; font-weight: 400; color: var(--soft); }
.conflict tbody th { white-space: nowrap; }
.conflict small { display: block; color: var(--accent); font-size: 13px; font-weight: 400; }
details { font-size: 13px; color: var(--soft); }
details ul { padding-inline-start: 20px; }
.fault { padding: 8px 12px; border-inline-start: 3px solid var(--red); }
.fault button, .status button { margin: 4px 0 0; }

.composer { display: flex; align-items: end; gap: 8px; padding: 12px; border-top: 1px solid var(--line); }
textarea { flex: 1; min-width: 0; max-height: 120px; padding: 5px 10px; resize: none; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); }
textarea::placeholder { color: var(--soft); opacity: 1; }

@media (max-width: 480px) {
  .frame.open:not(.inline) { inset: 0; }
  .frame.open:not(.inline) .panel { width: 100vw; max-width: none; height: 100dvh; margin: 0; border: 0; border-radius: 0; }
  .frame.open:not(.inline) .launcher { display: none; }
}
`;

let shared = null;

/** One sheet for all elements of a page. */
export function sheet() {
  if (shared === null) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS);
  }
  return shared;
}
