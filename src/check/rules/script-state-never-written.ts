import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports literal keys that a script reads and nothing on any path to it, the script itself included, may have written. Before
 * the first question the key may come from a journey around this one.
 */
export const scriptStateNeverWritten = journeyRule("script-state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter(
    (at) => at.read.script?.isDeclared && state.isAfterQuestion(at.vertex) && state.availability(at) === "never",
  );
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related } of groupReads(missing)) report({ at, args, related });
});
