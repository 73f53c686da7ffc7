/** The widget in a frame, for pages that allow no scripts: its attributes come in the address, a token in the fragment.
 *
 * A token that was made for other pages than the one around the frame is not used: whoever got hold of one cannot put it
 * on a page of their own. (A browser that does not say what is around leaves that to the server's list of pages.)
 */

import "./define.js";

const TAKEN = ["report", "title", "greeting", "placeholder", "theme", "language"];

const chat = document.createElement("actqa-chat");
for (const [name, value] of new URLSearchParams(location.search)) if (TAKEN.includes(name)) chat.setAttribute(name, value);
chat.setAttribute("position", "inline");
if (!chat.hasAttribute("theme")) chat.setAttribute("theme", "system");

const token = new URLSearchParams(location.hash.slice(1)).get("token");
if (token) {
  chat.token = isForHere(token) ? token : "";
  history.replaceState(null, "", location.pathname + location.search);
}
function isForHere(token) {
  const around = location.ancestorOrigins?.[0];
  return around === undefined || around === originOf(token);
}

/** What a token says, which is no secret; null for what is no token. */
function originOf(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"))).origin;
  } catch {
    return null;
  }
}

document.title = chat.getAttribute("title") ?? document.title;
document.documentElement.lang = chat.getAttribute("language") ?? "en";
const heading = document.createElement("h1");
heading.textContent = document.title;
document.querySelector("main").append(heading, chat);
