/** The one call that the widget makes: a question, answered as a stream. */

import { answerEvents, sendQuestion } from "../net/api.js";

export class Client {
  #base;
  #credentials;

  /** `base` is where the server's root lies. */
  constructor(base, credentials) {
    this.#base = base;
    this.#credentials = credentials;
  }

  /** The events of an answer as `{event, data}`; a token that is no longer accepted is renewed once. Raises ApiError. */
  async *chat(request, signal) {
    let response = await this.#post(request, signal);
    if (response.status === 401 && this.#credentials.renewable) response = await this.#post(request, signal, true);
    yield* answerEvents(response);
  }

  async #post(request, signal, renew = false) {
    return sendQuestion(this.#base, request, signal, await this.#credentials.header(renew));
  }
}

const BY_STATUS = { 400: "question", 401: "denied", 403: "denied", 404: "missing", 413: "question", 422: "question", 429: "busy", 503: "index" };

/** The key of the words for an error. */
export function faultKey({ code, status }) {
  if (code === "offline" || code === "cut") return `fault.${code}`;
  return `fault.${BY_STATUS[status] ?? "server"}`;
}
