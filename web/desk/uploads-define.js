/** Gives the element its name, for who may add reports. */

import { UploadsElement } from "./uploads-element.js";

customElements.define("actqa-uploads", UploadsElement);
