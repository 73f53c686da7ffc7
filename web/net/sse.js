/** Server-sent events out of a fetch body, after the WHATWG's "event stream interpretation". */

/** Takes text in pieces of any cut; `feed` returns the events they complete. */
export class EventParser {
  #rest = "";
  #event = "";
  #data = [];

  feed(piece) {
    // A carriage return at the very end waits: a line feed may belong to it.
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    return lines.map((line) => this.#take(line)).filter((event) => event !== null);
  }

  /** What the end of the stream completes; an event without its blank line is dropped, as the standard says. */
  end() {
    return this.#rest.endsWith("\r") ? this.feed("\n") : [];
  }

  #take(line) {
    if (line === "") return this.#dispatch();
    if (line.startsWith(":")) return null;
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    if (field === "data") this.#data.push(value);
    return null;
  }

  #dispatch() {
    const event = { event: this.#event || "message", data: this.#data.join("\n") };
    const empty = this.#data.length === 0;
    this.#event = "";
    this.#data = [];
    return empty ? null : event;
  }
}

/** The events of a stream of bytes, as they come. */
export async function* readEvents(stream) {
  const parser = new EventParser();
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield* parser.feed(step.value);
    yield* parser.end();
  } finally {
    // Someone who stops listening also stops the answer.
    await reader.cancel().catch(() => undefined);
  }
}
