import { pathText } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that cannot work without a key of node state and to which a path leads on which nothing writes it. Whether
 * the outcomes of the path can follow one another is not known, so a report may be harmless.
 */
export const stateNotOnEveryPath = journeyRule("state-not-on-every-path", "may-overreport", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter((at) => at.read.required && state.availability(at) === "sometimes");
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related, first } of groupReads(missing)) {
    const path = state.pathWithout(first);
    if (path) report({ at, args: { ...args, path: pathText(state.graph, path) }, related });
  }
});
