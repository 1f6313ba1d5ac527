import { nodeLabel, pathText } from "../describe-node.js";
import { guessLoops } from "../guess-loops.js";
import { journeyRule } from "../rule.js";

/**
 * Reports loops that repeat a credential check and have nothing that limits the attempts. A realm-wide account lockout is not
 * visible in the journey, so a finding may be harmless.
 */
export const unlimitedRetry = journeyRule("unlimited-retry", "may-overreport", (facts, report) => {
  if (facts.loops.length === 0 || !facts.plays("checks-credential")) return;
  const { graph, reached } = facts;
  const looping = facts.loops.flat().filter((vertex) => reached.has(vertex));
  for (const { node, path } of guessLoops(graph, looping)) {
    report({ at: node.namePlace, args: { node: nodeLabel(node), path: pathText(graph, path) } });
  }
});
