/** Short-lived tokens from the page's own backend; the widget never holds a key. */

import { ApiError } from "../net/api.js";

/** A token is renewed so many milliseconds before it ends: the clocks of two machines differ. */
const MARGIN = 20_000;

export class Credentials {
  #address;
  #token = "";
  #ends = 0;
  #coming = null;

  /** `address` is where the page's backend gives `{"token", "expires"}`, or null; `token` one that is there already. */
  constructor(address, token = "") {
    this.#address = address;
    this.#token = token;
  }

  get renewable() {
    return this.#address !== null;
  }

  /** The header that a call brings; `renew` where the last token was not accepted. Raises ApiError. */
  async header(renew = false) {
    if (this.renewable && (renew || Date.now() > this.#ends - MARGIN)) {
      // Two questions at once wait for the same token.
      this.#coming ??= this.#fetch().finally(() => (this.#coming = null));
      await this.#coming;
    }
    return this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
  }

  async #fetch() {
    const response = await fetch(this.#address, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    if (response === null) throw new ApiError("offline");
    const given = response.ok ? await response.json().catch(() => null) : null;
    if (typeof given?.token !== "string") throw new ApiError("denied", "", 401);
    this.#token = given.token;
    this.#ends = endOf(given.expires);
  }
}

/** Milliseconds since 1970 of an ISO time or of seconds since then; the token is used once where neither is said. */
function endOf(expires) {
  const time = typeof expires === "number" ? expires * 1000 : Date.parse(expires);
  return Number.isFinite(time) ? time : 0;
}
