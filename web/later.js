/** What a first view does without: modules and style sheets that come when they are called for, or when nothing else is going on. */

import { ApiError } from "./net/api.js";

const STYLES = new URL("./styles/", import.meta.url);

const PARTS = {
  uploads: () => import("./desk/uploads-define.js"),
  answers: () => styled(import("./answer/define.js"), "answer.css"),
  source: () => styled(import("./source/define.js"), "source.css"),
  chart: () => styled(import("./answer/chart.js"), "chart.css"),
  tables: () => styled(import("./tables/define.js"), "tables.css", "chart.css"),
  revised: () => import("./answer/revised.js"),
};

const known = new Map();
const here = new Map();

/** The part's module, loaded once; raises ApiError where the server cannot be reached. */
export function later(part) {
  if (!known.has(part)) known.set(part, PARTS[part]().then((module) => keep(part, module), (error) => forget(part, error)));
  return known.get(part);
}

/** The part's module where it has come; null where not. */
export function atHand(part) {
  return here.get(part) ?? null;
}

/** Brings all of it, so that what stands on the page can be used without a connection, too. */
export async function bringTheRest() {
  for (const part of Object.keys(PARTS)) {
    await idle();
    await later(part).catch(() => null);
  }
}

function keep(part, module) {
  here.set(part, module);
  return module;
}

function forget(part, error) {
  known.delete(part);
  throw error instanceof ApiError ? error : new ApiError("offline");
}

function idle() {
  const wait = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  return new Promise((resolve) => wait(() => resolve(), { timeout: 2000 }));
}

const sheets = new Map();

/** The module once its style sheets have come, too. */
async function styled(module, ...names) {
  await Promise.all([module, ...names.map(sheet)]);
  return module;
}

/** A style sheet, loaded once; without it the part can still be read. */
function sheet(name) {
  if (!sheets.has(name)) sheets.set(name, new Promise((resolve) => document.head.append(linkTo(name, resolve))));
  return sheets.get(name);
}

function linkTo(name, done) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, STYLES).href;
  link.onload = link.onerror = () => done();
  return link;
}
