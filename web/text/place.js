/** Where in a report's outline an offset stands. */

/** Titles from the top of the outline down to the section that holds `start`. */
export function pathAt(report, start) {
  const titles = [];
  let level = Infinity;
  for (let at = report.sections.findLastIndex((section) => section.start <= start); at >= 0 && level > 1; at -= 1) {
    const section = report.sections[at];
    if (section.level >= level) continue;
    level = section.level;
    if (section.title) titles.unshift(section.title);
  }
  return titles;
}
