/** Opens and closes the source: what opened it gets the focus back, and on a narrow page "back" is the browser's own, too. */

export class Reader {
  #opener = null;
  #last = null;

  /** `parts`: the page's `source` and `bring()`, which makes it ready, `desk`, `tabs`, the `narrow` media query, and the `views` that it may cover. */
  constructor(parts) {
    this.parts = parts;
    const { source, narrow } = parts;
    document.addEventListener("actqa-open-source", ({ target, detail }) => this.openBy(target, detail.citations, detail.id));
    source.addEventListener("actqa-source", ({ detail }) => this.#follow(detail.citation));
    source.addEventListener("actqa-close", () => this.close());
    window.addEventListener("popstate", () => source.close?.());
    narrow.addEventListener("change", () => this.#cover());
  }

  async openBy(opener, citations, id) {
    const { bring, narrow, failed } = this.parts;
    const source = await bring().catch(failed);
    if (!source) return;
    const wasOpen = source.open;
    this.#opener = opener;
    this.#last = citations;
    source.show(citations, id);
    if (narrow.matches && !wasOpen) history.pushState({ source: true }, "");
    source.focusText();
  }

  /** Opens a place that the address names. */
  openAt({ report, place }) {
    this.openBy(null, [{ ...place, id: 1, report, revision: null, quote: null, section: "", path: null }], 1);
  }

  /** Opens what was open last. */
  reopen() {
    const { citation } = this.parts.source;
    if (this.#last && citation) this.openBy(this.#opener, this.#last, citation.id);
  }

  /** Whether there was something to close. */
  close() {
    const { source } = this.parts;
    if (!source.open) return false;
    if (history.state?.source) history.back();
    else source.close();
    return true;
  }

  #follow(citation) {
    const { views, desk, tabs } = this.parts;
    for (const view of views) view.showCurrent?.(citation);
    desk.classList.toggle("with-source", citation !== null);
    tabs.reading = this.#last !== null;
    this.#cover();
    if (citation === null && this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
  }

  /** What lies under the full pane cannot be reached. */
  #cover() {
    const { views, source, narrow, tabs } = this.parts;
    const covered = narrow.matches && source.open;
    for (const view of views) view.inert = covered;
    tabs.hidden = covered;
  }
}
