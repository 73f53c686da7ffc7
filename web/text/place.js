/** Where in a report's outline an offset stands. */

/** The page of the report's file, from 1, on which an offset stands; 0 for a file without pages. */
export function pageAt(report, start) {
  return report.pageStarts.length === 0 ? 0 : Math.max(1, report.pageStarts.findLastIndex((first) => first <= start) + 1);
}

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
