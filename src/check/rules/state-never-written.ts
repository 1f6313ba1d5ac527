import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that need a key of node state that nothing on any path to them writes. Unknown nodes, inner journeys
 * and unreadable scripts may write anything. A journey that gets its state from another one is skipped; the missing key
 * is reported at the node that runs it.
 */
export const stateNeverWritten = journeyRule("state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter((at) => at.read.required && state.availability(at) === "never");
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related, first } of groupReads(missing)) {
    const restsOn = state.lostWriters(first).map(({ namePlace }) => namePlace);
    report({ at, args, related, restsOn });
  }
});
