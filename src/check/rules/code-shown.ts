import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { scriptOf } from "../state/node-access.js";
import { showsCode } from "../state/shown-code.js";

/** Reports scripts that show the one-time code to the user, where their text proves it. */
export const codeShown = journeyRule("code-shown", "may-miss", (facts, report) => {
  for (const node of facts.reachedNodes) {
    const script = scriptOf(node, facts.scripts);
    if (script && showsCode(script.body)) report({ at: node.namePlace, args: { node: nodeLabel(node) } });
  }
});
