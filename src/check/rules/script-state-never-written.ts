import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports literal keys that a script reads and that nothing on any path to it, including the script itself, may have
 * written. Before the first question, a key may come from an enclosing journey and is not reported.
 */
export const scriptStateNeverWritten = journeyRule("script-state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter(
    (at) => at.read.script?.isDeclared && state.isAfterQuestion(at.vertex) && state.availability(at) === "never",
  );
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related } of groupReads(missing)) report({ at, args, related });
});
