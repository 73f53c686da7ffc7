/** Gives a turn its name, and brings what conversations show of answers. */

import { TurnElement } from "./turn-element.js";

export { conversationMarkdown, download, fileName } from "../keep/export.js";
export { QuoteCard } from "./quote-card.js";

customElements.define("actqa-turn", TurnElement);
