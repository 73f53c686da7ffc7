/** Gives the element its name; a page that embeds the script twice gets it once. */

import { ChatElement } from "./chat-element.js";

if (!customElements.get("actqa-chat")) customElements.define("actqa-chat", ChatElement);
