import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports literal keys that a script reads and that nothing on any path to it, including the script itself, may have
 * written. Before the first question, a key may come from an enclosing journey and is not reported.
 */
export const scriptStateNeverWritten = journeyRule("script-state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const { writtenKeys } = facts.model;
  const missing = state.reads.filter((at) => {
    const { script, key } = at.read;
    if (!script?.isDeclared || !state.isAfterQuestion(at.vertex) || state.availability(at) !== "never") return false;
    // A misspelt key has a finding of its own.
    return (
      !writtenKeys.isForAnother(key, script.body.id, at.inner?.journey) && !writtenKeys.meantBy(key, facts.journey)
    );
  });
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related } of groupReads(missing)) report({ at, args, related });
});
