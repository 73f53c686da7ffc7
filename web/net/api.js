/** The server's calls; the only module that fetches. */

import { readEvents } from "./sse.js";

/** What went wrong: `code` is the server's word, or `offline` or `cut` for what it could not say itself. */
export class ApiError extends Error {
  constructor(code, message = "", status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** `base` is where the server's root lies, so that the page also works under a sub-path. */
export class Api {
  #base;

  constructor(base) {
    this.#base = base;
  }

  /** Gives the key away once, for a cookie that no script can read. */
  async signIn(key) {
    await this.#fetch("api/session", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key }) });
  }

  async signOut() {
    await this.#fetch("api/session", { method: "DELETE" });
  }

  /** Who the server takes this for: `{kind, name, expires}`. */
  async session() {
    return (await this.#fetch("api/session")).json();
  }

  async reports() {
    return (await this.#fetch("api/reports")).json();
  }

  /** A few questions that a report, or with null all of them, are sure to answer. */
  async questions(id) {
    const path = id === null ? "api/questions" : `api/questions?report=${encodeURIComponent(id)}`;
    return (await (await this.#fetch(path)).json()).questions;
  }

  async text(id, signal) {
    return (await this.#fetch(`api/reports/${encodeURIComponent(id)}/text`, { signal })).json();
  }

  async facts(id, signal) {
    return (await this.#fetch(`api/reports/${encodeURIComponent(id)}/facts`, { signal })).json();
  }

  /** Where a report's facts lie as a file: `format` csv or xlsx, `what` a kind or "all". */
  factsFile(id, format, what) {
    return new URL(`api/reports/${encodeURIComponent(id)}/facts.${format}?what=${what}`, this.#base).href;
  }

  /** Where a page of a report's file lies as an image, so many pixels across. */
  pageImage({ id, revision }, page, width) {
    return new URL(`api/reports/${encodeURIComponent(id)}/pages/${page}.png?width=${width}&revision=${revision}`, this.#base).href;
  }

  /** Where a place stands on a page: boxes `{left, top, width, height}`, each a share of the page. */
  async boxes(id, page, { start, end }) {
    return (await (await this.#fetch(`api/reports/${encodeURIComponent(id)}/pages/${page}/boxes?start=${start}&end=${end}`)).json()).boxes;
  }

  /** Where reports are added. */
  get reportsAddress() {
    return new URL("api/reports", this.#base).href;
  }

  async removeReport(id) {
    await this.#fetch(`api/reports/${encodeURIComponent(id)}`, { method: "DELETE" });
  }

  /** The events of an answer as `{event, data}`, `data` parsed; raises ApiError for an `error` event or a cut stream. */
  async *chat(request, signal) {
    yield* answerEvents(await sendQuestion(this.#base, request, signal));
  }

  async #fetch(path, options = {}) {
    const response = await fetch(new URL(path, this.#base), options).catch(offline);
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

/** Sends a question, to be answered as a stream, with whatever `headers` it needs besides; raises ApiError for `offline`. */
export function sendQuestion(base, request, signal, headers = {}) {
  const options = {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream", ...headers },
    body: JSON.stringify(request),
    signal,
  };
  return fetch(new URL("api/chat", base), options).catch(offline);
}

/** The events of an answer's stream, `data` parsed, up to the whole answer; raises ApiError for a reply that is none. */
export async function* answerEvents(response) {
  if (!response.ok) throw await refusal(response);
  try {
    for await (const { event, data } of readEvents(response.body)) {
      const value = JSON.parse(data);
      if (event === "error") throw new ApiError(value.error.code, value.error.message, 500);
      yield { event, data: value };
      if (event === "answer") return;
    }
  } catch (error) {
    if (error instanceof ApiError || error.name === "AbortError") throw error;
    throw new ApiError("cut");
  }
  throw new ApiError("cut");
}

function offline(error) {
  if (error.name === "AbortError") throw error;
  throw new ApiError("offline");
}

/** What a reply that is no success says, as an ApiError. */
async function refusal(response) {
  const body = await response.json().catch(() => null);
  return new ApiError(body?.error?.code ?? "server", body?.error?.message ?? "", response.status);
}
