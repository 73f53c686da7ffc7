/** Starts the page: one place where its parts meet. */

import "./define.js";
import { forecastRows } from "./answer/forecasts.js";
import { isRevised, revisit } from "./answer/revised.js";
import { Keeper } from "./desk/keeper.js";
import { Opening } from "./desk/opening.js";
import { Reader } from "./desk/reader.js";
import { formatRoute, readRoute } from "./desk/route.js";
import { Shelf } from "./desk/shelf.js";
import { listenForKeys } from "./desk/shortcuts.js";
import { tell } from "./dom.js";
import { Conversations } from "./keep/conversations.js";
import { openShelf } from "./keep/database.js";
import { Api } from "./net/api.js";
import { asksForKey, explain } from "./net/faults.js";
import { dividerNode } from "./source/divider.js";
import { Library } from "./source/library.js";
import { say } from "./strings.js";

const NARROW = matchMedia("(max-width: 599px)");
const WIDE = matchMedia("(min-width: 1100px)");

const find = (selector) => document.querySelector(selector);
const [reports, list, views, tabs, keys, notice, conversation, tables, source, desk, shelfPane, skip, picked] = [
  "actqa-reports",
  "actqa-conversations",
  "actqa-views",
  "actqa-tabs",
  "actqa-keys",
  "actqa-notice",
  "actqa-conversation",
  "actqa-tables",
  "actqa-source",
  ".desk",
  ".shelf",
  ".skip",
  ".picked",
].map(find);

const titleOf = (id) => reports.titleOf(id);
const api = new Api(document.baseURI);
const library = new Library(api);
const opening = new Opening(api, conversation);
conversation.api = api;
conversation.titleOf = titleOf;
conversation.forecasts = (answer) => forecastRows(answer, (id) => api.facts(id));
tables.api = api;
source.library = library;
source.prepend(dividerNode(desk));

const reader = new Reader({ source, desk, tabs, narrow: NARROW, views: [conversation, tables, shelfPane] });
const shelf = new Shelf({ shelf: shelfPane, button: picked, desk, narrow: NARROW, wide: WIDE, turned: nameTab });
let unlock;
const store = new Conversations(new Promise((resolve) => (unlock = resolve)), (id) => keeper.follow(id));
const keeper = new Keeper({ conversation, list, notice, store, titleOf, opened, shown: compare });
let started = null;

async function loadReports() {
  opening.wait();
  try {
    reports.reports = await api.reports();
  } catch (error) {
    opening.fail(error);
    if (asksForKey(error)) askForKey();
    else await recall();
    return false;
  }
  opening.forget();
  if (reports.reports.length === 0) opening.none();
  await recall();
  find("actqa-sign-out").api = api;
  follow();
  compare();
  return true;
}

/** Brings back what was asked, once it is known who asks: each has conversations of their own. */
async function recall() {
  started ??= api.session().catch(() => null).then((session) => unlock(openShelf(session?.name ?? ""))).then(() => keeper.start());
  await started;
  // Below the reports, and so not before them: what stands must not be pushed down.
  list.hidden = false;
}

/** Goes where the address says. */
function follow() {
  const route = readRoute(location.hash);
  if (route === null) return;
  const only = route.view === "tables" && reports.reports.length === 1 ? reports.reports[0].id : null;
  reports.pick(route.report ?? only);
  showView(route.view);
  takeReport();
  shelf.turn("view");
  if (route.place) reader.openAt(route);
}

function showView(view) {
  if (views.view !== view) source.close();
  views.view = view;
  reports.view = view;
  conversation.hidden = view !== "ask";
  tables.hidden = view !== "tables";
  skip.textContent = say(`view.skip.${view}`);
}

/** Everyone hears which report is picked. */
function takeReport() {
  const { id, title } = reports.picked;
  if (views.view === "tables" && tables.report !== id) source.close();
  conversation.report = id;
  views.lead(id);
  find(".picked .words").textContent = title || say("app.all");
  picked.setAttribute("aria-label", say("app.picked", { report: title || say("app.all") }));
  if (reports.reports.length > 0) opening.invite(reports.picked);
  if (views.view === "tables") tables.show(reports.picked, reports.reports);
}

/** Changes the address without leaving it, and goes there. */
function go(view, report, change = "pushState") {
  if (formatRoute(view, report) !== location.hash) history[change](change === "pushState" ? null : history.state, "", formatRoute(view, report));
  follow();
}

/** A kept conversation is opened with the report that it was about. */
function opened({ head }) {
  go("ask", head.report, "replaceState");
}

/** Says at each answer whether its report has changed since. */
async function compare() {
  if (reports.reports.length === 0) return;
  const revisions = new Map(reports.reports.map(({ id, revision }) => [id, revision]));
  for (const turn of conversation.turns) {
    const { answer } = turn.record;
    if (!answer || !isRevised(answer, revisions)) continue;
    const found = await revisit(answer, revisions, library).catch(() => null);
    if (found && turn.isConnected) turn.showRevised(found);
  }
}

function focusView() {
  if (views.view === "tables") tables.focus();
  else conversation.focusQuestion();
}

function toQuestion() {
  if (views.view !== "ask") go("ask", reports.picked.id);
  shelf.turn("view");
  conversation.focusQuestion();
}

function toTables() {
  if (views.view !== "tables") go("tables", reports.picked.id);
  shelf.turn("view");
  tables.focusTable();
}

function toReports() {
  shelf.toggle(true);
  reports.focus();
}

function toPane(pane) {
  if (pane === "source") return reader.reopen();
  if (pane === "reports") return shelf.turn("reports");
  if (views.view !== pane) go(pane, reports.picked.id);
  return shelf.turn("view");
}

function nameTab() {
  tabs.pane = desk.dataset.pane === "reports" ? "reports" : views.view;
}

function askForKey() {
  const form = find("actqa-key-form");
  if (form) return form.reject();
  return find(".bar").after(document.createElement("actqa-key-form"));
}

async function takeKey({ detail }) {
  try {
    await api.signIn(detail.key);
  } catch (error) {
    return find("actqa-key-form")?.reject(asksForKey(error) ? null : explain(error));
  }
  if (!(await loadReports())) return;
  find("actqa-key-form")?.remove();
  focusView();
  conversation.resume();
}

function escape() {
  if (keys.open) return keys.toggle(false);
  return reader.close();
}

function offline() {
  notice.show("offline", say("app.offline"), [{ words: say("start.reload"), act: loadReports }]);
}

function online() {
  notice.clear("offline");
  if (reports.reports.length === 0) loadReports();
}

document.addEventListener("actqa-pick", ({ detail }) => go(views.view, detail.id, "replaceState"));
document.addEventListener("actqa-unauthorized", askForKey);
document.addEventListener("actqa-key", takeKey);
document.addEventListener("actqa-reload", loadReports);
document.addEventListener("actqa-records", () => shelf.turn("view"));
// A text kept from before may be older than the facts that are fetched now.
document.addEventListener("actqa-facts", ({ detail }) => library.forget(detail.id));
tabs.addEventListener("actqa-pane", ({ detail }) => toPane(detail.pane));
list.addEventListener("actqa-new", () => toQuestion());
skip.addEventListener("click", (event) => {
  event.preventDefault();
  focusView();
});
document.addEventListener("actqa-signed-out", () => keeper.forget());
window.addEventListener("hashchange", follow);
window.addEventListener("offline", offline);
window.addEventListener("online", online);
listenForKeys(document, {
  "/": toQuestion,
  t: toTables,
  r: toReports,
  n: () => tell(list, "actqa-new"),
  "?": () => keys.toggle(),
  "[": () => source.step(-1),
  "]": () => source.step(1),
  Escape: escape,
});

loadReports();
