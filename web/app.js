/** Starts the page: one place where its parts meet. */

import "./define.js";
import { Keeper } from "./desk/keeper.js";
import { Opening } from "./desk/opening.js";
import { Reader } from "./desk/reader.js";
import { formatRoute, readRoute } from "./desk/route.js";
import { Shelf } from "./desk/shelf.js";
import { listenForKeys } from "./desk/shortcuts.js";
import { tell } from "./dom.js";
import { bringTheRest, later } from "./later.js";
import { Conversations } from "./keep/conversations.js";
import { openShelf } from "./keep/database.js";
import { Api } from "./net/api.js";
import { asksForKey, explain } from "./net/faults.js";
import { say } from "./strings.js";

const NARROW = matchMedia("(max-width: 599px)");
const WIDE = matchMedia("(min-width: 1100px)");

const find = (selector) => document.querySelector(selector);
const [reports, uploads, list, views, tabs, keys, notice, conversation, tables, source, desk, shelfPane, skip, picked] = [
  "actqa-reports",
  "actqa-uploads",
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
const opening = new Opening(api, conversation);
conversation.api = api;
conversation.titleOf = titleOf;
conversation.forecasts = async (answer) => (await later("chart")).forecastRows(answer, (id) => api.facts(id));

const reader = new Reader({ source, bring: bringSource, failed: tellFault, desk, tabs, narrow: NARROW, views: [conversation, tables, shelfPane] });
const shelf = new Shelf({ shelf: shelfPane, button: picked, desk, narrow: NARROW, wide: WIDE, turned: nameTab });
let unlock;
const store = new Conversations(new Promise((resolve) => (unlock = resolve)), (id) => keeper.follow(id));
const keeper = new Keeper({ conversation, list, notice, store, titleOf, opened, shown: compare });
let started = null;
let session = null;

/** The source pane, ready to show reports. */
async function bringSource() {
  const { furnish } = await later("source");
  if (!source.library) furnish(source, api, desk);
  return source;
}

async function bringTables() {
  await later("tables");
  tables.api ??= api;
  return tables;
}

async function loadReports() {
  opening.wait();
  opening.forget();
  // All at once: none of them needs what another says.
  session = api.session().catch(() => null);
  opening.expect(readRoute(location.hash)?.report ?? null);
  try {
    reports.reports = await api.reports();
  } catch (error) {
    opening.fail(error);
    if (asksForKey(error)) askForKey();
    else await recall();
    return false;
  }
  if (reports.reports.length === 0) opening.none();
  const recalled = recall();
  // An empty conversation can be begun with before what was asked earlier is listed.
  if (keeper.expects) await recalled;
  follow();
  // For whoever measures: from here on the page can be used.
  performance.mark("actqa-ready");
  await recalled;
  compare();
  return true;
}

/** Brings back what was asked, once it is known who asks: each has conversations of their own. */
async function recall() {
  offer(await session);
  started ??= session.then((known) => unlock(openShelf(known?.name ?? ""))).then(() => keeper.start());
  await started;
  // Below the reports, and so not before them: what stands must not be pushed down.
  list.hidden = false;
}

/** What the server lets who asks do. */
function offer(known) {
  find("actqa-sign-out").offer(api, known);
  reports.removable = known?.may_change ?? false;
  uploads.hidden = !known?.may_change;
  if (known?.may_change) later("uploads").then(() => Object.assign(uploads, { api, most: known.max_report_bytes }), () => null);
}

/** The reports as they are now, after one was added or removed. */
async function refresh() {
  reports.reports = await api.reports();
  opening.forget();
  go(views.view, reports.picked.id, "replaceState");
  if (reports.reports.length === 0) opening.none();
  compare();
}

async function remove({ detail }) {
  const title = titleOf(detail.id);
  try {
    await api.removeReport(detail.id);
    await refresh();
    notice.show("removed", say("reports.removed", { title }));
  } catch (error) {
    tellFault(error);
  }
  reports.focus();
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
  if (views.view !== view) source.close?.();
  views.view = view;
  reports.view = view;
  conversation.hidden = view !== "ask";
  tables.hidden = view !== "tables";
  skip.textContent = say(`view.skip.${view}`);
}

/** Everyone hears which report is picked. */
function takeReport() {
  const { id, title } = reports.picked;
  if (views.view === "tables" && tables.report !== id) source.close?.();
  conversation.report = id;
  views.lead(id);
  find(".picked .words").textContent = title || say("app.all");
  document.title = [title || say("app.all"), views.view === "tables" ? say("view.tables") : "", "actqa"].filter(Boolean).join(" · ");
  picked.setAttribute("aria-label", say("app.picked", { report: title || say("app.all") }));
  if (reports.reports.length > 0) opening.invite(reports.picked);
  if (views.view === "tables") bringTables().then(() => tables.show(reports.picked, reports.reports), tellFault);
}

function tellFault(error) {
  const { what, advice } = explain(error);
  notice.show("fault", [what, advice].join(" "), [{ words: say("start.reload"), act: () => location.reload() }]);
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
  const asked = conversation.turns.filter(({ record }) => record.answer);
  if (asked.length === 0) return;
  const { isRevised, revisit } = await later("revised");
  const revisions = new Map(reports.reports.map(({ id, revision }) => [id, revision]));
  for (const turn of asked) {
    const { answer } = turn.record;
    if (!isRevised(answer, revisions)) continue;
    const found = await revisit(answer, revisions, (await bringSource()).library).catch(() => null);
    if (found && turn.isConnected) turn.showRevised(found);
  }
}

function focusView() {
  if (views.view === "tables") bringTables().then(() => tables.focus());
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
  bringTables().then(() => tables.focusTable());
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
  if (form) return form.insist();
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
document.addEventListener("actqa-fault", ({ detail }) => tellFault(detail.error));
document.addEventListener("actqa-remove", remove);
document.addEventListener("actqa-added", () => refresh().catch(tellFault));
document.addEventListener("actqa-unauthorized", askForKey);
document.addEventListener("actqa-key", takeKey);
document.addEventListener("actqa-reload", loadReports);
document.addEventListener("actqa-records", () => shelf.turn("view"));
// A text kept from before may be older than the facts that are fetched now.
document.addEventListener("actqa-facts", ({ detail }) => source.library?.forget(detail.id));
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
  "[": () => source.step?.(-1),
  "]": () => source.step?.(1),
  p: () => source.turn?.(),
  Escape: escape,
});

loadReports().finally(bringTheRest);
