import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports literal keys that a script reads and that are missing from the inputs of its node, where the node declares
 * any.
 */
export const undeclaredStateInput = journeyRule("undeclared-state-input", "may-miss", (facts, report) => {
  const { reads } = facts.state;
  const undeclared = reads.filter((at) => at.read.script?.isDeclared === false && !at.inner);
  const nodes = new Map(undeclared.map((at) => [at.node, undeclared.filter((other) => other.node === at.node)]));
  for (const ofNode of nodes.values()) for (const { at, args } of groupReads(ofNode)) report({ at, args });
});
