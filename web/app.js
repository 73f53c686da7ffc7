/** Starts the page: one place where its parts meet. */

import "./define.js";
import { Api } from "./net/api.js";
import { asksForKey, explain } from "./net/faults.js";
import { faultNode, noReportsNode } from "./conversation/start.js";
import { listenForKeys } from "./desk/shortcuts.js";
import { Library } from "./source/library.js";

const NARROW = matchMedia("(max-width: 599px)");

const find = (selector) => document.querySelector(selector);
const [picker, keys, conversation, source, desk] = ["actqa-picker", "actqa-keys", "actqa-conversation", "actqa-source", ".desk"].map(find);

const api = new Api(document.baseURI);
conversation.api = api;
source.library = new Library(api);

/** The chip that opened the source; the focus goes back to it. */
let opener = null;

async function loadReports() {
  try {
    const reports = await api.reports();
    picker.reports = reports;
    if (reports.length > 0) conversation.invite(picker.picked.title);
    else conversation.opening = noReportsNode();
    return true;
  } catch (error) {
    if (asksForKey(error)) askForKey();
    else conversation.opening = faultNode(explain(error));
    return false;
  }
}

function askForKey() {
  const form = find("actqa-key-form");
  if (form) return form.reject();
  return find(".bar").after(document.createElement("actqa-key-form"));
}

async function takeKey({ detail }) {
  api.useKey(detail.key);
  if (!(await loadReports())) return;
  find("actqa-key-form")?.remove();
  conversation.focusQuestion();
  conversation.resume();
}

function openSource({ target, detail }) {
  const wasOpen = source.open;
  opener = target;
  source.show(detail.citations, detail.id);
  // The way back out of the full pane is the browser's own, too.
  if (NARROW.matches && !wasOpen) history.pushState({ source: true }, "");
  source.focusText();
}

function closeSource() {
  if (!source.open) return false;
  if (history.state?.source) history.back();
  else source.close();
  return true;
}

function followSource({ detail }) {
  conversation.showCurrent(detail.citation);
  desk.classList.toggle("with-source", detail.citation !== null);
  conversation.inert = detail.citation !== null && NARROW.matches;
  if (detail.citation === null && opener?.isConnected) opener.focus({ preventScroll: true });
}

function escape() {
  if (keys.open) return keys.toggle(false);
  return closeSource();
}

picker.addEventListener("actqa-report", ({ detail }) => {
  conversation.report = detail.id;
  conversation.invite(detail.title);
});
document.addEventListener("actqa-unauthorized", askForKey);
document.addEventListener("actqa-key", takeKey);
document.addEventListener("actqa-reload", loadReports);
document.addEventListener("actqa-open-source", openSource);
source.addEventListener("actqa-source", followSource);
source.addEventListener("actqa-close", closeSource);
window.addEventListener("popstate", () => source.close());
NARROW.addEventListener("change", () => (conversation.inert = NARROW.matches && source.open));
listenForKeys(document, {
  "/": () => conversation.focusQuestion(),
  "?": () => keys.toggle(),
  "[": () => source.step(-1),
  "]": () => source.step(1),
  Escape: escape,
});

loadReports();
