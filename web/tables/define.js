/** Gives the tables their name. */

import { TablesElement } from "./tables-element.js";

customElements.define("actqa-tables", TablesElement);
