import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that read transient state that some path writes and that is dropped on every path: by a question to the
 * user without a later node that declares the key, or at the end of an inner journey.
 */
export const transientStateLost = journeyRule("transient-state-lost", "may-miss", (facts, report) => {
  const state = facts.state;
  const lost = state.reads.filter((at) => (at.read.required || at.read.script) && state.availability(at) === "dropped");
  for (const { at, args, related } of groupReads(lost)) report({ at, args, related });
});
