/** The widget in a frame, for pages that allow no scripts: its attributes come in the address, a token in the fragment. */

import "./define.js";

const TAKEN = ["report", "title", "greeting", "placeholder", "theme", "language"];

const chat = document.createElement("actqa-chat");
for (const [name, value] of new URLSearchParams(location.search)) if (TAKEN.includes(name)) chat.setAttribute(name, value);
chat.setAttribute("position", "inline");
if (!chat.hasAttribute("theme")) chat.setAttribute("theme", "system");

const token = new URLSearchParams(location.hash.slice(1)).get("token");
if (token) {
  chat.token = token;
  history.replaceState(null, "", location.pathname + location.search);
}
document.title = chat.getAttribute("title") ?? document.title;
document.documentElement.lang = chat.getAttribute("language") ?? "en";
const heading = document.createElement("h1");
heading.textContent = document.title;
document.querySelector("main").append(heading, chat);
