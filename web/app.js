/** Starts the page: one place where its parts meet. */

import "./define.js";
import { Api } from "./net/api.js";
import { asksForKey, explain } from "./net/faults.js";
import { faultNode, noReportsNode } from "./conversation/start.js";
import { formatRoute, readRoute } from "./desk/route.js";
import { listenForKeys } from "./desk/shortcuts.js";
import { Library } from "./source/library.js";
import { say } from "./strings.js";

const NARROW = matchMedia("(max-width: 599px)");

const find = (selector) => document.querySelector(selector);
const [picker, views, keys, conversation, tables, source, desk, skip] = [
  "actqa-picker",
  "actqa-views",
  "actqa-keys",
  "actqa-conversation",
  "actqa-tables",
  "actqa-source",
  ".desk",
  ".skip",
].map(find);

const api = new Api(document.baseURI);
const library = new Library(api);
conversation.api = api;
tables.api = api;
source.library = library;

/** What opened the source: a chip or a row; the focus goes back to it. */
let opener = null;

async function loadReports() {
  try {
    picker.reports = await api.reports();
  } catch (error) {
    if (asksForKey(error)) askForKey();
    else conversation.opening = faultNode(explain(error));
    return false;
  }
  if (picker.reports.length === 0) conversation.opening = noReportsNode();
  follow();
  return true;
}

/** Goes where the address says. */
function follow() {
  const route = readRoute(location.hash);
  if (route === null) return;
  const { reports } = picker;
  picker.pick(route.report ?? (route.view === "tables" && reports.length === 1 ? reports[0].id : null));
  showView(route.view);
  takeReport();
  if (route.place) openAt(route);
}

function showView(view) {
  if (views.view !== view) source.close();
  views.view = view;
  conversation.hidden = view !== "ask";
  tables.hidden = view !== "tables";
  skip.textContent = say(`view.skip.${view}`);
}

/** Everyone hears which report is picked. */
function takeReport() {
  const { id, title } = picker.picked;
  conversation.report = id;
  views.lead(id);
  if (picker.reports.length > 0) conversation.invite(title);
  if (views.view === "tables") tables.show(picker.picked, picker.reports);
}

/** Changes the address without leaving it, and goes there. */
function go(view, report, change = "pushState") {
  if (formatRoute(view, report) !== location.hash) history[change](change === "pushState" ? null : history.state, "", formatRoute(view, report));
  follow();
}

function pick(id) {
  if (views.view === "tables") source.close();
  go(views.view, id, "replaceState");
}

function focusView() {
  if (views.view === "tables") tables.focus();
  else conversation.focusQuestion();
}

function toQuestion() {
  if (views.view !== "ask") go("ask", picker.picked.id);
  conversation.focusQuestion();
}

function toTables() {
  if (views.view !== "tables") go("tables", picker.picked.id);
  tables.focusTable();
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
  focusView();
  conversation.resume();
}

function openSource({ target, detail }) {
  opener = target;
  openCitation(detail.citations, detail.id);
}

/** Opens a place that the address names. */
function openAt({ report, place }) {
  opener = null;
  openCitation([{ ...place, id: 1, report, revision: null, quote: null, section: "", path: null }], 1);
}

function openCitation(citations, id) {
  const wasOpen = source.open;
  source.show(citations, id);
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
  tables.showCurrent(detail.citation);
  desk.classList.toggle("with-source", detail.citation !== null);
  cover();
  if (detail.citation === null && opener?.isConnected) opener.focus({ preventScroll: true });
}

/** What lies under the full pane cannot be reached. */
function cover() {
  conversation.inert = tables.inert = NARROW.matches && source.open;
}

function escape() {
  if (keys.open) return keys.toggle(false);
  return closeSource();
}

picker.addEventListener("actqa-report", ({ detail }) => pick(detail.id));
document.addEventListener("actqa-pick", ({ detail }) => pick(detail.id));
document.addEventListener("actqa-unauthorized", askForKey);
document.addEventListener("actqa-key", takeKey);
document.addEventListener("actqa-reload", loadReports);
document.addEventListener("actqa-open-source", openSource);
// A text kept from before may be older than the facts that are fetched now.
document.addEventListener("actqa-facts", ({ detail }) => library.forget(detail.id));
source.addEventListener("actqa-source", followSource);
source.addEventListener("actqa-close", closeSource);
skip.addEventListener("click", (event) => {
  event.preventDefault();
  focusView();
});
window.addEventListener("popstate", () => source.close());
window.addEventListener("hashchange", follow);
NARROW.addEventListener("change", cover);
listenForKeys(document, {
  "/": toQuestion,
  t: toTables,
  "?": () => keys.toggle(),
  "[": () => source.step(-1),
  "]": () => source.step(1),
  Escape: escape,
});

loadReports();
