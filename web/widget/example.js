/** What a host page may do with the widget: attributes, custom properties, events. */

const form = document.querySelector("form");
const code = document.querySelector("pre");
const log = document.querySelector("ol");
const chats = [...document.querySelectorAll("actqa-chat")];

function take() {
  const { report, theme, language, accent } = Object.fromEntries(new FormData(form));
  for (const chat of chats) {
    chat.setAttribute("report", report);
    chat.setAttribute("theme", theme);
    chat.setAttribute("language", language);
    chat.style.setProperty("--actqa-accent", accent);
    chat.style.setProperty("--actqa-on-accent", "#ffffff");
  }
  const script = new URL("widget.js", document.baseURI);
  code.textContent = `<script type="module" src="${script}"></script>\n<actqa-chat report="${report}" theme="${theme}" language="${language}"></actqa-chat>`;
}

function note(event) {
  const told = { "actqa-answer": (d) => d.answer.question, "actqa-open-source": (d) => d.url, "actqa-error": (d) => d.code };
  const line = document.createElement("li");
  line.textContent = `${event.type}: ${told[event.type](event.detail)}`;
  log.append(line);
}

async function fillReports() {
  const reply = await fetch(new URL("api/reports", document.baseURI));
  if (!reply.ok) return;
  for (const { id, title } of await reply.json()) form.elements.report.append(new Option(title, id));
}

for (const name of ["actqa-answer", "actqa-open-source", "actqa-error"]) document.addEventListener(name, note);
form.addEventListener("input", take);
take();
fillReports();
