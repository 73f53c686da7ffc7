/** An error in words: what happened, and what to do. */

import { say } from "../strings.js";

const BY_STATUS = {
  400: ["", "fault.question.do"],
  401: ["fault.key", "fault.key.do"],
  403: ["", "fault.server.do"],
  404: ["", "fault.missing.do"],
  413: ["", "fault.question.do"],
  422: ["", "fault.question.do"],
  429: ["fault.busy", "fault.busy.do"],
  503: ["", "fault.index.do"],
};

const BY_CODE = {
  offline: ["fault.offline", "fault.offline.do"],
  cut: ["fault.cut", "fault.cut.do"],
};

/** `{what, advice}`; the server's own message wins, since it knows more. */
export function explain(error) {
  const [what, advice] = BY_CODE[error.code] ?? BY_STATUS[error.status] ?? ["fault.server", "fault.server.do"];
  return { what: error.message || say(what || "fault.server"), advice: say(advice) };
}

/** Whether the server asks who this is. */
export function asksForKey(error) {
  return error.status === 401;
}
