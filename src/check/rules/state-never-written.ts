import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";
import { stateFactsOf } from "../state/state-facts.js";

/**
 * Reports nodes that cannot work without a key of node state which nothing on any path to them writes. Unknown nodes, inner
 * journeys and scripts that cannot be read may write anything. A journey that gets its state from another is passed over:
 * what it lacks is reported at the node that runs it.
 */
export const stateNeverWritten = journeyRule("state-never-written", "may-miss", (journey, report, facts) => {
  const states = stateFactsOf(facts);
  const state = states.stateOf(journey);
  const missing = state.reads.filter((at) => at.read.required && state.availability(at) === "never");
  if (missing.length === 0 || states.isGivenState(journey)) return;
  for (const { at, args, related } of groupReads(missing)) report({ at, args, related });
});
