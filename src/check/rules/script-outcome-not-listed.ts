import { placeInScript } from "../../model/script-place.js";
import { decidingScript } from "../deciding-script.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports outcomes that a script chooses and its node does not list, each once a node. What a script computes is not looked at. */
export const scriptOutcomeNotListed = journeyRule("script-outcome-not-listed", "may-miss", (facts, report) => {
  for (const node of facts.reachedNodes) {
    const deciding = decidingScript(node, facts.scripts);
    if (!deciding) continue;
    const { script, listed, outcomes, originalOffset } = deciding;
    const seen = new Set(listed);
    for (const { values, isFixed, lacked, at: offset } of outcomes.chosen) {
      if (!values || !isFixed) continue;
      for (const outcome of values) {
        if (seen.has(outcome)) continue;
        seen.add(outcome);
        const { at, line } = placeInScript(script, originalOffset(offset));
        const related = [{ place: node.namePlace, message: "The node that runs it" }];
        const args = { script: script.title, line, outcome, node: nodeLabel(node), listed };
        report({ at, args: { ...args, lacked: outcome === "undefined" ? lacked : undefined }, related });
      }
    }
  }
});
