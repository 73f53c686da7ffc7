/** Gives the elements their names; importing a class registers nothing. Those of a first view: the others come later. */

import { ComposerElement } from "./conversation/composer-element.js";
import { ConversationElement } from "./conversation/conversation-element.js";
import { ConversationsElement } from "./desk/conversations-element.js";
import { KeyFormElement } from "./desk/key-form-element.js";
import { KeysElement } from "./desk/keys-element.js";
import { NoticeElement } from "./desk/notice-element.js";
import { ReportsElement } from "./desk/reports-element.js";
import { SignOutElement } from "./desk/sign-out-element.js";
import { TabsElement } from "./desk/tabs-element.js";
import { ThemeElement } from "./desk/theme-element.js";
import { ViewsElement } from "./desk/views-element.js";

const ELEMENTS = {
  "actqa-composer": ComposerElement,
  "actqa-conversation": ConversationElement,
  "actqa-conversations": ConversationsElement,
  "actqa-key-form": KeyFormElement,
  "actqa-keys": KeysElement,
  "actqa-notice": NoticeElement,
  "actqa-reports": ReportsElement,
  "actqa-sign-out": SignOutElement,
  "actqa-tabs": TabsElement,
  "actqa-theme": ThemeElement,
  "actqa-views": ViewsElement,
};

for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
