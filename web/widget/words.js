/** Every word the widget says, in each of its languages; another language is another table with the same keys. */

const EN = {
  title: "Ask the report",
  greeting: "Sizes, forecasts, shares, segments, companies: every figure in an answer links to where it stands.",
  placeholder: "Your question",
  launcher: "Ask the report",
  send: "Ask",
  stop: "Stop",
  close: "Close",
  clear: "New conversation",
  conversation: "Conversation",
  waiting: "Looking through the report…",
  stopped: "Stopped.",
  retry: "Try again",
  source: "Source {id}: {section}",
  open: "Open in report",
  page: "page {page}",
  computed: "{figure}, computed: show how",
  formula: "computed: {formula}",
  differ: "Differs",
  figure: "Figure",
  year: "Year",
  where: "Where it stands",
  main: "used above",
  withheld: "{count} withheld: could not be tied to the report",
  mended: "{count} corrected after the check",
  "fault.offline": "The server could not be reached, or does not know this page. Check your connection, then try again.",
  "fault.cut": "The answer broke off before it was complete. What stands above was checked; try again for the rest.",
  "fault.server": "The server ran into a fault. Try again; if it stays, tell whoever runs it.",
  "fault.denied": "This page may not ask the server. Load it again; if it stays, tell whoever runs the page.",
  "fault.missing": "The report that this page names is not there. Tell whoever runs the page.",
  "fault.busy": "The server has too much to do just now. Wait a little, then try again.",
  "fault.index": "The server has no reports to ask yet. Tell whoever runs it.",
  "fault.question": "The server does not take this question. Ask in fewer words.",
};

const DE = {
  title: "Den Bericht fragen",
  greeting: "Größen, Prognosen, Anteile, Segmente, Unternehmen: Jede Zahl einer Antwort führt zu ihrer Stelle im Bericht.",
  placeholder: "Ihre Frage",
  launcher: "Den Bericht fragen",
  send: "Fragen",
  stop: "Anhalten",
  close: "Schließen",
  clear: "Neues Gespräch",
  conversation: "Gespräch",
  waiting: "Der Bericht wird durchgesehen …",
  stopped: "Angehalten.",
  retry: "Noch einmal",
  source: "Quelle {id}: {section}",
  open: "Im Bericht öffnen",
  page: "Seite {page}",
  computed: "{figure}, berechnet: Rechenweg zeigen",
  formula: "berechnet: {formula}",
  differ: "Weicht ab",
  figure: "Zahl",
  year: "Jahr",
  where: "Wo es steht",
  main: "oben verwendet",
  withheld: "{count} zurückgehalten: im Bericht nicht zu belegen",
  mended: "{count} nach der Prüfung berichtigt",
  "fault.offline": "Der Server ist nicht erreichbar oder kennt diese Seite nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  "fault.cut": "Die Antwort brach ab. Was oben steht, ist geprüft; versuchen Sie es für den Rest noch einmal.",
  "fault.server": "Im Server ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; bleibt er, sagen Sie es dem Betreiber.",
  "fault.denied": "Diese Seite darf den Server nicht fragen. Laden Sie sie neu; hilft das nicht, sagen Sie es dem Betreiber der Seite.",
  "fault.missing": "Den Bericht, den diese Seite nennt, gibt es nicht. Sagen Sie es dem Betreiber der Seite.",
  "fault.busy": "Der Server hat gerade zu viel zu tun. Warten Sie ein wenig und versuchen Sie es noch einmal.",
  "fault.index": "Der Server hat noch keine Berichte. Sagen Sie es dem Betreiber.",
  "fault.question": "Der Server nimmt diese Frage nicht an. Fragen Sie kürzer.",
};

export const LANGUAGES = { en: EN, de: DE };

/** The language that is spoken for a tag: `de` for `de-CH`, English for one without a table. */
export function languageOf(tag) {
  const [primary] = (tag ?? "").toLowerCase().split(/[-_]/);
  return primary in LANGUAGES ? primary : "en";
}

/** `say(key, values)`: the words of one language, `{name}` filled from `values`; `say.language` names it. */
export function speaker(tag) {
  const language = languageOf(tag);
  const say = (key, values = {}) => LANGUAGES[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  return Object.assign(say, { language });
}
