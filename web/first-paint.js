// A classic script, so that a chosen theme stands before the first paint; the rest of the page is modules.
try {
  const theme = localStorage.getItem("actqa-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's own preference then holds.
}
