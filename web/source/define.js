/** Gives the source its name, and what it takes to read in it. */

import { dividerNode } from "./divider.js";
import { Library } from "./library.js";
import { PrintedPage } from "./printed.js";
import { SourceElement } from "./source-element.js";

customElements.define("actqa-source", SourceElement);

/** Makes the element ready to show reports beside the rest of the `desk`. */
export function furnish(source, api, desk) {
  source.library = new Library(api);
  source.printed = new PrintedPage(api);
  source.prepend(dividerNode(desk));
}
