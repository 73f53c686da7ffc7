/** What became of an answer's quotes where its report has changed since. */

import { locate } from "../text/locate.js";

/** Whether a citation is of another text than the reports have now; `revisions` maps their ids. */
export function isRevised(answer, revisions) {
  return answer.citations.some(({ report, revision }) => revisions.get(report) !== revision);
}

/** `{count, lost}`: how many citations there are, and the ids of those whose quote no report has any more. */
export async function revisit(answer, revisions, library) {
  const lost = [];
  for (const citation of answer.citations) {
    if (!(await stands(citation, revisions, library))) lost.push(citation.id);
  }
  return { count: answer.citations.length, lost };
}

async function stands(citation, revisions, library) {
  const revision = revisions.get(citation.report);
  if (revision === undefined) return false;
  if (revision === citation.revision) return true;
  return locate(await library.open(citation.report, revision), citation).state !== "lost";
}
